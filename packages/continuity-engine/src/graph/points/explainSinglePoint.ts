import { numberOf, type DependencyGraph } from '../DependencyGraph';
import type { SinglePointExplanation } from '../types';
import { PointExplainer } from './PointExplainer';

/**
 * How a node brings a root down all by itself, and what would shield the root.
 *
 * @returns undefined when it does not
 * @throws RangeError when one of them is not in the graph
 */
export function explainSinglePoint(
  graph: DependencyGraph,
  node: string,
  root: string,
): SinglePointExplanation | undefined {
  numberOf(graph.layout, root);
  return new PointExplainer(graph, node).explain(root);
}
