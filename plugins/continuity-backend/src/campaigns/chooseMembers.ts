import {
  isInCampaign,
  type CampaignScope,
  type Scorecard,
} from '@continuity/engine';
import { createTurns } from '../calendars';
import type { CatalogSnapshot } from '../catalog';
import { entityOwner } from '../graph';
import type { MemberSubject } from './types';

/** Services that a campaign is for, as the catalog is now, by ref. */
export async function chooseMembers(
  { services }: Pick<CatalogSnapshot, 'services'>,
  scorecard: Pick<Scorecard, 'audience'>,
  scope: CampaignScope,
): Promise<Map<string, MemberSubject>> {
  const turn = createTurns();
  const chosen = new Map<string, MemberSubject>();
  for (const { entityRef, entity, profile, systems } of services.values()) {
    await turn();
    const owner = entityOwner(entity);
    const subject = {
      entity,
      profile,
      systems,
      ...(owner !== undefined && { owner }),
    };
    if (!isInCampaign(scorecard, scope, subject)) continue;
    const { name, title } = entity.metadata;
    const [system] = systems;
    chosen.set(entityRef, {
      entityRef,
      name,
      ...(title !== undefined && { title }),
      ...(owner !== undefined && { owner }),
      ...(system !== undefined && { system }),
      tier: profile.tier?.id ?? 'unclassified',
    });
  }
  return chosen;
}
