import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Instant } from '@continuity/engine';
import type { CommitWithCursor, LedgerFollower, PlacedEntry } from '../ledger';
import { composeNotice } from './composeNotice';
import type { DeliveryStore } from './DeliveryStore';
import { type FreezeNews, NEWS_TYPES, readNews } from './freezeNews';
import { isOldNews } from './isOldNews';

/** Owners that are told at once. */
const AT_ONCE = 4;

/** What the notification backend answers to what it does not take; anything else may pass. */
const REFUSED = /\bstatus (?:400|413|422)\b/;

/**
 * Tells owners what the ledger says of freezes.
 *
 * At least once: when a process dies between sending and noting, the next one sends again
 * to the owners, four at most, of whom that is not known. It is the same notification
 * then, by its scope, and takes the place of the first.
 */
export class NoticeSender implements LedgerFollower {
  readonly name = 'freeze-notifications';
  readonly begins = 'newest';
  readonly types = [NEWS_TYPES];
  readonly batch = 20;
  /** Within some twenty minutes; all recipients but the refused ones are told at once. */
  readonly setAsideAfter = 10;
  readonly #notifications: NotificationService;
  readonly #deliveries: DeliveryStore;
  readonly #now: () => Instant;

  constructor(options: {
    notifications: NotificationService;
    deliveries: DeliveryStore;
    now: () => Instant;
  }) {
    this.#notifications = options.notifications;
    this.#deliveries = options.deliveries;
    this.#now = options.now;
  }

  /** {@inheritDoc LedgerFollower.handle} */
  async handle(
    entries: readonly PlacedEntry[],
    signal: AbortSignal,
  ): Promise<CommitWithCursor> {
    for (const { entry } of entries) {
      const news = readNews(entry);
      if (!isOldNews(news, this.#now())) {
        await this.#tell(entry.id, news, signal);
      }
    }
    const ids = entries.map(({ entry }) => entry.id);
    return tx => this.#deliveries.forget(tx, ids);
  }

  /**
   * @throws ServiceUnavailableError when notifications cannot be sent at all
   * @throws Error when some were refused, after all others were sent
   */
  async #tell(
    entryId: string,
    news: FreezeNews,
    signal: AbortSignal,
  ): Promise<void> {
    const reached = await this.#deliveries.reached(entryId);
    const compose = composeNotice(news, this.#now());
    const waiting = news.recipients
      .filter(({ owner }) => !reached.has(owner))
      .values();
    const refusals: string[] = [];
    const editor = news.edit?.by.startsWith('user:') ? news.edit.by : undefined;
    const work = async () => {
      for (const recipient of waiting) {
        signal.throwIfAborted();
        const { owner } = recipient;
        try {
          await this.#notifications.send({
            recipients: {
              type: 'entity',
              entityRef: owner,
              // Whoever did it knows.
              ...(editor !== undefined && { excludeEntityRef: editor }),
            },
            payload: compose(recipient),
          });
        } catch (error) {
          const problem = stringifyError(error);
          if (!REFUSED.test(problem)) {
            throw new ServiceUnavailableError(
              `Owners cannot be told of freezes: ${problem}`,
            );
          }
          refusals.push(`${owner}: ${problem}`);
          continue;
        }
        await this.#deliveries.note(entryId, owner);
      }
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, work),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        throw outcome.reason;
      }
    }
    if (refusals.length > 0) {
      throw new Error(
        `${refusals.length} of ${
          news.recipients.length
        } owners could not be told: ${refusals.sort().slice(0, 3).join('; ')}`,
      );
    }
  }
}
