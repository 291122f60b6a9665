import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import {
  afterPosition,
  cutPage,
  decodeCursor,
  type Page,
} from '../../database';

/** What was deployed where: what is seen again is not new. */
export interface DeployedArtifact {
  entityRef: string;
  environment: string;
  /** Absent: the evidence names none. */
  region?: string;
  version: string;
  /** `sha256:...`. Absent: the evidence names none. */
  digest?: string;
}

/** A deployment that no approved change covers, as it is kept. */
export interface StoredUnauthorised extends DeployedArtifact {
  /** UUID. */
  id: string;
  /** The first evidence of it. */
  evidenceId: string;
  openedAt: Instant;
  lastSeenAt: Instant;
  /** How often it was seen. */
  times: number;
  /** Why no change covers it; a sentence. */
  reason: string;
  /** The change that was drafted afterwards. Absent: none was. */
  changeId?: string;
  /** Absent: nobody has answered for it. */
  resolution?: { by: string; at: Instant; reason: string };
}

interface Row {
  id: string;
  entity_ref: string;
  environment: string;
  region: string;
  artifact: string;
  version: string;
  artifact_digest: string | null;
  evidence_id: string;
  created_at: number | string;
  last_seen_at: number | string;
  times: number;
  reason: string;
  change_id: string | null;
  resolved_by: string | null;
  resolved_at: number | string | null;
  resolution: string | null;
}

const TABLE = 'unauthorised_deployments';

/** Where deployments without a change are kept, for all replicas. */
export class UnauthorisedStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Newest first. */
  async list(
    filter: { entityRef?: string; open?: boolean },
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<StoredUnauthorised>> {
    const query = this.#knex<Row>(TABLE)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (filter.entityRef !== undefined) {
      query.where('entity_ref', filter.entityRef);
    }
    if (filter.open) query.whereNull('resolved_at');
    if (cursor !== undefined) {
      afterPosition(query, TABLE, 'created_at', decodeCursor(cursor));
    }
    return cutPage(
      (await query).map(unauthorisedOf),
      limit,
      ({ openedAt, id }) => ({ at: openedAt, id }),
    );
  }

  /** Absent: there is none of this id. */
  async byId(
    id: string,
    tx: Knex | Knex.Transaction = this.#knex,
  ): Promise<StoredUnauthorised | undefined> {
    const row = await tx<Row>(TABLE).where('id', id).first();
    return row && unauthorisedOf(row);
  }

  /**
   * Notes that an artifact was seen once more, where it has a finding that is open, or was
   * answered for a short while ago.
   *
   * @param quietSince - a finding that was last seen before it, and is answered for, is over
   * @returns whether there is one
   */
  async seenAgain(
    tx: Knex.Transaction,
    artifact: DeployedArtifact,
    { at, quietSince }: { at: Instant; quietSince: Instant },
  ): Promise<boolean> {
    const [newest] = await tx<Row>(TABLE)
      .where(identityOf(artifact))
      .where(rows =>
        rows.whereNull('resolved_at').orWhere('last_seen_at', '>', quietSince),
      )
      .orderBy('created_at', 'desc')
      .limit(1);
    if (!newest) return false;
    await tx<Row>(TABLE)
      .where('id', newest.id)
      .update({
        times: newest.times + 1,
        // Evidence may arrive late.
        last_seen_at: Math.max(Number(newest.last_seen_at), at),
      });
    return true;
  }

  async insert(tx: Knex.Transaction, found: StoredUnauthorised): Promise<void> {
    await tx<Row>(TABLE).insert({
      ...identityOf(found),
      id: found.id,
      version: found.version,
      artifact_digest: found.digest ?? null,
      evidence_id: found.evidenceId,
      created_at: found.openedAt,
      last_seen_at: found.lastSeenAt,
      times: found.times,
      reason: found.reason,
      change_id: found.changeId ?? null,
      resolved_by: null,
      resolved_at: null,
      resolution: null,
    });
  }

  /** @returns whether nobody had answered for it before */
  async resolve(
    tx: Knex.Transaction,
    id: string,
    { by, at, reason }: { by: string; at: Instant; reason: string },
  ): Promise<boolean> {
    const updated = await tx<Row>(TABLE)
      .where('id', id)
      .whereNull('resolved_at')
      .update({ resolved_by: by, resolved_at: at, resolution: reason });
    return updated === 1;
  }
}

function identityOf({
  entityRef,
  environment,
  region = '',
  digest,
  version,
}: DeployedArtifact) {
  return {
    entity_ref: entityRef,
    environment,
    region,
    artifact: (digest ?? version).slice(0, 300),
  };
}

function unauthorisedOf(row: Row): StoredUnauthorised {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    ...(row.region !== '' && { region: row.region }),
    version: row.version,
    ...(row.artifact_digest !== null && { digest: row.artifact_digest }),
    evidenceId: row.evidence_id,
    openedAt: Number(row.created_at),
    lastSeenAt: Number(row.last_seen_at),
    times: row.times,
    reason: row.reason,
    ...(row.change_id !== null && { changeId: row.change_id }),
    ...(row.resolved_at !== null && {
      resolution: {
        by: row.resolved_by ?? '',
        at: Number(row.resolved_at),
        reason: row.resolution ?? '',
      },
    }),
  };
}
