import type { CampaignStay, Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { MemberOutcome, MemberSubject } from './types';

/** PostgreSQL hands out a bigint as text. */
export interface MemberRow {
  campaign_id: string;
  entity_ref: string;
  name: string;
  title: string | null;
  searched: string;
  owner: string;
  system: string;
  tier: string;
  joined_at: number | string;
  at_start: number;
  left_at: number | string | null;
}

export const MEMBERS = 'campaign_members';
export const OUTCOMES = 'campaign_outcomes';

/** 11 values a row, and SQLite allows at most 32766 bound values. */
const BATCH = 500;
const MAX_NAME = 255;
const MAX_SEARCHED = 1000;
/** What no line shows, and of which PostgreSQL does not store everything. */
const UNSTORABLE = /[\p{Cc}\p{Surrogate}]/gu;

/** Which services belong to a campaign, and where they stood at its end. */
export class MemberStore {
  /**
   * Makes the members of a campaign those that belong to it now. Who is not among them has
   * left; who comes back is a member again.
   *
   * @param atStart - it has not begun yet, or does now
   */
  async sync(
    tx: Knex.Transaction,
    campaignId: string,
    subjects: ReadonlyMap<string, MemberSubject>,
    { at, atStart }: { at: Instant; atStart: boolean },
  ): Promise<void> {
    const known = new Map<string, MemberRow>();
    const rows: MemberRow[] = await tx<MemberRow>(MEMBERS).where(
      'campaign_id',
      campaignId,
    );
    for (const row of rows) known.set(row.entity_ref, row);
    const written: MemberRow[] = [];
    for (const subject of subjects.values()) {
      const before = known.get(subject.entityRef);
      const row = rowOf(campaignId, subject, before, { at, atStart });
      if (!before || isOther(before, row)) written.push(row);
    }
    for (let from = 0; from < written.length; from += BATCH) {
      await tx<MemberRow>(MEMBERS)
        .insert(written.slice(from, from + BATCH))
        .onConflict(['campaign_id', 'entity_ref'])
        .merge();
    }
    const gone = rows.filter(
      row => row.left_at === null && !subjects.has(row.entity_ref),
    );
    for (let from = 0; from < gone.length; from += BATCH) {
      await tx<MemberRow>(MEMBERS)
        .where('campaign_id', campaignId)
        .whereIn(
          'entity_ref',
          gone.slice(from, from + BATCH).map(row => row.entity_ref),
        )
        .update({ left_at: at });
    }
  }

  /** It begins: whoever belongs to it does from the beginning, and nobody has left. */
  async begin(
    tx: Knex.Transaction,
    campaignId: string,
    at: Instant,
  ): Promise<void> {
    await tx<MemberRow>(MEMBERS)
      .where('campaign_id', campaignId)
      .whereNotNull('left_at')
      .delete();
    await tx<MemberRow>(MEMBERS)
      .where('campaign_id', campaignId)
      .update({ joined_at: at, at_start: 1 });
  }

  /** Refs of those that belonged to it at a moment. */
  async at(
    knex: Knex,
    campaignId: string,
    moment: Instant,
  ): Promise<{ entityRef: string; owner: string }[]> {
    const rows = await knex<MemberRow>(MEMBERS)
      .where('campaign_id', campaignId)
      .where('joined_at', '<', moment)
      .where(stays =>
        stays.whereNull('left_at').orWhere('left_at', '>=', moment),
      )
      .orderBy('entity_ref')
      .select('entity_ref', 'owner');
    return rows.map(row => ({ entityRef: row.entity_ref, owner: row.owner }));
  }

  /** How long each belongs to it. */
  async stays(knex: Knex, campaignId: string): Promise<CampaignStay[]> {
    const rows = await knex<MemberRow>(MEMBERS)
      .where('campaign_id', campaignId)
      .select('entity_ref', 'joined_at', 'left_at');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      from: Number(row.joined_at),
      ...(row.left_at !== null && { until: Number(row.left_at) }),
    }));
  }

  /** Writes where each stood at the end. */
  async conclude(
    tx: Knex.Transaction,
    campaignId: string,
    outcomes: readonly MemberOutcome[],
  ): Promise<void> {
    for (let from = 0; from < outcomes.length; from += BATCH) {
      await tx(OUTCOMES).insert(
        outcomes
          .slice(from, from + BATCH)
          .map(({ entityRef, standing, missing }) => ({
            campaign_id: campaignId,
            entity_ref: entityRef,
            standing,
            missing: JSON.stringify(missing),
          })),
      );
    }
  }
}

function rowOf(
  campaignId: string,
  subject: MemberSubject,
  before: MemberRow | undefined,
  { at, atStart }: { at: Instant; atStart: boolean },
): MemberRow {
  const title = subject.title?.replace(UNSTORABLE, '\ufffd');
  return {
    campaign_id: campaignId,
    entity_ref: subject.entityRef,
    name: subject.name.slice(0, MAX_NAME),
    title: title ?? null,
    searched: `${subject.name} ${title ?? ''}`
      .toLocaleLowerCase('en-US')
      .slice(0, MAX_SEARCHED),
    owner: subject.owner ?? '',
    system: subject.system ?? '',
    tier: subject.tier,
    joined_at: before ? Number(before.joined_at) : at,
    at_start: before ? before.at_start : Number(atStart),
    left_at: null,
  };
}

function isOther(before: MemberRow, row: MemberRow): boolean {
  return (
    before.left_at !== null ||
    (['name', 'title', 'owner', 'system', 'tier'] as const).some(
      field => before[field] !== row[field],
    )
  );
}
