import type { LedgerStore, SequencedBatch } from './LedgerStore';

/** Entries that one transaction gives a place to. */
const BATCH = 1000;

interface Waiter {
  /** The entry whose place is waited for. Absent: only for the run. */
  id?: string;
  resolve(index: number | undefined): void;
  reject(error: unknown): void;
}

/**
 * Gives entries their place in the ledger. In one replica one run goes on at a time, and
 * all who ask while it does share the next one, so that the cost of a run is spread over
 * every request that waits. Replicas exclude each other by the lock on the head row.
 */
export class Sequencer {
  readonly #store: LedgerStore;
  #waiting: Waiter[] = [];
  #running = false;

  constructor(store: LedgerStore) {
    this.#store = store;
  }

  /** Whether a run goes on. */
  get busy(): boolean {
    return this.#running;
  }

  /**
   * Sees to it that everything that is committed now has a place.
   *
   * @param id - the entry whose place is asked for
   * @returns its index, if it was this replica that gave it; another one may have been
   * faster
   */
  run(id?: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, resolve, reject });
      if (!this.#running) {
        this.#runWhileAnyWait();
      }
    });
  }

  /** Tells those who wait of places that were given elsewhere in this replica. */
  announce(indexes: ReadonlyMap<string, number>): void {
    this.#settle(
      ({ id }) => id !== undefined && indexes.has(id),
      waiter => waiter.resolve(indexes.get(waiter.id ?? '')),
    );
  }

  async #runWhileAnyWait(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      // Who asks later may have committed after the run has looked; a later one is for
      // them, unless this one happens to find their entries.
      const before = new Set(this.#waiting);
      try {
        const indexes = await this.#sequenceAll();
        this.announce(indexes);
        this.#settle(
          waiter => before.has(waiter),
          waiter => waiter.resolve(undefined),
        );
      } catch (error) {
        this.#settle(
          waiter => before.has(waiter),
          waiter => waiter.reject(error),
        );
      }
    }
    this.#running = false;
  }

  #settle(
    isConcerned: (waiter: Waiter) => boolean,
    settle: (waiter: Waiter) => void,
  ): void {
    const concerned = this.#waiting.filter(isConcerned);
    this.#waiting = this.#waiting.filter(waiter => !isConcerned(waiter));
    concerned.forEach(settle);
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
