import { MultiDirectedGraph } from 'graphology';
import type { GraphEdge } from '@continuity/engine';
import { GROUND, type SyntheticCatalog } from './catalog';
import { least, megabytes, timed, timesOf } from './measure';
import type { RunResult } from './RunResult';

type Dependency = Pick<GraphEdge, 'strength' | 'group' | 'minAvailable'>;
type Graph = MultiDirectedGraph<Record<string, never>, Dependency>;

/** The same catalog and the same impact, written with graphology as one would. */
export function runGraphology(
  catalog: SyntheticCatalog,
  asked: number,
): RunResult {
  const stream = timed(() =>
    catalog.stream({ node: () => {}, edge: () => {} }),
  );
  const before = megabytes();
  const built = timed(() => {
    const graph: Graph = new MultiDirectedGraph();
    catalog.stream({
      node: ({ node }) => void graph.addNode(node),
      edge: ({ from, to, strength, group, minAvailable }) =>
        void graph.addEdge(from, to, { strength, group, minAvailable }),
    });
    return graph;
  });
  const graph = built.result;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const kept = megabytes().used - before.used;
  const impacts = catalog.some(asked).map(node => ask(graph, node));
  return {
    edges: graph.size,
    stream: timesOf(stream),
    build: timesOf(built),
    keptMb: kept,
    peakMb,
    residentMb: megabytes().resident,
    impacts,
    worst: least(2, () => ask(graph, GROUND)),
    more: {},
  };
}

function ask(graph: Graph, node: string) {
  const { result, ms, cpuMs } = timed(() => {
    const failed = reach(graph, node, false);
    const disturbed = reach(graph, node, true);
    [...failed.keys()].slice(0, 200).map(one => pathTo(failed, one));
    return disturbed.size;
  });
  return { ms, cpuMs, reached: result };
}

/** Through whom each is reached; breadth first. */
function reach(
  graph: Graph,
  start: string,
  softly: boolean,
): Map<string, string | undefined> {
  const parents = new Map<string, string | undefined>([[start, undefined]]);
  const lost = new Map<string, Set<string>>();
  const queue = [start];
  for (const node of queue) {
    graph.forEachInEdge(node, (_, { strength, group }, dependant) => {
      if (parents.has(dependant) || (strength === 'soft' && !softly)) return;
      if (group !== undefined && !tips(graph, lost, dependant, group, node)) {
        return;
      }
      parents.set(dependant, node);
      queue.push(dependant);
    });
  }
  return parents;
}

/** Whether a group falls with one more of its members. */
function tips(
  graph: Graph,
  lost: Map<string, Set<string>>,
  owner: string,
  group: string,
  member: string,
): boolean {
  const key = `${owner}\n${group}`;
  const failed = lost.get(key) ?? new Set();
  lost.set(key, failed.add(member));
  const members = new Set<string>();
  let need = 1;
  graph.forEachOutEdge(owner, (_, attributes, __, target) => {
    if (attributes.group !== group) return;
    members.add(target);
    need = Math.max(need, attributes.minAvailable ?? 1);
  });
  return failed.size >= Math.max(1, members.size - need + 1);
}

function pathTo(
  parents: ReadonlyMap<string, string | undefined>,
  node: string,
): string[] {
  const path: string[] = [];
  for (
    let at: string | undefined = node;
    at !== undefined;
    at = parents.get(at)
  ) {
    path.push(at);
  }
  return path.reverse();
}
