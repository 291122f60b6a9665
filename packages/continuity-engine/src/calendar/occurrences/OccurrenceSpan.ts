import type { Instant } from '../../time';
import type { CompiledWindow, PlacedOccurrence } from './CompiledWindow';
import type { Occurrence } from '../types';

/**
 * All occurrences of a window in a stretch of time, for being asked often: sorted,
 * found by halving, put into words only once and only when needed.
 */
export class OccurrenceSpan {
  readonly #window: CompiledWindow;
  readonly #placed: readonly PlacedOccurrence[];
  readonly #starts: Float64Array;
  /** The latest end among this occurrence and all before it. */
  readonly #latestEnds: Float64Array;
  readonly #described: (Occurrence | undefined)[];

  constructor(window: CompiledWindow, from: Instant, to: Instant) {
    this.#window = window;
    this.#placed = window.place(from, to);
    this.#starts = Float64Array.from(this.#placed, one => one.start);
    this.#latestEnds = new Float64Array(this.#placed.length);
    let latest = -Infinity;
    this.#placed.forEach((one, index) => {
      latest = Math.max(latest, one.end);
      this.#latestEnds[index] = latest;
    });
    this.#described = new Array(this.#placed.length);
  }

  /** The occurrence in force; of several the one that ends last. */
  active(at: Instant): Occurrence | undefined {
    let best = -1;
    let bestEnd = at;
    for (let index = this.#firstAfter(at) - 1; index >= 0; index--) {
      if (this.#latestEnds[index] <= bestEnd) break;
      const { end } = this.#placed[index];
      if (end > bestEnd) {
        best = index;
        bestEnd = end;
      }
    }
    return this.#describe(best);
  }

  /** The first occurrence that starts after `at` and before `until`. */
  next(at: Instant, until: Instant): Occurrence | undefined {
    const index = this.#firstAfter(at);
    return index < this.#starts.length && this.#starts[index] < until
      ? this.#describe(index)
      : undefined;
  }

  #firstAfter(at: Instant): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #describe(index: number): Occurrence | undefined {
    if (index < 0) return undefined;
    this.#described[index] ??= this.#window.describe(this.#placed[index]);
    return this.#described[index];
  }
}
