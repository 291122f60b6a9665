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

/** Room that collectors hand on to each other, because they are made by the thousand. */
let spareRoom: Float64Array | undefined;

/**
 * Gathers the occurrences that overlap a half-open range. They may come in any order;
 * of several that start at one moment the longest is kept.
 */
export class SpanCollector {
  readonly #from: Instant;
  readonly #to: Instant;
  /** Start and end in turn. */
  #room: Float64Array;
  #filled = 0;
  #latest = -Infinity;
  #meanings: Map<number, Meaning> | undefined;
  #inOrder = true;

  constructor(from: Instant, to: Instant) {
    this.#from = from;
    this.#to = to;
    this.#room = spareRoom ?? new Float64Array(1024);
    spareRoom = undefined;
  }

  add(start: Instant, end: Instant, meaning?: Meaning): void {
    if (start >= this.#to || end <= this.#from) return;
    if (start <= this.#latest) this.#inOrder = false;
    this.#latest = start;
    if (meaning) {
      this.#meanings ??= new Map();
      this.#meanings.set(this.#filled / 2, meaning);
    }
    if (this.#filled === this.#room.length) {
      const larger = new Float64Array(2 * this.#filled);
      larger.set(this.#room);
      this.#room = larger;
    }
    this.#room[this.#filled] = start;
    this.#room[this.#filled + 1] = end;
    this.#filled += 2;
  }

  /** What was gathered; to be asked for once, and nothing can be added afterwards. */
  finish(): PlacedSpans {
    const found = this.#inOrder ? this.#inTurn() : this.#sorted();
    spareRoom = this.#room;
    return found;
  }

  #inTurn(): PlacedSpans {
    const count = this.#filled / 2;
    if (count === 0) return NOTHING;
    const starts = new Float64Array(count);
    const ends = new Float64Array(count);
    for (let position = 0; position < count; position++) {
      starts[position] = this.#room[2 * position];
      ends[position] = this.#room[2 * position + 1];
    }
    return { starts, ends, meanings: this.#meanings };
  }

  #sorted(): PlacedSpans {
    const spans = Array.from(
      { length: this.#filled / 2 },
      (_, position): Span => ({
        start: this.#room[2 * position],
        end: this.#room[2 * position + 1],
        meaning: this.#meanings?.get(position),
      }),
    ).sort(byStartThenLongest);
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
