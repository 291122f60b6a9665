import type {
  ScorecardLevel,
  ScorecardLevelCount,
} from '@continuity/plugin-continuity-common';

/**
 * How many services stand on none of the levels, then on each of them, lowest first. What
 * stands on a level that the scorecard no longer has stands on none.
 */
export function countsByLevel(
  levels: readonly ScorecardLevel[],
  counts: readonly ScorecardLevelCount[],
): number[] {
  const on = new Map<string | undefined, number>();
  for (const { level, services } of counts) {
    const known = levels.some(({ id }) => id === level) ? level : undefined;
    on.set(known, (on.get(known) ?? 0) + services);
  }
  return [undefined, ...levels.map(({ id }) => id)].map(id => on.get(id) ?? 0);
}
