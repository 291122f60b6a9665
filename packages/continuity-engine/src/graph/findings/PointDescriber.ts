import type { DependencyGraph } from '../DependencyGraph';
import type { PointExplainer } from '../points/PointExplainer';
import type { SinglePoint, SinglePointExplanation } from '../types';
import type { FoundFault } from './FindingCollector';
import { isCriticalRoot, type SeverityContext } from './judgeSeverity';

/** Says what one single point of failure does to each of the roots that fall with it. */
export class PointDescriber {
  readonly #graph: DependencyGraph;
  readonly #point: SinglePoint;
  readonly #explainer: PointExplainer;
  readonly #criticalRoots: number;

  constructor(
    point: SinglePoint,
    context: SeverityContext,
    explainer: PointExplainer,
  ) {
    this.#graph = context.graph;
    this.#point = point;
    this.#explainer = explainer;
    this.#criticalRoots = point.roots.filter(root =>
      isCriticalRoot(root, context),
    ).length;
  }

  describe(root: string): FoundFault {
    const { node, roots } = this.#point;
    const explanation = this.#explainer.explain(root);
    const path = explanation?.path ?? [node, root];
    return {
      about: node,
      path: [...path].reverse(),
      numbers: {
        roots: roots.length,
        criticalRoots: this.#criticalRoots,
        ...this.#defeated(explanation),
        ...this.#missed(path, root),
      },
      message: `${node} alone brings ${root} down${
        roots.length > 1 ? `, and ${roots.length - 1} more with it` : ''
      }.`,
      remedy: explanation?.shield ?? '',
    };
  }

  /** Groups on the way that could do without some of their members, and fall all the same. */
  #defeated(
    explanation: SinglePointExplanation | undefined,
  ): Record<string, number> {
    const defeatedGroups = (explanation?.tippedGroups ?? []).filter(
      ({ minAvailable, members }) => minAvailable < members.length,
    ).length;
    return defeatedGroups > 0 ? { defeatedGroups } : {};
  }

  /**
   * When the root may be back too late: each on the way recovers after the one before, or
   * the point may take as long as it promises. Who has said nothing counts as taking no
   * time, so what is found is missed for certain.
   */
  #missed(path: readonly string[], root: string): Record<string, number> {
    const rtoSeconds = this.#graph.node(root)?.rtoSeconds;
    const recovered = path.reduce(
      (sum, name) => sum + (this.#graph.node(name)?.recoverySeconds ?? 0),
      0,
    );
    const promised = this.#graph.node(this.#point.node)?.rtoSeconds ?? 0;
    const backSeconds = Math.max(recovered, promised);
    return rtoSeconds !== undefined && backSeconds > rtoSeconds
      ? { rtoSeconds, backSeconds }
      : {};
  }
}
