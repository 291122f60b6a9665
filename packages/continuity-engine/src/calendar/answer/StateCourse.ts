import type { Instant, Interval } from '../../time';
import type { WindowState } from '../types';
import { OpenRuns } from './OpenRuns';
import { lastUpTo } from './sorted';
import type { StateRuns } from './StateRuns';
import { STATES } from './strictness';

/**
 * How closed it is at every moment of a period. Questions outside the period are
 * refused rather than answered with `open`.
 */
export class StateCourse {
  readonly period: Interval;
  readonly runs: StateRuns;
  #open: OpenRuns | undefined;

  constructor(period: Interval, runs: StateRuns) {
    this.period = period;
    this.runs = runs;
  }

  /** @throws RangeError outside the period. */
  stateAt(at: Instant): WindowState {
    return STATES[this.runs.strictness[this.#runAt(at)]];
  }

  /**
   * The first moment after `at` at which the state is another one. Undefined: it stays
   * as it is to the end of the period.
   *
   * @throws RangeError outside the period.
   */
  nextChange(at: Instant): { at: Instant; state: WindowState } | undefined {
    const next = this.#runAt(at) + 1;
    const { starts, strictness } = this.runs;
    return next < starts.length
      ? { at: starts[next], state: STATES[strictness[next]] }
      : undefined;
  }

  /**
   * The first moment after `at` at which a window begins or ceases to stop deployments.
   * Undefined: none in the period.
   *
   * @throws RangeError outside the period.
   */
  nextCut(at: Instant): Instant | undefined {
    this.#require(at);
    const { cuts } = this.runs;
    const next = lastUpTo(cuts, at) + 1;
    return next < cuts.length ? cuts[next] : undefined;
  }

  /**
   * The first stretch that is open, or only warned of, for at least so long. It begins
   * at `from` at the earliest and ends where it closes, or with the period; so it may
   * be longer than was asked for. Undefined: there is none in the period.
   *
   * @throws RangeError when `from` lies outside the period.
   */
  firstOpen(from: Instant, lengthMs: number): Interval | undefined {
    this.#require(from);
    return this.#openRuns().first(from, lengthMs);
  }

  /**
   * The longest stretch between two moments that is open, or only warned of; of equal
   * ones the first. Undefined: there is none.
   *
   * @throws RangeError when one of them lies outside the period.
   */
  longestOpen(from: Instant, to: Instant): Interval | undefined {
    this.#require(from);
    if (!(to >= from && to <= this.period.end)) this.#refuse(to);
    return this.#openRuns().longest(from, to);
  }

  #openRuns(): OpenRuns {
    this.#open ??= new OpenRuns(this.runs);
    return this.#open;
  }

  #runAt(at: Instant): number {
    this.#require(at);
    return lastUpTo(this.runs.starts, at);
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
