/** The first wait; it doubles with every attempt. */
const BASE_MS = 500;
const LONGEST_MS = 10_000;
/** A server that asks for more patience than this gets no further attempt. */
const LONGEST_RETRY_AFTER_MS = 60_000;

const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** A request as the retry policy sees it. */
export interface Attempt {
  method: string;
  url: string;
  headers: Headers;
  body?: string;
}

/** Whether sending a request twice has the effect of sending it once. */
export function isSafeToRepeat(attempt: Attempt): boolean {
  if (attempt.method === 'GET') {
    return true;
  }
  const { pathname } = new URL(attempt.url);
  if (pathname.endsWith('/evidence/batch')) {
    // Evidence is idempotent by (kind, source, externalId).
    return true;
  }
  return (
    pathname.endsWith('/gate/decisions') &&
    (attempt.headers.has('idempotency-key') || isDryRun(attempt.body))
  );
}

function isDryRun(body: string | undefined): boolean {
  const parsed: unknown = body === undefined ? undefined : JSON.parse(body);
  return (
    typeof parsed === 'object' &&
    parsed !== null &&
    'dryRun' in parsed &&
    parsed.dryRun === true
  );
}

/** Whether the server may answer otherwise in a moment. */
export function isRetryableStatus(status: number): boolean {
  return RETRYABLE_STATUSES.has(status);
}

/**
 * How long to wait before the next attempt, in milliseconds: what the server asks for
 * (Retry-After, RFC 9110 10.2.3), or else exponentially longer with full jitter, so
 * that many pipelines that failed together do not return together.
 *
 * @param failures - how many attempts have failed, from 1
 * @param random - from 0 to below 1
 * @returns undefined when the server asks for more patience than a pipeline has
 */
export function waitBeforeRetry(
  failures: number,
  random: number,
  now: number,
  retryAfter?: string | null,
): number | undefined {
  const asked = retryAfter ? readRetryAfter(retryAfter, now) : undefined;
  if (asked !== undefined) {
    return asked <= LONGEST_RETRY_AFTER_MS ? asked : undefined;
  }
  const ceiling = Math.min(LONGEST_MS, BASE_MS * 2 ** (failures - 1));
  return Math.round(ceiling * random);
}

function readRetryAfter(text: string, now: number): number | undefined {
  if (/^\d+$/.test(text.trim())) {
    return Number(text) * 1000;
  }
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
