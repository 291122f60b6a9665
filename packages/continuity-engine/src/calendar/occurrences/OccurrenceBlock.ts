import type { Instant } from '../../time';
import type { Occurrence } from '../types';
import type { CompiledWindow } from './CompiledWindow';
import type { PlacedSpans } from './PlacedSpans';

/** Calls back with an occurrence in numbers. */
export type SpanVisitor = (start: Instant, end: Instant) => void;

/**
 * The occurrences of a window that overlap a stretch of time, for being asked often:
 * numbers, found by halving, and put into words only once and only when needed.
 */
export class OccurrenceBlock {
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly #window: CompiledWindow;
  readonly #spans: PlacedSpans;
  /** The latest end among this occurrence and all before it. */
  readonly #latestEnds: Float64Array;
  #described: Map<number, Occurrence> | undefined;

  constructor(window: CompiledWindow, from: Instant, to: Instant) {
    this.from = from;
    this.to = to;
    this.#window = window;
    this.#spans = window.place(from, to);
    this.#latestEnds = latestEnds(this.#spans.ends);
  }

  /** The occurrence in force; of several the one that ends last. */
  active(at: Instant): Occurrence | undefined {
    const { ends } = this.#spans;
    let best = -1;
    let bestEnd = at;
    for (let index = this.#firstAfter(at) - 1; index >= 0; index--) {
      if (this.#latestEnds[index] <= bestEnd) break;
      if (ends[index] > bestEnd) {
        best = index;
        bestEnd = ends[index];
      }
    }
    return best < 0 ? undefined : this.#describe(best);
  }

  /** The first occurrence in the block that starts after a moment. */
  next(at: Instant): Occurrence | undefined {
    const index = this.#firstAfter(at);
    return index < this.#spans.starts.length
      ? this.#describe(index)
      : undefined;
  }

  /** What overlaps `[from, to)` and starts no earlier than `notBefore`, by start. */
  visit(
    from: Instant,
    to: Instant,
    notBefore: Instant,
    visitor: SpanVisitor,
  ): void {
    const { starts, ends } = this.#spans;
    for (let index = 0; index < starts.length; index++) {
      const start = starts[index];
      if (start >= to) return;
      if (start >= notBefore && ends[index] > from) visitor(start, ends[index]);
    }
  }

  /** {@link visit}, in words. */
  describe(from: Instant, to: Instant, notBefore: Instant): Occurrence[] {
    const { starts, ends } = this.#spans;
    const found: Occurrence[] = [];
    for (let index = 0; index < starts.length; index++) {
      if (starts[index] >= to) break;
      if (starts[index] >= notBefore && ends[index] > from) {
        found.push(this.#describe(index));
      }
    }
    return found;
  }

  #firstAfter(at: Instant): number {
    const { starts } = this.#spans;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #describe(index: number): Occurrence {
    this.#described ??= new Map();
    const known = this.#described.get(index);
    if (known) return known;
    const described = this.#window.describe(this.#spans, index);
    this.#described.set(index, described);
    return described;
  }
}

/** The ends themselves where no occurrence outlasts a later one, as nearly always. */
function latestEnds(ends: Float64Array): Float64Array {
  for (let index = 1; index < ends.length; index++) {
    if (ends[index] < ends[index - 1]) return runningMaximum(ends);
  }
  return ends;
}

function runningMaximum(values: Float64Array): Float64Array {
  let latest = -Infinity;
  return values.map(value => {
    latest = Math.max(latest, value);
    return latest;
  });
}
