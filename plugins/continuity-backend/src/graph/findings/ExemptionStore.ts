import type { GraphFindingKind } from '@continuity/plugin-continuity-common';
import type { Knex } from 'knex';
import {
  lifeOf,
  lifeRowOf,
  type ExemptionLife,
  type LifeRow,
} from '../../exemptions';

/** Somebody asked to live with a finding, and what became of it. */
export interface StoredExemption extends ExemptionLife {
  findingId: string;
  /** Whom the finding is about. */
  entityRef: string;
  kind: GraphFindingKind;
}

/** Where exemptions are kept, for all replicas. */
export interface ExemptionStore {
  /** Those that wait or may be in force, by finding; those that are over may be among them. */
  open(): Promise<StoredExemption[]>;
  /** Every one that a finding ever had, newest first. */
  ofFinding(findingId: string): Promise<StoredExemption[]>;
  /** Absent: there is none of this id. */
  byId(id: string): Promise<StoredExemption | undefined>;
  /** Like {@link ExemptionStore.byId}, and nobody else changes it until the end. */
  lock(tx: Knex.Transaction, id: string): Promise<StoredExemption | undefined>;
  /**
   * Writes a new one, unless the finding has one that is open; one whose last day is over
   * gives way.
   *
   * @param today - e.g. `2027-03-31`
   * @returns whether it was written
   */
  insert(
    tx: Knex.Transaction,
    exemption: StoredExemption,
    today: string,
  ): Promise<boolean>;
  /** Writes what became of one. */
  update(tx: Knex.Transaction, exemption: StoredExemption): Promise<void>;
}

interface Row extends LifeRow {
  finding_id: string;
  entity_ref: string;
  kind: GraphFindingKind;
  closed: number;
}

const TABLE = 'graph_exemptions';
/** More than anybody can look at; the newest count. */
const MAX_HISTORY = 200;

/** Exemptions in a SQL database (SQLite or PostgreSQL). */
export class KnexExemptionStore implements ExemptionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async open(): Promise<StoredExemption[]> {
    const rows = await this.#knex<Row>(TABLE).where('closed', 0);
    return rows.map(exemptionOf);
  }

  async ofFinding(findingId: string): Promise<StoredExemption[]> {
    const rows = await this.#knex<Row>(TABLE)
      .where('finding_id', findingId)
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(MAX_HISTORY);
    return rows.map(exemptionOf);
  }

  async byId(id: string): Promise<StoredExemption | undefined> {
    const row = await this.#knex<Row>(TABLE).where('id', id).first();
    return row && exemptionOf(row);
  }

  async lock(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredExemption | undefined> {
    // SQLite has one writer at a time and ignores the lock.
    const row = await tx<Row>(TABLE).where('id', id).forUpdate().first();
    return row && exemptionOf(row);
  }

  async insert(
    tx: Knex.Transaction,
    exemption: StoredExemption,
    today: string,
  ): Promise<boolean> {
    await tx<Row>(TABLE)
      .where({ finding_id: exemption.findingId, closed: 0 })
      .where('until', '<', today)
      .update({ closed: 1 });
    const inserted = await tx<Row>(TABLE)
      .insert(rowOf(exemption))
      .onConflict(tx.raw('(finding_id) where closed = 0'))
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
}

function rowOf(exemption: StoredExemption): Row {
  const { findingId, entityRef, kind, decision, revocation } = exemption;
  return {
    ...lifeRowOf(exemption),
    finding_id: findingId,
    entity_ref: entityRef,
    kind,
    closed: decision?.outcome === 'refuse' || revocation ? 1 : 0,
  };
}

function exemptionOf(row: Row): StoredExemption {
  return {
    ...lifeOf(row),
    findingId: row.finding_id,
    entityRef: row.entity_ref,
    kind: row.kind,
  };
}
