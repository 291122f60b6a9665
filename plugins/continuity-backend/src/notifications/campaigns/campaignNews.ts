import type { LedgerEntry } from '@continuity/engine';
import { z } from 'zod';

/** Entries of the ledger that tell of campaigns. */
export const CAMPAIGN_TYPES = 'campaign.*';

const TYPE_PREFIX = CAMPAIGN_TYPES.slice(0, -1);

const counts = z.object({
  services: z.number(),
  reached: z.number(),
  exempt: z.number(),
  notKnown: z.number(),
  notReached: z.number(),
});

const recipient = z.object({
  owner: z.string(),
  /** Services that are not there. */
  open: z.number(),
  services: z.number(),
  examples: z.array(z.string()),
});

const campaignNews = z.object({
  kind: z.enum([
    'created',
    'changed',
    'started',
    'reminded',
    'cancelled',
    'ended',
  ]),
  by: z.string(),
  id: z.string(),
  state: z.string(),
  title: z.string(),
  owner: z.string(),
  scorecardTitle: z.string(),
  levelTitle: z.string(),
  endsOn: z.string(),
  timezone: z.string(),
  comment: z.string().optional(),
  days: z.number().optional(),
  counts: counts.optional(),
  recipients: z.array(recipient).optional(),
  unowned: z.number().optional(),
});

/** What happened to a campaign, and whom it concerns. */
export type CampaignNews = z.infer<typeof campaignNews>;
export type CampaignRecipient = z.infer<typeof recipient>;

/** @throws when the entry does not tell of a campaign in a form that is known here */
export function readCampaignNews({
  type,
  actor,
  data,
}: LedgerEntry): CampaignNews {
  return campaignNews.parse({
    ...Object(data),
    kind: type.slice(TYPE_PREFIX.length),
    by: actor.ref,
  });
}
