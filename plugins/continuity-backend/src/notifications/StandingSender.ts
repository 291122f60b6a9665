import { ServiceUnavailableError } from '@backstage/errors';
import type { LedgerEntry } from '@continuity/engine';
import { z } from 'zod';
import type { LoadedProjection, LoadedSnapshot } from '../catalog';
import type { CommitWithCursor, LedgerFollower, PlacedEntry } from '../ledger';
import { composeStanding, type StandingNews } from './composeStanding';
import type { DeliveryStore } from './DeliveryStore';
import type { OwnerMail } from './OwnerMail';

const DEGRADED = 'calendar.degraded';
const RECOVERED = 'calendar.recovered';

/** Of a `calendar.degraded`; see `standingEntry`. */
const degradedData = z.object({
  problem: z.string().optional(),
  /** Absent: nothing of it was ever good. */
  lastGoodAt: z.string().optional(),
});

/**
 * Tells who answers for a calendar, of freezes or of holidays, when it degrades, when it
 * was never good and closes what depends on it, and when it recovers. The ledger has one entry of each such change, so
 * each is told once.
 */
export class StandingSender implements LedgerFollower {
  readonly name = 'calendar-notifications';
  readonly begins = 'newest';
  readonly types = [DEGRADED, RECOVERED];
  readonly batch = 20;
  readonly setAsideAfter = 10;
  readonly #mail: OwnerMail;
  readonly #deliveries: DeliveryStore;
  readonly #projection: Pick<LoadedProjection, 'current'>;
  readonly #pagePath: string;

  constructor(options: {
    mail: OwnerMail;
    deliveries: DeliveryStore;
    /** Knows who answers for a calendar. */
    projection: Pick<LoadedProjection, 'current'>;
    /** Where the page of Continuity is in the app. */
    pagePath: string;
  }) {
    this.#mail = options.mail;
    this.#deliveries = options.deliveries;
    this.#projection = options.projection;
    this.#pagePath = options.pagePath;
  }

  /** {@inheritDoc LedgerFollower.handle} */
  async handle(
    entries: readonly PlacedEntry[],
    signal: AbortSignal,
  ): Promise<CommitWithCursor> {
    const snapshot = await this.#projection.current();
    if (!snapshot) {
      throw new ServiceUnavailableError(
        'Nobody knows who answers for a calendar: the catalog has never been read',
      );
    }
    for (const { entry } of entries) {
      const news = newsOf(entry, snapshot);
      if (news) {
        const payload = composeStanding(news, this.#pagePath);
        await this.#mail.send(
          entry.id,
          [{ owner: news.owner, payload }],
          signal,
        );
      }
    }
    const ids = entries.map(({ entry }) => entry.id);
    return tx => this.#deliveries.forget(tx, ids);
  }
}

/**
 * What there is to tell. Absent: nobody answers for it any more, or can be told; or it
 * recovered in one respect and still cannot be read in another, as a calendar whose feed
 * answers again and whose declaration is wrong.
 *
 * @throws when the entry is not in a form that is known here
 */
function newsOf(
  { type, subjects: [ref], data }: LedgerEntry,
  snapshot: LoadedSnapshot,
): StandingNews | undefined {
  const isIt = (one: { ref: string }) => one.ref === ref;
  const unreadable =
    snapshot.unreadableCalendars.find(isIt) ??
    snapshot.unreadableHolidays.find(isIt);
  const readable =
    snapshot.calendars.find(isIt) ?? snapshot.holidays.find(isIt);
  const { title, owner = readable?.owner } = unreadable ?? readable ?? {};
  if (ref === undefined || title === undefined || owner === undefined) {
    return undefined;
  }
  const about = { ref, title, owner };
  if (type === RECOVERED) {
    return unreadable ? undefined : { ...about, state: 'recovered' };
  }
  if (!unreadable) {
    // It recovered meanwhile; to say now that it cannot be read would be wrong.
    return undefined;
  }
  const { problem, lastGoodAt } = degradedData.parse(data);
  return {
    ...about,
    ...(problem !== undefined && { problem }),
    ...(lastGoodAt === undefined
      ? { state: 'closed' }
      : { state: 'degraded', lastGoodAt: Date.parse(lastGoodAt) }),
  };
}
