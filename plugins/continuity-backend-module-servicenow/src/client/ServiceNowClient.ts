import { toError } from '@backstage/errors';
import { ConnectorError } from '@continuity/plugin-continuity-node';
import type { ServiceNowSettings } from '../config';
import { AccessToken } from './AccessToken';
import { readAnswer } from './readAnswer';

/** One question to the instance. */
export interface Question {
  method: 'GET' | 'POST' | 'PATCH';
  /** From the root of the instance on. */
  path: string;
  query?: Record<string, string>;
  body?: Record<string, string>;
}

type ClientSettings = Pick<ServiceNowSettings, 'url' | 'auth' | 'timeoutMs'>;

const MASK = '[masked]';

/**
 * Asks a ServiceNow instance, as the integration user. Redirects are not followed: the
 * credentials are for this instance only.
 */
export class ServiceNowClient {
  readonly #settings: ClientSettings;
  readonly #token: AccessToken | undefined;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
    this.#token =
      settings.auth.type === 'oauth'
        ? new AccessToken(settings.url, settings.auth)
        : undefined;
  }

  /**
   * @returns the JSON of the answer
   * @throws ConnectorError in words that hold no secret
   */
  async ask(question: Question, ended: AbortSignal): Promise<unknown> {
    const { timeoutMs } = this.#settings;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([ended, timeout]);
    try {
      const first = await this.#send(question, signal);
      if (first.status !== 401 || !this.#token) return await readAnswer(first);
      // The instance may have taken the token back before its time.
      await first.body?.cancel();
      this.#token.forget();
      return await readAnswer(await this.#send(question, signal));
    } catch (error) {
      if (timeout.aborted) {
        throw new ConnectorError(
          `ServiceNow did not answer within ${timeoutMs / 1_000} s.`,
          { retryable: true },
        );
      }
      throw this.#told(error);
    }
  }

  async #send(
    { method, path, query = {}, body }: Question,
    signal: AbortSignal,
  ): Promise<Response> {
    const address = new URL(path, this.#settings.url);
    address.search = new URLSearchParams(query).toString();
    const response = await fetch(address, {
      method,
      headers: {
        accept: 'application/json',
        authorization: await this.#authorization(signal),
        'user-agent': 'Continuity for Backstage',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal,
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new ConnectorError('ServiceNow redirects elsewhere.', {
        retryable: false,
        remedy:
          'Enter the address under continuity.connectors.servicenow.url to which it redirects.',
      });
    }
    return response;
  }

  async #authorization(signal: AbortSignal): Promise<string> {
    const { auth } = this.#settings;
    if (auth.type === 'basic') {
      const pair = `${auth.username}:${auth.password}`;
      return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
    }
    return `Bearer ${await this.#token?.get(signal)}`;
  }

  /** What is said of a failure is kept for ever; no secret may be in it. */
  #told(failure: unknown): ConnectorError {
    if (failure instanceof ConnectorError) {
      const { message, ...rest } = {
        message: this.#masked(failure.message),
        retryable: failure.retryable,
        retryAfterMs: failure.retryAfterMs,
        remedy: failure.remedy,
      };
      return new ConnectorError(message, rest);
    }
    return new ConnectorError(
      `ServiceNow cannot be reached: ${this.#masked(reasonOf(failure))}.`,
      { retryable: true },
    );
  }

  #masked(text: string): string {
    const { auth } = this.#settings;
    const secrets =
      auth.type === 'basic'
        ? [
            auth.password,
            Buffer.from(`${auth.username}:${auth.password}`).toString('base64'),
          ]
        : [auth.clientSecret];
    return secrets.reduce(
      (masked, secret) => masked.replaceAll(secret, MASK),
      text,
    );
  }
}

/** What `fetch` knows of a failure hides in its cause. */
function reasonOf(failure: unknown): string {
  const error = toError(failure);
  const cause = error.cause === undefined ? error : toError(error.cause);
  const code = 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : cause.message;
}
