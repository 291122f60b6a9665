import type { Instant, Interval, OverrideState } from '@continuity/engine';
import type { Knex } from 'knex';
import { afterPosition, cutPage, decodeCursor, type Page } from '../database';
import { overrideOf, rowOf, type OverrideRow } from './overrideRow';
import type { StoredOverride } from './types';

/** Where overrides are kept, for all replicas. */
export interface OverrideStore {
  /** Absent: there is none of this id. */
  byId(id: string): Promise<StoredOverride | undefined>;
  /** Like {@link OverrideStore.byId}, and nobody else changes it until the end. */
  lock(tx: Knex.Transaction, id: string): Promise<StoredOverride | undefined>;
  /**
   * Newest first.
   *
   * @param filter - `states` as they are at `now`, whatever was written last; absent: all
   */
  list(
    filter: { states?: readonly OverrideState[]; now: Instant },
    page: { limit: number; cursor?: string },
  ): Promise<Page<StoredOverride>>;
  /** Those that were, are or will be in force at a moment, by what is known now. */
  inForceAt(at: Instant): Promise<StoredOverride[]>;
  /** Those that were in force at some moment of a period, by what is known now. */
  inForceDuring(period: Interval): Promise<StoredOverride[]>;
  /** Ids of those whose time is over without anybody having written it down. */
  overdue(now: Instant, limit: number): Promise<string[]>;
  insert(tx: Knex.Transaction, override: StoredOverride): Promise<void>;
  /** Writes what became of one. */
  update(tx: Knex.Transaction, override: StoredOverride): Promise<void>;
}

const TABLE = 'change_overrides';

/** Overrides in a SQL database (SQLite or PostgreSQL). */
export class KnexOverrideStore implements OverrideStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async byId(id: string): Promise<StoredOverride | undefined> {
    const row = await this.#knex<OverrideRow>(TABLE).where('id', id).first();
    return row && overrideOf(row);
  }

  async lock(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredOverride | undefined> {
    // SQLite has one writer at a time and ignores the lock.
    const row = await tx<OverrideRow>(TABLE)
      .where('id', id)
      .forUpdate()
      .first();
    return row && overrideOf(row);
  }

  async list(
    { states, now }: { states?: readonly OverrideState[]; now: Instant },
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<StoredOverride>> {
    const query = this.#knex(TABLE)
      .select<OverrideRow[]>()
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (states) {
      query.where(any => {
        for (const state of states) any.orWhere(isIn(state, now));
      });
    }
    if (cursor !== undefined) {
      afterPosition(query, TABLE, 'created_at', decodeCursor(cursor));
    }
    const rows = await query;
    return cutPage(rows.map(overrideOf), limit, ({ requestedAt, id }) => ({
      at: requestedAt,
      id,
    }));
  }

  async inForceAt(at: Instant): Promise<StoredOverride[]> {
    const rows = await this.#knex<OverrideRow>(TABLE)
      .where('ends_at', '>', at)
      .where('starts_at', '<=', at);
    return rows.map(overrideOf);
  }

  async inForceDuring({ start, end }: Interval): Promise<StoredOverride[]> {
    const rows = await this.#knex<OverrideRow>(TABLE)
      .where('ends_at', '>', start)
      .where('starts_at', '<', end);
    return rows.map(overrideOf);
  }

  async overdue(now: Instant, limit: number): Promise<string[]> {
    const rows = await this.#knex<OverrideRow>(TABLE)
      .where(either =>
        either.where(isOver('requested', now)).orWhere(isOver('in-force', now)),
      )
      .orderBy('created_at')
      .limit(limit)
      .select('id');
    return rows.map(({ id }) => id);
  }

  async insert(tx: Knex.Transaction, override: StoredOverride): Promise<void> {
    await tx<OverrideRow>(TABLE).insert(rowOf(override));
  }

  async update(tx: Knex.Transaction, override: StoredOverride): Promise<void> {
    await tx<OverrideRow>(TABLE)
      .where('id', override.id)
      .update(rowOf(override));
  }
}

type Condition = (rows: Knex.QueryBuilder) => void;

/** When the time of a state is over. */
const ENDS = { requested: 'lapses_at', 'in-force': 'ends_at' } as const;
/** What time alone turns it into. */
const FOLLOWS = { lapsed: 'requested', 'in-review': 'in-force' } as const;

/** Like `asOf`, for rows. */
function isIn(state: OverrideState, now: Instant): Condition {
  return rows => {
    switch (state) {
      case 'requested':
      case 'in-force':
        rows.where('state', state).where(ENDS[state], '>', now);
        break;
      case 'lapsed':
      case 'in-review':
        rows.where('state', state).orWhere(isOver(FOLLOWS[state], now));
        break;
      default:
        rows.where('state', state);
    }
  };
}

function isOver(state: keyof typeof ENDS, now: Instant): Condition {
  return rows => {
    rows.where('state', state).where(ENDS[state], '<=', now);
  };
}
