import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import {
  afterPosition,
  cutPage,
  decodeCursor,
  type Page,
} from '../../database';

/** Which place a baseline is of. */
export interface BaselinePlace {
  entityRef: string;
  environment: string;
  region?: string;
}

/** A baseline without what is in it. */
export interface StoredBaseline extends BaselinePlace {
  /** UUID. */
  id: string;
  /** Absent: it is only proposed. */
  version?: number;
  digest: string;
  objectCount: number;
  masked: number;
  changeId: string;
  note?: string;
  proposedBy: string;
  proposedAt: Instant;
  promotion?: { by: string; at: Instant; comment?: string };
}

/** PostgreSQL hands out a bigint as text. */
interface BaselineRow {
  id: string;
  entity_ref: string;
  environment: string;
  region: string;
  version: number | null;
  digest: string;
  object_count: number;
  masked: number;
  change_id: string;
  note: string | null;
  proposed_by: string;
  proposed_at: number | string;
  promoted_by: string | null;
  promoted_at: number | string | null;
  comment: string | null;
}

const TABLE = 'baselines';
const HEAD = [
  'id',
  'entity_ref',
  'environment',
  'region',
  'version',
  'digest',
  'object_count',
  'masked',
  'change_id',
  'note',
  'proposed_by',
  'proposed_at',
  'promoted_by',
  'promoted_at',
  'comment',
] as const;

/** Where baselines are kept; never changed but by promotion, never removed. */
export class BaselineStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async byId(
    id: string,
    tx?: Knex.Transaction,
  ): Promise<StoredBaseline | undefined> {
    const row: BaselineRow | undefined = await (tx ?? this.#knex)(TABLE)
      .where('id', id)
      .first(...HEAD);
    return row && baselineOf(row);
  }

  /** What is in it, as canonical JSON. */
  async objectsOf(id: string): Promise<string | undefined> {
    const row = await this.#knex(TABLE).where('id', id).first('objects');
    return row?.objects;
  }

  /** The one of the highest version. @param tx - absent: outside any transaction */
  async current(
    place: BaselinePlace,
    tx?: Knex.Transaction,
  ): Promise<StoredBaseline | undefined> {
    const row: BaselineRow | undefined = await (tx ?? this.#knex)(TABLE)
      .where(columnsOf(place))
      .whereNotNull('version')
      .orderBy('version', 'desc')
      .first(...HEAD);
    return row && baselineOf(row);
  }

  /** Newest first. */
  async list(
    { entityRef, environment, region }: Partial<BaselinePlace>,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<StoredBaseline>> {
    const query = this.#knex(TABLE)
      .where({
        entity_ref: entityRef,
        ...(environment !== undefined && { environment }),
        ...(region !== undefined && { region }),
      })
      .orderBy([
        { column: 'proposed_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1)
      .select(...HEAD);
    if (cursor !== undefined) {
      afterPosition(query, TABLE, 'proposed_at', decodeCursor(cursor));
    }
    const rows: BaselineRow[] = await query;
    return cutPage(rows.map(baselineOf), limit, ({ proposedAt, id }) => ({
      at: proposedAt,
      id,
    }));
  }

  async insert(
    tx: Knex.Transaction,
    baseline: StoredBaseline,
    objects: string,
  ): Promise<void> {
    await tx(TABLE).insert({
      ...columnsOf(baseline),
      id: baseline.id,
      version: null,
      digest: baseline.digest,
      object_count: baseline.objectCount,
      masked: baseline.masked,
      change_id: baseline.changeId,
      note: baseline.note ?? null,
      proposed_by: baseline.proposedBy,
      proposed_at: baseline.proposedAt,
      objects,
    });
  }

  /** @returns whether it was only proposed until now */
  async promote(
    tx: Knex.Transaction,
    id: string,
    version: number,
    { by, at, comment }: { by: string; at: Instant; comment?: string },
  ): Promise<boolean> {
    const changed = await tx(TABLE)
      .where('id', id)
      .whereNull('version')
      .update({
        version,
        promoted_by: by,
        promoted_at: at,
        comment: comment ?? null,
      });
    return changed === 1;
  }
}

function columnsOf({ entityRef, environment, region }: BaselinePlace) {
  return { entity_ref: entityRef, environment, region: region ?? '' };
}

function baselineOf(row: BaselineRow): StoredBaseline {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    ...(row.region !== '' && { region: row.region }),
    ...(row.version !== null && { version: row.version }),
    digest: row.digest,
    objectCount: row.object_count,
    masked: row.masked,
    changeId: row.change_id,
    ...(row.note !== null && { note: row.note }),
    proposedBy: row.proposed_by,
    proposedAt: Number(row.proposed_at),
    ...(row.promoted_by !== null &&
      row.promoted_at !== null && {
        promotion: {
          by: row.promoted_by,
          at: Number(row.promoted_at),
          ...(row.comment !== null && { comment: row.comment }),
        },
      }),
  };
}
