import type { Instant } from '@continuity/engine';
import type { SaasPlanning } from '@continuity/plugin-continuity-common';
import type { Knex } from 'knex';

/** Somebody decided whether a third-party service is in continuity planning. */
export interface StoredSaasDecision {
  entityRef: string;
  /** From 1, one more with every decision about the entity. */
  revision: number;
  inPlanning: 'yes' | 'no';
  /** What the rule said when it was decided. */
  ruleSaid: SaasPlanning;
  reason: string;
  /** When to look at it again, UTC, e.g. `2027-03-31`. */
  reviewOn: string;
  decidedBy: string;
  decidedAt: Instant;
}

/** Where decisions are kept, for all replicas. Nothing is ever changed or deleted. */
export interface SaasDecisionStore {
  /** The newest of every entity, by ref. */
  newest(): Promise<Map<string, StoredSaasDecision>>;
  /** Every one of an entity, newest first, at most 200. */
  ofEntity(entityRef: string): Promise<StoredSaasDecision[]>;
  /** Writes one, unless there is one of its revision. Returns whether it was written. */
  insert(tx: Knex.Transaction, decision: StoredSaasDecision): Promise<boolean>;
}

/** PostgreSQL hands out a bigint as text. */
interface Row {
  entity_ref: string;
  revision: number;
  in_planning: 'yes' | 'no';
  rule_said: SaasPlanning;
  reason: string;
  review_on: string;
  decided_by: string;
  decided_at: number | string;
}

const TABLE = 'saas_decisions';
const MAX_HISTORY = 200;

/** Decisions in a SQL database (SQLite or PostgreSQL). */
export class KnexSaasDecisionStore implements SaasDecisionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async newest(): Promise<Map<string, StoredSaasDecision>> {
    // Few and short: they are made by hand, a few a year for each service.
    const rows = await this.#knex<Row>(TABLE).orderBy('revision');
    return new Map(rows.map(row => [row.entity_ref, decisionOf(row)]));
  }

  async ofEntity(entityRef: string): Promise<StoredSaasDecision[]> {
    const rows = await this.#knex<Row>(TABLE)
      .where('entity_ref', entityRef)
      .orderBy('revision', 'desc')
      .limit(MAX_HISTORY);
    return rows.map(decisionOf);
  }

  async insert(
    tx: Knex.Transaction,
    decision: StoredSaasDecision,
  ): Promise<boolean> {
    const inserted = await tx<Row>(TABLE)
      .insert({
        entity_ref: decision.entityRef,
        revision: decision.revision,
        in_planning: decision.inPlanning,
        rule_said: decision.ruleSaid,
        reason: decision.reason,
        review_on: decision.reviewOn,
        decided_by: decision.decidedBy,
        decided_at: decision.decidedAt,
      })
      .onConflict(['entity_ref', 'revision'])
      .ignore()
      .returning('revision');
    return inserted.length === 1;
  }
}

function decisionOf(row: Row): StoredSaasDecision {
  return {
    entityRef: row.entity_ref,
    revision: row.revision,
    inPlanning: row.in_planning,
    ruleSaid: row.rule_said,
    reason: row.reason,
    reviewOn: row.review_on,
    decidedBy: row.decided_by,
    decidedAt: Number(row.decided_at),
  };
}
