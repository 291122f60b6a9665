import type { Instant } from '../../time';
import type { WallTime } from '../clock/wallTime';
import type { CompiledLength } from './windowLength';

/** What was meant by an occurrence that is not simply another one of its window. */
export interface Meaning {
  /** Where on the clock it was meant to start. */
  wall: WallTime;
  length: CompiledLength;
  /** Of an overridden occurrence. */
  title?: string;
  reason?: string;
}

/** Occurrences in numbers, by start; no two start at one moment. */
export interface PlacedSpans {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** By position, for those that need it; most windows have none. */
  readonly meanings: ReadonlyMap<number, Meaning> | undefined;
}

interface Span {
  start: Instant;
  end: Instant;
  meaning: Meaning | undefined;
}

const NOTHING: PlacedSpans = {
  starts: new Float64Array(0),
  ends: new Float64Array(0),
  meanings: undefined,
};

/**
 * Gathers the occurrences that overlap a half-open range. They may come in any order;
 * of several that start at one moment the longest is kept.
 */
export class SpanCollector {
  readonly #from: Instant;
  readonly #to: Instant;
  readonly #starts: Instant[] = [];
  readonly #ends: Instant[] = [];
  #meanings: Map<number, Meaning> | undefined;
  #inOrder = true;

  constructor(from: Instant, to: Instant) {
    this.#from = from;
    this.#to = to;
  }

  add(start: Instant, end: Instant, meaning?: Meaning): void {
    if (start >= this.#to || end <= this.#from) return;
    const position = this.#starts.length;
    if (position > 0 && start <= this.#starts[position - 1]) {
      this.#inOrder = false;
    }
    this.#starts.push(start);
    this.#ends.push(end);
    if (meaning) {
      this.#meanings ??= new Map();
      this.#meanings.set(position, meaning);
    }
  }

  finish(): PlacedSpans {
    if (this.#starts.length === 0) return NOTHING;
    if (!this.#inOrder) return this.#sorted();
    return {
      starts: new Float64Array(this.#starts),
      ends: new Float64Array(this.#ends),
      meanings: this.#meanings,
    };
  }

  #sorted(): PlacedSpans {
    const spans = this.#starts
      .map((start, position): Span => {
        const meaning = this.#meanings?.get(position);
        return { start, end: this.#ends[position], meaning };
      })
      .sort(byStartThenLongest);
    const again = new SpanCollector(this.#from, this.#to);
    let last: Instant | undefined;
    for (const { start, end, meaning } of spans) {
      if (start !== last) again.add(start, end, meaning);
      last = start;
    }
    return again.finish();
  }
}

/** Of two that are alike in time, the one that says more; so the order never matters. */
function byStartThenLongest(a: Span, b: Span): number {
  return (
    a.start - b.start ||
    b.end - a.end ||
    wordsOf(b) - wordsOf(a) ||
    (a.meaning?.wall ?? 0) - (b.meaning?.wall ?? 0)
  );
}

function wordsOf({ meaning }: Span): number {
  if (!meaning) return 0;
  return meaning.title === undefined && meaning.reason === undefined ? 1 : 2;
}
