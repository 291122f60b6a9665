import { createHash } from 'node:crypto';
import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap,
} from 'cockatiel';
import type { RegistrySettings } from '../config';
import { Credentials } from './Credentials';
import { readBody } from './readBody';
import { RegistrySilence } from './RegistrySilence';
import { Wire, type Answer, type Request } from './Wire';

/** Requests to one registry at once. */
const CONCURRENCY = 6;
/** Besides the first one. */
const RETRIES = 2;
/** The first pause; it doubles, with up to as much again left to chance. */
const PAUSE_MS = 500;
/** A registry that asks for more patience is not asked again in this run. */
const LONGEST_PATIENCE_MS = 30_000;
/** Questions in a row without an answer, until nothing is asked for a while. */
const MOST_FAILURES = 3;
const QUIET_MS = 60_000;
/** "Manifests ... at least 4 megabytes" of the distribution specification. */
const MOST_BYTES = 4 * 1024 * 1024;

const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** What a registry says of something that it was asked for by its digest. */
export type Found<T> =
  | { found: true; value: T }
  /** Why it is not there, or not that, e.g. `is not found`. */
  | { found: false; why: string };

/** A manifest whose content has the digest that it was asked for by. */
export interface FoundManifest {
  body: Buffer;
}

/** A blob that the registry has. */
export interface FoundBlob {
  /** Bytes. Absent: it does not say. */
  size?: number;
}

/** How patient the client is. Absent parts are as above. */
export interface Patience {
  pauseMs?: number;
  longestPatienceMs?: number;
}

/**
 * Asks one registry (OCI distribution specification 1.1, "Pulling manifests" and "Pulling
 * blobs"), a few questions at a time, each of them again when it may help; one that gives no
 * answers any more is left alone for the rest.
 */
export class RegistryClient {
  readonly #settings: RegistrySettings;
  readonly #wire: Wire;
  readonly #credentials: Credentials;
  readonly #policy;
  /** Why it is not asked any more. */
  #silence: RegistrySilence | undefined;
  /** Why it gave no answer last. */
  #lastAway: RegistrySilence | undefined;

  constructor(options: {
    settings: RegistrySettings;
    timeoutMs: number;
    patience?: Patience;
  }) {
    const { settings, timeoutMs, patience = {} } = options;
    const longest = patience.longestPatienceMs ?? LONGEST_PATIENCE_MS;
    this.#settings = settings;
    this.#wire = new Wire({ timeoutMs });
    this.#credentials = new Credentials({
      settings,
      wire: this.#wire,
      now: Date.now,
    });
    const isAway = (error: unknown) =>
      error instanceof RegistrySilence && error.isPassing;
    this.#policy = wrap(
      bulkhead(CONCURRENCY, Infinity),
      circuitBreaker(handleWhen(isAway), {
        halfOpenAfter: QUIET_MS,
        breaker: new ConsecutiveBreaker(MOST_FAILURES),
      }),
      retry(
        handleWhen(
          error => isAway(error) && (askedWait(error) ?? 0) <= longest,
        ),
        {
          maxAttempts: RETRIES,
          backoff: new DelegateBackoff(({ attempt, result }) =>
            pauseBefore(
              attempt,
              'error' in result ? askedWait(result.error) : undefined,
              patience.pauseMs ?? PAUSE_MS,
            ),
          ),
        },
      ),
    );
  }

  /**
   * A manifest by its digest. Its content is held against the digest: what a registry calls
   * itself proves nothing.
   *
   * @throws RegistrySilence when it gives no answer
   */
  async manifest(
    repository: string,
    digest: string,
    signal: AbortSignal,
  ): Promise<Found<FoundManifest>> {
    const request = {
      method: 'GET' as const,
      url: this.#urlOf(repository, `manifests/${digest}`),
      headers: { accept: MANIFESTS.join(', ') },
      signal,
    };
    return this.#ask(repository, request, async ({ response }) => {
      if (response.status === 404) {
        await requireRegistry(response);
        return { found: false, why: 'is not found' };
      }
      if (response.status !== 200) throw unexpected(response.status);
      const body = await readBody(response, MOST_BYTES);
      const actual = digestOf(body, digest);
      return actual === digest
        ? { found: true, value: { body } }
        : { found: false, why: `has other content, ${actual.slice(0, 19)}` };
    });
  }

  /**
   * A blob by its digest. Only its headers are asked for: nobody wants to load gigabytes to
   * know that they are there.
   *
   * @throws RegistrySilence when it gives no answer
   */
  async blob(
    repository: string,
    digest: string,
    signal: AbortSignal,
  ): Promise<Found<FoundBlob>> {
    const url = this.#urlOf(repository, `blobs/${digest}`);
    const head = { method: 'HEAD' as const, url, headers: {}, signal };
    const read = async ({ response, isElsewhere }: Answer) => {
      if (isElsewhere && [403, 405, 501].includes(response.status)) {
        return undefined;
      }
      return blobOf(response, digest);
    };
    const found = await this.#ask(repository, head, read);
    if (found) return found;
    // Storage whose addresses are signed for GET, and for nothing else.
    const first = { method: 'GET' as const, headers: { range: 'bytes=0-0' } };
    return this.#ask(repository, { ...head, ...first }, async ({ response }) =>
      blobOf(response, digest),
    );
  }

  async #ask<T>(
    repository: string,
    request: Request,
    read: (answer: Answer) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#policy.execute(() => {
        request.signal.throwIfAborted();
        if (this.#silence) throw this.#silence;
        return this.#authorised(repository, request, read);
      });
    } catch (error) {
      request.signal.throwIfAborted();
      if (isBrokenCircuitError(error)) throw this.#silenced();
      if (error instanceof RegistrySilence && error.isPassing) {
        this.#lastAway = error;
        // Whoever still asks to be left alone after that is.
        if (error.retryAfterMs !== undefined) {
          this.#silence = new RegistrySilence(error.message, {
            about: 'registry',
            retryAfterMs: error.retryAfterMs,
          });
        }
      }
      throw error;
    }
  }

  #silenced(): RegistrySilence {
    return (
      this.#lastAway ??
      new RegistrySilence('It gives no answers', { about: 'registry' })
    );
  }

  async #authorised<T>(
    repository: string,
    request: Request,
    read: (answer: Answer) => Promise<T>,
  ): Promise<T> {
    const name = this.#nameOf(repository);
    const authorization = this.#credentials.of(name);
    const first = await this.#wire.ask(
      { ...request, ...(authorization !== undefined && { authorization }) },
      async answer => {
        const { response, isElsewhere } = answer;
        return response.status === 401 && !isElsewhere
          ? {
              isAsked: true as const,
              challenge: response.headers.get('www-authenticate'),
            }
          : {
              isAsked: false as const,
              value: await this.#readOwn(answer, read),
            };
      },
    );
    if (!first.isAsked) return first.value;
    const answered = await this.#credentials.answer(
      name,
      first.challenge,
      request.signal,
    );
    return this.#wire.ask({ ...request, authorization: answered }, answer =>
      this.#readOwn(answer, read),
    );
  }

  async #readOwn<T>(
    answer: Answer,
    read: (answer: Answer) => Promise<T>,
  ): Promise<T> {
    const { response, isElsewhere } = answer;
    if (!isElsewhere && [401, 403].includes(response.status)) {
      throw this.#credentials.refused(response.status);
    }
    return read(answer);
  }

  #nameOf(repository: string): string {
    const { prefix } = this.#settings;
    return prefix === undefined ? repository : `${prefix}/${repository}`;
  }

  #urlOf(repository: string, rest: string): URL {
    return new URL(
      `/v2/${this.#nameOf(repository)}/${rest}`,
      this.#settings.url,
    );
  }
}

function blobOf(response: Response, digest: string): Found<FoundBlob> {
  if (response.status === 404) return { found: false, why: 'is not found' };
  if (response.status !== 200 && response.status !== 206) {
    throw unexpected(response.status);
  }
  const said = response.headers.get('docker-content-digest');
  if (said !== null && said !== digest) {
    return { found: false, why: `has other content, ${said.slice(0, 19)}` };
  }
  const size =
    response.status === 206
      ? response.headers.get('content-range')?.split('/')[1]
      : response.headers.get('content-length');
  return {
    found: true,
    value: { ...(/^\d+$/.test(size ?? '') && { size: Number(size) }) },
  };
}

/** Whether it is a registry that does not have it, and not a web server that is none. */
async function requireRegistry(response: Response): Promise<void> {
  const body = await readBody(response, MOST_BYTES);
  try {
    const { errors } = JSON.parse(body.toString('utf8'));
    if (Array.isArray(errors)) return;
  } catch {
    // No JSON, so no error of the specification.
  }
  throw new RegistrySilence(
    'It answered with status 404, and not in the way of a registry',
    {
      about: 'registry',
      remedy: 'See whether the configured address is that of the registry.',
    },
  );
}

function unexpected(status: number): RegistrySilence {
  return new RegistrySilence(`It answered with status ${status}`, {
    about: 'repository',
  });
}

function digestOf(body: Buffer, like: string): string {
  const algorithm = like.startsWith('sha512:') ? 'sha512' : 'sha256';
  return `${algorithm}:${createHash(algorithm).update(body).digest('hex')}`;
}

function askedWait(error: unknown): number | undefined {
  return error instanceof RegistrySilence ? error.retryAfterMs : undefined;
}

function pauseBefore(
  attempt: number,
  askedMs: number | undefined,
  pauseMs: number,
): number {
  const pause = pauseMs * 2 ** (attempt - 1);
  return Math.max(askedMs ?? 0, Math.round(pause * (1 + Math.random())));
}
