import type { CampaignState } from '@continuity/engine';
import type { StoredCampaign, StoredCampaignRevision } from './types';

/** PostgreSQL hands out a bigint as text. */
type Moment = number | string;

export interface CampaignRow {
  id: string;
  revision: number;
  state: CampaignState;
  content: string;
  scorecard: string;
  owner: string;
  starts_at: Moment;
  ends_at: Moment;
  reminded_up_to: Moment;
  due_at: Moment | null;
  catalog_revision: Moment | null;
  created_by: string;
  created_at: Moment;
  updated_by: string;
  updated_at: Moment;
  ended_at: Moment | null;
  cancellation: string | null;
  outcome: string | null;
}

export interface RevisionRow {
  campaign_id: string;
  revision: number;
  change: StoredCampaignRevision['change'];
  at: Moment;
  by: string;
  comment: string | null;
  content: string;
}

export function rowOf(campaign: StoredCampaign): CampaignRow {
  const { content, cancellation, outcome } = campaign;
  return {
    id: campaign.id,
    revision: campaign.revision,
    state: campaign.state,
    content: JSON.stringify(content),
    scorecard: content.scorecard,
    owner: content.owner,
    starts_at: campaign.startsAt,
    ends_at: campaign.endsAt,
    reminded_up_to: campaign.remindedUpTo,
    due_at: campaign.dueAt ?? null,
    catalog_revision: campaign.catalogRevision ?? null,
    created_by: campaign.createdBy,
    created_at: campaign.createdAt,
    updated_by: campaign.updatedBy,
    updated_at: campaign.updatedAt,
    ended_at: campaign.endedAt ?? null,
    cancellation: cancellation ? JSON.stringify(cancellation) : null,
    outcome: outcome ? JSON.stringify(outcome) : null,
  };
}

/** Texts of JSON in it are our own, written by {@link rowOf}. */
export function campaignOf(row: CampaignRow): StoredCampaign {
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    content: JSON.parse(row.content),
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
    remindedUpTo: Number(row.reminded_up_to),
    ...(row.due_at !== null && { dueAt: Number(row.due_at) }),
    ...(row.catalog_revision !== null && {
      catalogRevision: Number(row.catalog_revision),
    }),
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedBy: row.updated_by,
    updatedAt: Number(row.updated_at),
    ...(row.ended_at !== null && { endedAt: Number(row.ended_at) }),
    ...(row.cancellation !== null && {
      cancellation: JSON.parse(row.cancellation),
    }),
    ...(row.outcome !== null && { outcome: JSON.parse(row.outcome) }),
  };
}

export function revisionOf(row: RevisionRow): StoredCampaignRevision {
  return {
    revision: row.revision,
    change: row.change,
    at: Number(row.at),
    by: row.by,
    ...(row.comment !== null && { comment: row.comment }),
    content: JSON.parse(row.content),
  };
}
