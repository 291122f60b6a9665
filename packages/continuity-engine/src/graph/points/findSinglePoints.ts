import { finish, inStretches, type Steps } from '../../steps';
import { componentsInSteps, componentsOf } from '../components/Components';
import { isPresent, numberOf, type DependencyGraph } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import type { SinglePoint } from '../types';
import { commonCauses } from './CommonCauses';
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
  constructor(
    layout: GraphLayout,
    {
      roots,
      blocks,
      counts,
      ranked,
    }: {
      roots: readonly string[];
      blocks: readonly RootSets[];
      counts: Int32Array;
      ranked: Int32Array;
    },
  ) {
    this.roots = roots;
    this.#layout = layout;
    this.#blocks = blocks;
    this.#bitOf = new Map(
      roots.map((root, bit) => [numberOf(layout, root), bit]),
    );
    this.#counts = counts;
    this.#ranked = ranked;
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

  /** The same points in the same order, with only how many roots fall with each. */
  *counted(): IterableIterator<{ node: string; count: number }> {
    for (const node of this.#ranked) {
      yield { node: this.#layout.names.word(node), count: this.#counts[node] };
    }
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
  return finish(findSinglePointsInSteps(graph, roots));
}

/** {@link findSinglePoints}, bit by bit. */
export function* findSinglePointsInSteps(
  graph: DependencyGraph,
  roots?: readonly string[],
): Steps<SinglePoints> {
  const { layout } = graph;
  const names = roots ? [...new Set(roots)].sort() : defaultRoots(graph);
  const numbers = names.map(name => numberOf(layout, name));
  yield;
  const causes = yield* commonCauses(layout);
  const blocks: RootSets[] = [];
  for (let begin = 0; begin < numbers.length; begin += BLOCK) {
    const block = numbers.slice(begin, begin + BLOCK);
    blocks.push(yield* fallenRoots(layout, block, causes));
  }
  const counts = yield* countRoots(layout, numbers, blocks);
  const ranked = yield* rankNodes(layout, counts, names.length);
  return new SinglePoints(layout, { roots: names, blocks, counts, ranked });
}

/** For each node how many roots fall with it, not counting itself. */
function* countRoots(
  layout: GraphLayout,
  roots: readonly number[],
  blocks: readonly RootSets[],
): Steps<Int32Array> {
  const { count, of } = yield* componentsInSteps(layout, 'hard');
  const perComponent = new Int32Array(count);
  for (const block of blocks) {
    yield* inStretches(count, (begin, end) => {
      for (let part = begin; part < end; part++) {
        perComponent[part] += block.count(part);
      }
    });
  }
  const counts = new Int32Array(of.length);
  for (let node = 0; node < of.length; node++) {
    counts[node] = perComponent[of[node]];
  }
  // Every root falls with itself; that is not worth saying.
  for (const root of roots) counts[root]--;
  return counts;
}

/** Nodes with which any root falls, most roots first, then by name. */
function* rankNodes(
  layout: GraphLayout,
  counts: Int32Array,
  most: number,
): Steps<Int32Array> {
  const { size, rank } = layout;
  const keys: number[] = [];
  const byRank = new Int32Array(size);
  yield* inStretches(size, (begin, end) => {
    for (let node = begin; node < end; node++) {
      byRank[rank[node]] = node;
      if (counts[node] > 0 && isPresent(layout, node)) {
        keys.push((most - counts[node]) * size + rank[node]);
      }
    }
  });
  // As numbers these sort natively, and exactly: roots times nodes is below 2 ** 53.
  const sorted = Float64Array.from(keys).sort();
  yield;
  const ranked = new Int32Array(sorted.length);
  for (let at = 0; at < sorted.length; at++)
    ranked[at] = byRank[sorted[at] % size];
  return ranked;
}
