import type { AppliedExemption, Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { afterPosition, cutPage, decodeCursor, type Page } from '../database';
import { dayOf, lifeOf, lifeRowOf, type LifeRow } from '../exemptions';
import type { VisibleEntities } from '../fleet';
import { narrowTo } from './narrowTo';
import { keyOf } from './ResultStore';
import type { StoredExemption } from './types';

export interface ExemptionFilter {
  scorecard?: string;
  entityRef?: string;
  check?: string;
  state?: 'requested' | 'in-force' | 'refused' | 'revoked' | 'expired';
}

interface Row extends LifeRow {
  scorecard: string;
  check_id: string;
  entity_ref: string;
  waiting: number;
}

const TABLE = 'scorecard_exemptions';
const DAY_MS = 86_400_000;
const REFS = 2000;

/** Exemptions of checks in a SQL database (SQLite or PostgreSQL). */
export class ExemptionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async byId(id: string): Promise<StoredExemption | undefined> {
    const row = await this.#knex<Row>(TABLE).where('id', id).first();
    return row && exemptionOf(row);
  }

  /** Like {@link ExemptionStore.byId}, and nobody else changes it until the end. */
  async lock(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredExemption | undefined> {
    // SQLite has one writer at a time and ignores the lock.
    const row = await tx<Row>(TABLE).where('id', id).forUpdate().first();
    return row && exemptionOf(row);
  }

  /**
   * Writes a new request, unless one for the same check waits; one whose last day is over
   * gives way.
   *
   * @param today - e.g. `2027-03-31`
   * @returns whether it was written
   */
  async insert(
    tx: Knex.Transaction,
    exemption: StoredExemption,
    today: string,
  ): Promise<boolean> {
    const { entityRef, scorecard, check } = exemption;
    await tx<Row>(TABLE)
      .where({
        entity_ref: entityRef,
        scorecard,
        check_id: check,
        waiting: 1,
      })
      .where('until', '<', today)
      .update({ waiting: 0 });
    const inserted = await tx<Row>(TABLE)
      .insert(rowOf(exemption))
      .onConflict(tx.raw('(entity_ref, scorecard, check_id) where waiting = 1'))
      .ignore()
      .returning('id');
    return inserted.length === 1;
  }

  async update(
    tx: Knex.Transaction,
    exemption: StoredExemption,
  ): Promise<void> {
    await tx<Row>(TABLE).where('id', exemption.id).update(rowOf(exemption));
  }

  /**
   * Those in force, by scorecard and ref, then by check; of several the one that lasts
   * longest.
   */
  async inForce(
    knex: Knex,
    entityRefs: readonly string[],
    now: Instant,
  ): Promise<Map<string, Map<string, AppliedExemption>>> {
    const found = new Map<string, Map<string, AppliedExemption>>();
    for (let from = 0; from < entityRefs.length; from += REFS) {
      const rows = await knex<Row>(TABLE)
        .whereIn('entity_ref', entityRefs.slice(from, from + REFS))
        .where('decision', 'approve')
        .whereNull('revoked_at')
        .where('until', '>=', dayOf(now))
        .orderBy('until')
        .select('id', 'scorecard', 'check_id', 'entity_ref', 'until');
      for (const row of rows) {
        const key = keyOf(row.scorecard, row.entity_ref);
        const own = found.get(key) ?? new Map<string, AppliedExemption>();
        own.set(row.check_id, { id: row.id, until: endOf(row.until) });
        found.set(key, own);
      }
    }
    return found;
  }

  /** Those of a service that wait or are in force. */
  async open(entityRef: string, now: Instant): Promise<StoredExemption[]> {
    const rows = await this.#knex<Row>(TABLE)
      .where('entity_ref', entityRef)
      .whereNull('revoked_at')
      .where('until', '>=', dayOf(now))
      .where(open => open.whereNull('decision').orWhere('decision', 'approve'))
      .orderBy('until');
    return rows.map(exemptionOf);
  }

  /** Newest first; of the entities that somebody may see. */
  async list(
    filter: ExemptionFilter,
    page: { limit: number; cursor?: string },
    now: Instant,
    visible: VisibleEntities,
  ): Promise<Page<StoredExemption>> {
    const { scorecard, entityRef, check, state } = filter;
    const query = this.#knex<Row>(TABLE)
      .where({
        ...(scorecard !== undefined && { scorecard }),
        ...(entityRef !== undefined && { entity_ref: entityRef }),
        ...(check !== undefined && { check_id: check }),
      })
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit + 1);
    if (state !== undefined) whereState(query, state, dayOf(now));
    narrowTo(query, visible, this.#knex);
    if (page.cursor !== undefined) {
      afterPosition(query, TABLE, 'requested_at', decodeCursor(page.cursor));
    }
    const rows: Row[] = await query;
    return cutPage(rows.map(exemptionOf), page.limit, exemption => ({
      at: exemption.requestedAt,
      id: exemption.id,
    }));
  }
}

/** The first moment after a day. */
function endOf(day: string): Instant {
  return Date.parse(`${day}T00:00:00Z`) + DAY_MS;
}

function whereState(
  query: Knex.QueryBuilder,
  state: NonNullable<ExemptionFilter['state']>,
  today: string,
): void {
  switch (state) {
    case 'revoked':
      query.whereNotNull('revoked_at');
      return;
    case 'refused':
      query.whereNull('revoked_at').where('decision', 'refuse');
      return;
    case 'expired':
      query
        .whereNull('revoked_at')
        .where('until', '<', today)
        .where(rest =>
          rest.whereNull('decision').orWhere('decision', 'approve'),
        );
      return;
    case 'in-force':
      query
        .whereNull('revoked_at')
        .where('until', '>=', today)
        .where('decision', 'approve');
      return;
    default:
      query
        .whereNull('revoked_at')
        .where('until', '>=', today)
        .whereNull('decision');
  }
}

function rowOf(exemption: StoredExemption): Row {
  const { scorecard, check, entityRef, decision, revocation } = exemption;
  return {
    ...lifeRowOf(exemption),
    scorecard,
    check_id: check,
    entity_ref: entityRef,
    waiting: decision || revocation ? 0 : 1,
  };
}

function exemptionOf(row: Row): StoredExemption {
  return {
    ...lifeOf(row),
    scorecard: row.scorecard,
    check: row.check_id,
    entityRef: row.entity_ref,
  };
}
