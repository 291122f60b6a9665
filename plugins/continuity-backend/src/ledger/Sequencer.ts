import type { LedgerStore, SequencedBatch } from './LedgerStore';

/** Entries that one transaction gives a place to. */
const BATCH = 1000;

/**
 * Gives entries their place in the ledger. In one replica one run goes on at a time;
 * all who ask while it does share the next one, so that the cost of a run is spread over
 * every request that waits. Replicas exclude each other by the lock on the head row.
 */
export class Sequencer {
  readonly #store: LedgerStore;
  #running?: Promise<ReadonlyMap<string, number>>;
  #next?: Promise<ReadonlyMap<string, number>>;

  constructor(store: LedgerStore) {
    this.#store = store;
  }

  /** Whether a run goes on. */
  get busy(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Sees to it that everything that is committed now has a place.
   *
   * @returns the indexes that this replica gave, by entry id; another replica may have
   * been faster
   */
  run(): Promise<ReadonlyMap<string, number>> {
    if (this.#next) {
      return this.#next;
    }
    if (!this.#running) {
      return this.#start();
    }
    // The running one may have looked already; only one that starts later will do.
    this.#next = this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  #start(): Promise<ReadonlyMap<string, number>> {
    this.#next = undefined;
    const run = this.#sequenceAll().finally(() => {
      if (this.#running === run) {
        this.#running = undefined;
      }
    });
    this.#running = run;
    return run;
  }

  async #sequenceAll(): Promise<ReadonlyMap<string, number>> {
    const indexes = new Map<string, number>();
    let batch: SequencedBatch;
    do {
      batch = await this.#store.transaction(tx =>
        this.#store.sequence(tx, { limit: BATCH, wait: true }),
      );
      for (const [id, index] of batch.indexes) {
        indexes.set(id, index);
      }
    } while (batch.full);
    return indexes;
  }
}
