import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type {
  ChangeRecord,
  Connector,
  RetryOutcome,
} from '@continuity/plugin-continuity-common';
import type { ChangeConnector } from '@continuity/plugin-continuity-node';
import type { ChangeReader } from '../changes';
import type { Caller } from '../http';
import type { LedgerService } from '../ledger';
import type { ChangePusher } from './ChangePusher';
import type { ConnectorStore } from './ConnectorStore';
import {
  presentCursor,
  presentProblem,
  presentPush,
  presentRecord,
  problemsOf,
} from './presentConnector';

/** Of a list that operators are shown. */
const SHOWN = 100;
const NOTHING_WAITS = { waiting: 0, failing: 0 };

interface ConnectorReaderOptions {
  store: ConnectorStore;
  connectors: ReadonlyMap<string, ChangeConnector>;
  changes: Pick<ChangeReader, 'summary'>;
  pusher: Pick<ChangePusher, 'now'>;
  ledger: Pick<LedgerService, 'write'>;
  now: () => Instant;
}

/** Answers what changes are in other systems, and how the connectors do. */
export class ConnectorReader {
  readonly #options: ConnectorReaderOptions;

  constructor(options: ConnectorReaderOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when there is no such change, or it is hidden */
  async records(changeId: string, caller: Caller): Promise<ChangeRecord[]> {
    const { changes, now, store } = this.#options;
    await changes.summary(changeId, caller);
    const [records, queued] = await Promise.all([
      store.recordsOf(changeId),
      store.queuedOf(changeId),
    ]);
    const ids = [...records, ...queued].map(({ connector }) => connector);
    return [...new Set(ids)].sort().map(id =>
      presentRecord(
        { id, title: this.#titleOf(id) },
        records.find(({ connector }) => connector === id),
        queued.find(({ connector }) => connector === id),
        now(),
      ),
    );
  }

  /** How every connector does of which anything is kept, by id. */
  async list(): Promise<Connector[]> {
    const { connectors, store } = this.#options;
    const [known, counts] = await Promise.all([store.known(), store.counts()]);
    const ids = [...new Set([...connectors.keys(), ...known])].sort();
    return Promise.all(
      ids.map(id => this.#statusOf(id, counts.get(id) ?? NOTHING_WAITS)),
    );
  }

  /**
   * Has a change written again, and waits for what comes of it.
   *
   * @param actor - who asked for it
   * @throws NotFoundError when there is nothing to write again
   * @throws ConflictError when a replica is at it, or no such connector is configured
   */
  async retry(
    connector: string,
    changeId: string,
    actor: string,
  ): Promise<RetryOutcome> {
    const { connectors, pusher } = this.#options;
    await this.#requireWaiting(connector, changeId);
    if (!connectors.has(connector)) {
      throw new ConflictError(
        `No connector "${connector}" is configured in this backend, so nobody can write it there`,
      );
    }
    const outcome = await pusher.now(connector, changeId, actor);
    if (!outcome) {
      throw new ConflictError(
        `Change ${changeId} is being written to ${this.#titleOf(
          connector,
        )} at this moment; look what comes of it`,
      );
    }
    return outcome;
  }

  async #requireWaiting(connector: string, changeId: string): Promise<void> {
    const { ledger, now, store } = this.#options;
    const queued = await store.queuedOf(changeId);
    if (queued.some(one => one.connector === connector)) return;
    const record = await store.record(connector, changeId);
    if (!record?.pushProblem) {
      throw new NotFoundError(
        `Nothing of change ${changeId} waits to be written to "${connector}"`,
      );
    }
    const { revision } = record;
    await ledger.write(tx =>
      store.enqueue(tx, connector, { changeId, revision }, now()),
    );
  }

  async #statusOf(
    id: string,
    counts: { waiting: number; failing: number },
  ): Promise<Connector> {
    const { connectors, now, store } = this.#options;
    const [queue, cursor, conflicts, untaken] = await Promise.all([
      store.queued(id, SHOWN),
      store.cursor(id),
      store.conflicts(id, SHOWN),
      store.untaken(id, SHOWN),
    ]);
    const connector = connectors.get(id);
    return {
      id,
      title: this.#titleOf(id),
      active: connector !== undefined,
      approvals: connector?.approvals ?? 'show',
      ...counts,
      queue: queue.map(push => presentPush(push, now())),
      ...presentCursor(cursor),
      conflicts: conflicts.flatMap(record =>
        problemsOf(record).map(problem => ({
          changeId: record.changeId,
          number: record.reference.number,
          url: record.reference.url,
          problem: presentProblem(problem),
        })),
      ),
      untaken: untaken.map(({ draft: { reference, title }, problem }) => ({
        number: reference.number,
        url: reference.url,
        title,
        problem: presentProblem(problem),
      })),
    };
  }

  #titleOf(id: string): string {
    return this.#options.connectors.get(id)?.title ?? id;
  }
}
