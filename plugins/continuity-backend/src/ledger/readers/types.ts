import type { LedgerEntry } from '@continuity/engine';
import type { Knex } from 'knex';

/** An entry of the ledger with its place. */
export interface PlacedEntry {
  index: number;
  entry: LedgerEntry;
}

/**
 * Work of a reader in its own database, done in the transaction that moves its cursor:
 * it happens exactly once.
 */
export type CommitWithCursor = (tx: Knex.Transaction) => Promise<void>;

/**
 * Somebody who follows the ledger: exports it, tells people, keeps a projection.
 *
 * Entries come in the order of their indexes and **at least once**: a process that dies
 * between doing the work and noting it does the work again. So whatever reaches the
 * outside must be idempotent, e.g. by an id that is made of the entry's; what is kept in
 * the database can be left to the {@link CommitWithCursor}.
 */
export interface LedgerFollower {
  /** Unique; its cursor is kept under it, so it must not change. */
  name: string;
  /** Where one begins that never read: at the first entry, or behind the newest. */
  begins: 'first' | 'newest';
  /** Types of entries; one that ends in `*` stands for all that begin so. Absent: all. */
  types?: readonly string[];
  /** Entries that are handed over at once. Absent: 100. */
  batch?: number;
  /**
   * After how many failures of its own an entry is set aside, so that those behind it
   * can go on. Absent: never; then one bad entry holds up all others, and the log says
   * so again and again.
   */
  setAsideAfter?: number;
  /**
   * Does the work of some entries.
   *
   * @param signal - aborted when another replica has taken over, or the process ends
   * @returns what is to be written along with the cursor. Absent: nothing
   * @throws ServiceUnavailableError when the outside cannot be reached; that is not held
   * against the entry, which is tried until it is reached. With anything else the entry
   * failed by itself
   */
  handle(
    entries: readonly PlacedEntry[],
    signal: AbortSignal,
  ): Promise<CommitWithCursor | void>;
}
