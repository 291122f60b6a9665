import type {
  CommitWithCursor,
  LedgerFollower,
  PlacedEntry,
} from '../../ledger';
import type { DeliveryStore } from '../DeliveryStore';
import type { Letter, OwnerMail } from '../OwnerMail';
import { composeExemption, composeLostLevel } from './composeScorecard';
import {
  EXEMPTION_TYPES,
  LEVEL_LOST,
  readExemption,
  readLostLevel,
  SCORECARD_TYPES,
} from './scorecardNews';

/** Tells owners of levels that are lost, and people of exemptions that concern them. */
export class ScorecardSender implements LedgerFollower {
  readonly name = 'scorecard-notifications';
  readonly begins = 'newest';
  readonly types = [SCORECARD_TYPES];
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
      await this.#mail.send(entry.id, this.#lettersOf(entry), signal);
    }
    const ids = entries.map(({ entry }) => entry.id);
    return tx => this.#deliveries.forget(tx, ids);
  }

  #lettersOf(entry: PlacedEntry['entry']): Letter[] {
    if (entry.type === LEVEL_LOST) {
      return composeLostLevel(readLostLevel(entry), this.#pagePath);
    }
    return entry.type.startsWith(EXEMPTION_TYPES)
      ? composeExemption(readExemption(entry), this.#pagePath)
      : [];
  }
}
