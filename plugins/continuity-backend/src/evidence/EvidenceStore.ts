import { deployment, type Evidence, type Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import {
  afterPosition,
  cutPage,
  decodeCursor,
  isPostgres,
  selectRows,
  type Page,
} from '../database';
import {
  fromRow,
  toRow,
  type EvidenceRow,
  type StoredEvidence,
} from './evidenceRow';
import {
  packed,
  PACKED_ALL,
  unpack,
  type PackedEvidence,
} from './packedEvidence';

/** What makes a report one and the same, however often it is sent. */
export type EvidenceIdentity = Pick<Evidence, 'kind' | 'source' | 'externalId'>;

export interface EvidenceFilter {
  kind?: string;
  environment?: string;
}

/** Where evidence lies; never changed, never removed. */
export interface EvidenceStore {
  /**
   * Inserts what is not stored yet, in the caller's transaction. Waits for others who
   * insert the same identity, so of two at once exactly one inserts.
   *
   * @param evidence - with distinct identities
   * @returns the ids that were inserted
   */
  insert(
    tx: Knex.Transaction,
    evidence: StoredEvidence[],
  ): Promise<Set<string>>;
  /** What is stored under identities; absent ones are left out. */
  byIdentity(
    tx: Knex.Transaction,
    identities: EvidenceIdentity[],
  ): Promise<StoredEvidence[]>;
  /** @param id - in any shape; undefined is answered to what is no id */
  byId(id: string): Promise<Evidence | undefined>;
  /** Newest observation first. */
  listForEntity(
    entityRef: string,
    filter: EvidenceFilter,
    page: { limit: number; cursor?: string },
  ): Promise<Page<Evidence>>;
  /**
   * The newest of each (kind, environment, region) that was observed at a moment or
   * before; several where reports share that moment.
   */
  latestForEntity(
    entityRef: string,
    at: Instant,
    filter?: EvidenceFilter,
  ): Promise<Evidence[]>;
  /**
   * The newest of one kind about the whole of each entity, that was observed at a moment
   * or before; of several that share that moment, any.
   */
  latestOfKind(
    kind: string,
    entityRefs: readonly string[],
    at: Instant,
  ): Promise<Map<string, Evidence>>;
  /**
   * The newest of one kind in each series, whatever it is about, that was observed at a
   * moment or before; several where reports share that moment. For kinds of which there
   * are few series.
   */
  allOfKind(kind: string, at: Instant): Promise<Evidence[]>;
  /**
   * Everything that a judgement at a moment may need: the newest of each series at the
   * moment, and the first that was observed after it, with which the judgement changes.
   */
  aroundMoment(entityRef: string, at: Instant): Promise<Evidence[]>;
  /**
   * Everything that judgements of many entities at a moment may need, of some kinds, by
   * entity: what {@link EvidenceStore.aroundMoment} gives of each, and of some of the
   * kinds every report that has not expired.
   *
   * @param kinds.history - those of which one report is not enough
   */
  aroundMomentOf(
    entityRefs: readonly string[],
    kinds: { latest: readonly string[]; history: readonly string[] },
    at: Instant,
    tx?: Knex.Transaction,
  ): Promise<Map<string, Evidence[]>>;
  /**
   * The newest reports of each series of some kinds that were observed at a moment or
   * before, by entity.
   *
   * @param window.count - at most, of each series
   */
  newestOfEach(
    entityRefs: readonly string[],
    kinds: readonly string[],
    window: { at: Instant; count: number },
  ): Promise<Map<string, Evidence[]>>;
  /**
   * Deployments of an artifact to an environment that succeeded before a moment, the
   * newest ones first; what was deployed since does not matter.
   *
   * @param artifact.digest - `sha256:...`
   */
  deploymentsOf(
    entityRef: string,
    artifact: { environment: string; digest: string },
    before: Instant,
  ): Promise<Evidence[]>;
}

/** One for each region is enough to prove that an artifact ran there. */
const MAX_DEPLOYMENTS = 50;

/** RFC 9562; what is none is not asked for, as it may hold what no text of PostgreSQL can. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Rows a statement: 14 values each, and SQLite allows at most 32766 bound values. */
const BATCH = 500;

const among = (column: string, list: readonly string[]) =>
  `${column} in (${list.map(() => '?').join(', ')})`;

const sameSeries = (one: string, other: string) =>
  ['entity_ref', 'kind', 'environment', 'region']
    .map(column => `${one}.${column} = ${other}.${column}`)
    .join(' and ');

/** A moment in each series; one index lookup a series. */
const moments = (moment: string) =>
  `select s.*, (select ${moment} and ${sameSeries('n', 's')}) as moment
     from evidence_series s`;

const LAST_MOMENTS_OF_ANY = moments(
  'max(n.observed_at) from evidence n where n.observed_at <= ?',
);
const LAST_MOMENTS = `${LAST_MOMENTS_OF_ANY} where s.entity_ref = ?`;
const NEXT_MOMENTS = `${moments(
  'min(n.observed_at) from evidence n where n.observed_at > ?',
)} where s.entity_ref = ?`;

/**
 * "Newest" is looked up and never stored, so reports that arrive late, at once or out of
 * order cannot leave a wrong one behind.
 */
const observedAt = (momentsOfSeries: string) =>
  `select e.* from (${momentsOfSeries}) m
     join evidence e on ${sameSeries('e', 'm')} and e.observed_at = m.moment
    order by e.observed_at desc, e.id desc`;

/**
 * The newest of many series at once, on PostgreSQL: one index lookup a series instead of
 * one for its moment and one for what was observed then. SQLite knows no lateral joins.
 */
const newestOfSeries = (which: string) =>
  `select ${PACKED_ALL} from evidence_series s
    cross join lateral (
      select ${packed('n')} from evidence n
       where n.observed_at <= ? and ${sameSeries('n', 's')}
       order by n.observed_at desc
       fetch first 1 rows with ties
    ) e
   where ${which}`;

/** Some of the newest of each series; as above, SQLite knows no lateral joins. */
const newestFew = (of: string, isLateral: boolean) => {
  const few = `from evidence n
     where n.observed_at <= ? and ${sameSeries('n', 's')}
     order by n.observed_at desc, n.id desc
     limit ?`;
  return isLateral
    ? `select e.* from evidence_series s cross join lateral (select * ${few}) e
        where ${of}`
    : `select e.* from evidence_series s
         join evidence e on e.id in (select n.id ${few})
        where ${of}`;
};

const LATEST = observedAt(LAST_MOMENTS);
const AROUND = observedAt(`${LAST_MOMENTS} union all ${NEXT_MOMENTS}`);

/** Evidence in a SQL database (SQLite or PostgreSQL). */
export class KnexEvidenceStore implements EvidenceStore {
  readonly #knex: Knex;
  readonly #history: readonly string[];

  /** @param options.history - kinds of which the gate needs every report that still counts */
  constructor(knex: Knex, options: { history?: readonly string[] } = {}) {
    this.#knex = knex;
    this.#history = options.history ?? [];
  }

  async insert(
    tx: Knex.Transaction,
    evidence: StoredEvidence[],
  ): Promise<Set<string>> {
    // In one order everywhere: transactions that wait for each other's identities
    // must not wait in a circle.
    const rows = evidence.map(toRow).sort(byIdentityOrder);
    const inserted = new Set<string>();
    for (const batch of batches(rows)) {
      const ids = await tx<EvidenceRow>('evidence')
        .insert(batch)
        .onConflict(['kind', 'source', 'external_id'])
        .ignore()
        .returning('id');
      ids.forEach(({ id }) => inserted.add(id));
    }
    await addSeries(
      tx,
      rows.filter(row => inserted.has(row.id)),
    );
    return inserted;
  }

  async byIdentity(
    tx: Knex.Transaction,
    identities: EvidenceIdentity[],
  ): Promise<StoredEvidence[]> {
    const found: StoredEvidence[] = [];
    for (const batch of batches(identities)) {
      const rows = await tx<EvidenceRow>('evidence').whereIn(
        ['kind', 'source', 'external_id'],
        batch.map(({ kind, source, externalId }) => [kind, source, externalId]),
      );
      found.push(...rows.map(fromRow));
    }
    return found;
  }

  async byId(id: string): Promise<Evidence | undefined> {
    if (!UUID.test(id)) return undefined;
    const row = await this.#knex<EvidenceRow>('evidence')
      .where('id', id.toLowerCase())
      .first();
    return row && fromRow(row).evidence;
  }

  async listForEntity(
    entityRef: string,
    filter: EvidenceFilter,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<Evidence>> {
    const query = this.#knex<EvidenceRow>('evidence')
      .where({ entity_ref: entityRef, ...columns(filter) })
      .orderBy([
        { column: 'observed_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (cursor !== undefined) {
      afterPosition(query, 'evidence', 'observed_at', decodeCursor(cursor));
    }
    const page = cutPage((await query).map(fromRow), limit, row => ({
      at: row.evidence.observedAt,
      id: row.evidence.id,
    }));
    return { ...page, items: page.items.map(({ evidence }) => evidence) };
  }

  async latestForEntity(
    entityRef: string,
    at: Instant,
    { kind, environment }: EvidenceFilter = {},
  ): Promise<Evidence[]> {
    const rows = await selectRows<EvidenceRow>(this.#knex, LATEST, [
      at,
      entityRef,
    ]);
    return rows
      .map(row => fromRow(row).evidence)
      .filter(
        evidence =>
          (kind === undefined || evidence.kind === kind) &&
          (environment === undefined || evidence.environment === environment),
      );
  }

  async latestOfKind(
    kind: string,
    entityRefs: readonly string[],
    at: Instant,
  ): Promise<Map<string, Evidence>> {
    const latest = new Map<string, Evidence>();
    for (const batch of batches([...entityRefs])) {
      const refs = batch.map(() => '?').join(', ');
      const rows = await selectRows<EvidenceRow>(
        this.#knex,
        observedAt(
          `${LAST_MOMENTS_OF_ANY} where s.kind = ? and s.environment = '' and s.region = '' and s.entity_ref in (${refs})`,
        ),
        [at, kind, ...batch],
      );
      for (const row of rows) {
        latest.set(row.entity_ref, fromRow(row).evidence);
      }
    }
    return latest;
  }

  async allOfKind(kind: string, at: Instant): Promise<Evidence[]> {
    const rows = await selectRows<EvidenceRow>(
      this.#knex,
      observedAt(`${LAST_MOMENTS_OF_ANY} where s.kind = ?`),
      [at, kind],
    );
    return rows.map(row => fromRow(row).evidence);
  }

  async aroundMoment(entityRef: string, at: Instant): Promise<Evidence[]> {
    const rows = await selectRows<EvidenceRow>(this.#knex, AROUND, [
      at,
      entityRef,
      at,
      entityRef,
    ]);
    const around = rows.map(row => fromRow(row).evidence);
    if (this.#history.length === 0) return around;
    const known = new Set(around.map(({ id }) => id));
    const kinds = { latest: [], history: this.#history };
    const more = await this.aroundMomentOf([entityRef], kinds, at);
    return around.concat(
      (more.get(entityRef) ?? []).filter(({ id }) => !known.has(id)),
    );
  }

  async aroundMomentOf(
    entityRefs: readonly string[],
    {
      latest,
      history,
    }: { latest: readonly string[]; history: readonly string[] },
    at: Instant,
    tx?: Knex.Transaction,
  ): Promise<Map<string, Evidence[]>> {
    const knex = tx ?? this.#knex;
    const found = new Map<string, Evidence[]>();
    const keep = (list: Evidence[]) => {
      for (const evidence of list) {
        const own = found.get(evidence.entityRef);
        if (own) own.push(evidence);
        else found.set(evidence.entityRef, [evidence]);
      }
    };
    const read = (rows: EvidenceRow[]) =>
      rows.map(row => fromRow(row).evidence);
    // Lists as one value each, where that can be: a plan for a hundred takes longer to make.
    const isAmong =
      (column: string, list: readonly string[]) =>
      (query: Knex.QueryBuilder) => {
        if (isPostgres(knex))
          query.whereRaw('?? = any(?)', [column, [...list]]);
        else query.whereIn(column, [...list]);
      };
    for (const refs of batches([...entityRefs])) {
      if (latest.length > 0) {
        // Each series is looked up once; to remember it costs a quarter of the time.
        if (tx && isPostgres(tx)) {
          await tx.raw(`select set_config('enable_memoize', 'off', true)`);
        }
        keep(
          isPostgres(knex)
            ? unpack(
                await selectRows<PackedEvidence>(
                  knex,
                  newestOfSeries('s.entity_ref = any(?) and s.kind = any(?)'),
                  [at, refs, [...latest]],
                ),
              )
            : read(
                await selectRows<EvidenceRow>(
                  knex,
                  observedAt(
                    `${LAST_MOMENTS_OF_ANY} where ${among(
                      's.entity_ref',
                      refs,
                    )} and ${among('s.kind', latest)}`,
                  ),
                  [at, ...refs, ...latest],
                ),
              ),
        );
      }
      // What lies ahead, or is one of many: few, and found by entity and moment.
      keep(
        read(
          await knex<EvidenceRow>('evidence')
            .where(isAmong('entity_ref', refs))
            .where(isAmong('kind', [...latest, ...history]))
            .where('observed_at', '>', at),
        ),
      );
      if (history.length > 0) {
        // Of a kind that is asked for both ways, the newest is there already.
        const known = new Set([...found.values()].flat().map(({ id }) => id));
        keep(
          read(
            await knex<EvidenceRow>('evidence')
              .where(isAmong('entity_ref', refs))
              .where(isAmong('kind', history))
              .where('expires_at', '>', at)
              .where('observed_at', '<=', at),
          ).filter(({ id }) => !known.has(id)),
        );
      }
    }
    return found;
  }

  async newestOfEach(
    entityRefs: readonly string[],
    kinds: readonly string[],
    { at, count }: { at: Instant; count: number },
  ): Promise<Map<string, Evidence[]>> {
    const found = new Map<string, Evidence[]>();
    for (const refs of batches([...entityRefs])) {
      const rows = await selectRows<EvidenceRow>(
        this.#knex,
        newestFew(
          `${among('s.entity_ref', refs)} and ${among('s.kind', kinds)}`,
          isPostgres(this.#knex),
        ),
        [at, count, ...refs, ...kinds],
      );
      for (const row of rows) {
        const own = found.get(row.entity_ref) ?? [];
        own.push(fromRow(row).evidence);
        found.set(row.entity_ref, own);
      }
    }
    return found;
  }

  async deploymentsOf(
    entityRef: string,
    { environment, digest }: { environment: string; digest: string },
    before: Instant,
  ): Promise<Evidence[]> {
    const rows = await this.#knex<EvidenceRow>('evidence')
      .where({
        entity_ref: entityRef,
        kind: deployment.id,
        environment,
        verdict: 'pass',
      })
      .where('observed_at', '<', before)
      // The text of the payload; whether the digest is the artifact's is looked at below.
      .whereLike('payload', `%${digest}%`)
      .orderBy('observed_at', 'desc')
      .limit(MAX_DEPLOYMENTS);
    return rows
      .map(row => fromRow(row).evidence)
      .filter(({ payload }) => {
        const read = deployment.schema.safeParse(payload);
        return read.success && read.data.artifactDigest === digest;
      });
  }
}

/** A series is only ever added; one that exists already costs a lookup and no lock. */
async function addSeries(
  tx: Knex.Transaction,
  rows: EvidenceRow[],
): Promise<void> {
  const series = new Map(
    rows.map(({ entity_ref, kind, environment, region }) => [
      JSON.stringify([entity_ref, kind, environment, region]),
      { entity_ref, kind, environment, region },
    ]),
  );
  // In one order, for the same reason as above.
  const ordered = [...series].sort(([a], [b]) => compare(a, b));
  for (const batch of batches(ordered)) {
    await tx('evidence_series')
      .insert(batch.map(([, row]) => row))
      .onConflict(['entity_ref', 'kind', 'environment', 'region'])
      .ignore();
  }
}

function columns({ kind, environment }: EvidenceFilter): Partial<EvidenceRow> {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(environment === undefined ? {} : { environment }),
  };
}

function byIdentityOrder(a: EvidenceRow, b: EvidenceRow): number {
  return (
    compare(a.kind, b.kind) ||
    compare(a.source, b.source) ||
    compare(a.external_id, b.external_id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function* batches<T>(items: T[]): Iterable<T[]> {
  for (let from = 0; from < items.length; from += BATCH) {
    yield items.slice(from, from + BATCH);
  }
}
