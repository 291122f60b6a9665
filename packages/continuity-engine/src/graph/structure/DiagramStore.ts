/** Thrown when an answer would need more room than was allowed. */
export class OutOfReachError extends Error {
  override readonly name = 'OutOfReachError';
}

/** Variable of the two ends, below all others. */
const END = 0x7fffffff;

/**
 * Nodes of decision diagrams, each stored once, so that equal diagrams have the same
 * number (Bryant, "Graph-based algorithms for Boolean function manipulation", 1986).
 * 0 and 1 are the ends.
 */
export class DiagramStore {
  readonly #variables: number[] = [END, END];
  readonly #high: number[] = [0, 1];
  readonly #low: number[] = [0, 1];
  readonly #known = new Map<number, Map<number, number>>();
  readonly #limit: number;

  /** @param limit - how many nodes there may be */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#variables.length;
  }

  variable(node: number): number {
    return this.#variables[node];
  }

  /** What is left when the variable is in, or true. */
  high(node: number): number {
    return this.#high[node];
  }

  /** What is left when the variable is out, or false. */
  low(node: number): number {
    return this.#low[node];
  }

  /** @throws OutOfReachError when there is no more room */
  node(variable: number, high: number, low: number): number {
    // Both are below 2 ** 26, so the key is exact.
    const key = high * 2 ** 26 + low;
    let ofVariable = this.#known.get(variable);
    if (!ofVariable) {
      ofVariable = new Map();
      this.#known.set(variable, ofVariable);
    }
    const known = ofVariable.get(key);
    if (known !== undefined) return known;
    const node = this.#variables.length;
    if (node >= this.#limit) throw new OutOfReachError();
    this.#variables.push(variable);
    this.#high.push(high);
    this.#low.push(low);
    ofVariable.set(key, node);
    return node;
  }
}

/** Remembers results for pairs of nodes. */
export class PairMemo {
  readonly #results = new Map<number, number>();
  readonly #limit: number;

  /** @param limit - how many results there may be */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(a: number, b: number): number | undefined {
    return this.#results.get(a * 2 ** 26 + b);
  }

  /** @throws OutOfReachError when there is no more room */
  set(a: number, b: number, result: number): number {
    if (this.#results.size >= this.#limit) throw new OutOfReachError();
    this.#results.set(a * 2 ** 26 + b, result);
    return result;
  }
}
