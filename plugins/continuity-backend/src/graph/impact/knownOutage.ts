import type { DependencyGraph, Outage, Steps } from '@continuity/engine';
import type { GraphSnapshot } from '../types';
import type { GraphView } from '../view/GraphView';
import { eachInSteps } from '../view/inSteps';
import type { AskedOutage } from './readImpactRequest';

/** The part of an outage that the graph knows, and what it does not know. */
export interface KnownOutage {
  outage: Outage;
  /** Refs and regions as they were asked; nothing is said of them. */
  unknown: string[];
}

/**
 * What the caller may not see is as unknown as what is not there: whoever could ask what
 * fails with it would learn that it exists.
 */
export function* knownOutage(
  { down, regions }: AskedOutage,
  snapshot: GraphSnapshot,
  view: GraphView,
): Steps<KnownOutage> {
  const { graph } = snapshot;
  const isKnown = (ref: string) => graph.has(ref) && view.sees(ref);
  const known = yield* regionsOf(graph);
  return {
    outage: {
      down: down.filter(isKnown),
      regions: regions.filter(region => known.has(region)),
    },
    unknown: [
      ...down.filter(ref => !isKnown(ref)),
      ...regions.filter(region => !known.has(region)),
    ],
  };
}

const remembered = new WeakMap<
  DependencyGraph,
  ReadonlyMap<string, string[]>
>();

/** Refs of what runs in each region. */
export function* regionsOf(
  graph: DependencyGraph,
): Steps<ReadonlyMap<string, string[]>> {
  let regions = remembered.get(graph);
  if (!regions) {
    const found = new Map<string, string[]>();
    yield* eachInSteps(graph.nodes(), ({ node, placements }) => {
      for (const region of new Set(placements?.map(at => at.region))) {
        const refs = found.get(region);
        if (refs) refs.push(node);
        else found.set(region, [node]);
      }
    });
    regions = found;
    remembered.set(graph, regions);
  }
  return regions;
}
