import type { GraphLayout } from '../storage/GraphLayout';
import type { GraphFinding, GraphFindingId, GraphFindings } from '../types';

/** Keeps findings up to a limit for each kind, and counts all. */
export class FindingCollector {
  readonly #layout: GraphLayout;
  readonly #limit: number;
  readonly #findings: GraphFinding[] = [];
  readonly #counts: Partial<Record<GraphFindingId, number>> = {};

  /** @param limit - how many of each kind are kept */
  constructor(layout: GraphLayout, limit: number) {
    this.#layout = layout;
    this.#limit = limit;
  }

  /** @param describe - only called for findings that are kept */
  add(
    id: GraphFindingId,
    node: number,
    describe: () => Omit<GraphFinding, 'id' | 'node' | 'owner'>,
  ): void {
    const count = (this.#counts[id] ?? 0) + 1;
    this.#counts[id] = count;
    if (count > this.#limit) return;
    const { names, nodes, vocabulary } = this.#layout;
    const owner = nodes.word('owner')[node];
    this.#findings.push({
      id,
      node: names.word(node),
      ...(owner >= 0 && { owner: vocabulary.word(owner) }),
      ...describe(),
    });
  }

  hasRoomFor(id: GraphFindingId): boolean {
    return (this.#counts[id] ?? 0) < this.#limit;
  }

  /** Counts some without keeping them. */
  count(id: GraphFindingId, more: number): void {
    if (more > 0) this.#counts[id] = (this.#counts[id] ?? 0) + more;
  }

  result(): GraphFindings {
    const counts = Object.values(this.#counts);
    return {
      findings: this.#findings,
      counts: this.#counts,
      truncated: counts.some(count => count > this.#limit),
    };
  }
}
