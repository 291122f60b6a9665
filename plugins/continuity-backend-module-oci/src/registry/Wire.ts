import { toError } from '@backstage/errors';
import { RegistrySilence } from './RegistrySilence';
import { retryAfter } from './retryAfter';

/** Hops that an answer may be away. */
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** A server that is busy, or whose proxy does not reach it. */
const AWAY: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export interface Request {
  method: 'GET' | 'HEAD';
  url: URL;
  headers: Readonly<Record<string, string>>;
  /** Goes to the origin of the address and to no other. Absent: nothing is sent. */
  authorization?: string;
  signal: AbortSignal;
}

/** An answer, and whether another server than the one that was asked gave it. */
export interface Answer {
  response: Response;
  isElsewhere: boolean;
}

/**
 * Asks once, within a limit of time, and follows redirects: to servers with TLS only, unless
 * the first one had none either, and with credentials only where they are meant for.
 */
export class Wire {
  readonly #timeoutMs: number;

  constructor(options: { timeoutMs: number }) {
    this.#timeoutMs = options.timeoutMs;
  }

  /**
   * @param read - what is made of the answer, within the same limit of time
   * @throws RegistrySilence when there is no answer, or one that says to come again
   */
  async ask<T>(
    request: Request,
    read: (answer: Answer) => Promise<T>,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const signal = AbortSignal.any([request.signal, timeout]);
    try {
      const answer = await follow({ ...request, signal });
      const { response } = answer;
      try {
        if (AWAY.has(response.status)) throw awayOf(response);
        return await read(answer);
      } finally {
        // What was not read is not waited for; of what was read nothing is left.
        if (!response.bodyUsed) await response.body?.cancel();
      }
    } catch (error) {
      // That we have to end says nothing about the registry.
      request.signal.throwIfAborted();
      if (timeout.aborted) {
        throw new RegistrySilence(
          `It did not answer within ${this.#timeoutMs / 1000} s`,
          { about: 'registry', isPassing: true },
        );
      }
      throw error instanceof RegistrySilence
        ? error
        : new RegistrySilence(`It cannot be reached: ${reasonOf(error)}`, {
            about: 'registry',
            isPassing: true,
          });
    }
  }
}

async function follow(request: Request): Promise<Answer> {
  const { origin, protocol } = request.url;
  let { url } = request;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const isElsewhere = url.origin !== origin;
    const response = await fetch(url, {
      method: request.method,
      headers: {
        ...request.headers,
        // Compressed content has another digest.
        'accept-encoding': 'identity',
        'user-agent': 'Continuity for Backstage',
        ...(!isElsewhere &&
          request.authorization !== undefined && {
            authorization: request.authorization,
          }),
      },
      redirect: 'manual',
      signal: request.signal,
    });
    if (!REDIRECTS.has(response.status)) return { response, isElsewhere };
    await response.body?.cancel();
    url = targetOf(response.headers.get('location'), url, protocol);
  }
  throw new RegistrySilence(`It redirects more than ${MOST_REDIRECTS} times`, {
    about: 'repository',
  });
}

function targetOf(
  location: string | null,
  base: URL,
  firstProtocol: string,
): URL {
  const target =
    location !== null && URL.canParse(location, base)
      ? new URL(location, base)
      : undefined;
  if (
    target?.protocol === 'https:' ||
    (target?.protocol === 'http:' && firstProtocol === 'http:')
  ) {
    return target;
  }
  throw new RegistrySilence('It redirects to where it must not: no https', {
    about: 'repository',
    remedy: 'Have the registry redirect to an https address, or not at all.',
  });
}

function awayOf(response: Response): RegistrySilence {
  const retryAfterMs = retryAfter(
    response.headers.get('retry-after'),
    Date.now(),
  );
  return new RegistrySilence(`It answered with status ${response.status}`, {
    about: 'registry',
    isPassing: true,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** What `fetch` knows of a failure hides in its cause. */
function reasonOf(failure: unknown): string {
  const error = toError(failure);
  const cause = error.cause === undefined ? error : toError(error.cause);
  const code = 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : cause.name;
}
