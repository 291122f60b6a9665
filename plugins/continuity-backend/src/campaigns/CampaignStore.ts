import type { CampaignState, Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { afterPosition, cutPage, decodeCursor, type Page } from '../database';
import {
  campaignOf,
  revisionOf,
  rowOf,
  type CampaignRow,
  type RevisionRow,
} from './campaignRow';
import type { StoredCampaign, StoredCampaignRevision } from './types';

export interface CampaignFilter {
  states?: readonly CampaignState[];
  scorecard?: string;
  owner?: string;
}

const TABLE = 'campaigns';
const REVISIONS = 'campaign_revisions';
const OPEN: readonly CampaignState[] = ['planned', 'running'];
const MAX_REVISIONS = 200;
/** A service is in few; more would help nobody. */
const MAX_OF_ENTITY = 50;

/** Campaigns in a SQL database (SQLite or PostgreSQL). */
export class CampaignStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async byId(id: string): Promise<StoredCampaign | undefined> {
    const row = await this.#knex<CampaignRow>(TABLE).where('id', id).first();
    return row && campaignOf(row);
  }

  /** Like {@link CampaignStore.byId}, and nobody else changes it until the end. */
  async lock(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredCampaign | undefined> {
    // SQLite has one writer at a time and ignores the lock.
    const row = await tx<CampaignRow>(TABLE)
      .where('id', id)
      .forUpdate()
      .first();
    return row && campaignOf(row);
  }

  /** Newest first. */
  async list(
    { states, scorecard, owner }: CampaignFilter,
    page: { limit: number; cursor?: string },
  ): Promise<Page<StoredCampaign>> {
    const query = this.#knex<CampaignRow>(TABLE)
      .where({
        ...(scorecard !== undefined && { scorecard }),
        ...(owner !== undefined && { owner }),
      })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit + 1);
    if (states) query.whereIn('state', [...states]);
    if (page.cursor !== undefined) {
      afterPosition(query, TABLE, 'created_at', decodeCursor(page.cursor));
    }
    return cutPage((await query).map(campaignOf), page.limit, one => ({
      at: one.createdAt,
      id: one.id,
    }));
  }

  /** Those of a service that have not ended, the earliest end first. */
  async ofEntity(entityRef: string): Promise<StoredCampaign[]> {
    const rows = await this.#knex<CampaignRow>(TABLE)
      .whereIn('state', [...OPEN])
      .whereIn(
        'id',
        this.#knex('campaign_members')
          .where('entity_ref', entityRef)
          .whereNull('left_at')
          .select('campaign_id'),
      )
      .orderBy(['ends_at', 'id'])
      .limit(MAX_OF_ENTITY);
    return rows.map(campaignOf);
  }

  /**
   * Ids of those to which something happens: time has come, or the catalog is another than
   * their services were chosen from.
   *
   * @param catalogRevision - absent: only time matters
   */
  async toLookAt(now: Instant, catalogRevision?: number): Promise<string[]> {
    const rows = await this.#knex<CampaignRow>(TABLE)
      .whereIn('state', [...OPEN])
      .where(any => {
        any.where('due_at', '<=', now);
        if (catalogRevision !== undefined) {
          any
            .orWhereNull('catalog_revision')
            .orWhereNot('catalog_revision', catalogRevision);
        }
      })
      .orderBy(['due_at', 'id'])
      .select('id');
    return rows.map(({ id }) => id);
  }

  async insert(tx: Knex.Transaction, campaign: StoredCampaign): Promise<void> {
    await tx<CampaignRow>(TABLE).insert(rowOf(campaign));
  }

  async update(tx: Knex.Transaction, campaign: StoredCampaign): Promise<void> {
    await tx<CampaignRow>(TABLE)
      .where('id', campaign.id)
      .update(rowOf(campaign));
  }

  async addRevision(
    tx: Knex.Transaction,
    id: string,
    { comment, content, ...revision }: StoredCampaignRevision,
  ): Promise<void> {
    await tx<RevisionRow>(REVISIONS).insert({
      campaign_id: id,
      ...revision,
      comment: comment ?? null,
      content: JSON.stringify(content),
    });
  }

  /** Newest first. */
  async history(id: string): Promise<StoredCampaignRevision[]> {
    const rows = await this.#knex<RevisionRow>(REVISIONS)
      .where('campaign_id', id)
      .orderBy('revision', 'desc')
      .limit(MAX_REVISIONS);
    return rows.map(revisionOf);
  }
}
