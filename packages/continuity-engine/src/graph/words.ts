import { describeDuration } from '../time';

/** Seconds as people say them, e.g. `1 h 30 min`, `2 days`. */
export function describeSeconds(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = Number((seconds - days * 86_400).toFixed(3));
  return describeDuration(
    [
      'P',
      days > 0 ? `${days}D` : '',
      rest > 0 || days === 0 ? `T${rest}S` : '',
    ].join(''),
  );
}

/** A share as people say it, e.g. `99.95 %`. Never rounded up to a promise that is not kept. */
export function describeShare(share: number): string {
  const percent = Math.floor(share * 100 * 1e6 + 1e-4) / 1e6;
  return `${percent} %`;
}

/**
 * A few names, and how many more there are.
 *
 * @param options - `leftOut`: how many more there are that do not stand in `names`
 */
export function listNames(
  names: readonly string[],
  { most = 5, leftOut = 0 }: { most?: number; leftOut?: number } = {},
): string {
  const shown = names.slice(0, most).join(', ');
  const more = Math.max(0, names.length - most) + leftOut;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
