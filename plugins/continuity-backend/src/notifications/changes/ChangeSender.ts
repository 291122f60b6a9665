import type {
  CommitWithCursor,
  LedgerFollower,
  PlacedEntry,
} from '../../ledger';
import type { DeliveryStore } from '../DeliveryStore';
import type { Letter, OwnerMail } from '../OwnerMail';
import {
  CHANGE_TYPES,
  MEETING_TYPES,
  OVERRIDE_TYPES,
  readChangeNews,
  readMeetingNews,
  readOverrideNews,
} from './changeNews';
import { composeChange } from './composeChange';
import { composeMeeting } from './composeMeeting';
import { composeOverride } from './composeOverride';

/** What is found of deployments is not about a change that somebody waits for. */
const UNAUTHORISED = 'change.unauthorised.';

/** Tells those whom it concerns what the ledger says of changes, overrides and meetings. */
export class ChangeSender implements LedgerFollower {
  readonly name = 'change-notifications';
  readonly begins = 'newest';
  readonly types = [CHANGE_TYPES, OVERRIDE_TYPES, MEETING_TYPES];
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
    if (entry.type.startsWith(UNAUTHORISED)) return [];
    if (entry.type.startsWith('cab.')) {
      return composeMeeting(readMeetingNews(entry), this.#pagePath);
    }
    return entry.type.startsWith('override.')
      ? composeOverride(readOverrideNews(entry), this.#pagePath)
      : composeChange(readChangeNews(entry), this.#pagePath);
  }
}
