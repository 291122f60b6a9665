import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type { Collector } from '@continuity/plugin-continuity-common';
import type { EvidenceCollector } from '@continuity/plugin-continuity-node';
import type { LedgerService } from '../ledger';
import { collectorEntry } from './collectorEntry';
import type { CollectorStore } from './CollectorStore';
import { presentCollector } from './presentCollector';

/** Of a list that operators are shown. */
const SHOWN = 100;

/** Answers how collectors do, and has one run at once. */
export class CollectorReader {
  readonly #collectors: ReadonlyMap<string, EvidenceCollector>;
  readonly #store: CollectorStore;
  readonly #ledger: Pick<LedgerService, 'write'>;
  readonly #now: () => Instant;

  constructor(options: {
    collectors: ReadonlyMap<string, EvidenceCollector>;
    store: CollectorStore;
    ledger: Pick<LedgerService, 'write'>;
    now: () => Instant;
  }) {
    this.#collectors = options.collectors;
    this.#store = options.store;
    this.#ledger = options.ledger;
    this.#now = options.now;
  }

  /** Every collector that is there, or of which anything is kept, by id. */
  async list(): Promise<Collector[]> {
    const known = new Map((await this.#store.list()).map(one => [one.id, one]));
    const ids = [
      ...new Set([...this.#collectors.keys(), ...known.keys()]),
    ].sort();
    return Promise.all(
      ids.map(async id =>
        presentCollector(id, {
          collector: this.#collectors.get(id),
          stored: known.get(id),
          problems: await this.#store.problems(id, SHOWN),
          now: this.#now(),
        }),
      ),
    );
  }

  /**
   * Has a collector run as soon as a replica comes to it, within a minute.
   *
   * @param actor - who asked for it
   * @throws NotFoundError when there is no such collector
   * @throws ConflictError when it runs already, or is kept and not there any more
   */
  async request(id: string, actor: string): Promise<Collector> {
    const at = this.#now();
    const stored = await this.#store.read(id);
    const collector = this.#collectors.get(id);
    if (!collector) {
      throw stored
        ? new ConflictError(
            `No collector "${id}" is part of this backend, so nobody can run it`,
          )
        : new NotFoundError(`There is no collector "${id}"`);
    }
    if ((stored?.runningUntil ?? 0) > at) {
      throw new ConflictError(
        `The collector ${collector.title} runs already; look again in a moment`,
      );
    }
    await this.#store.ensure(id, at);
    await this.#ledger.write(async (tx, append) => {
      await this.#store.hasten(tx, id, at);
      await append([collectorEntry('requested', { collector: id, at, actor })]);
    });
    return presentCollector(id, {
      collector,
      stored: await this.#store.read(id),
      problems: await this.#store.problems(id, SHOWN),
      now: at,
    });
  }
}
