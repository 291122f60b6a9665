import { countStandings } from '@continuity/engine';
import type { CampaignProgress } from '@continuity/plugin-continuity-common';
import type { MemberGroup } from './types';

/** Who owns how many services that stand where; those with most that are not there first. */
export function groupByOwner(
  groups: readonly MemberGroup[],
): CampaignProgress['owners'] {
  const byOwner = new Map<string, MemberGroup[]>();
  for (const group of groups) {
    const owner = group.owner ?? '';
    const own = byOwner.get(owner);
    if (own) own.push(group);
    else byOwner.set(owner, [group]);
  }
  return [...byOwner]
    .map(([owner, own]) => ({
      ...(owner !== '' && { owner }),
      counts: countStandings(own),
    }))
    .sort(
      (a, b) =>
        openOf(b) - openOf(a) || ((a.owner ?? '') < (b.owner ?? '') ? -1 : 1),
    );
}

function openOf({ counts }: CampaignProgress['owners'][number]): number {
  return counts.services - counts.reached;
}
