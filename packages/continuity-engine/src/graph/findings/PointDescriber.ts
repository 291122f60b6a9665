import { numberOf, type DependencyGraph } from '../DependencyGraph';
import type { PointExplainer } from '../points/PointExplainer';
import type { SinglePoint } from '../types';
import type { FoundFault } from './FindingCollector';
import { isCriticalRoot, type SeverityContext } from './judgeSeverity';
import { shortPath } from './Ways';

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
    const { layout } = this.#graph;
    const { node, roots } = this.#point;
    const outline = this.#explainer.outline(root);
    const way =
      outline?.way ??
      Int32Array.of(numberOf(layout, node), numberOf(layout, root));
    const defeatedGroups = outline?.defeatedGroups ?? 0;
    const { path, leftOut } = shortPath(way.slice().reverse());
    return {
      about: node,
      path: path.map(at => layout.names.word(at)),
      ...(leftOut > 0 && { leftOut }),
      numbers: {
        roots: roots.length,
        criticalRoots: this.#criticalRoots,
        ...(defeatedGroups > 0 && { defeatedGroups }),
        ...this.#missed(way, root),
      },
      message: `${node} alone brings ${root} down${
        roots.length > 1 ? `, and ${roots.length - 1} more with it` : ''
      }.`,
      remedy: outline?.shield ?? '',
    };
  }

  /**
   * When the root may be back too late: each on the way recovers after the one before, or
   * the point may take as long as it promises. Who has said nothing counts as taking no
   * time, so what is found is missed for certain.
   */
  #missed(way: Int32Array, root: string): Record<string, number> {
    const rtoSeconds = this.#graph.node(root)?.rtoSeconds;
    if (rtoSeconds === undefined) return {};
    const times = this.#graph.layout.nodes.number('recoverySeconds');
    let recovered = 0;
    for (const at of way) {
      if (!Number.isNaN(times[at])) recovered += times[at];
    }
    const promised = this.#graph.node(this.#point.node)?.rtoSeconds ?? 0;
    const backSeconds = Math.max(recovered, promised);
    return backSeconds > rtoSeconds ? { rtoSeconds, backSeconds } : {};
  }
}
