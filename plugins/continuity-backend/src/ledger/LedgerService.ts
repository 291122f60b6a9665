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
import type { LedgerStore } from './LedgerStore';
import { Sequencer } from './Sequencer';

/** Entries that a verification holds in memory at once. */
const VERIFY_PAGE = 500;

/** Entries with the checkpoint that they were read under. */
export interface LedgerPage {
  items: SequencedEntry[];
  checkpoint: Checkpoint;
}

/** The append-only, verifiable log of everything that was written and decided. */
export class LedgerService {
  readonly #store: LedgerStore;
  readonly #sequencer: Sequencer;
  #verification?: Promise<LedgerVerification>;

  constructor(store: LedgerStore) {
    this.#store = store;
    this.#sequencer = new Sequencer(store);
  }

  /**
   * Writes entries in the caller's transaction: they stand or fall with the rows that
   * they tell of. Ask {@link LedgerService.indexOf} for their place after the commit.
   *
   * @throws TypeError when an entry holds something that is not JSON
   */
  async append(tx: Knex.Transaction, entries: LedgerEntry[]): Promise<void> {
    await this.#store.append(
      tx,
      entries.map(entry => ({ id: entry.id, ...sealEntry(entry) })),
    );
  }

  /**
   * The place of a committed entry; gives it one when it has none.
   *
   * @throws ServiceUnavailableError when no such entry is committed
   */
  async indexOf(id: string): Promise<number> {
    const indexes = await this.#sequencer.run();
    const index = indexes.get(id) ?? (await this.#store.indexOf(id));
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
