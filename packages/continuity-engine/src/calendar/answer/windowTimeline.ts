import type { Instant, Interval } from '../../time';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import type { WindowState } from '../types';
import { lookAhead, type Closing } from './closings';
import type { ScopedWindow } from './considerWindows';
import type { AskedOperation } from './operation';
import { segmentsOf } from './segments';
import { StateCourse } from './StateCourse';
import { sweepStates } from './StateRuns';

/** A stretch of time in which the same windows close. Half-open. */
export interface TimelineSegment {
  start: Instant;
  end: Instant;
  /** The strictest of what closes. */
  state: WindowState;
  /** Those that close then, in the order in which they were given. */
  windows: readonly IndexedWindow[];
}

/** How closed it is at every moment of a period, and by what. */
export class WindowTimeline extends StateCourse {
  readonly #closings: readonly Closing[];
  #segments: readonly TimelineSegment[] | undefined;

  constructor(period: Interval, closings: readonly Closing[]) {
    super(period, sweepStates(closings, period));
    this.#closings = closings;
  }

  /** The whole period in order, without gaps; worked out when first read. */
  get segments(): readonly TimelineSegment[] {
    this.#segments ??= segmentsOf(this.#closings, this.period);
    return this.#segments;
  }
}

/**
 * Works out when the windows that are for a subject close, over a period.
 *
 * @param index - The index that the windows are of.
 * @param scoped - Those that are not in scope have no say.
 * @param period - Not empty; within the years 1970 to 2199.
 * @param options - Absent: a deployment.
 * @throws RangeError for a period that is none, or that leaves those years.
 */
export function windowTimeline(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  period: Interval,
  options: AskedOperation = {},
): WindowTimeline {
  const { closings } = lookAhead(index, scoped, period, options);
  return new WindowTimeline({ start: period.start, end: period.end }, closings);
}
