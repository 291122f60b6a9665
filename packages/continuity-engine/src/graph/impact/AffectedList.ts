import type { GraphLayout } from '../storage/GraphLayout';
import type { Affected, GraphNode } from '../types';
import type { Spread } from './Spread';

/** One of the two lists of an impact, by hops, then name. Entries are made when asked for. */
export class AffectedList implements Iterable<Affected> {
  readonly #layout: GraphLayout;
  readonly #spread: Spread;
  /** Places in the spread that belong to the list: by wave, and sorted up to `#sorted`. */
  readonly #kept: Int32Array;
  #sorted = 0;
  /** By node its place in the spread, or -1. */
  #places: Int32Array | undefined;

  /** @param except - nodes that belong to another list */
  constructor(layout: GraphLayout, spread: Spread, except?: Spread) {
    this.#layout = layout;
    this.#spread = spread;
    this.#kept = placesWithout(layout, spread, except);
  }

  get count(): number {
    return this.#kept.length;
  }

  /** Like `Array.prototype.slice`, for pages. */
  slice(start: number = 0, end: number = this.count): Affected[] {
    this.#sortUpTo(end < 0 ? this.count + end : end);
    return Array.from(this.#kept.subarray(start, end), place =>
      this.#describe(place),
    );
  }

  *[Symbol.iterator](): IterableIterator<Affected> {
    for (let at = 0; at < this.#kept.length; at++) {
      this.#sortUpTo(at + 1);
      yield this.#describe(this.#kept[at]);
    }
  }

  /** What is known of each, without its path and in no order: for totals. */
  *nodes(): IterableIterator<GraphNode & { hops: number }> {
    const { names, nodes } = this.#layout;
    for (const place of this.#kept) {
      const index = this.#spread.order[place];
      yield {
        ...nodes.read(index, names.word(index)),
        hops: this.#wave(place) - 1,
      };
    }
  }

  /** Like {@link AffectedList.nodes}, by hops, then name. */
  *nodesInOrder(): IterableIterator<GraphNode & { hops: number }> {
    const { names, nodes } = this.#layout;
    for (let at = 0; at < this.#kept.length; at++) {
      this.#sortUpTo(at + 1);
      const index = this.#spread.order[this.#kept[at]];
      yield {
        ...nodes.read(index, names.word(index)),
        hops: this.#wave(this.#kept[at]) - 1,
      };
    }
  }

  /** Numbers of the nodes, in no order. For the functions of this folder. */
  numbers(): Int32Array {
    const { order } = this.#spread;
    return this.#kept.map(place => order[place]);
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

  /**
   * Numbers of the nodes on the path to the node of a number, the cause first. For the
   * functions of this folder.
   */
  way(index: number): Int32Array | undefined {
    const end = this.#placeOf(index);
    if (end === undefined) return undefined;
    const { order, parents } = this.#spread;
    const way = new Int32Array(this.#wave(end));
    let at = end;
    for (let step = way.length - 1; step >= 0; step--) {
      way[step] = order[at];
      at = parents[at];
    }
    return way;
  }

  #placeOf(index: number): number | undefined {
    if (!this.#places) {
      this.#places = new Int32Array(this.#layout.size).fill(-1);
      for (let at = 0; at < this.#kept.length; at++) {
        this.#places[this.#spread.order[this.#kept[at]]] = this.#kept[at];
      }
    }
    // A name that came into the vocabulary later has no place at all.
    const place = this.#places[index] ?? -1;
    return place < 0 ? undefined : place;
  }

  /** Sorts wave by wave until so many are in order; most readers want a first page. */
  #sortUpTo(count: number): void {
    const { order, waves } = this.#spread;
    const { rank } = this.#layout;
    while (this.#sorted < Math.min(count, this.#kept.length)) {
      const begin = this.#sorted;
      const limit = waves[this.#wave(this.#kept[begin])];
      let end = begin;
      while (end < this.#kept.length && this.#kept[end] < limit) end++;
      sortByRank(this.#kept.subarray(begin, end), place => rank[order[place]]);
      this.#sorted = end;
    }
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

  /** Number of the wave of a place, from 1: `waves` has its end there. */
  #wave(place: number): number {
    const { waves } = this.#spread;
    let low = 0;
    let high = waves.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (waves[middle] <= place) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

function placesWithout(
  layout: GraphLayout,
  { order }: Spread,
  except?: Spread,
): Int32Array {
  const count = order.length - (except?.order.length ?? 0);
  const places = new Int32Array(count);
  if (!except) {
    for (let place = 0; place < count; place++) places[place] = place;
    return places;
  }
  if (count === 0) return places;
  // What is failing is disturbed as well, so just the rest is left.
  const excluded = new Uint8Array(layout.size);
  for (let at = 0; at < except.order.length; at++) {
    excluded[except.order[at]] = 1;
  }
  let kept = 0;
  for (let place = 0; place < order.length; place++) {
    if (excluded[order[place]] === 0) places[kept++] = place;
  }
  return places;
}

/** More than there can be places, and small enough that pairs with a rank stay exact. */
const PAIRED = 2 ** 26;

/** Sorts in place; ranks and places are paired in one number, which sorts natively. */
function sortByRank(
  places: Int32Array,
  rankOf: (place: number) => number,
): void {
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
