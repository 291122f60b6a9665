import type { Scorecard } from '../scorecards';
import { wouldReach, type TowardsRow } from './towardsLevel';
import type {
  CampaignBlocker,
  CampaignCounts,
  TowardsLevel,
  TowardsStanding,
} from './types';

/** Services of which the same came of every check. */
export interface AlikeServices extends TowardsLevel {
  services: number;
  /** Absent: nothing was judged. */
  rows?: readonly TowardsRow[];
}

const COUNTED = {
  reached: 'reached',
  exempt: 'exempt',
  'not-known': 'notKnown',
  'not-reached': 'notReached',
} as const satisfies Record<TowardsStanding, keyof CampaignCounts>;

/** How many services stand where; the four are all of them together. */
export function countStandings(
  groups: readonly Pick<AlikeServices, 'standing' | 'services'>[],
): CampaignCounts {
  const counts = {
    services: 0,
    reached: 0,
    exempt: 0,
    notKnown: 0,
    notReached: 0,
  };
  for (const { standing, services } of groups) {
    counts.services += services;
    counts[COUNTED[standing]] += services;
  }
  return counts;
}

/** What keeps most services from the level; the greatest first. */
export function blockersOf(
  card: Pick<Scorecard, 'checks' | 'levels'>,
  level: string,
  groups: readonly AlikeServices[],
): CampaignBlocker[] {
  const blockers = new Map<string, CampaignBlocker>();
  for (const { missing, rows = [], services } of groups) {
    for (const check of missing) {
      const known = blockers.get(check) ?? { check, services: 0, alone: 0 };
      blockers.set(check, {
        check,
        services: known.services + services,
        alone:
          known.alone + (wouldReach(card, level, rows, check) ? services : 0),
      });
    }
  }
  return [...blockers.values()].sort(
    (a, b) =>
      b.services - a.services ||
      b.alone - a.alone ||
      (a.check < b.check ? -1 : 1),
  );
}

/**
 * What a campaign comes to at its end. Nobody is excused: what is exempt or not known is
 * not reached, and a campaign for nothing has reached nothing.
 */
export function outcomeOf({
  services,
  reached,
}: Pick<CampaignCounts, 'services' | 'reached'>): 'reached' | 'missed' {
  return services > 0 && reached === services ? 'reached' : 'missed';
}
