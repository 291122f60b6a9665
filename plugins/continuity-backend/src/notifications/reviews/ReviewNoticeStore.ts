import type { Knex } from 'knex';
import type { ReviewStage } from './reviewStage';

/** A review that is told of: of one decision, at one stage. */
export interface ReviewNotice {
  entityRef: string;
  /** Of the decision. */
  revision: number;
  stage: ReviewStage;
}

interface Row {
  entity_ref: string;
  revision: number;
  stage: ReviewStage;
}

const TABLE = 'saas_review_notices';

/** Which reviews were told of, for all replicas (SQLite or PostgreSQL). */
export class ReviewNoticeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those that were not told of. */
  async without(notices: readonly ReviewNotice[]): Promise<ReviewNotice[]> {
    // Few and short: two for each decision at most, and those are made by hand.
    const rows = await this.#knex<Row>(TABLE).select();
    const told = new Set(
      rows.map(row => keyOf({ ...row, entityRef: row.entity_ref })),
    );
    return notices.filter(notice => !told.has(keyOf(notice)));
  }

  /** Notes one. Returns false when somebody else has. */
  async note(
    tx: Knex.Transaction,
    { entityRef, revision, stage }: ReviewNotice,
  ): Promise<boolean> {
    const inserted = await tx<Row>(TABLE)
      .insert({ entity_ref: entityRef, revision, stage })
      .onConflict(['entity_ref', 'revision', 'stage'])
      .ignore()
      .returning('revision');
    return inserted.length === 1;
  }
}

function keyOf({ entityRef, revision, stage }: ReviewNotice): string {
  return JSON.stringify([entityRef, revision, stage]);
}
