import { DiagramStore, PairMemo } from '../structure/DiagramStore';
import type { FailureAlgebra } from '../structure/evaluate';

/** No set at all: nothing makes it fail. */
const NONE = 0;
/** The empty set alone: it fails by itself. */
const ALWAYS = 1;

/** How many are in the smallest and in the largest of some sets. */
interface Sizes {
  least: number;
  most: number;
}

const NO_SIZE: Sizes = { least: Infinity, most: -Infinity };
const EMPTY_SIZE: Sizes = { least: 0, most: 0 };

/**
 * Minimal cut sets up to a size as zero-suppressed decision diagrams, after Rauzy, "New
 * algorithms for fault trees analysis" (1993), and Minato, "Zero-suppressed BDDs for set
 * manipulation in combinatorial problems" (1993). Sets that are too large are dropped at
 * once: whatever is built from them is larger still.
 */
export class CutSetAlgebra implements FailureAlgebra {
  readonly none = NONE;
  readonly #store: DiagramStore;
  readonly #maxSize: number;
  readonly #unions: PairMemo;
  readonly #without: PairMemo;
  /** By how many more may be in a set. */
  readonly #products: PairMemo[];
  readonly #sizes = new Map<number, Sizes>();

  constructor(maxSize: number, limit: number) {
    this.#maxSize = maxSize;
    this.#store = new DiagramStore(limit);
    this.#unions = new PairMemo(limit);
    this.#without = new PairMemo(limit);
    this.#products = Array.from(
      { length: maxSize + 1 },
      () => new PairMemo(limit),
    );
  }

  own(unit: number): number {
    return this.#maxSize < 1 ? NONE : this.#store.node(unit, ALWAYS, NONE);
  }

  /** Sets of either, without those that contain another. */
  or(a: number, b: number): number {
    if (a === b || b === NONE) return a;
    if (a === NONE) return b;
    if (a === ALWAYS || b === ALWAYS) return ALWAYS;
    if (a > b) return this.or(b, a);
    const known = this.#unions.get(a, b);
    if (known !== undefined) return known;
    const { variable, highA, lowA, highB, lowB } = this.#split(a, b);
    const low = this.or(lowA, lowB);
    const high = this.#minus(this.or(highA, highB), low);
    return this.#unions.set(a, b, this.#node(variable, high, low));
  }

  /** Each set of one with each of the other, without those that contain another. */
  and(a: number, b: number): number {
    return this.#product(a, b, this.#maxSize);
  }

  /** The sets, smallest first, until `visit` says that it is enough. */
  each(sets: number, visit: (units: number[]) => boolean): void {
    for (let size = 0; size <= this.#maxSize; size++) {
      if (!this.#eachOf(sets, size, [], visit)) return;
    }
  }

  #eachOf(
    sets: number,
    size: number,
    units: number[],
    visit: (units: number[]) => boolean,
  ): boolean {
    const { least, most } = this.#sizesOf(sets);
    if (size < least || size > most) return true;
    if (sets === ALWAYS) return visit([...units]);
    if (size > 0) {
      units.push(this.#store.variable(sets));
      const more = this.#eachOf(this.#store.high(sets), size - 1, units, visit);
      units.pop();
      if (!more) return false;
    }
    return this.#eachOf(this.#store.low(sets), size, units, visit);
  }

  /** How small and how large sets are; without it, every dead end would be gone into. */
  #sizesOf(sets: number): Sizes {
    if (sets === NONE) return NO_SIZE;
    if (sets === ALWAYS) return EMPTY_SIZE;
    let sizes = this.#sizes.get(sets);
    if (!sizes) {
      const high = this.#sizesOf(this.#store.high(sets));
      const low = this.#sizesOf(this.#store.low(sets));
      sizes = {
        least: Math.min(high.least + 1, low.least),
        most: Math.max(high.most + 1, low.most),
      };
      this.#sizes.set(sets, sizes);
    }
    return sizes;
  }

  #product(a: number, b: number, room: number): number {
    if (a === NONE || b === NONE) return NONE;
    if (a === ALWAYS && b === ALWAYS) return ALWAYS;
    if (room === 0) return NONE;
    if (a > b) return this.#product(b, a, room);
    const known = this.#products[room].get(a, b);
    if (known !== undefined) return known;
    const { variable, highA, lowA, highB, lowB } = this.#split(a, b);
    const low = this.#product(lowA, lowB, room);
    const high = this.#minus(
      this.or(
        this.#product(highA, highB, room - 1),
        this.or(
          this.#product(highA, lowB, room - 1),
          this.#product(lowA, highB, room - 1),
        ),
      ),
      low,
    );
    return this.#products[room].set(a, b, this.#node(variable, high, low));
  }

  /** The sets of `a` that contain none of `b`. */
  #minus(a: number, b: number): number {
    if (a === NONE || b === ALWAYS || a === b) return NONE;
    if (b === NONE || a === ALWAYS) return a;
    const known = this.#without.get(a, b);
    if (known !== undefined) return known;
    const store = this.#store;
    let result: number;
    if (store.variable(b) < store.variable(a)) {
      result = this.#minus(a, store.low(b));
    } else {
      const { variable, highA, lowA, highB, lowB } = this.#split(a, b);
      result = this.#node(
        variable,
        this.#minus(this.#minus(highA, highB), lowB),
        this.#minus(lowA, lowB),
      );
    }
    return this.#without.set(a, b, result);
  }

  /** Both by the first of their variables; who does not have it is all in `low`. */
  #split(a: number, b: number) {
    const store = this.#store;
    const variable = Math.min(store.variable(a), store.variable(b));
    const hasA = store.variable(a) === variable;
    const hasB = store.variable(b) === variable;
    return {
      variable,
      highA: hasA ? store.high(a) : NONE,
      lowA: hasA ? store.low(a) : a,
      highB: hasB ? store.high(b) : NONE,
      lowB: hasB ? store.low(b) : b,
    };
  }

  #node(variable: number, high: number, low: number): number {
    return high === NONE ? low : this.#store.node(variable, high, low);
  }
}
