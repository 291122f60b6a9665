import {
  expandWindow,
  type FreezeWindow,
  type Instant,
  type Occurrence,
} from '@continuity/engine';

const AT_MOST = 10;

/** One of a year that begins a hundred times a day is in force that often at once. */
const MOST_LOOKED_AT = 40_000;

/** Nobody plans further; bounds the search for windows that hardly ever take place. */
const LOOKAHEAD_MS = 50 * 366 * 86_400_000;

/**
 * What takes place of a window from a moment on: the occurrence in force, of several the one
 * that ends last, and those that come; ten in all.
 */
export function occurrencesFrom(
  window: FreezeWindow,
  at: Instant,
): Occurrence[] {
  const inForce = expandWindow(window, {
    from: at,
    to: at + 1,
    limit: MOST_LOOKED_AT,
  }).occurrences.filter(({ start }) => start < at);
  const last = inForce.reduce<Occurrence | undefined>(
    (one, other) => (one && one.end >= other.end ? one : other),
    undefined,
  );
  return [...(last ? [last] : []), ...nextOccurrences(window, at)].slice(
    0,
    AT_MOST,
  );
}

/** The next ten occurrences of a window to start. */
export function nextOccurrences(
  window: FreezeWindow,
  at: Instant,
): Occurrence[] {
  // Those that are in force already are listed first. There is rarely more than one, but
  // of a window that overlaps itself there may be thousands.
  for (let limit = 2 * AT_MOST; ; limit *= 8) {
    const { occurrences, truncated } = expandWindow(window, {
      from: at,
      to: at + LOOKAHEAD_MS,
      limit,
    });
    const next = occurrences.filter(({ start }) => start >= at);
    if (next.length >= AT_MOST || !truncated || limit >= MOST_LOOKED_AT) {
      return next.slice(0, AT_MOST);
    }
  }
}
