import { ConnectorError } from '@continuity/plugin-continuity-node';
import { z } from 'zod';
import type { ServiceNowAuth } from '../config';
import { readAnswer } from './readAnswer';

/** A token is not used in its last seconds; it may be over when it arrives. */
const MARGIN_MS = 30_000;

/** As in "OAuth token response" of the ServiceNow documentation; other parts are passed over. */
const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

type Credentials = Extract<ServiceNowAuth, { type: 'oauth' }>;

/**
 * The access token of the client credentials grant (RFC 6749 section 4.4), which an instance
 * gives out at `/oauth_token.do`. It is asked for once for all who wait for it.
 */
export class AccessToken {
  readonly #address: string;
  readonly #credentials: Credentials;
  #token: { value: string; until: number } | undefined;
  #asking: Promise<string> | undefined;

  constructor(url: string, credentials: Credentials) {
    this.#address = `${url}/oauth_token.do`;
    this.#credentials = credentials;
  }

  /** @throws ConnectorError when the instance gives out none */
  async get(signal: AbortSignal): Promise<string> {
    if (this.#token && this.#token.until > Date.now()) {
      return this.#token.value;
    }
    this.#asking ??= this.#ask(signal).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** It was refused; the next one is a new one. */
  forget(): void {
    this.#token = undefined;
  }

  async #ask(signal: AbortSignal): Promise<string> {
    const { clientId, clientSecret } = this.#credentials;
    const response = await fetch(this.#address, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }),
      redirect: 'manual',
      signal,
    });
    const read = answer.safeParse(await readAnswer(response));
    if (!read.success) {
      throw new ConnectorError('ServiceNow gave out no access token.', {
        retryable: true,
        remedy:
          'See whether the client credentials grant is switched on there (glide.oauth.inbound.client.credential.grant_type.enabled).',
      });
    }
    const { access_token: value, expires_in: seconds } = read.data;
    this.#token = { value, until: Date.now() + seconds * 1_000 - MARGIN_MS };
    return value;
  }
}
