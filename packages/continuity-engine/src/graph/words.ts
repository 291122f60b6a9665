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

/** A few names, and how many more there are. */
export function listNames(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most
    ? `${shown} and ${names.length - most} more`
    : shown;
}
