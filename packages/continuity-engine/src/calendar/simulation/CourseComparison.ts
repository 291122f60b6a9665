import type { Instant } from '../../time';
import type { Closing } from '../answer/closings';
import { lastUpTo } from '../answer/sorted';
import type { Stretches } from '../answer/Stretches';

/** Who closes before and after, and who only then. */
export interface ClosingsCompared {
  common: readonly Closing[];
  before: readonly Closing[];
  after: readonly Closing[];
}

/**
 * Is told a stretch in which two courses differ, always in the same way: from one numbered
 * moment to another, and how strict it was and is; see `strictnessOf`.
 */
export type DifferenceVisitor = (
  from: number,
  to: number,
  before: number,
  after: number,
) => void;

const LEVELS = 4;

/**
 * Compares courses of time. All moments at which anything begins or ends to close are
 * numbered beforehand, so that one comparison is a matter of counting at those of its
 * closings.
 */
export class CourseComparison {
  /** The numbered moments, in order. */
  readonly moments: Float64Array;
  /** Of each moment, by how much the closings of each level become more there. */
  readonly #common: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  /** A bit for each moment at which something happens in this comparison. */
  readonly #marks: Uint32Array;

  /** @param moments - Of all closings that will be compared, ascending, each once. */
  constructor(moments: Float64Array) {
    this.moments = moments;
    this.#common = new Int32Array(LEVELS * moments.length);
    this.#before = new Int32Array(LEVELS * moments.length);
    this.#after = new Int32Array(LEVELS * moments.length);
    this.#marks = new Uint32Array(Math.ceil(moments.length / 32));
  }

  /** Visits where the courses differ, in order. Neighbours that are alike are one. */
  differences(
    { common, before, after }: ClosingsCompared,
    edges: ClosingEdges,
    visit: DifferenceVisitor,
  ): void {
    this.#count(this.#common, common, edges);
    this.#count(this.#before, before, edges);
    this.#count(this.#after, after, edges);
    const was = [0, 0, 0, 0];
    const is = [0, 0, 0, 0];
    let from = 0;
    let strictBefore = 0;
    let strictAfter = 0;
    for (let word = 0; word < this.#marks.length; word++) {
      let bits = this.#marks[word];
      this.#marks[word] = 0;
      while (bits !== 0) {
        const lowest = bits & -bits;
        bits ^= lowest;
        const moment = 32 * word + 31 - Math.clz32(lowest);
        this.#takeCounts(moment, was, is);
        const nextBefore = strictestOf(was);
        const nextAfter = strictestOf(is);
        if (nextBefore === strictBefore && nextAfter === strictAfter) continue;
        if (strictBefore !== strictAfter) {
          visit(from, moment, strictBefore, strictAfter);
        }
        from = moment;
        strictBefore = nextBefore;
        strictAfter = nextAfter;
      }
    }
  }

  #count(
    changes: Int32Array,
    closings: readonly Closing[],
    edges: ClosingEdges,
  ): void {
    for (const closing of closings) {
      const { strictness } = closing;
      let change = 1;
      for (const moment of edges.of(closing)) {
        changes[LEVELS * moment + strictness] += change;
        change = -change;
        this.#marks[moment >>> 5] |= 1 << (moment & 31);
      }
    }
  }

  #takeCounts(moment: number, was: number[], is: number[]): void {
    for (let level = 1; level < LEVELS; level++) {
      const place = LEVELS * moment + level;
      was[level] += this.#common[place] + this.#before[place];
      is[level] += this.#common[place] + this.#after[place];
      this.#common[place] = 0;
      this.#before[place] = 0;
      this.#after[place] = 0;
    }
  }
}

/**
 * Where closings begin and end, as numbers of moments in turn, within the stretches in
 * which a change makes a difference; everywhere else they need not be gone through. A
 * draft that is in force for some hours costs some hours.
 */
export class ClosingEdges {
  readonly #moments: Float64Array;
  readonly #touched: Stretches;
  readonly #known = new Map<Closing, Int32Array>();

  /** @param touched - They begin and end at some of the moments. */
  constructor(moments: Float64Array, touched: Stretches) {
    this.#moments = moments;
    this.#touched = touched;
  }

  of(closing: Closing): Int32Array {
    let edges = this.#known.get(closing);
    if (!edges) {
      edges = this.#number(closing.stretches);
      this.#known.set(closing, edges);
    }
    return edges;
  }

  #number({ starts, ends }: Stretches): Int32Array {
    const edges: number[] = [];
    this.#touched.starts.forEach((from, stretch) => {
      const to = this.#touched.ends[stretch];
      for (
        let index = lastUpTo(ends, from) + 1;
        index < starts.length && starts[index] < to;
        index++
      ) {
        edges.push(
          this.#numberOf(Math.max(starts[index], from)),
          this.#numberOf(Math.min(ends[index], to)),
        );
      }
    });
    return Int32Array.from(edges);
  }

  #numberOf(at: Instant): number {
    return lastUpTo(this.#moments, at);
  }
}

function strictestOf(closing: readonly number[]): number {
  for (let level = LEVELS - 1; level > 0; level--) {
    if (closing[level] > 0) return level;
  }
  return 0;
}
