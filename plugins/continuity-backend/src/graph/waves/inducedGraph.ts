import {
  GraphBuilder,
  type DependencyGraph,
  type GraphEdge,
} from '@continuity/engine';
import { createTurns, inTurns } from '../../calendars/turns';
import { eachInSteps } from '../view/inSteps';

/**
 * The graph of some nodes alone.
 *
 * @param through - also depend on each other those that do so through nodes which are not
 * among them; a service is deployed after what it needs, whatever lies between
 */
export async function inducedGraph(
  graph: DependencyGraph,
  nodes: ReadonlySet<string>,
  { through }: { through: boolean },
): Promise<DependencyGraph> {
  const turn = createTurns();
  const builder = new GraphBuilder();
  const declare = eachInSteps(nodes, node =>
    builder.addNode(graph.node(node) ?? { node }),
  );
  await inTurns(declare);
  for (const from of nodes) {
    const direct = graph.dependenciesOf(from);
    for (const edge of direct) {
      if (nodes.has(edge.to)) builder.addEdge(edge);
    }
    if (through && direct.some(({ to }) => !nodes.has(to))) {
      for (const edge of await edgesThrough(graph, from, nodes, turn)) {
        builder.addEdge(edge);
      }
    }
    await turn();
  }
  return inTurns(builder.buildInSteps());
}

/**
 * Whom a node needs among the nodes by ways on which none of them lies. A way is hard as
 * long as no step of it is soft.
 */
async function edgesThrough(
  graph: DependencyGraph,
  from: string,
  nodes: ReadonlySet<string>,
  turn: () => Promise<void>,
): Promise<GraphEdge[]> {
  const hard = await reachedOutside(graph, from, nodes, turn, true);
  const any = await reachedOutside(graph, from, nodes, turn, false);
  return [...any].map(to => ({
    from,
    to,
    strength: hard.has(to) ? 'hard' : 'soft',
  }));
}

async function reachedOutside(
  graph: DependencyGraph,
  from: string,
  nodes: ReadonlySet<string>,
  turn: () => Promise<void>,
  hardOnly: boolean,
): Promise<Set<string>> {
  const reached = new Set<string>();
  const outside = new Set<string>();
  const stack = [from];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const { to, strength } of graph.dependenciesOf(at)) {
      if (hardOnly && strength === 'soft') continue;
      if (nodes.has(to)) {
        if (at !== from && to !== from) reached.add(to);
      } else if (!outside.has(to)) {
        outside.add(to);
        stack.push(to);
      }
    }
    await turn();
  }
  return reached;
}
