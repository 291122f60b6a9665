import { toError } from '@backstage/errors';
import { decodeICalendar } from '@continuity/engine';
import { addressProblem, maskAddressesIn } from './feedAddress';

/** What tells a server which version we have (RFC 9110 section 8.8). */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** What a feed answered. */
export type FetchedFeed =
  | ({ kind: 'content'; text: string } & Validators)
  /** The version that the validators name is the newest. */
  | { kind: 'unchanged' };

export interface FetchLimits {
  /** Milliseconds from the first question to the last byte, redirects included. */
  timeoutMs: number;
  /** Bytes, after decompression. */
  maxBytes: number;
  redirects: number;
}

export const FETCH_LIMITS: FetchLimits = {
  timeoutMs: 10_000,
  maxBytes: 5 * 1024 * 1024,
  redirects: 3,
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Why a feed could not be fetched, in words that do not hold its address. */
export class FeedProblem extends Error {
  /** How long the server asks to be left alone. Absent: it does not say. */
  readonly retryAfterMs?: number;

  constructor(message: string, retryAfterMs?: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Fetches a feed from an allowed host, within limits of time, size and redirects; every
 * redirect is held against the list of hosts, too.
 *
 * @param validators - of the version that is there already
 * @throws FeedProblem when there is no answer that can be used
 */
export async function fetchFeed(
  address: string,
  validators: Validators,
  options: {
    allowedHosts: readonly string[];
    limits?: Partial<FetchLimits>;
    signal?: AbortSignal;
  },
): Promise<FetchedFeed> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signal = options.signal
    ? AbortSignal.any([options.signal, timeout])
    : timeout;
  try {
    const response = await follow(address, validators, {
      ...options,
      limits,
      signal,
    });
    return await readAnswer(response, validators, limits);
  } catch (error) {
    if (timeout.aborted) {
      throw new FeedProblem(
        `It did not answer within ${limits.timeoutMs / 1000} s`,
      );
    }
    throw error instanceof FeedProblem
      ? error
      : new FeedProblem(`It cannot be reached: ${reasonOf(error)}`);
  }
}

async function follow(
  address: string,
  validators: Validators,
  options: {
    allowedHosts: readonly string[];
    limits: FetchLimits;
    signal: AbortSignal;
  },
): Promise<Response> {
  const { allowedHosts, limits, signal } = options;
  let at = address;
  for (let redirects = 0; ; redirects += 1) {
    const problem = addressProblem(at, allowedHosts);
    if (problem !== undefined) {
      throw new FeedProblem(
        redirects === 0 ? problem : `It redirects elsewhere. ${problem}`,
      );
    }
    const response = await fetch(at, {
      headers: requestHeaders(validators),
      redirect: 'manual',
      signal,
    });
    if (!REDIRECTS.has(response.status)) {
      return response;
    }
    await response.body?.cancel();
    if (redirects === limits.redirects) {
      throw new FeedProblem(
        `It redirects more than ${limits.redirects} times in a row`,
      );
    }
    const target = response.headers.get('location') ?? '';
    if (target === '' || !URL.canParse(target, at)) {
      throw new FeedProblem('It redirects without saying where to');
    }
    at = new URL(target, at).href;
  }
}

function requestHeaders({
  etag,
  lastModified,
}: Validators): Record<string, string> {
  return {
    accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
    'user-agent': 'Continuity for Backstage',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

async function readAnswer(
  response: Response,
  validators: Validators,
  { maxBytes }: FetchLimits,
): Promise<FetchedFeed> {
  const asked =
    validators.etag !== undefined || validators.lastModified !== undefined;
  if (response.status === 304 && asked) {
    return { kind: 'unchanged' };
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new FeedProblem(
      `It answered with status ${response.status}`,
      retryAfter(response.headers.get('retry-after')),
    );
  }
  const text = decode(await readWithin(response, maxBytes));
  const etag = response.headers.get('etag');
  const lastModified = response.headers.get('last-modified');
  return {
    kind: 'content',
    text,
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
  };
}

/** Counts what comes out of decompression, so that a small answer cannot become a large one. */
async function readWithin(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new FeedProblem(`It is larger than ${maxBytes / 1024 / 1024} MiB`);
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Seconds or a date (RFC 9110 section 10.2.3); what is neither says nothing. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) {
    return undefined;
  }
  const wait = /^\d+$/.test(header)
    ? Number(header) * 1000
    : Date.parse(header) - Date.now();
  return wait > 0 ? wait : undefined;
}

function decode(bytes: Uint8Array): string {
  try {
    const text = decodeICalendar(bytes);
    // The one character of UTF-8 that PostgreSQL does not hold as text.
    return text.replaceAll('\u0000', '\uFFFD');
  } catch {
    throw new FeedProblem('It is not text in UTF-8, as iCalendar has to be');
  }
}

/** What `fetch` knows of a failure hides in its cause. */
function reasonOf(failure: unknown): string {
  const error = toError(failure);
  const cause = error.cause === undefined ? error : toError(error.cause);
  const code = 'code' in cause ? cause.code : undefined;
  return maskAddressesIn(typeof code === 'string' ? code : cause.message);
}
