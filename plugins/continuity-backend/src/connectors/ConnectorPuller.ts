import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type {
  ChangeConnector,
  ExternalNews,
} from '@continuity/plugin-continuity-node';
import type { LedgerService } from '../ledger';
import { connectorEntry } from './connectorEntry';
import type { ConnectorStore } from './ConnectorStore';
import type { DecisionDesk } from './DecisionDesk';
import { describeFailure } from './describeFailure';
import type { DraftDesk } from './DraftDesk';
import { pauseAfter } from './pushPace';
import type { RecordDesk } from './RecordDesk';

/** How long one question may take. */
const PULL_MS = 60_000;
/** Questions in one go; what is left has its turn in the next one. */
const PAGES_AT_ONCE = 50;
/** Records that could not become drafts, tried again in one go. */
const LEFT_AT_ONCE = 50;

interface ConnectorPullerOptions {
  store: ConnectorStore;
  records: Pick<RecordDesk, 'take'>;
  decisions: Pick<DecisionDesk, 'take'>;
  drafts: Pick<DraftDesk, 'take' | 'takeLeft'>;
  ledger: Pick<LedgerService, 'write'>;
  logger: LoggerService;
  now: () => Instant;
  random: () => number;
}

/**
 * Asks another system what happened there, and has it done here. The cursor moves when all
 * of an answer is done: what is interrupted comes again.
 */
export class ConnectorPuller {
  readonly #options: ConnectorPullerOptions;

  constructor(options: ConnectorPullerOptions) {
    this.#options = options;
  }

  async run(connector: ChangeConnector, ended: AbortSignal): Promise<void> {
    const { drafts, now, store } = this.#options;
    const { cursor: first, failing } = await store.cursor(connector.id);
    if (failing && failing.nextAt > now()) return;
    try {
      await drafts.takeLeft(connector, LEFT_AT_ONCE, ended);
      let cursor = first;
      for (let page = 0; page < PAGES_AT_ONCE; page++) {
        const news = await connector.pull(cursor, {
          signal: AbortSignal.any([ended, AbortSignal.timeout(PULL_MS)]),
        });
        for (const item of news.items) {
          ended.throwIfAborted();
          await this.#take(connector, item);
        }
        cursor = news.cursor;
        await store.advance(connector.id, cursor, now());
        if (!news.more) break;
      }
      if (failing) await this.#recovered(connector);
    } catch (error) {
      // That the process ends says nothing about the other system.
      if (ended.aborted) return;
      await this.#failed(connector, error);
    }
  }

  #take(connector: ChangeConnector, news: ExternalNews): Promise<void> {
    const { decisions, drafts, records } = this.#options;
    switch (news.kind) {
      case 'record':
        return records.take(connector, news);
      case 'decision':
        return decisions.take(connector, news);
      default:
        return drafts.take(connector, news);
    }
  }

  async #failed(connector: ChangeConnector, error: unknown): Promise<void> {
    const { ledger, logger, now, random, store } = this.#options;
    const at = now();
    const { problem, retryAfterMs } = describeFailure(error, at);
    const before = await store.cursor(connector.id);
    const failures = before.failures + 1;
    const isNews = before.failing?.problem.reason !== problem.reason;
    await ledger.write(async (tx, append) => {
      await store.notPulled(tx, connector.id, failures, {
        problem,
        since: before.failing?.since ?? at,
        nextAt: at + pauseAfter(failures, retryAfterMs, random()),
      });
      if (isNews) {
        await append([
          connectorEntry('pull.failing', {
            connector,
            at,
            data: { reason: problem.reason, remedy: problem.remedy },
          }),
        ]);
      }
    });
    if (isNews) {
      logger.warn(
        `${connector.title} could not be asked for news; it is tried again. ${problem.reason}`,
      );
    }
  }

  async #recovered(connector: ChangeConnector): Promise<void> {
    const { ledger, logger, now } = this.#options;
    await ledger.write(async (_, append) =>
      append([connectorEntry('pull.recovered', { connector, at: now() })]),
    );
    logger.info(`${connector.title} can be asked for news again`);
  }
}
