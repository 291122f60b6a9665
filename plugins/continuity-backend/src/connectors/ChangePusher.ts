import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type {
  ChangeConnector,
  ConnectedChange,
  PushedRecord,
} from '@continuity/plugin-continuity-node';
import type { RetryOutcome } from '@continuity/plugin-continuity-common';
import type { ChangeStore, StoredChange } from '../changes';
import type { LedgerService } from '../ledger';
import { connectorEntry } from './connectorEntry';
import type { ConnectorStore } from './ConnectorStore';
import { describeFailure } from './describeFailure';
import type { ExternalItems } from './ExternalItems';
import { pauseAfter } from './pushPace';
import { isNewer, type ClaimedPush, type StoredRecord } from './types';

/** How long a connector may take to write one change. */
const PUSH_MS = 60_000;
/** Longer than a push and the writing of what came of it. */
const CLAIM_MS = 2 * PUSH_MS;
/** Pushes that one look does; others have their turn in the next one. */
const AT_ONCE = 100;

/** What came of a push. Undefined: another replica has taken it over. */
type PushOutcome =
  | { outcome: 'done' }
  | { outcome: 'failed'; problem: string }
  | undefined;

interface ChangePusherOptions {
  store: ConnectorStore;
  connectors: ReadonlyMap<string, ChangeConnector>;
  changes: Pick<ChangeStore, 'byId' | 'happenings'>;
  items: Pick<ExternalItems, 'describe'>;
  ledger: Pick<LedgerService, 'write'>;
  /** Where the portal shows changes, up to their id. */
  changesUrl: string;
  logger: LoggerService;
  now: () => Instant;
  random: () => number;
}

/**
 * Writes changes to other systems. Every replica has one; the store sees to it that each
 * change is written by one of them at a time.
 */
export class ChangePusher {
  readonly #options: ChangePusherOptions;

  constructor(options: ChangePusherOptions) {
    this.#options = options;
  }

  /** Writes what is due. */
  async run(signal: AbortSignal): Promise<void> {
    const { connectors, now, store } = this.#options;
    const holder = randomUUID();
    for (let done = 0; done < AT_ONCE && !signal.aborted; done++) {
      const at = now();
      const push = await store.claimNext(
        [...connectors.keys()],
        holder,
        at,
        at + CLAIM_MS,
      );
      if (!push) return;
      await this.#push(push, signal);
    }
  }

  /**
   * Writes one that waits, whether it is due or not.
   *
   * @param actor - who asked for it
   * @returns undefined when it does not wait, or another replica is at it
   */
  async now(
    connectorId: string,
    changeId: string,
    actor: string,
  ): Promise<(RetryOutcome & { attempts: number }) | undefined> {
    const { connectors, changes, ledger, now, store } = this.#options;
    const connector = connectors.get(connectorId);
    if (!connector) return undefined;
    const at = now();
    const push = await store.claim(
      connectorId,
      changeId,
      randomUUID(),
      at,
      at + CLAIM_MS,
    );
    if (!push) return undefined;
    const outcome = await this.#push(push, AbortSignal.timeout(PUSH_MS));
    if (!outcome) return undefined;
    const change = await changes.byId(changeId);
    await ledger.write(async (_, append) =>
      append([
        connectorEntry('push.retried', {
          connector,
          at: now(),
          actor,
          entities: change?.content.entities,
          change: changeId,
          data: outcome,
        }),
      ]),
    );
    return { ...outcome, attempts: push.attempts + 1 };
  }

  async #push(push: ClaimedPush, ended: AbortSignal): Promise<PushOutcome> {
    const { connectors, changes, ledger, now, store } = this.#options;
    const connector = connectors.get(push.connector);
    const change = await changes.byId(push.changeId);
    if (!connector || !change) {
      // What is no change here is none there.
      await ledger.write(tx => store.done(tx, push, push.revision, now()));
      return undefined;
    }
    const known = await store.record(connector.id, change.id);
    let pushed: PushedRecord | undefined;
    try {
      pushed = await connector.push(
        await this.#describe(change),
        known?.reference,
        { signal: AbortSignal.any([ended, AbortSignal.timeout(PUSH_MS)]) },
      );
    } catch (error) {
      // That the process ends says nothing about the other system.
      if (ended.aborted) {
        await store.release(push);
        return undefined;
      }
      return this.#failed(connector, change, push, error);
    }
    return this.#pushed(connector, change, push, pushed);
  }

  async #describe(change: StoredChange): Promise<ConnectedChange> {
    const { changes, changesUrl, items } = this.#options;
    const [entities, happenings] = await Promise.all([
      items.describe(change.content.entities),
      changes.happenings(change.id),
    ]);
    const comment = happenings.at(-1)?.comment;
    return {
      id: change.id,
      revision: change.revision,
      contentRevision: change.contentRevision,
      state: change.state,
      class: change.class,
      content: change.content,
      entities,
      authors: change.authors,
      ...(change.outcome !== undefined && { outcome: change.outcome }),
      ...(comment !== undefined && { comment }),
      url: `${changesUrl}${change.id}`,
    };
  }

  async #pushed(
    connector: ChangeConnector,
    change: StoredChange,
    push: ClaimedPush,
    pushed: PushedRecord | undefined,
  ): Promise<PushOutcome> {
    const { ledger, now, store } = this.#options;
    const at = now();
    const { result: isHeld } = await ledger.write(async (tx, append) => {
      // Whoever has taken it over writes and notes it once more.
      if (!(await store.done(tx, push, change.revision, at))) return false;
      if (!pushed) return true;
      const before = await store.lock(tx, connector.id, change.id);
      const record = recordAfter(connector, change, pushed, before, at);
      await store.save(tx, record);
      const told = {
        connector,
        at,
        entities: change.content.entities,
        change: change.id,
        reference: record.reference,
      };
      const isNews = pushed.problem?.reason !== before?.pushProblem?.reason;
      await append([
        ...(pushed.written || !before
          ? [
              connectorEntry(before ? 'record.written' : 'record.created', {
                ...told,
                data: { revision: change.revision, state: pushed.state },
              }),
            ]
          : []),
        ...(pushed.problem && isNews
          ? [
              connectorEntry('conflict', {
                ...told,
                data: { ...pushed.problem },
              }),
            ]
          : []),
      ]);
      return true;
    });
    return isHeld ? { outcome: 'done' } : undefined;
  }

  async #failed(
    connector: ChangeConnector,
    change: StoredChange,
    push: ClaimedPush,
    error: unknown,
  ): Promise<PushOutcome> {
    const { ledger, logger, now, random, store } = this.#options;
    const at = now();
    const { problem, retryable, retryAfterMs } = describeFailure(error, at);
    const attempts = push.attempts + 1;
    const isNews = push.attempts === 0 || !retryable;
    const { result: isHeld } = await ledger.write(async (tx, append) => {
      const noted = await store.failed(tx, push, {
        problem,
        attempts,
        ...(retryable && {
          nextAt: at + pauseAfter(attempts, retryAfterMs, random()),
        }),
      });
      if (noted && isNews) {
        await append([
          connectorEntry(retryable ? 'push.failing' : 'push.refused', {
            connector,
            at,
            entities: change.content.entities,
            change: change.id,
            data: {
              revision: change.revision,
              reason: problem.reason,
              remedy: problem.remedy,
            },
          }),
        ]);
      }
      return noted;
    });
    if (isHeld && isNews) {
      logger.warn(
        `Change ${change.id} could not be written to ${connector.title}; ${
          retryable ? 'it is tried again' : 'it is not tried again by itself'
        }. ${problem.reason}`,
      );
    }
    return isHeld ? { outcome: 'failed', problem: problem.reason } : undefined;
  }
}

/** What is known of the record after a push. */
function recordAfter(
  connector: ChangeConnector,
  change: StoredChange,
  pushed: PushedRecord,
  before: StoredRecord | undefined,
  at: Instant,
): StoredRecord {
  const { found, version } = pushed;
  // Somebody changed it before it was written, and nobody has been told: that is still news.
  const isNews =
    found !== undefined && (!before || isNewer(found, before.seen));
  const seen = before?.seen ?? { at: 0 };
  const state = isNews ? before?.state : pushed.state;
  // What it says stood there before: an approval that was given since then is given on it.
  const isSaidAlready =
    before?.contentRevision === change.contentRevision &&
    before.contentAt !== undefined;
  return {
    connector: connector.id,
    changeId: change.id,
    reference: pushed.reference,
    ...(state !== undefined && { state }),
    revision: change.revision,
    contentRevision: change.contentRevision,
    contentAt: isSaidAlready ? before.contentAt : version.at,
    seen: isNews || isNewer(seen, version) ? seen : version,
    synchronisedAt: at,
    decisions: before?.decisions ?? [],
    ...(pushed.problem && { pushProblem: { ...pushed.problem, at } }),
    ...(before?.pullProblem && { pullProblem: before.pullProblem }),
  };
}
