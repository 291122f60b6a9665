import type { CampaignCounts, Instant } from '@continuity/engine';
import type {
  Campaign,
  CampaignRevision,
  CampaignService,
} from '@continuity/plugin-continuity-common';
import { toIso } from '../http';
import type { CampaignRights } from './CampaignAuthority';
import type { CampaignCards } from './CampaignCards';
import type {
  StandingMember,
  StoredCampaign,
  StoredCampaignRevision,
} from './types';

export function presentCampaign(
  campaign: StoredCampaign,
  known: {
    titles: ReturnType<CampaignCards['titlesOf']>;
    counts: CampaignCounts;
    movements: { joined: number; left: number; mayDiffer: number };
    rights: CampaignRights;
    now: Instant;
  },
): Campaign {
  const { state, content, endsAt, endedAt, cancellation, outcome } = campaign;
  const { titles, counts, movements, rights, now } = known;
  const isOpen = state === 'planned' || (state === 'running' && now < endsAt);
  const may = isOpen && rights.may('change', content.owner);
  return {
    id: campaign.id,
    revision: campaign.revision,
    state,
    content: presentContent(content),
    ...titles,
    startsAt: toIso(campaign.startsAt),
    endsAt: toIso(endsAt),
    counts,
    ...(outcome && { total: outcome.counts }),
    joined: movements.joined,
    left: movements.left,
    ...(movements.mayDiffer > 0 && { mayDiffer: movements.mayDiffer }),
    ...(state === 'running' && now >= endsAt && { concluding: true }),
    ...(endedAt !== undefined && { endedAt: toIso(endedAt) }),
    ...(cancellation && {
      cancellation: { ...cancellation, at: toIso(cancellation.at) },
    }),
    createdBy: campaign.createdBy,
    createdAt: toIso(campaign.createdAt),
    updatedBy: campaign.updatedBy,
    updatedAt: toIso(campaign.updatedAt),
    may: { change: may, cancel: may },
  };
}

export function presentContent(
  content: StoredCampaign['content'],
): Campaign['content'] {
  // Of another type only by what may not be changed; JSON makes a copy of it.
  return JSON.parse(JSON.stringify(content));
}

/** @param checks - titles of checks, by id */
export function presentMember(
  member: StandingMember,
  checks: ReadonlyMap<string, string>,
): CampaignService {
  const { atStart, joinedAt, leftAt, mayDiffer, next, ...rest } = member;
  return {
    ...rest,
    missing: [...member.missing],
    ...(!atStart && { joinedAt: toIso(joinedAt) }),
    ...(leftAt !== undefined && { leftAt: toIso(leftAt) }),
    ...(mayDiffer && { mayDiffer }),
    ...(next && {
      next: { ...next, title: checks.get(next.check) ?? next.check },
    }),
  };
}

export function presentRevision(
  revision: StoredCampaignRevision,
): CampaignRevision {
  return {
    ...revision,
    at: toIso(revision.at),
    content: presentContent(revision.content),
  };
}
