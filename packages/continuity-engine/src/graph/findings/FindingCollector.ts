import { DependencyGraph } from '../DependencyGraph';
import { defaultTierSettings } from '../../tiers';
import type { GraphLayout } from '../storage/GraphLayout';
import type { GraphFinding, GraphFindingId, GraphFindings } from '../types';
import {
  FINDING_SEVERITIES,
  judgeSeverity,
  type SeverityContext,
} from './judgeSeverity';
import { shortPath } from './Ways';

/** What whoever finds something says of it. */
export type FoundFault = Omit<
  GraphFinding,
  'id' | 'node' | 'owner' | 'severity' | 'because'
>;

/** Keeps findings up to a limit for each kind, judges them, and counts all. */
export class FindingCollector {
  readonly #layout: GraphLayout;
  readonly #limit: number;
  readonly #context: SeverityContext;
  readonly #findings: GraphFinding[] = [];
  readonly #counts: Partial<Record<GraphFindingId, number>> = {};

  /**
   * @param limit - how many of each kind are kept
   * @param tiers - ids of tiers, the strictest first
   */
  constructor(
    layout: GraphLayout,
    limit: number,
    tiers: readonly string[] = defaultTierSettings.tiers.map(({ id }) => id),
  ) {
    this.#layout = layout;
    this.#limit = limit;
    this.#context = { graph: new DependencyGraph(layout), tiers };
  }

  /** @param describe - only called for findings that are kept */
  add(id: GraphFindingId, node: number, describe: () => FoundFault): void {
    const count = (this.#counts[id] ?? 0) + 1;
    this.#counts[id] = count;
    if (count > this.#limit) return;
    const { names, nodes, vocabulary } = this.#layout;
    const owner = nodes.word('owner')[node];
    const finding = {
      id,
      node: names.word(node),
      ...(owner >= 0 && { owner: vocabulary.word(owner) }),
      ...describe(),
    };
    // What is left out counts for the judgement all the same.
    const judgement = judgeSeverity(finding, this.#context);
    const { path, leftOut } = shortPath(finding.path);
    this.#findings.push({
      ...finding,
      path,
      ...(leftOut > 0 && { leftOut }),
      ...judgement,
    });
  }

  hasRoomFor(id: GraphFindingId): boolean {
    return (this.#counts[id] ?? 0) < this.#limit;
  }

  /** Counts some without keeping them. */
  count(id: GraphFindingId, more: number): void {
    if (more > 0) this.#counts[id] = (this.#counts[id] ?? 0) + more;
  }

  /** The worst first; those that are equally bad as they were found. */
  result(): GraphFindings {
    const counts = Object.values(this.#counts);
    const of = FINDING_SEVERITIES.map(severity =>
      this.#findings.filter(finding => finding.severity === severity),
    );
    const [high, medium, low] = of.map(({ length }) => length);
    return {
      findings: of.flat(),
      counts: this.#counts,
      severities: { high, medium, low },
      truncated: counts.some(count => count > this.#limit),
    };
  }
}
