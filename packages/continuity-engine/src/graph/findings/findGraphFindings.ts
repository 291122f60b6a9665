import { finish, type Steps } from '../../steps';
import { numberOf, type DependencyGraph } from '../DependencyGraph';
import { PointExplainer } from '../points/PointExplainer';
import { findSinglePointsInSteps } from '../points/findSinglePoints';
import { defaultTierSettings } from '../../tiers';
import type { GraphFindings } from '../types';
import { FindingCollector } from './FindingCollector';
import { findInversions } from './inversions';
import type { SeverityContext } from './judgeSeverity';
import { findMissedTargets, findSlowRecoveries } from './objectiveFindings';
import { PointDescriber } from './PointDescriber';
import { findStructureFaults } from './structureFindings';

export interface GraphFindingOptions {
  /** Ids of tiers, the strictest first. Absent: the default tiers. */
  tiers?: readonly string[];
  /** Whose single points of failure are looked for. Absent: see {@link defaultRoots}. */
  roots?: readonly string[];
  /** How many of each kind are listed; all are counted. Absent means 1,000. */
  limit?: number;
  /** How many availability targets are computed. Absent means 1,000. */
  targets?: number;
}

/** Everything in a graph that cannot hold, the worst first, then by kind, then in the order of loading. */
export function findGraphFindings(
  graph: DependencyGraph,
  options: GraphFindingOptions = {},
): GraphFindings {
  return finish(findGraphFindingsInSteps(graph, options));
}

/** {@link findGraphFindings}, bit by bit. */
export function* findGraphFindingsInSteps(
  graph: DependencyGraph,
  options: GraphFindingOptions = {},
): Steps<GraphFindings> {
  const {
    tiers = defaultTierSettings.tiers.map(({ id }) => id),
    limit = 1000,
    targets = 1000,
  } = options;
  const { layout } = graph;
  const collector = new FindingCollector(layout, limit, tiers);
  yield* findInversions(layout, tiers, collector);
  yield* findSlowRecoveries(layout, collector);
  yield* findMissedTargets(graph, targets, collector);
  yield* findStructureFaults(layout, collector);
  yield* addSinglePoints({ graph, tiers }, options.roots, collector);
  return collector.result();
}

function* addSinglePoints(
  context: SeverityContext,
  roots: readonly string[] | undefined,
  collector: FindingCollector,
): Steps<void> {
  const { graph } = context;
  const points = yield* findSinglePointsInSteps(graph, roots);
  let left = points.pairs;
  for (const point of points) {
    // Explaining asks for the whole impact, so no more than can be kept are looked at.
    if (!collector.hasRoomFor('single-point-of-failure')) break;
    yield;
    left -= point.roots.length;
    const explainer = yield* PointExplainer.inSteps(graph, point.node);
    const describer = new PointDescriber(point, context, explainer);
    for (const root of point.roots) {
      collector.add(
        'single-point-of-failure',
        numberOf(graph.layout, root),
        () => describer.describe(root),
      );
      // The way to a root may be as long as the graph.
      yield;
    }
  }
  collector.count('single-point-of-failure', left);
}
