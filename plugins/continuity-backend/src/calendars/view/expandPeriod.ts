import type { IndexedWindow, Interval, Occurrence } from '@continuity/engine';
import type { WindowBook } from '../../catalog';
import { createTurns } from '../turns';

const DAY_MS = 86_400_000;

/** A period that people look at is worked out at once. */
const FIRST_STRETCH_DAYS = 45;

/** When windows take place in a period. */
export interface PeriodExpansion {
  /** Earliest start first. `window`: a position among the windows that were asked for. */
  occurrences: { window: number; occurrence: Occurrence }[];
  /** Positions of the windows that take place in the period, ascending. */
  takingPlace: number[];
  /** More occurrences exist than these. */
  truncated: boolean;
}

/**
 * The first occurrences of windows that touch a period. Works through the period in
 * stretches, so that the work is bounded by what is wanted and not by what there is: ten
 * thousand hourly windows have ninety million occurrences a year.
 *
 * @param windows - of the book
 * @param limit - how many occurrences are wanted
 */
export async function expandPeriod(
  book: Pick<WindowBook, 'stateOf' | 'occurrencesOf'>,
  windows: readonly IndexedWindow[],
  period: Interval,
  limit: number,
): Promise<PeriodExpansion> {
  const turn = createTurns();
  const found: PeriodExpansion['occurrences'] = [];
  const takingPlace = new Set<number>();
  let from = period.start;
  let days = firstStretch(windows.length, limit);
  while (from < period.end && found.length <= limit) {
    const to = Math.min(from + days * DAY_MS, period.end);
    const before = found.length;
    for (let window = 0; window < windows.length; window++) {
      for (const occurrence of book.occurrencesOf(windows[window], {
        start: from,
        end: to,
      })) {
        // One that began before this stretch was found in the one before.
        if (from === period.start || occurrence.start >= from) {
          found.push({ window, occurrence });
          takingPlace.add(window);
        }
      }
      await turn();
    }
    if (found.length - before < limit / 8) {
      days *= 2;
    }
    from = to;
  }
  if (from < period.end) {
    await addLater(
      book,
      windows,
      { start: from, end: period.end },
      takingPlace,
    );
  }
  found.sort(
    (a, b) =>
      a.occurrence.start - b.occurrence.start ||
      a.occurrence.end - b.occurrence.end ||
      a.window - b.window,
  );
  return {
    occurrences: found.slice(0, limit),
    takingPlace: [...takingPlace].sort((a, b) => a - b),
    truncated: found.length > limit || from < period.end,
  };
}

/** About twice what is wanted, when every window takes place every day. */
function firstStretch(windows: number, limit: number): number {
  const days = Math.floor((2 * limit) / Math.max(1, windows));
  return Math.max(1, Math.min(FIRST_STRETCH_DAYS, days));
}

/** Windows that take place in a period of which the occurrences are not listed. */
async function addLater(
  book: Pick<WindowBook, 'stateOf'>,
  windows: readonly IndexedWindow[],
  { start, end }: Interval,
  takingPlace: Set<number>,
): Promise<void> {
  const turn = createTurns();
  for (let window = 0; window < windows.length; window++) {
    if (!takingPlace.has(window)) {
      const { next } = book.stateOf(windows[window], start);
      if (next && next.start < end) {
        takingPlace.add(window);
      }
      await turn();
    }
  }
}
