import type {
  ScorecardLevelCount,
  ScorecardRollUp,
  ScorecardService,
} from '@continuity/plugin-continuity-common';
import type { Scorecard } from '@continuity/engine';
import { tierTitle, type TierName } from './presentScorecard';
import type { GroupCount } from './ResultQueries';

/** How services are rolled up: by what, and what tiers and levels there are. */
export interface RollUpContext {
  levels: Scorecard['levels'];
  /** Strictest first; what is not in it comes last. */
  tiers: readonly TierName[];
}

/**
 * Counts of one group put together. There is no average in it: a group stands where its
 * weakest service of its strictest tier stands, whatever all others do.
 */
export function rollUp(
  group: string,
  counts: readonly GroupCount[],
  worst: readonly ScorecardService[],
  { levels, tiers: known }: RollUpContext,
): ScorecardRollUp {
  const tiers = [...new Set(counts.map(({ tier }) => tier))].sort(
    (a, b) => rankOf(a, known) - rankOf(b, known),
  );
  const byTier = tiers.map(tier => {
    const own = counts.filter(count => count.tier === tier);
    const scores = own.flatMap(({ worst: score }) => score ?? []);
    return {
      tier,
      ...tierTitle(tier, known),
      services: sum(own.map(({ services }) => services)),
      ...(scores.length > 0 && { lowestScore: Math.min(...scores) / 10 }),
      levels: levelCounts(
        new Map(own.map(({ level, services }) => [level, services])),
        levels,
      ),
    };
  });
  const strictest = byTier.at(0);
  const lowestLevel = Math.min(
    ...counts
      .filter(({ tier }) => tier === strictest?.tier)
      .map(({ level }) => level),
  );
  return {
    ...(group !== '' && { group }),
    services: sum(counts.map(({ services }) => services)),
    ...(levels[lowestLevel] && { level: levels[lowestLevel].id }),
    ...(strictest && { strictestTier: strictest.tier }),
    exempt: sum(counts.map(({ exempt }) => exempt)),
    risk: sum(counts.map(({ risk }) => risk)),
    byTier,
    worst: [...worst],
  };
}

/** Counts by the group that they are of. */
export function byGroup(
  counts: readonly GroupCount[],
): Map<string, GroupCount[]> {
  const groups = new Map<string, GroupCount[]>();
  for (const count of counts) {
    const own = groups.get(count.group);
    if (own) own.push(count);
    else groups.set(count.group, [count]);
  }
  return groups;
}

/** Of all groups together: one count for each tier and level. */
export function mergedByLevel(counts: readonly GroupCount[]): GroupCount[] {
  const merged = new Map<string, GroupCount>();
  for (const count of counts) {
    const key = `${count.tier} ${count.level}`;
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? {
            ...known,
            services: known.services + count.services,
            risk: known.risk + count.risk,
            exempt: known.exempt + count.exempt,
            ...lowestOf(known.worst, count.worst),
          }
        : count,
    );
  }
  return [...merged.values()];
}

function lowestOf(
  one: number | undefined,
  other: number | undefined,
): { worst?: number } {
  const scores = [one, other].flatMap(score => score ?? []);
  return scores.length > 0 ? { worst: Math.min(...scores) } : {};
}

/** Lowest first; those on none first of all. @param counts - by place; -1: none */
export function levelCounts(
  counts: ReadonlyMap<number, number>,
  levels: Scorecard['levels'],
): ScorecardLevelCount[] {
  return [undefined, ...levels].map((level, at) => ({
    ...(level && { level: level.id }),
    services: counts.get(at - 1) ?? 0,
  }));
}

function rankOf(tier: string, tiers: readonly TierName[]): number {
  const rank = tiers.findIndex(({ id }) => id === tier);
  return rank === -1 ? tiers.length : rank;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
