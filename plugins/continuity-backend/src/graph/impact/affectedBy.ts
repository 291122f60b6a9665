import type { AffectedList, OutageImpact, Steps } from '@continuity/engine';
import { eachInSteps } from '../view/inSteps';
import type { Reached } from '../view/countReached';

/** Everything that an outage fails or degrades, nearest first; without what is down itself. */
export function* affectedBy(impact: OutageImpact): Steps<Reached[]> {
  const failed = yield* reachedIn(impact.failed, 'failed');
  const degraded = yield* reachedIn(impact.degraded, 'degraded');
  if (degraded.length === 0) return failed;
  const affected: Reached[] = [];
  let next = 0;
  yield* eachInSteps(failed, one => {
    while (next < degraded.length && degraded[next].hops < one.hops) {
      affected.push(degraded[next++]);
    }
    affected.push(one);
  });
  yield* eachInSteps(degraded.slice(next), one => affected.push(one));
  return affected;
}

/** Refs of what is taken for down, by name. */
export function downIn(impact: OutageImpact): string[] {
  const down: string[] = [];
  for (const { node, hops } of impact.failed.nodesInOrder()) {
    if (hops > 0) break;
    down.push(node);
  }
  return down;
}

export function nearestFirst(
  a: { hops: number; ref: string; outcome: string },
  b: { hops: number; ref: string; outcome: string },
): number {
  if (a.hops !== b.hops) return a.hops - b.hops;
  if (a.outcome !== b.outcome) return a.outcome === 'failed' ? -1 : 1;
  return a.ref < b.ref ? -1 : 1;
}

/** A list by hops, then name, as it is. */
function* reachedIn(
  list: AffectedList,
  outcome: Reached['outcome'],
): Steps<Reached[]> {
  const reached: Reached[] = [];
  yield* eachInSteps(
    list.nodesInOrder(),
    ({ node: ref, hops, kind, tier, owner }) => {
      if (outcome === 'failed' && hops === 0) return;
      reached.push({
        ref,
        hops,
        outcome,
        ...(kind !== undefined && { kind }),
        ...(tier !== undefined && { tier }),
        ...(owner !== undefined && { owner }),
      });
    },
  );
  return reached;
}
