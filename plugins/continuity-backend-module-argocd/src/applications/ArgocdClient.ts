import { toError } from '@backstage/errors';
import type { InstanceSettings } from '../config';
import { ArgocdSilence } from './ArgocdSilence';

/** More than all objects of an application should have. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Asks a server of Argo CD. */
export class ArgocdClient {
  readonly #settings: Pick<InstanceSettings, 'name' | 'url' | 'token'>;
  readonly #timeoutMs: number;

  constructor(
    settings: Pick<InstanceSettings, 'name' | 'url' | 'token'>,
    options: { timeoutMs: number },
  ) {
    this.#settings = settings;
    this.#timeoutMs = options.timeoutMs;
  }

  /**
   * @param path - with its query, e.g. `/applications?selector=app%3Dshop`
   * @param what - to show
   * @throws ArgocdSilence when there is no answer that may be relied on
   */
  async get(path: string, what: string, signal: AbortSignal): Promise<unknown> {
    const { url, token } = this.#settings;
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    try {
      const response = await fetch(`${url}/api/v1${path}`, {
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          'user-agent': 'Continuity for Backstage',
        },
        // A token goes nowhere else.
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      if (response.status !== 200) {
        await response.body?.cancel();
        throw this.#refusal(response.status, what);
      }
      return JSON.parse(await readText(response, what));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ArgocdSilence) throw error;
      if (error instanceof SyntaxError) {
        throw new ArgocdSilence(`It sent no JSON for ${what}`, {
          about: 'application',
        });
      }
      throw new ArgocdSilence(
        timeout.aborted
          ? `It did not answer within ${this.#timeoutMs / 1000} s`
          : `It cannot be reached: ${reasonOf(error)}`,
        { about: 'instance' },
      );
    }
  }

  #refusal(status: number, what: string): ArgocdSilence {
    const { name } = this.#settings;
    switch (status) {
      case 401:
        return new ArgocdSilence(
          'It does not accept who we are (401): the token has expired or is wrong',
          {
            about: 'instance',
            remedy: `Give a token that is valid as token of ${name}, under continuity.collectors.argocd.instances, and start the backend again.`,
          },
        );
      // Argo CD says 403 of what does not exist, too.
      case 403:
      case 404:
        return new ArgocdSilence(
          `There is no ${what}, or we must not see it (${status})`,
          {
            about: 'application',
            remedy:
              'Correct the annotation of the entity, or let the account of the token get the applications of that project.',
          },
        );
      default:
        return new ArgocdSilence(`It answered ${status} for ${what}`, {
          about: status === 429 || status >= 500 ? 'instance' : 'application',
        });
    }
  }
}

async function readText(response: Response, what: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) {
      throw new ArgocdSilence(
        `Its answer for ${what} is larger than ${MOST_BYTES / 1024 / 1024} MiB`,
        { about: 'application' },
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** What `fetch` knows of a failure hides in its cause. */
function reasonOf(failure: unknown): string {
  const error = toError(failure);
  const cause = error.cause === undefined ? error : toError(error.cause);
  const code = 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : cause.name;
}
