import { ServiceUnavailableError } from '@backstage/errors';
import {
  LedgerVerifier,
  sealEntry,
  type Checkpoint,
  type LedgerEntry,
  type LedgerVerification,
  type SequencedEntry,
} from '@continuity/engine';
import type { Knex } from 'knex';
import type {
  EntryToAppend,
  InsertStatement,
  LedgerStore,
} from './LedgerStore';
import { Sequencer } from './Sequencer';

/** Entries that a verification holds in memory at once. */
const VERIFY_PAGE = 500;

/** Entries that get their place in the transaction that writes them. */
const PLACED_AT_ONCE = 200;

const NO_INDEXES: ReadonlyMap<string, number> = new Map();

/** Appends entries in the transaction of the work that it is given to. */
export type Append = (entries: LedgerEntry[]) => Promise<void>;

/** Hears of entries in the process that wrote them, when they are committed. */
export type CommitListener = (entries: readonly LedgerEntry[]) => void;

/** Entries with the checkpoint that they were read under. */
export interface LedgerPage {
  items: SequencedEntry[];
  checkpoint: Checkpoint;
}

/** The append-only, verifiable log of everything that was written and decided. */
export class LedgerService {
  readonly #store: LedgerStore;
  readonly #sequencer: Sequencer;
  readonly #listeners: CommitListener[] = [];
  #placing = false;
  #verification?: Promise<LedgerVerification>;

  constructor(store: LedgerStore) {
    this.#store = store;
    this.#sequencer = new Sequencer(store);
  }

  /**
   * Has somebody hear of entries at once, for hints that may be lost: a process may die
   * before it, and entries of {@link LedgerService.appendIn} are not told. Whoever must
   * miss nothing follows the ledger.
   */
  whenCommitted(listener: CommitListener): void {
    this.#listeners.push(listener);
  }

  /**
   * Does a piece of work in one transaction, in which it may append entries: rows and
   * the entries that tell of them stand or fall together.
   *
   * If nobody else is at it, entries get their place in the same transaction, which
   * saves a second one; otherwise ask {@link LedgerService.indexOf}.
   *
   * @returns what the work returned, and the indexes that were given, by entry id
   * @throws TypeError when an entry holds something that is not JSON
   */
  async write<T>(
    work: (tx: Knex.Transaction, append: Append) => Promise<T>,
  ): Promise<{ result: T; indexes: ReadonlyMap<string, number> }> {
    return this.#placingIfFree(async mayPlace => {
      // A transaction may be tried again.
      const appended: LedgerEntry[] = [];
      const { result, indexes } = await this.#store.transaction(async tx => {
        appended.length = 0;
        const done = await work(tx, async entries => {
          appended.push(...entries);
          await this.#store.append(tx, entries.map(seal));
        });
        const isFew = appended.length > 0 && appended.length <= PLACED_AT_ONCE;
        return {
          result: done,
          indexes: mayPlace && isFew ? await this.#place(tx) : NO_INDEXES,
        };
      });
      this.#sequencer.announce(indexes);
      for (const listener of this.#listeners) listener(appended);
      return { result, indexes };
    });
  }

  /**
   * Like {@link LedgerService.write} for one row and its entry, with fewer ways to the
   * database and back.
   *
   * @param row - the statement that inserts the row; it returns nothing when there is
   * nothing to insert, and then there is no entry either
   */
  async writeRow(
    row: InsertStatement,
    entry: LedgerEntry,
  ): Promise<{ inserted: boolean; index?: number }> {
    const sealed = seal(entry);
    return this.#placingIfFree(async mayPlace => {
      if (!mayPlace) {
        return { inserted: await this.#store.appendWith(row, sealed) };
      }
      const { inserted, indexes } = await this.#store.transaction(async tx => {
        const isIn = await this.#store.appendWith(row, sealed, tx);
        return {
          inserted: isIn,
          indexes: isIn ? await this.#place(tx) : NO_INDEXES,
        };
      });
      this.#sequencer.announce(indexes);
      return { inserted, index: indexes.get(entry.id) };
    });
  }

  /**
   * Appends entries in somebody else's transaction; they get their place with the next
   * ones, or within seconds.
   *
   * @throws TypeError when an entry holds something that is not JSON
   */
  async appendIn(tx: Knex.Transaction, entries: LedgerEntry[]): Promise<void> {
    await this.#store.append(tx, entries.map(seal));
  }

  /**
   * The place of a committed entry; gives it one when it has none.
   *
   * @throws ServiceUnavailableError when no such entry is committed
   */
  async indexOf(id: string): Promise<number> {
    const index =
      (await this.#sequencer.run(id)) ?? (await this.#store.indexOf(id));
    if (index === undefined) {
      throw new ServiceUnavailableError(
        `Entry ${id} has no place in the ledger yet; ask again`,
      );
    }
    return index;
  }

  /** Gives every committed entry a place, also those of a process that died. */
  async sequence(): Promise<void> {
    await this.#sequencer.run();
  }

  /** Like {@link LedgerService.sequence}, and cheap when there is nothing to do. */
  async catchUp(): Promise<void> {
    if (await this.#store.hasPending()) {
      await this.sequence();
    }
  }

  async checkpoint(): Promise<Checkpoint> {
    return this.#store.checkpoint();
  }

  /** Entries from an index on, lowest first, at most `limit`. */
  async entries(from: number, limit: number): Promise<LedgerPage> {
    const checkpoint = await this.#store.checkpoint();
    const to = Math.min(from + limit, checkpoint.treeSize);
    const items = from < to ? await this.#store.entries(from, to) : [];
    return { items, checkpoint };
  }

  /**
   * Recomputes the whole ledger and names the first fault. Reads every entry; callers
   * who ask while it goes on share the outcome.
   */
  verify(): Promise<LedgerVerification> {
    this.#verification ??= this.#verifyAll().finally(() => {
      this.#verification = undefined;
    });
    return this.#verification;
  }

  /**
   * Of this replica's transactions one at a time may take the lock; the others would
   * find it taken.
   */
  async #placingIfFree<T>(work: (mayPlace: boolean) => Promise<T>): Promise<T> {
    if (this.#placing || this.#sequencer.busy) {
      return work(false);
    }
    this.#placing = true;
    try {
      return await work(true);
    } finally {
      this.#placing = false;
    }
  }

  async #place(tx: Knex.Transaction): Promise<ReadonlyMap<string, number>> {
    const { indexes } = await this.#store.sequence(tx, {
      limit: PLACED_AT_ONCE,
      wait: false,
    });
    return indexes;
  }

  async #verifyAll(): Promise<LedgerVerification> {
    const checkpoint = await this.#store.checkpoint();
    const verifier = new LedgerVerifier({ checkpoint });
    // Not beyond the checkpoint: entries that arrive meanwhile are not part of it.
    for (let at = 0; at < checkpoint.treeSize; at += VERIFY_PAGE) {
      const to = Math.min(at + VERIFY_PAGE, checkpoint.treeSize);
      for (const entry of await this.#store.entries(at, to)) {
        verifier.add(entry);
      }
      if (verifier.settled) {
        break;
      }
    }
    return verifier.finish();
  }
}

function seal(entry: LedgerEntry): EntryToAppend {
  return { id: entry.id, ...sealEntry(entry) };
}
