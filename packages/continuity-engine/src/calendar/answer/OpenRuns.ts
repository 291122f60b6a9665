import type { Instant, Interval } from '../../time';
import type { StateRuns } from './StateRuns';
import { lastUpTo } from './sorted';

/** Strictness up to which nothing stops a deployment: `warn`. */
const PASSABLE = 1;

/**
 * The stretches that are open or only warned of, made ready for being searched by
 * length from any moment: each knows the next one that is longer, so that a search
 * jumps from record to record.
 */
export class OpenRuns {
  readonly #starts: readonly Instant[];
  readonly #ends: readonly Instant[];
  readonly #nextLonger: Int32Array;

  constructor({ starts, strictness }: StateRuns, periodEnd: Instant) {
    const openStarts: Instant[] = [];
    const openEnds: Instant[] = [];
    let open = false;
    starts.forEach((start, run) => {
      const opens = strictness[run] <= PASSABLE;
      if (opens && !open) openStarts.push(start);
      if (!opens && open) openEnds.push(start);
      open = opens;
    });
    if (open) openEnds.push(periodEnd);
    this.#starts = openStarts;
    this.#ends = openEnds;
    this.#nextLonger = this.#linkLonger();
  }

  /** See `WindowTimeline.firstOpen`. */
  first(from: Instant, lengthMs: number): Interval | undefined {
    if (!(lengthMs >= 0)) {
      throw new RangeError(`${lengthMs} ms is no length of time`);
    }
    const { length } = this.#starts;
    const begun = lastUpTo(this.#starts, from);
    const rest = this.#within(begun, from, Infinity);
    if (rest && rest.end - rest.start >= lengthMs) return rest;
    let run = begun + 1;
    while (run < length && this.#length(run) < lengthMs) {
      run = this.#nextLonger[run];
    }
    return this.#within(run, from, Infinity);
  }

  /** See `WindowTimeline.longestOpen`. */
  longest(from: Instant, to: Instant): Interval | undefined {
    const { length } = this.#starts;
    const begun = lastUpTo(this.#starts, from);
    let longest = this.#within(begun, from, to);
    for (
      let run = begun + 1;
      run < length && this.#starts[run] < to;
      run = this.#nextLonger[run]
    ) {
      const found = this.#within(run, from, to);
      if (found && (!longest || lengthOf(found) > lengthOf(longest))) {
        longest = found;
      }
    }
    return longest;
  }

  #length(run: number): number {
    return this.#ends[run] - this.#starts[run];
  }

  #within(run: number, from: Instant, to: Instant): Interval | undefined {
    if (run < 0 || run >= this.#starts.length) return undefined;
    const start = Math.max(this.#starts[run], from);
    const end = Math.min(this.#ends[run], to);
    return start < end ? { start, end } : undefined;
  }

  /** Of each run the first later one that is longer; the number of runs if none is. */
  #linkLonger(): Int32Array {
    const { length } = this.#starts;
    const links = new Int32Array(length);
    for (let run = length - 1; run >= 0; run--) {
      let next = run + 1;
      while (next < length && this.#length(next) <= this.#length(run)) {
        next = links[next];
      }
      links[run] = next;
    }
    return links;
  }
}

function lengthOf({ start, end }: Interval): number {
  return end - start;
}
