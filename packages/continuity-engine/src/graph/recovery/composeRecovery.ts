import { finish, type Steps } from '../../steps';
import { isAbstract } from '../abstractKinds';
import { componentsInSteps } from '../components/Components';
import { numberOf, type DependencyGraph } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import { extractRoot } from '../structure/extractRoot';
import type { ComposedRecovery } from '../types';
import { recoverySchedule, type RecoverySchedule } from './recoverySchedule';

/** Nodes without a recovery time that are named. */
const NAMED = 100;

const schedules = new WeakMap<GraphLayout, RecoverySchedule>();

/** When each node is back after everything was down at once; computed once for a graph. */
export function* fullRecovery(layout: GraphLayout): Steps<RecoverySchedule> {
  let schedule = schedules.get(layout);
  if (!schedule) {
    const components = yield* componentsInSteps(layout, 'hard-and-groups');
    schedule = yield* recoverySchedule(layout, components, {
      isAway: () => true,
    });
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
  return finish(composeRecoveryInSteps(graph, node));
}

/** {@link composeRecovery}, bit by bit. */
export function* composeRecoveryInSteps(
  graph: DependencyGraph,
  node: string,
): Steps<ComposedRecovery> {
  const { layout } = graph;
  const index = numberOf(layout, node);
  const schedule = yield* fullRecovery(layout);
  const missing = yield* withoutTime(layout, index);
  return {
    node,
    seconds: schedule.back[index],
    exact: schedule.inexact[index] === 0,
    path: waitingPath(layout, schedule, index),
    missing: missing.slice(0, NAMED),
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
  return finish(recoveryTimesInSteps(graph))(node);
}

/** {@link recoveryTime} of any node, worked out for all of them, bit by bit. */
export function* recoveryTimesInSteps(
  graph: DependencyGraph,
): Steps<(node: string) => Pick<ComposedRecovery, 'seconds' | 'exact'>> {
  const { back, inexact } = yield* fullRecovery(graph.layout);
  return node => {
    const index = numberOf(graph.layout, node);
    return { seconds: back[index], exact: inexact[index] === 0 };
  };
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
function* withoutTime(layout: GraphLayout, root: number): Steps<string[]> {
  const { names } = layout;
  const times = layout.nodes.number('recoverySeconds');
  const { nodes } = yield* extractRoot(layout, root);
  return nodes
    .filter(node => Number.isNaN(times[node]) && !isAbstract(layout, node))
    .map(node => names.word(node))
    .sort();
}
