import { isAbstract } from '../abstractKinds';
import { componentsOf } from '../components/Components';
import { numberOf, type DependencyGraph } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import { extractRoot } from '../structure/extractRoot';
import type { ComposedRecovery } from '../types';
import { recoverySchedule, type RecoverySchedule } from './recoverySchedule';

/** Nodes without a recovery time that are named. */
const NAMED = 100;

const schedules = new WeakMap<GraphLayout, RecoverySchedule>();

/** When each node is back after everything was down at once; computed once for a graph. */
export function fullRecovery(layout: GraphLayout): RecoverySchedule {
  let schedule = schedules.get(layout);
  if (!schedule) {
    schedule = recoverySchedule(
      layout,
      componentsOf(layout, 'hard-and-groups'),
      { isAway: () => true },
    );
    schedules.set(layout, schedule);
  }
  return schedule;
}

/**
 * How long a node takes to come back when all that it needs is down, too, along the
 * recovery order.
 *
 * @throws RangeError when the node is not in the graph
 */
export function composeRecovery(
  graph: DependencyGraph,
  node: string,
): ComposedRecovery {
  const { layout } = graph;
  const index = numberOf(layout, node);
  const schedule = fullRecovery(layout);
  return {
    node,
    seconds: schedule.back[index],
    exact: schedule.inexact[index] === 0,
    path: waitingPath(layout, schedule, index),
    missing: withoutTime(layout, index).slice(0, NAMED),
  };
}

/**
 * Like {@link composeRecovery} without the explanation, for many nodes of one graph.
 *
 * @throws RangeError when the node is not in the graph
 */
export function recoveryTime(
  graph: DependencyGraph,
  node: string,
): Pick<ComposedRecovery, 'seconds' | 'exact'> {
  const index = numberOf(graph.layout, node);
  const { back, inexact } = fullRecovery(graph.layout);
  return { seconds: back[index], exact: inexact[index] === 0 };
}

/** Who waited for whom, the first recovered first. */
export function waitingPath(
  layout: GraphLayout,
  { after }: RecoverySchedule,
  node: number,
): string[] {
  const path: number[] = [];
  const seen = new Set<number>();
  for (let at = node; at >= 0 && !seen.has(at); at = after[at]) {
    seen.add(at);
    path.push(at);
  }
  return path.reverse().map(at => layout.names.word(at));
}

/** Nodes that a node needs and of which nobody knows how long they take, by name. */
function withoutTime(layout: GraphLayout, root: number): string[] {
  const { nodes, names } = layout;
  const times = nodes.number('recoverySeconds');
  return extractRoot(layout, root)
    .nodes.filter(
      node => Number.isNaN(times[node]) && !isAbstract(layout, node),
    )
    .map(node => names.word(node))
    .sort();
}
