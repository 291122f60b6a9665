import { finish, type Steps } from '../../steps';
import { numberOf, type DependencyGraph } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import type { Outage } from '../types';
import { OutageImpact } from './OutageImpact';
import { regionSeeds } from './regionSeeds';
import { spread, type Spread } from './Spread';

/**
 * Everything that fails or degrades while something is down.
 *
 * @throws RangeError when a node that is down is not in the graph
 */
export function measureImpact(
  graph: DependencyGraph,
  outage: Outage,
): OutageImpact {
  return finish(measureImpactInSteps(graph, outage));
}

/** {@link measureImpact}, bit by bit. */
export function* measureImpactInSteps(
  graph: DependencyGraph,
  outage: Outage,
): Steps<OutageImpact> {
  const { layout } = graph;
  const down = new Set((outage.down ?? []).map(node => numberOf(layout, node)));
  const regions = regionSeeds(layout, new Set(outage.regions));
  for (const node of regions.failed) down.add(node);
  const failedOver = regions.degraded.filter(node => !down.has(node));

  const failure = yield* spread(layout, down, 'failure');
  const disturbance = isCertainlyAll(layout, failure, failedOver)
    ? failure
    : yield* spread(layout, [...down, ...failedOver], 'disturbance');
  return new OutageImpact(layout, failure, disturbance);
}

/** Whether nothing can be degraded, so that looking for it may be left out. */
function isCertainlyAll(
  { size, hasSoft }: GraphLayout,
  failure: Spread,
  failedOver: readonly number[],
): boolean {
  return failure.order.length === size || (!hasSoft && failedOver.length === 0);
}
