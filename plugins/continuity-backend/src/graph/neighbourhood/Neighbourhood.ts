import {
  findSinglePointsInSteps,
  measureImpactInSteps,
  type OutageImpact,
  sortInSteps,
  type Steps,
} from '@continuity/engine';
import type {
  GraphDirection,
  ImpactOutcome,
} from '@continuity/plugin-continuity-common';
import { inTurns } from '../../calendars/turns';
import { affectedBy, nearestFirst } from '../impact/affectedBy';
import type { GraphSnapshot } from '../types';
import { eachInSteps } from '../view/inSteps';
import { allDependenciesOf } from './dependenciesOf';

/** Something that a node depends on, or that depends on it. */
export interface Neighbour {
  ref: string;
  hops: number;
  outcome: Extract<ImpactOutcome, 'failed' | 'degraded' | 'unaffected'>;
  /** From the cause to what it affects, each depending on the one before. */
  path(): string[];
}

/** What is around one node at one revision. */
export interface Neighbourhood {
  dependants: Neighbour[];
  dependencies: Neighbour[];
  /** Direct ones of each, every one counted once. */
  direct: Record<GraphDirection, number>;
}

/** Works out what is around a node of the graph. */
export async function neighbourhoodOf(
  ref: string,
  { graph }: GraphSnapshot,
): Promise<Neighbourhood> {
  const impact = await inTurns(measureImpactInSteps(graph, { down: [ref] }));
  const alone = await inTurns(findSinglePointsInSteps(graph, [ref]));
  const dependencies = await allDependenciesOf(graph, ref);
  const direct = (refs: Iterable<string>) =>
    new Set([...refs].filter(other => other !== ref));
  const needsIt = direct(graph.dependantsOf(ref).map(({ from }) => from));
  const needed = direct(graph.dependenciesOf(ref).map(({ to }) => to));
  return {
    dependants: await inTurns(dependantsIn(ref, impact, needsIt)),
    dependencies: dependencies.map(({ ref: of, hops, path }) => ({
      ref: of,
      hops,
      outcome: alone.countFor(of) > 0 ? 'failed' : 'degraded',
      path,
    })),
    direct: { dependants: needsIt.size, dependencies: needed.size },
  };
}

/** Those that an outage reaches, and direct ones that a group keeps from harm. */
function* dependantsIn(
  ref: string,
  impact: OutageImpact,
  direct: ReadonlySet<string>,
): Steps<Neighbour[]> {
  const affected: Neighbour[] = [];
  const reached = new Set<string>();
  yield* eachInSteps(yield* affectedBy(impact), one => {
    affected.push({
      ref: one.ref,
      hops: one.hops,
      outcome: one.outcome,
      path: () => impact.explain(one.ref)?.path ?? [ref, one.ref],
    });
    reached.add(one.ref);
  });
  const spared = [...direct]
    .filter(other => !reached.has(other))
    .map(
      (other): Neighbour => ({
        ref: other,
        hops: 1,
        outcome: 'unaffected',
        path: () => [ref, other],
      }),
    );
  return spared.length === 0
    ? affected
    : yield* sortInSteps([...affected, ...spared], nearestFirst);
}
