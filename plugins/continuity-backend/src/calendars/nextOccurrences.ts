import {
  expandWindow,
  type FreezeWindow,
  type Instant,
  type Occurrence,
} from '@continuity/engine';

const AT_MOST = 10;

/** Nobody plans further; bounds the search for windows that hardly ever take place. */
const LOOKAHEAD_MS = 50 * 366 * 86_400_000;

/** The next ten occurrences of a window to start. */
export function nextOccurrences(
  window: FreezeWindow,
  at: Instant,
): Occurrence[] {
  const { occurrences } = expandWindow(window, {
    from: at,
    to: at + LOOKAHEAD_MS,
    // Those that are in force already are skipped; there is rarely more than one.
    limit: 2 * AT_MOST,
  });
  return occurrences.filter(({ start }) => start >= at).slice(0, AT_MOST);
}
