import type { Instant, Interval } from '../../time';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import type { WindowState } from '../types';
import { findClosings, type Closing } from './closings';
import type { ScopedWindow } from './considerWindows';
import type { AskedOperation } from './operation';
import { OpenRuns } from './OpenRuns';
import { segmentsOf } from './segments';
import { lastUpTo } from './sorted';
import { sweepStates, type StateRuns } from './StateRuns';
import { STATES } from './strictness';

/** A stretch of time in which the same windows close. Half-open. */
export interface TimelineSegment {
  start: Instant;
  end: Instant;
  /** The strictest of what closes. */
  state: WindowState;
  /** Those that close then, in the order in which they were given. */
  windows: readonly IndexedWindow[];
}

/**
 * How closed it is at every moment of a period. Questions outside the period are
 * refused rather than answered with `open`.
 */
export interface WindowTimeline {
  readonly period: Interval;
  /** The whole period in order, without gaps; worked out when first read. */
  readonly segments: readonly TimelineSegment[];
  /** @throws RangeError outside the period. */
  stateAt(at: Instant): WindowState;
  /**
   * The first moment after `at` at which the state is another one. Undefined: it stays
   * as it is to the end of the period.
   *
   * @throws RangeError outside the period.
   */
  nextChange(at: Instant): { at: Instant; state: WindowState } | undefined;
  /**
   * The first stretch that is open, or only warned of, for at least so long. It begins
   * at `from` at the earliest and ends where it closes, or with the period; so it may
   * be longer than was asked for. Undefined: there is none in the period.
   *
   * @throws RangeError when `from` lies outside the period.
   */
  firstOpen(from: Instant, lengthMs: number): Interval | undefined;
  /**
   * The longest stretch between two moments that is open, or only warned of; of equal
   * ones the first. Undefined: there is none.
   *
   * @throws RangeError when one of them lies outside the period.
   */
  longestOpen(from: Instant, to: Instant): Interval | undefined;
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
  const { start, end } = period;
  if (!(start < end)) {
    throw new RangeError(`From ${start} to ${end} is no stretch of time`);
  }
  const since = options.runningSince ?? start;
  if (Number.isNaN(since)) {
    throw new RangeError('A deployment is under way since no moment: NaN');
  }
  const closings = findClosings(
    index,
    scoped,
    { start: Math.max(0, Math.min(start, since)), end },
    options,
  );
  return new SweptTimeline({ start, end }, closings);
}

class SweptTimeline implements WindowTimeline {
  readonly period: Interval;
  readonly #runs: StateRuns;
  readonly #closings: readonly Closing[];
  #open: OpenRuns | undefined;
  #segments: readonly TimelineSegment[] | undefined;

  constructor(period: Interval, closings: readonly Closing[]) {
    this.period = period;
    this.#closings = closings;
    this.#runs = sweepStates(closings, period);
  }

  get segments(): readonly TimelineSegment[] {
    this.#segments ??= segmentsOf(this.#closings, this.period);
    return this.#segments;
  }

  stateAt(at: Instant): WindowState {
    return STATES[this.#runs.strictness[this.#runAt(at)]];
  }

  nextChange(at: Instant): { at: Instant; state: WindowState } | undefined {
    const next = this.#runAt(at) + 1;
    const { starts, strictness } = this.#runs;
    return next < starts.length
      ? { at: starts[next], state: STATES[strictness[next]] }
      : undefined;
  }

  firstOpen(from: Instant, lengthMs: number): Interval | undefined {
    this.#require(from);
    return this.#openRuns().first(from, lengthMs);
  }

  longestOpen(from: Instant, to: Instant): Interval | undefined {
    this.#require(from);
    if (!(to >= from && to <= this.period.end)) this.#refuse(to);
    return this.#openRuns().longest(from, to);
  }

  #openRuns(): OpenRuns {
    this.#open ??= new OpenRuns(this.#runs, this.period.end);
    return this.#open;
  }

  #runAt(at: Instant): number {
    this.#require(at);
    return lastUpTo(this.#runs.starts, at);
  }

  #require(at: Instant): void {
    const { start, end } = this.period;
    if (!(start <= at && at < end)) this.#refuse(at);
  }

  #refuse(at: Instant): never {
    const { start, end } = this.period;
    throw new RangeError(`${at} is not between ${start} and ${end}`);
  }
}
