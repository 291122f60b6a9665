import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type CampaignCounts,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type { StoredCampaign } from './types';

/** An owner of services that a campaign is for. */
export interface CampaignRecipient {
  /** Ref of a group or user. */
  owner: string;
  /** Services that are not there. */
  open: number;
  services: number;
  /** Refs of some that are not there. */
  examples: string[];
}

/** What happened to a campaign. */
type CampaignNewsKind =
  | 'created'
  | 'changed'
  | 'started'
  | 'reminded'
  | 'cancelled'
  | 'ended';

/** What the ledger says of something that happened to a campaign, and whom it concerns. */
export function campaignEntry(
  kind: CampaignNewsKind,
  campaign: StoredCampaign,
  told: {
    by: string;
    at: Instant;
    titles: { scorecardTitle?: string; levelTitle?: string };
    comment?: string;
    changes?: readonly string[];
    /** Days before the last day, of a reminder. */
    days?: number;
    counts?: CampaignCounts;
    recipients?: readonly CampaignRecipient[];
    /** Services that nobody owns and that are not there. */
    unowned?: number;
  },
): LedgerEntry {
  const { id, revision, state, content, endsAt } = campaign;
  const { by, at, titles, ...rest } = told;
  return {
    id: randomUUID(),
    type: `campaign.${kind}`,
    at: formatInstant(at),
    actor: { ref: by },
    subjects: [content.owner],
    // What is undefined is left out, as JSON does.
    data: JSON.parse(
      JSON.stringify({
        id,
        revision,
        state,
        title: content.title,
        owner: content.owner,
        scorecard: content.scorecard,
        scorecardTitle: titles.scorecardTitle ?? content.scorecard,
        level: content.level,
        levelTitle: titles.levelTitle ?? content.level,
        endsOn: content.endsOn,
        timezone: content.timezone,
        endsAt: formatInstant(endsAt),
        ...(kind === 'created' || kind === 'changed' ? { content } : {}),
        ...rest,
      }),
    ),
  };
}
