const MINUTE_MS = 60_000;
/** Under that, seconds count. */
const SHORT_MS = 5 * MINUTE_MS;

/**
 * How long it is until an instant: to the minute, and to the second when little is left.
 *
 * @param now - epoch milliseconds
 * @returns ISO 8601 duration; undefined when it is over
 */
export function timeLeft(until: string, now: number): string | undefined {
  const left = Date.parse(until) - now;
  if (!(left > 0)) return undefined;
  return left >= SHORT_MS
    ? `PT${Math.floor(left / MINUTE_MS)}M`
    : `PT${Math.ceil(left / 1000)}S`;
}
