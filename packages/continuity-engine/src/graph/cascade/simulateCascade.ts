import { finish, type Steps } from '../../steps';
import { isAbstract } from '../abstractKinds';
import { reachOf } from '../components/Reach';
import { restrictReach } from '../components/restrictReach';
import { strongComponents } from '../components/strongComponents';
import { numberOf, type DependencyGraph } from '../DependencyGraph';
import { measureImpactInSteps } from '../impact/measureImpact';
import type { OutageImpact } from '../impact/OutageImpact';
import {
  recoverySchedule,
  type RecoverySchedule,
} from '../recovery/recoverySchedule';
import type { Cascade, CascadeNode, Outage } from '../types';
import { absorbedGroups } from './absorbedGroups';
import { findBreaches } from './findBreaches';
import { lastingDegradation } from './lastingDegradation';

/** Something that is down for a while. */
export interface TimedOutage extends Outage {
  /** How long what is down itself stays down, until it is back and works. */
  lengthSeconds: number;
}

/**
 * An outage, or a deployment that fails and is rolled back, from its beginning until
 * everything is back: who fails and degrades, for how long, and who breaks which
 * objective when.
 *
 * What is down is back after `lengthSeconds`. What failed with it recovers after what it
 * needs, along the recovery order; see `recoverySchedule`. What is degraded is fine
 * again with the last of those that it was degraded by. Nodes that have to fail over to a
 * standby are degraded until the outage ends.
 *
 * @throws RangeError when a node is not in the graph or the length is not 0 or more seconds
 */
export function simulateCascade(
  graph: DependencyGraph,
  outage: TimedOutage,
): Cascade {
  const { layout } = graph;
  const { impact, schedule, degraded, ...course } = finish(
    follow(graph, outage),
  );
  const nodes = [
    ...describe(graph, impact, schedule, 'failed'),
    ...describe(graph, impact, degraded, 'degraded'),
  ];
  const failed = nodes.filter(({ state }) => state === 'failed');
  const times = layout.nodes.number('recoverySeconds');
  return {
    ...course,
    nodes,
    exact: nodes.every(({ exact }) => exact),
    missing: failed
      .filter(({ node, hops, exact }) => {
        const index = numberOf(layout, node);
        return (
          hops > 0 &&
          !exact &&
          Number.isNaN(times[index]) &&
          !isAbstract(layout, index)
        );
      })
      .map(({ node }) => node)
      .sort(),
  };
}

/** What an outage comes to, without what becomes of each node. */
export type CascadeSummary = Pick<
  Cascade,
  'lengthSeconds' | 'breaches' | 'backSeconds' | 'absorbed'
>;

/**
 * Like {@link simulateCascade}, bit by bit, and without a list of all nodes.
 *
 * @throws RangeError when a node is not in the graph or the length is not 0 or more seconds
 */
export function* summarizeCascadeInSteps(
  graph: DependencyGraph,
  outage: TimedOutage,
): Steps<CascadeSummary> {
  const { lengthSeconds, breaches, backSeconds, absorbed } = yield* follow(
    graph,
    outage,
  );
  return { lengthSeconds, breaches, backSeconds, absorbed };
}

interface Followed extends CascadeSummary {
  impact: OutageImpact;
  schedule: RecoverySchedule;
  /** When those that are degraded are fine again. */
  degraded: RecoverySchedule;
}

function* follow(graph: DependencyGraph, outage: TimedOutage): Steps<Followed> {
  const { lengthSeconds } = outage;
  if (!(lengthSeconds >= 0 && lengthSeconds < Infinity)) {
    throw new RangeError(
      `lengthSeconds: ${lengthSeconds} is not a number of seconds, 0 or more`,
    );
  }
  const { layout } = graph;
  const impact = yield* measureImpactInSteps(graph, outage);
  const schedule = yield* scheduleOf(graph, impact, lengthSeconds);
  const degraded = yield* lastingDegradation(
    layout,
    impact,
    schedule,
    lengthSeconds,
  );
  return {
    lengthSeconds,
    impact,
    schedule,
    degraded,
    breaches: yield* findBreaches(layout, impact, schedule),
    backSeconds: Math.max(
      lastOf(impact.failed.numbers(), schedule),
      lastOf(impact.degraded.numbers(), degraded),
    ),
    absorbed: yield* absorbedGroups(layout, impact),
  };
}

function lastOf(nodes: Int32Array, { back }: RecoverySchedule): number {
  return nodes.reduce((last, node) => Math.max(last, back[node]), 0);
}

function* scheduleOf(
  graph: DependencyGraph,
  impact: OutageImpact,
  lengthSeconds: number,
): Steps<RecoverySchedule> {
  const { layout } = graph;
  const isAway = new Uint8Array(layout.size);
  const isDown = new Uint8Array(layout.size);
  for (const node of impact.failed.numbers()) isAway[node] = 1;
  for (const node of impact.downNumbers()) isDown[node] = 1;
  const reach = yield* restrictReach(
    reachOf(layout, 'hard-and-groups'),
    // What is down waits for nobody.
    node => isAway[node] === 1 && isDown[node] === 0,
  );
  // Those that are down come first: nothing that they need holds them up.
  const components = yield* strongComponents(reach);
  return yield* recoverySchedule(layout, components, {
    isAway: node => isAway[node] === 1,
    backAt: node => (isDown[node] === 1 ? lengthSeconds : undefined),
  });
}

/** By time of return, then name. */
function describe(
  graph: DependencyGraph,
  impact: OutageImpact,
  { back, inexact }: RecoverySchedule,
  state: 'failed' | 'degraded',
): CascadeNode[] {
  return [...impact[state]]
    .map((affected): CascadeNode => {
      const index = numberOf(graph.layout, affected.node);
      return {
        ...affected,
        state,
        backSeconds: back[index],
        exact: inexact[index] === 0,
      };
    })
    .sort(
      (a, b) => a.backSeconds - b.backSeconds || (a.node < b.node ? -1 : 1),
    );
}
