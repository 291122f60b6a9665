import type {
  CommitWithCursor,
  LedgerFollower,
  PlacedEntry,
} from '../../ledger';
import type { DeliveryStore } from '../DeliveryStore';
import type { OwnerMail } from '../OwnerMail';
import { CAMPAIGN_TYPES, readCampaignNews } from './campaignNews';
import { composeCampaign } from './composeCampaign';

/** Tells owners what the ledger says of campaigns. */
export class CampaignSender implements LedgerFollower {
  readonly name = 'campaign-notifications';
  readonly begins = 'newest';
  readonly types = [CAMPAIGN_TYPES];
  readonly batch = 20;
  readonly setAsideAfter = 10;
  readonly #mail: OwnerMail;
  readonly #deliveries: DeliveryStore;
  readonly #pagePath: string;

  constructor(options: {
    mail: OwnerMail;
    deliveries: DeliveryStore;
    /** Where the page of Continuity is in the app. */
    pagePath: string;
  }) {
    this.#mail = options.mail;
    this.#deliveries = options.deliveries;
    this.#pagePath = options.pagePath;
  }

  /** {@inheritDoc LedgerFollower.handle} */
  async handle(
    entries: readonly PlacedEntry[],
    signal: AbortSignal,
  ): Promise<CommitWithCursor> {
    for (const { entry } of entries) {
      const letters = composeCampaign(readCampaignNews(entry), this.#pagePath);
      await this.#mail.send(entry.id, letters, signal);
    }
    const ids = entries.map(({ entry }) => entry.id);
    return tx => this.#deliveries.forget(tx, ids);
  }
}
