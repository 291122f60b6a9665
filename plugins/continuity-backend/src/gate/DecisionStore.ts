import type { GateVerdict, Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { afterPosition, cutPage, decodeCursor, type Page } from '../database';
import type { InsertStatement } from '../ledger';

/** What a decision is found by; what was answered stands in its ledger entry. */
export interface DecisionRecord {
  /** Also the id of the ledger entry. */
  id: string;
  entityRef: string;
  environment: string;
  verdict: GateVerdict;
  decidedAt: Instant;
  /** Who asked; idempotency keys are theirs alone. */
  principal: string;
  idempotencyKey?: string;
  /** SHA-256 of the request as it was sent, hex. */
  requestHash: string;
}

/** A decision as it was recorded. */
export interface RecordedDecision {
  id: string;
  requestHash: string;
  decidedAt: Instant;
  /** RFC 8785 text of the ledger entry. */
  canonical: string;
  /** Absent: not sequenced yet. */
  ledgerIndex?: number;
}

export interface DecisionFilter {
  entityRef?: string;
  environment?: string;
  verdict?: GateVerdict;
}

/** Where decisions are found again. */
export interface DecisionStore {
  /**
   * The statement that inserts. It returns nothing when the principal has used the
   * idempotency key already, and waits for whoever uses it at the same moment, so of two
   * exactly one inserts.
   */
  insertion(decision: DecisionRecord): InsertStatement;
  byIdempotencyKey(
    principal: string,
    key: string,
  ): Promise<RecordedDecision | undefined>;
  byId(id: string): Promise<RecordedDecision | undefined>;
  /** Newest first; only what has its place in the ledger. */
  list(
    filter: DecisionFilter,
    page: { limit: number; cursor?: string },
  ): Promise<Page<RecordedDecision>>;
}

interface RecordedRow {
  id: string;
  request_hash: string;
  decided_at: number | string;
  canonical: string;
  leaf_index: number | string | null;
}

/** Decisions in a SQL database (SQLite or PostgreSQL). */
export class KnexDecisionStore implements DecisionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  insertion(decision: DecisionRecord): InsertStatement {
    return db =>
      db('decisions')
        .insert({
          id: decision.id,
          entity_ref: decision.entityRef,
          environment: decision.environment,
          verdict: decision.verdict,
          decided_at: decision.decidedAt,
          principal: decision.principal,
          idempotency_key: decision.idempotencyKey ?? null,
          request_hash: decision.requestHash,
        })
        .onConflict(['principal', 'idempotency_key'])
        .ignore()
        .returning('id');
  }

  async byIdempotencyKey(
    principal: string,
    key: string,
  ): Promise<RecordedDecision | undefined> {
    const row = await this.#recorded()
      .where('d.principal', principal)
      .andWhere('d.idempotency_key', key)
      .first();
    return row && fromRow(row);
  }

  async byId(id: string): Promise<RecordedDecision | undefined> {
    const row = await this.#recorded().where('d.id', id).first();
    return row && fromRow(row);
  }

  async list(
    filter: DecisionFilter,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<RecordedDecision>> {
    const query = this.#recorded()
      .whereNotNull('l.leaf_index')
      .orderBy([
        { column: 'd.decided_at', order: 'desc' },
        { column: 'd.id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (filter.entityRef !== undefined) {
      query.where('d.entity_ref', filter.entityRef);
    }
    if (filter.environment !== undefined) {
      query.where('d.environment', filter.environment);
    }
    if (filter.verdict !== undefined) {
      query.where('d.verdict', filter.verdict);
    }
    if (cursor !== undefined) {
      afterPosition(query, 'd', 'decided_at', decodeCursor(cursor));
    }
    return cutPage((await query).map(fromRow), limit, row => ({
      at: row.decidedAt,
      id: row.id,
    }));
  }

  #recorded(): Knex.QueryBuilder<RecordedRow, RecordedRow[]> {
    return this.#knex('decisions as d')
      .join('ledger_entries as l', 'l.id', 'd.id')
      .select(
        'd.id',
        'd.request_hash',
        'd.decided_at',
        'l.canonical',
        'l.leaf_index',
      );
  }
}

function fromRow(row: RecordedRow): RecordedDecision {
  return {
    id: row.id,
    requestHash: row.request_hash,
    decidedAt: Number(row.decided_at),
    canonical: row.canonical,
    ...(row.leaf_index === null ? {} : { ledgerIndex: Number(row.leaf_index) }),
  };
}
