import type { Instant, Interval } from '../../time';
import { lastUpTo } from './sorted';
import { endOfRun, type StateRuns } from './StateRuns';
import { PASSABLE } from './strictness';

/**
 * The stretches that are open or only warned of, made ready for being searched by
 * length from any moment: each knows the next one that is longer, so that a search
 * jumps from record to record.
 */
export class OpenRuns {
  readonly #runs: StateRuns;
  /** The run with which each stretch begins, and the one with which it ends. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #nextLonger: Int32Array;

  constructor(runs: StateRuns) {
    this.#runs = runs;
    const first: number[] = [];
    const last: number[] = [];
    runs.strictness.forEach((strictness, run) => {
      if (strictness > PASSABLE) return;
      if (last.length > 0 && last[last.length - 1] === run - 1) {
        last[last.length - 1] = run;
      } else {
        first.push(run);
        last.push(run);
      }
    });
    this.#first = Int32Array.from(first);
    this.#last = Int32Array.from(last);
    this.#nextLonger = this.#linkLonger();
  }

  /** See `StateCourse.firstOpen`. */
  first(from: Instant, lengthMs: number): Interval | undefined {
    if (!(lengthMs >= 0)) {
      throw new RangeError(`${lengthMs} ms is no length of time`);
    }
    const begun = this.#begunBy(from);
    const rest = this.#within(begun, from, Infinity);
    if (rest && rest.end - rest.start >= lengthMs) return rest;
    let place = begun + 1;
    while (place < this.#first.length && this.#length(place) < lengthMs) {
      place = this.#nextLonger[place];
    }
    return this.#within(place, from, Infinity);
  }

  /** See `StateCourse.longestOpen`. */
  longest(from: Instant, to: Instant): Interval | undefined {
    const begun = this.#begunBy(from);
    let longest = this.#within(begun, from, to);
    for (
      let place = begun + 1;
      place < this.#first.length && this.#start(place) < to;
      place = this.#nextLonger[place]
    ) {
      const found = this.#within(place, from, to);
      if (found && (!longest || lengthOf(found) > lengthOf(longest))) {
        longest = found;
      }
    }
    return longest;
  }

  #start(place: number): Instant {
    return this.#runs.starts[this.#first[place]];
  }

  #end(place: number): Instant {
    return endOfRun(this.#runs, this.#last[place]);
  }

  #length(place: number): number {
    return this.#end(place) - this.#start(place);
  }

  /** The last stretch that has begun by a moment, or -1. */
  #begunBy(at: Instant): number {
    return lastUpTo(this.#first, lastUpTo(this.#runs.starts, at));
  }

  #within(place: number, from: Instant, to: Instant): Interval | undefined {
    if (place < 0 || place >= this.#first.length) return undefined;
    const start = Math.max(this.#start(place), from);
    const end = Math.min(this.#end(place), to);
    return start < end ? { start, end } : undefined;
  }

  /** Of each stretch the first later one that is longer; their number if none is. */
  #linkLonger(): Int32Array {
    const { length } = this.#first;
    const links = new Int32Array(length);
    for (let place = length - 1; place >= 0; place--) {
      let next = place + 1;
      while (next < length && this.#length(next) <= this.#length(place)) {
        next = links[next];
      }
      links[place] = next;
    }
    return links;
  }
}

function lengthOf({ start, end }: Interval): number {
  return end - start;
}
