import type { Instant } from '@continuity/engine';
import type { CommitWithCursor, LedgerFollower, PlacedEntry } from '../ledger';
import { composeNotice } from './composeNotice';
import type { DeliveryStore } from './DeliveryStore';
import { NEWS_TYPES, readNews } from './freezeNews';
import { isOldNews } from './isOldNews';
import type { OwnerMail } from './OwnerMail';

/** Tells owners what the ledger says of freezes. */
export class NoticeSender implements LedgerFollower {
  readonly name = 'freeze-notifications';
  readonly begins = 'newest';
  readonly types = [NEWS_TYPES];
  readonly batch = 20;
  /** Within some twenty minutes; all recipients but the refused ones are told at once. */
  readonly setAsideAfter = 10;
  readonly #mail: OwnerMail;
  readonly #deliveries: DeliveryStore;
  readonly #pagePath: string;
  readonly #now: () => Instant;

  constructor(options: {
    mail: OwnerMail;
    deliveries: DeliveryStore;
    /** Where the page of Continuity is in the app. */
    pagePath: string;
    now: () => Instant;
  }) {
    this.#mail = options.mail;
    this.#deliveries = options.deliveries;
    this.#pagePath = options.pagePath;
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
        const compose = composeNotice(news, {
          now: this.#now(),
          pagePath: this.#pagePath,
        });
        const editor = news.edit?.by;
        const letters = news.recipients.map(recipient => ({
          owner: recipient.owner,
          payload: compose(recipient),
          // Whoever did it knows.
          ...(editor?.startsWith('user:') && { except: editor }),
        }));
        await this.#mail.send(entry.id, letters, signal);
      }
    }
    const ids = entries.map(({ entry }) => entry.id);
    return tx => this.#deliveries.forget(tx, ids);
  }
}
