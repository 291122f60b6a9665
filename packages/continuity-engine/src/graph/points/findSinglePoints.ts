import { componentsOf } from '../components/Components';
import { isPresent, numberOf, type DependencyGraph } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import type { SinglePoint } from '../types';
import { CommonCauses } from './CommonCauses';
import { defaultRoots } from './defaultRoots';
import { fallenRoots } from './fallenRoots';
import type { RootSets } from './RootSets';

/** Roots that are looked at together: 32 bytes a component, twice while they are. */
const BLOCK = 256;

/** Nodes whose failure alone brings roots down, the one with the most roots first. */
export class SinglePoints implements Iterable<SinglePoint> {
  /** The roots that were asked for, by name. */
  readonly roots: readonly string[];
  readonly #layout: GraphLayout;
  readonly #blocks: readonly RootSets[];
  readonly #bitOf: Map<number, number>;
  readonly #counts: Int32Array;
  /** Numbers of nodes, most roots first, then by name. */
  readonly #ranked: Int32Array;

  /** Use {@link findSinglePoints}. */
  constructor(layout: GraphLayout, roots: string[], blocks: RootSets[]) {
    this.roots = roots;
    this.#layout = layout;
    this.#blocks = blocks;
    this.#bitOf = new Map(
      roots.map((root, bit) => [numberOf(layout, root), bit]),
    );
    this.#counts = this.#countRoots();
    this.#ranked = this.#rank();
  }

  /** How many single points of failure there are. */
  get count(): number {
    return this.#ranked.length;
  }

  /** How many pairs of a point and a root there are. */
  get pairs(): number {
    return this.#ranked.reduce((sum, node) => sum + this.#counts[node], 0);
  }

  /** Like `Array.prototype.slice`, for pages. */
  slice(start?: number, end?: number): SinglePoint[] {
    return Array.from(this.#ranked.subarray(start, end), node =>
      this.#describe(node),
    );
  }

  *[Symbol.iterator](): IterableIterator<SinglePoint> {
    for (const node of this.#ranked) yield this.#describe(node);
  }

  /** How many roots fall with a node; 0 also when there is no such node. */
  countFor(node: string): number {
    const index = this.#layout.names.numberOf(node);
    return index === undefined || index >= this.#layout.size
      ? 0
      : this.#counts[index];
  }

  /** The roots that fall with a node, by name, without the node itself. */
  rootsOf(node: string): string[] {
    const index = this.#layout.names.numberOf(node);
    return index === undefined || index >= this.#layout.size
      ? []
      : this.#describe(index).roots;
  }

  #describe(node: number): SinglePoint {
    const part = componentsOf(this.#layout, 'hard').of[node];
    const own = this.#bitOf.get(node);
    const name = this.#layout.names.word(node);
    return {
      node: name,
      roots: this.roots.filter(
        (_, bit) =>
          bit !== own &&
          this.#blocks[Math.floor(bit / BLOCK)].has(part, bit % BLOCK),
      ),
    };
  }

  #countRoots(): Int32Array {
    const { count, of } = componentsOf(this.#layout, 'hard');
    const perComponent = new Int32Array(count);
    for (const block of this.#blocks) {
      for (let part = 0; part < count; part++) {
        perComponent[part] += block.count(part);
      }
    }
    const counts = Int32Array.from(of, part => perComponent[part]);
    // Every root falls with itself; that is not worth saying.
    for (const root of this.#bitOf.keys()) counts[root]--;
    return counts;
  }

  #rank(): Int32Array {
    const { size, rank } = this.#layout;
    const keys: number[] = [];
    const most = this.roots.length;
    const byRank = new Int32Array(size);
    for (let node = 0; node < size; node++) {
      byRank[rank[node]] = node;
      if (this.#counts[node] > 0 && isPresent(this.#layout, node)) {
        keys.push((most - this.#counts[node]) * size + rank[node]);
      }
    }
    // As numbers these sort natively, and exactly: roots times nodes is below 2 ** 53.
    return Int32Array.from(
      Float64Array.from(keys).sort(),
      key => byRank[key % size],
    );
  }
}

/**
 * Nodes whose failure alone brings a root down, also when they do so by taking down too
 * many members of a group at once. Exact: the same as failing each node and looking.
 *
 * @param roots - absent: see {@link defaultRoots}
 * @throws RangeError when a root is not in the graph
 */
export function findSinglePoints(
  graph: DependencyGraph,
  roots?: readonly string[],
): SinglePoints {
  const { layout } = graph;
  const names = roots ? [...new Set(roots)].sort() : defaultRoots(graph);
  const numbers = names.map(name => numberOf(layout, name));
  const causes = new CommonCauses(layout);
  const blocks: RootSets[] = [];
  for (let begin = 0; begin < numbers.length; begin += BLOCK) {
    blocks.push(
      fallenRoots(layout, numbers.slice(begin, begin + BLOCK), causes),
    );
  }
  return new SinglePoints(layout, names, blocks);
}
