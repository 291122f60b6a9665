import type { GraphLayout } from '../storage/GraphLayout';
import type { Affected, GraphNode } from '../types';
import type { Spread } from './Spread';

/** One of the two lists of an impact, by hops, then name. Entries are made when asked for. */
export class AffectedList implements Iterable<Affected> {
  readonly #layout: GraphLayout;
  readonly #spread: Spread;
  /** Places in the spread that belong to the list. */
  readonly #kept: Int32Array;
  #sorted: Int32Array | undefined;
  #places: Map<number, number> | undefined;

  /** @param except - nodes that belong to another list */
  constructor(layout: GraphLayout, spread: Spread, except?: Spread) {
    this.#layout = layout;
    this.#spread = spread;
    this.#kept = except
      ? placesWithout(layout, spread, except)
      : Int32Array.from(spread.order.keys());
  }

  get count(): number {
    return this.#kept.length;
  }

  /** Like `Array.prototype.slice`, for pages. */
  slice(start?: number, end?: number): Affected[] {
    return Array.from(this.#inOrder().subarray(start, end), place =>
      this.#describe(place),
    );
  }

  *[Symbol.iterator](): IterableIterator<Affected> {
    for (const place of this.#inOrder()) yield this.#describe(place);
  }

  /** What is known of each, without its path and in no order: for totals. */
  *nodes(): IterableIterator<GraphNode & { hops: number }> {
    const { names, nodes } = this.#layout;
    for (const place of this.#kept) {
      const index = this.#spread.order[place];
      yield {
        ...nodes.read(index, names.word(index)),
        hops: this.#hops(place),
      };
    }
  }

  /** Numbers of the nodes, in no order. For the functions of this folder. */
  numbers(): Int32Array {
    return this.#kept.map(place => this.#spread.order[place]);
  }

  /** Whether the node of a number is in the list. */
  has(index: number): boolean {
    return this.#placeOf(index) !== undefined;
  }

  /** The entry of the node of a number. */
  find(index: number): Affected | undefined {
    const place = this.#placeOf(index);
    return place === undefined ? undefined : this.#describe(place);
  }

  #placeOf(index: number): number | undefined {
    if (!this.#places) {
      this.#places = new Map();
      for (const place of this.#kept) {
        this.#places.set(this.#spread.order[place], place);
      }
    }
    return this.#places.get(index);
  }

  #inOrder(): Int32Array {
    this.#sorted ??= byWaveAndName(this.#layout, this.#spread, this.#kept);
    return this.#sorted;
  }

  #describe(place: number): Affected {
    const { names } = this.#layout;
    const { order, parents } = this.#spread;
    const path: string[] = [];
    for (let at = place; at >= 0; at = parents[at]) {
      path.push(names.word(order[at]));
    }
    path.reverse();
    // A node is reached in the wave after the one through which it is reached.
    return { node: names.word(order[place]), hops: path.length - 1, path };
  }

  #hops(place: number): number {
    const { waves } = this.#spread;
    let low = 0;
    let high = waves.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (waves[middle] <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}

function placesWithout(
  layout: GraphLayout,
  spread: Spread,
  except: Spread,
): Int32Array {
  if (spread.order.length === except.order.length) return new Int32Array(0);
  const excluded = new Uint8Array(layout.size);
  for (const node of except.order) excluded[node] = 1;
  return Int32Array.from(spread.order.keys()).filter(
    place => excluded[spread.order[place]] === 0,
  );
}

function byWaveAndName(
  { rank }: GraphLayout,
  { order, waves }: Spread,
  kept: Int32Array,
): Int32Array {
  const sorted = kept.slice();
  let begin = 0;
  for (let wave = 1; wave < waves.length; wave++) {
    let end = begin;
    while (end < sorted.length && sorted[end] < waves[wave]) end++;
    sortByRank(sorted.subarray(begin, end), place => rank[order[place]]);
    begin = end;
  }
  return sorted;
}

/** More than there can be places, and small enough that pairs with a rank stay exact. */
const PAIRED = 2 ** 26;

/** Sorts in place; ranks and places are paired in one number, which sorts natively. */
function sortByRank(places: Int32Array, rankOf: (place: number) => number) {
  if (places.length < 2) return;
  const pairs = new Float64Array(places.length);
  for (let index = 0; index < places.length; index++) {
    pairs[index] = rankOf(places[index]) * PAIRED + index;
  }
  pairs.sort();
  const before = places.slice();
  for (let index = 0; index < places.length; index++) {
    places[index] = before[pairs[index] % PAIRED];
  }
}
