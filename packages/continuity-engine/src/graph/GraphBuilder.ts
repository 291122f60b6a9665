import { finish, type Steps } from '../steps';
import { DependencyGraph } from './DependencyGraph';
import { arrangeOut } from './storage/arrangeOut';
import { completeLayout } from './storage/completeLayout';
import { EdgeRows } from './storage/EdgeRows';
import { NodeColumns } from './storage/NodeColumns';
import { WordTable } from './storage/WordTable';
import type { GraphEdge, GraphNode } from './types';

/**
 * Builds a graph from nodes and edges that come in any order, without keeping more of
 * them than numbers.
 *
 * @example
 * ```ts
 * const builder = new GraphBuilder();
 * builder.addNode({ node: 'shop', kind: 'service', rtoSeconds: 3600 });
 * builder.addEdge({ from: 'shop', to: 'ledger' });
 * const graph = builder.build();
 * ```
 */
export class GraphBuilder {
  readonly #names = new WordTable();
  readonly #vocabulary = new WordTable();
  readonly #sources = new WordTable();
  readonly #nodes = new NodeColumns(this.#vocabulary);
  readonly #edges: EdgeRows;

  constructor() {
    this.#sources.intern('');
    this.#edges = new EdgeRows(this.#vocabulary, this.#sources);
  }

  /** Whether a node of this name was declared, not only referred to. */
  declares(node: string): boolean {
    const index = this.#names.numberOf(node);
    return index !== undefined && this.#nodes.declared[index] === 1;
  }

  /** @throws RangeError when the node was declared before or has a value that makes no sense */
  addNode(node: GraphNode): this {
    if (this.declares(node.node)) {
      throw new RangeError(`${node.node} is declared twice`);
    }
    const index = this.#names.intern(node.node);
    this.#nodes.declare(index, node);
    return this;
  }

  /** @throws RangeError when a value makes no sense; the edge is then not added */
  addEdge(edge: GraphEdge): this {
    this.#edges.add(
      this.#names.intern(edge.from),
      this.#names.intern(edge.to),
      edge,
    );
    return this;
  }

  /** The graph of all that was added. The builder is used up. */
  build(): DependencyGraph {
    return finish(this.buildInSteps());
  }

  /** {@link GraphBuilder.build}, bit by bit. */
  *buildInSteps(): Steps<DependencyGraph> {
    const size = this.#names.size;
    this.#nodes.fit(size);
    const out = yield* arrangeOut(this.#edges, size);
    this.#edges.clearPlain();
    return new DependencyGraph(
      yield* completeLayout(
        {
          size,
          names: this.#names,
          vocabulary: this.#vocabulary,
          sources: this.#sources,
          nodes: this.#nodes,
          out,
        },
        this.#edges,
      ),
    );
  }
}
