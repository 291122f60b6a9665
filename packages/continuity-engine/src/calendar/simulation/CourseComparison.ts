import type { Instant } from '../../time';
import type { Closing } from '../answer/closings';
import { lastUpTo } from '../answer/sorted';
import type { Stretches } from '../answer/Stretches';

/** A stretch in which two courses differ, always in the same way. */
export interface Difference {
  start: Instant;
  end: Instant;
  /** How strict it was, and is; see `strictnessOf`. */
  before: number;
  after: number;
}

/** Who closes before and after, and who only then. */
export interface ClosingsCompared {
  common: readonly Closing[];
  before: readonly Closing[];
  after: readonly Closing[];
}

const LEVELS = 4;

/**
 * Compares courses of time within the stretches in which a change makes a difference;
 * everywhere else they say the same. Closings are told first, each once; all moments at
 * which any of them begins or ends are numbered then, so that one comparison is a matter
 * of counting.
 */
export class CourseComparison {
  readonly #touched: Stretches;
  readonly #cut = new Map<Closing, Stretches>();
  readonly #edges = new Map<Closing, Int32Array>();
  #times = new Float64Array(0);
  /** Of each moment, by how much the closings of each level become more there. */
  #common = new Int32Array(0);
  #before = new Int32Array(0);
  #after = new Int32Array(0);
  /** A bit for each moment at which something happens in this comparison. */
  #marks = new Uint32Array(0);

  /** @param touched - Outside of them nothing differs. */
  constructor(touched: Stretches) {
    this.#touched = touched;
  }

  /** Has to be called for all closings before anything is compared. */
  learn(closing: Closing): void {
    if (this.#cut.has(closing)) return;
    this.#cut.set(closing, within(closing.stretches, this.#touched));
  }

  /** Numbers the moments. */
  prepare(): void {
    let size = 0;
    for (const { starts } of this.#cut.values()) size += 2 * starts.length;
    const all = new Float64Array(size);
    let filled = 0;
    for (const { starts, ends } of this.#cut.values()) {
      all.set(starts, filled);
      all.set(ends, filled + starts.length);
      filled += 2 * starts.length;
    }
    all.sort();
    const times = all.filter(
      (at, index) => index === 0 || at !== all[index - 1],
    );
    this.#times = times;
    for (const [closing, { starts, ends }] of this.#cut) {
      const edges = new Int32Array(2 * starts.length);
      for (let index = 0; index < starts.length; index++) {
        edges[2 * index] = lastUpTo(times, starts[index]);
        edges[2 * index + 1] = lastUpTo(times, ends[index]);
      }
      this.#edges.set(closing, edges);
    }
    this.#cut.clear();
    this.#common = new Int32Array(LEVELS * times.length);
    this.#before = new Int32Array(LEVELS * times.length);
    this.#after = new Int32Array(LEVELS * times.length);
    this.#marks = new Uint32Array(Math.ceil(times.length / 32));
  }

  /** Where the courses differ. Neighbours that differ in the same way are one. */
  differences({ common, before, after }: ClosingsCompared): Difference[] {
    this.#count(this.#common, common);
    this.#count(this.#before, before);
    this.#count(this.#after, after);
    const found: Difference[] = [];
    const was = [0, 0, 0, 0];
    const is = [0, 0, 0, 0];
    let last: Difference | undefined;
    for (const moment of this.#takeMarks()) {
      const at = this.#times[moment];
      if (last) last.end = at;
      for (let level = 1; level < LEVELS; level++) {
        const place = LEVELS * moment + level;
        was[level] += this.#common[place] + this.#before[place];
        is[level] += this.#common[place] + this.#after[place];
        this.#common[place] = 0;
        this.#before[place] = 0;
        this.#after[place] = 0;
      }
      const strictBefore = strictestOf(was);
      const strictAfter = strictestOf(is);
      if (strictBefore === strictAfter) {
        last = undefined;
      } else if (last?.before !== strictBefore || last.after !== strictAfter) {
        last = { start: at, end: at, before: strictBefore, after: strictAfter };
        found.push(last);
      }
    }
    return found;
  }

  #count(changes: Int32Array, closings: readonly Closing[]): void {
    for (const closing of closings) {
      const edges = this.#edges.get(closing);
      if (!edges)
        throw new RangeError('The closing is not one that was learnt');
      const { strictness } = closing;
      for (let index = 0; index < edges.length; index++) {
        const moment = edges[index];
        changes[LEVELS * moment + strictness] += index % 2 === 0 ? 1 : -1;
        this.#marks[moment >>> 5] |= 1 << (moment & 31);
      }
    }
  }

  /** The moments that are marked, in order; they are not afterwards. */
  *#takeMarks(): Iterable<number> {
    for (let word = 0; word < this.#marks.length; word++) {
      let bits = this.#marks[word];
      this.#marks[word] = 0;
      while (bits !== 0) {
        const lowest = bits & -bits;
        yield 32 * word + 31 - Math.clz32(lowest);
        bits ^= lowest;
      }
    }
  }
}

/** What stretches have in common with others. */
function within({ starts, ends }: Stretches, others: Stretches): Stretches {
  const found: { starts: Instant[]; ends: Instant[] } = {
    starts: [],
    ends: [],
  };
  others.starts.forEach((from, other) => {
    const to = others.ends[other];
    for (
      let index = lastUpTo(ends, from) + 1;
      index < starts.length && starts[index] < to;
      index++
    ) {
      found.starts.push(Math.max(starts[index], from));
      found.ends.push(Math.min(ends[index], to));
    }
  });
  return found;
}

function strictestOf(closing: readonly number[]): number {
  for (let level = LEVELS - 1; level > 0; level--) {
    if (closing[level] > 0) return level;
  }
  return 0;
}
