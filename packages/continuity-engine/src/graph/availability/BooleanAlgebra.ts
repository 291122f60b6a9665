import { DiagramStore, PairMemo } from '../structure/DiagramStore';
import type { FailureAlgebra } from '../structure/evaluate';

const FALSE = 0;
const TRUE = 1;

/**
 * Failures as reduced ordered binary decision diagrams (Bryant, 1986), whose probability
 * is exact however often a node is shared (Rauzy, 1993).
 */
export class BooleanAlgebra implements FailureAlgebra {
  readonly none = FALSE;
  readonly #store: DiagramStore;
  readonly #ors: PairMemo;
  readonly #ands: PairMemo;

  constructor(limit: number) {
    this.#store = new DiagramStore(limit);
    this.#ors = new PairMemo(limit);
    this.#ands = new PairMemo(limit);
  }

  own(unit: number): number {
    return this.#store.node(unit, TRUE, FALSE);
  }

  or(a: number, b: number): number {
    if (a === b || b === FALSE) return a;
    if (a === FALSE) return b;
    if (a === TRUE || b === TRUE) return TRUE;
    if (a > b) return this.or(b, a);
    const known = this.#ors.get(a, b);
    if (known !== undefined) return known;
    const { variable, highA, lowA, highB, lowB } = this.#split(a, b);
    return this.#ors.set(
      a,
      b,
      this.#node(variable, this.or(highA, highB), this.or(lowA, lowB)),
    );
  }

  and(a: number, b: number): number {
    if (a === b || b === TRUE) return a;
    if (a === TRUE) return b;
    if (a === FALSE || b === FALSE) return FALSE;
    if (a > b) return this.and(b, a);
    const known = this.#ands.get(a, b);
    if (known !== undefined) return known;
    const { variable, highA, lowA, highB, lowB } = this.#split(a, b);
    return this.#ands.set(
      a,
      b,
      this.#node(variable, this.and(highA, highB), this.and(lowA, lowB)),
    );
  }

  /**
   * How probable the failure is when units fail independently.
   *
   * @param fails - the probability with which each unit fails by itself
   */
  probability(failure: number, fails: readonly number[]): number {
    const store = this.#store;
    const known = new Float64Array(store.size).fill(-1);
    known[FALSE] = 0;
    known[TRUE] = 1;
    const of = (node: number): number => {
      if (known[node] >= 0) return known[node];
      const p = fails[store.variable(node)];
      known[node] = p * of(store.high(node)) + (1 - p) * of(store.low(node));
      return known[node];
    };
    return of(failure);
  }

  #split(a: number, b: number) {
    const store = this.#store;
    const variable = Math.min(store.variable(a), store.variable(b));
    const hasA = store.variable(a) === variable;
    const hasB = store.variable(b) === variable;
    return {
      variable,
      highA: hasA ? store.high(a) : a,
      lowA: hasA ? store.low(a) : a,
      highB: hasB ? store.high(b) : b,
      lowB: hasB ? store.low(b) : b,
    };
  }

  #node(variable: number, high: number, low: number): number {
    return high === low ? low : this.#store.node(variable, high, low);
  }
}
