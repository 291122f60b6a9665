import { ConflictError } from '@backstage/errors';
import {
  MerkleFrontier,
  type Checkpoint,
  type SealedEntry,
  type SequencedEntry,
} from '@continuity/engine';
import type { Knex } from 'knex';
import { inTransaction, isPostgres } from '../database';

/** An entry that is to be stored under its id. */
export interface EntryToAppend extends SealedEntry {
  id: string;
}

/**
 * Builds the statement that inserts one row; it returns the row, or nothing when there is
 * nothing to insert.
 */
export type InsertStatement = (db: Knex) => Knex.QueryBuilder;

/** What one run of sequencing did. */
export interface SequencedBatch {
  /** The index that each entry was given, by id. */
  indexes: ReadonlyMap<string, number>;
  /** Whether as many entries were pending as the limit allows, so that more may wait. */
  full: boolean;
}

/** Where entries lie, first without a place, then with one. */
export interface LedgerStore {
  /** Does a piece of work in one transaction. */
  transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T>;
  /** Inserts entries in the caller's transaction; they have no index yet. */
  append(tx: Knex.Transaction, entries: EntryToAppend[]): Promise<void>;
  /**
   * Inserts a row, and if it was inserted its entry; both or, with an error, neither.
   *
   * @param tx - absent: in a transaction of its own
   * @returns whether there was something to insert
   */
  appendWith(
    row: InsertStatement,
    entry: EntryToAppend,
    tx?: Knex.Transaction,
  ): Promise<boolean>;
  /**
   * Gives entries the next indexes, oldest first: those that are committed and those of
   * the transaction. Holds the ledger's lock until the transaction ends.
   *
   * @param options - with `wait: false` nothing is done while somebody else has the lock
   */
  sequence(
    tx: Knex.Transaction,
    options: { limit: number; wait: boolean },
  ): Promise<SequencedBatch>;
  /** One cheap query, without a lock. */
  hasPending(): Promise<boolean>;
  /** Absent: no such entry, or it has no index yet. */
  indexOf(id: string): Promise<number | undefined>;
  checkpoint(): Promise<Checkpoint>;
  /** Entries from an index up to, without, another; lowest first. */
  entries(from: number, to: number): Promise<SequencedEntry[]>;
}

interface HeadRow {
  size: number | string;
  root_hash: string;
  frontier: string;
}

interface PendingRow {
  seq: number | string;
  id: string;
  leaf_hash: string;
}

interface EntryRow {
  leaf_index: number | string;
  canonical: string;
  leaf_hash: string;
  root_hash: string;
}

interface Placement {
  seq: number;
  leaf_index: number;
  root_hash: string;
}

const HEAD_ID = 1;
/** Rows a statement; SQLite allows at most 32766 bound values. */
const APPEND_BATCH = 500;

/** The ledger in a SQL database (SQLite or PostgreSQL). */
export class KnexLedgerStore implements LedgerStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async append(tx: Knex.Transaction, entries: EntryToAppend[]): Promise<void> {
    for (let at = 0; at < entries.length; at += APPEND_BATCH) {
      await tx('ledger_entries').insert(
        entries.slice(at, at + APPEND_BATCH).map(entry => ({
          id: entry.id,
          canonical: entry.canonical,
          leaf_hash: entry.leafHash,
        })),
      );
    }
  }

  transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransaction(this.#knex, work);
  }

  async appendWith(
    row: InsertStatement,
    entry: EntryToAppend,
    tx?: Knex.Transaction,
  ): Promise<boolean> {
    const db: Knex = tx ?? this.#knex;
    if (isPostgres(db)) {
      // One statement is a transaction of its own when there is none.
      const { rows } = await db.raw(
        `with inserted as (?)
         insert into ledger_entries (id, canonical, leaf_hash)
         select ?, ?, ? from inserted returning id`,
        [row(db), entry.id, entry.canonical, entry.leafHash],
      );
      return rows.length === 1;
    }
    if (!tx) {
      return this.transaction(own => this.appendWith(row, entry, own));
    }
    const rows: unknown[] = await row(db);
    if (rows.length === 1) {
      await this.append(tx, [entry]);
    }
    return rows.length === 1;
  }

  async sequence(
    tx: Knex.Transaction,
    { limit, wait }: { limit: number; wait: boolean },
  ): Promise<SequencedBatch> {
    const { head, pending } = await lockAndLook(tx, limit, wait);
    const indexes = new Map<string, number>();
    if (head && pending.length > 0) {
      const size = Number(head.size);
      const frontier = MerkleFrontier.restore(size, JSON.parse(head.frontier));
      const placements = pending.map((row, offset) => {
        indexes.set(row.id, size + offset);
        return {
          seq: Number(row.seq),
          leaf_index: size + offset,
          root_hash: frontier.append(row.leaf_hash),
        };
      });
      await place(tx, size, frontier, placements);
    }
    return { indexes, full: indexes.size === limit };
  }

  async hasPending(): Promise<boolean> {
    const row = await this.#knex('ledger_entries')
      .whereNull('leaf_index')
      .first('seq');
    return row !== undefined;
  }

  async indexOf(id: string): Promise<number | undefined> {
    const row = await this.#knex<{ id: string; leaf_index: string | null }>(
      'ledger_entries',
    )
      .where('id', id)
      .first('leaf_index');
    return row?.leaf_index === null || row?.leaf_index === undefined
      ? undefined
      : Number(row.leaf_index);
  }

  async checkpoint(): Promise<Checkpoint> {
    const head = await this.#knex<HeadRow & { id: number }>('ledger_head')
      .where('id', HEAD_ID)
      .first();
    return readCheckpoint(head);
  }

  async entries(from: number, to: number): Promise<SequencedEntry[]> {
    const rows = await this.#knex<EntryRow>('ledger_entries')
      .where('leaf_index', '>=', from)
      .andWhere('leaf_index', '<', to)
      .orderBy('leaf_index')
      .select('leaf_index', 'canonical', 'leaf_hash', 'root_hash');
    return rows.map(row => ({
      index: Number(row.leaf_index),
      canonical: row.canonical,
      leafHash: row.leaf_hash,
      rootHash: row.root_hash,
    }));
  }
}

/**
 * Takes the lock, then looks what is pending, in this order and in statements of their
 * own: what is pending must be read after whoever held the lock before has committed.
 *
 * @returns no head when somebody else has the lock and it was not to be waited for
 */
async function lockAndLook(
  tx: Knex.Transaction,
  limit: number,
  wait: boolean,
): Promise<{ head?: HeadRow; pending: PendingRow[] }> {
  const lock = tx<HeadRow & { id: number }>('ledger_head').where('id', HEAD_ID);
  const look = tx<PendingRow>('ledger_entries')
    .whereNull('leaf_index')
    .orderBy('seq')
    .limit(limit)
    .select('seq', 'id', 'leaf_hash');
  if (!isPostgres(tx)) {
    // SQLite has one writer, and whoever is in a transaction that writes is it.
    return { head: presentHead(await lock.first()), pending: await look };
  }
  lock.forUpdate();
  if (!wait) {
    lock.skipLocked();
  }
  // Two statements on one way there and back; each sees what is committed by then.
  const [heads, found]: { rows: unknown[] }[] = await tx.raw(
    `${lock.toQuery()}; ${look.toQuery()}`,
  );
  const [head] = heads.rows as HeadRow[];
  return {
    head: wait ? presentHead(head) : head,
    pending: found.rows as PendingRow[],
  };
}

/** Moves the head and gives entries their places; both or, with an error, neither. */
async function place(
  tx: Knex.Transaction,
  from: number,
  frontier: MerkleFrontier,
  placements: Placement[],
): Promise<void> {
  const move = tx('ledger_head')
    .where({ id: HEAD_ID, size: from })
    .update({
      size: frontier.size,
      root_hash: frontier.root(),
      frontier: JSON.stringify(frontier.hashes),
    });
  const json = JSON.stringify(placements);
  let moved: number;
  if (isPostgres(tx)) {
    const { rows } = await tx.raw(
      `with moved as (? returning id), placed as (
         update ledger_entries
            set leaf_index = p.leaf_index, root_hash = p.root_hash
           from json_to_recordset(?::json)
             as p(seq bigint, leaf_index bigint, root_hash text)
          where ledger_entries.seq = p.seq
       ) select id from moved`,
      [move, json],
    );
    moved = rows.length;
  } else {
    moved = await move;
    await tx.raw(
      `update ledger_entries
          set leaf_index = value ->> 'leaf_index',
              root_hash = value ->> 'root_hash'
         from json_each(?)
        where ledger_entries.seq = value ->> 'seq'`,
      [json],
    );
  }
  if (moved !== 1) {
    throw new ConflictError(
      `The ledger's head moved from ${from} while its lock was held`,
    );
  }
}

function readCheckpoint(head: HeadRow | undefined): Checkpoint {
  const { size, root_hash } = presentHead(head);
  return { treeSize: Number(size), rootHash: root_hash };
}

function presentHead(head: HeadRow | undefined): HeadRow {
  if (!head) {
    throw new Error(
      'The ledger has no head row; the database was altered or its migration did not run',
    );
  }
  return head;
}
