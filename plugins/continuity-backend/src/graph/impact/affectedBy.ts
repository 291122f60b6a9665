import type { OutageImpact } from '@continuity/engine';
import type { Reached } from '../view/countReached';

/** Everything that an outage fails or degrades, nearest first; without what is down itself. */
export function affectedBy(impact: OutageImpact): Reached[] {
  const affected: Reached[] = [];
  for (const outcome of ['failed', 'degraded'] as const) {
    for (const { node: ref, hops, kind, tier, owner } of impact[
      outcome
    ].nodes()) {
      if (outcome === 'failed' && hops === 0) continue;
      affected.push({
        ref,
        hops,
        outcome,
        ...(kind !== undefined && { kind }),
        ...(tier !== undefined && { tier }),
        ...(owner !== undefined && { owner }),
      });
    }
  }
  return affected.sort(nearestFirst);
}

/** Refs of what is taken for down, by name. */
export function downIn(impact: OutageImpact): string[] {
  const down: string[] = [];
  for (const { node, hops } of impact.failed.nodes()) {
    if (hops === 0) down.push(node);
  }
  return down.sort();
}

export function nearestFirst(
  a: { hops: number; ref: string; outcome: string },
  b: { hops: number; ref: string; outcome: string },
): number {
  if (a.hops !== b.hops) return a.hops - b.hops;
  if (a.outcome !== b.outcome) return a.outcome === 'failed' ? -1 : 1;
  return a.ref < b.ref ? -1 : 1;
}
