import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { isPostgres } from '../database';

/** PostgreSQL hands out a bigint as text. */
interface ServiceRow {
  entity_ref: string;
  due_at: number | string;
  fingerprint: string | null;
}

interface StateRow {
  id: number;
  settings: string | null;
  adopted_at: number | string | null;
  seen_at: number | string | null;
  catalog_revision: number | string | null;
}

/** By which settings everything is judged, and how far the catalog was compared. */
export interface JudgingState {
  settings?: string;
  adoptedAt?: Instant;
  seenAt?: Instant;
  catalogRevision?: number;
}

const SERVICES = 'scorecard_services';
const STATE = 'scorecard_state';
const STATE_ID = 1;

/** Rows a statement. */
const BATCH = 500;

/** Rows as one value; see the statement of `ResultStore` that writes results. */
const SETTLE_MANY = `insert into ${SERVICES}
  select * from json_populate_recordset(null::${SERVICES}, ?::json)
  on conflict (entity_ref) do update
     set due_at = excluded.due_at, fingerprint = excluded.fingerprint`;

/** When each service is to be judged again, for all replicas. */
export class DueStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Has services judged at a moment, unless they are to be sooner. */
  async expect(
    tx: Knex,
    entityRefs: readonly string[],
    at: Instant,
  ): Promise<void> {
    // In one order everywhere, so that nobody waits in a circle.
    const refs = [...new Set(entityRefs)].sort();
    for (let from = 0; from < refs.length; from += BATCH) {
      await tx<ServiceRow>(SERVICES)
        .insert(
          refs.slice(from, from + BATCH).map(ref => ({
            entity_ref: ref,
            due_at: at,
          })),
        )
        .onConflict('entity_ref')
        .merge({
          due_at: tx.raw(
            `case when ${SERVICES}.due_at < excluded.due_at then ${SERVICES}.due_at else excluded.due_at end`,
          ),
        });
    }
  }

  /**
   * Takes services that are due, the longest first, and holds them until the transaction
   * ends: those that another replica holds are passed over, and whoever has news of them
   * waits.
   *
   * @returns since when each is due, by ref
   */
  async take(
    tx: Knex.Transaction,
    now: Instant,
    limit: number,
  ): Promise<Map<string, Instant>> {
    const query = tx<ServiceRow>(SERVICES)
      .where('due_at', '<=', now)
      // Those that are due since the same moment, e.g. all, in the order of the indexes.
      .orderBy(['due_at', 'entity_ref'])
      .limit(limit)
      .select('entity_ref', 'due_at');
    // SQLite has one writer at a time, and knows no row locks.
    const rows = await (isPostgres(tx)
      ? query.forUpdate().skipLocked()
      : query);
    return new Map(rows.map(row => [row.entity_ref, Number(row.due_at)]));
  }

  /** Writes when services that were taken are due again. */
  async settle(
    tx: Knex.Transaction,
    services: readonly {
      entityRef: string;
      dueAt: Instant;
      fingerprint: string;
    }[],
  ): Promise<void> {
    for (let from = 0; from < services.length; from += BATCH) {
      const rows = services.slice(from, from + BATCH).map(service => ({
        entity_ref: service.entityRef,
        due_at: service.dueAt,
        fingerprint: service.fingerprint,
      }));
      if (isPostgres(tx)) {
        await tx.raw(SETTLE_MANY, [JSON.stringify(rows)]);
      } else {
        await tx<ServiceRow>(SERVICES)
          .insert(rows)
          .onConflict('entity_ref')
          .merge();
      }
    }
  }

  /** Of services that were taken and are not in the catalog any more. */
  async forget(
    tx: Knex.Transaction,
    entityRefs: readonly string[],
  ): Promise<void> {
    await tx(SERVICES)
      .whereIn('entity_ref', [...entityRefs])
      .delete();
  }

  /** What each service was judged as, by ref; null: it never was. */
  async fingerprints(): Promise<Map<string, string | null>> {
    const rows = await this.#knex<ServiceRow>(SERVICES).select(
      'entity_ref',
      'fingerprint',
    );
    return new Map(rows.map(row => [row.entity_ref, row.fingerprint]));
  }

  /** How many wait, and since when. */
  async waiting(now: Instant): Promise<{ count: number; since?: Instant }> {
    const [row] = await this.#knex<ServiceRow>(SERVICES)
      .where('due_at', '<=', now)
      .count({ count: '*' })
      .min({ since: 'due_at' });
    return {
      count: Number(row.count),
      ...(row.since !== null &&
        row.since !== undefined && { since: Number(row.since) }),
    };
  }

  async state(): Promise<JudgingState> {
    const row = await this.#knex<StateRow>(STATE).where('id', STATE_ID).first();
    const number = (value: number | string | null | undefined) =>
      value === null || value === undefined ? undefined : Number(value);
    return {
      ...(row?.settings && { settings: row.settings }),
      ...definedOnly({
        adoptedAt: number(row?.adopted_at),
        seenAt: number(row?.seen_at),
        catalogRevision: number(row?.catalog_revision),
      }),
    };
  }

  /** Judges by other settings from now on, unless somebody else changed them meanwhile. */
  async adopt(
    settings: string,
    before: JudgingState,
    now: Instant,
  ): Promise<boolean> {
    const changed = await this.#knex<StateRow>(STATE)
      .where('id', STATE_ID)
      .where(row =>
        before.adoptedAt === undefined
          ? row.whereNull('adopted_at')
          : row.where('adopted_at', before.adoptedAt),
      )
      .update({
        settings,
        adopted_at: now,
        seen_at: now,
        catalog_revision: null,
      });
    return changed === 1;
  }

  /** Somebody with these settings is there. */
  async seen(settings: string, now: Instant): Promise<void> {
    await this.#knex<StateRow>(STATE)
      .where({ id: STATE_ID, settings })
      .update({ seen_at: now });
  }

  /** All services were compared as of a revision of the catalog. */
  async compared(settings: string, revision: number): Promise<void> {
    await this.#knex<StateRow>(STATE)
      .where({ id: STATE_ID, settings })
      .update({ catalog_revision: revision });
  }
}

function definedOnly<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
