import type { Instant } from '../../time';
import { DAY_MS } from '../clock/wallTime';
import { END_OF_TIME } from '../recurrence/Recurrence';
import type { FreezeWindow, Occurrence } from '../types';
import { CompiledWindow } from './CompiledWindow';
import { clockOf } from './sharedClock';

/** More occurrences than this are not listed at once. */
const DEFAULT_LIMIT = 10_000;

/** A range is looked through in steps of this size, so that a limit also limits the work. */
const STEP_MS = 2 * 366 * DAY_MS;

/** What is asked of {@link expandWindow}; the range is half-open. */
export interface ExpansionRange {
  from: Instant;
  to: Instant;
  /** At most this many occurrences. Absent: 10,000. */
  limit?: number;
}

/** Occurrences by start. `truncated`: there may be more in the range than are listed. */
export interface Expansion {
  occurrences: Occurrence[];
  truncated: boolean;
}

/**
 * Every occurrence of a window that overlaps a range, also those that began before
 * it. The meaning of clock times is that of `CompiledWindow`; windows are
 * computed up to the year 2199, and a range beyond that is reported as truncated.
 *
 * @param window - As `parseFreezeWindow` gave it.
 * @throws RangeError for a window that was not checked, or a limit below 1.
 */
export function expandWindow(
  window: FreezeWindow,
  range: ExpansionRange,
): Expansion {
  const { from, to, limit = DEFAULT_LIMIT } = range;
  if (!(limit >= 1)) {
    throw new RangeError(`${limit} is not a limit of at least 1`);
  }
  const compiled = new CompiledWindow(window, clockOf(window.timezone));
  // Skips the empty years of a range that begins early.
  const first = Math.max(from, compiled.earliest);
  const end = Math.min(to, END_OF_TIME);
  const occurrences: Occurrence[] = [];
  for (let step = first; step < end; step += STEP_MS) {
    const spans = compiled.place(step, Math.min(step + STEP_MS, end));
    for (let index = 0; index < spans.starts.length; index++) {
      // One that began in an earlier step stands in the list already.
      if (step > first && spans.starts[index] < step) continue;
      if (occurrences.length >= limit) return { occurrences, truncated: true };
      occurrences.push(compiled.describe(spans, index));
    }
  }
  return { occurrences, truncated: to > end };
}
