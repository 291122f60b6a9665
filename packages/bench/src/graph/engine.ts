import {
  applyChanges,
  findSinglePoints,
  GraphBuilder,
  measureImpact,
  orderGraph,
  type DependencyGraph,
} from '@continuity/engine';
import { GROUND, type SyntheticCatalog } from './catalog';
import type { RunResult } from './RunResult';
import { least, megabytes, timed, timesOf } from './measure';

const ROOTS = 1000;

/** Builds a catalog's graph and asks it. */
export function runEngine(catalog: SyntheticCatalog, asked: number): RunResult {
  const stream = timed(() =>
    catalog.stream({ node: () => {}, edge: () => {} }),
  );
  const before = megabytes();
  const built = timed(() => {
    const builder = new GraphBuilder();
    catalog.stream({
      node: node => void builder.addNode(node),
      edge: edge => void builder.addEdge(edge),
    });
    return builder.build();
  });
  const graph = built.result;
  const buildPeak = process.resourceUsage().maxRSS / 1024;
  const kept = megabytes().used - before.used;

  const impacts = catalog.some(asked).map(node => askImpact(graph, node));
  const worst = least(5, () => askImpact(graph, GROUND));
  const allPaths = least(3, () =>
    timed(() => {
      let steps = 0;
      for (const { path } of measureImpact(graph, { down: [GROUND] }).failed) {
        steps += path.length;
      }
      return steps;
    }),
  );
  const roots = catalog.roots(ROOTS);
  const points = least(2, () =>
    timed(() => findSinglePoints(graph, roots).slice(0, 100)),
  );
  const order = timed(() => orderGraph(graph).waves.length);
  const change = least(3, () => askAfterChange(graph, catalog));
  return {
    edges: graph.edgeCount,
    stream: timesOf(stream),
    build: timesOf(built),
    keptMb: kept,
    peakMb: buildPeak,
    residentMb: megabytes().resident,
    impacts,
    worst,
    more: {
      [`all ${worst.reached} paths spelt out`]: timesOf(allPaths),
      [`points of failure of ${roots.length} roots`]: timesOf(points),
      'one entity changed, until its answer': timesOf(change),
      'order of all': timesOf(order),
    },
  };
}

/** An impact with the paths of the first two hundred, as a page shows them. */
function askImpact(graph: DependencyGraph, node: string) {
  const { result, ms, cpuMs } = timed(() => {
    const impact = measureImpact(graph, { down: [node] });
    impact.failed.slice(0, 200);
    impact.degraded.slice(0, 200);
    return impact.failed.count + impact.degraded.count;
  });
  return { ms, cpuMs, reached: result };
}

/** From the change of one entity to the answer of another that it reaches. */
function askAfterChange(graph: DependencyGraph, catalog: SyntheticCatalog) {
  const from = catalog.name('component', 17);
  const to = catalog.name('resource', 5);
  return timed(() => {
    const next = applyChanges(graph, [
      { node: { node: from }, edges: [{ from, to }] },
    ]);
    if (measureImpact(next, { down: [to] }).stateOf(from) !== 'failed') {
      throw new Error('The change did not reach the answer.');
    }
  });
}
