import { ServiceUnavailableError } from '@backstage/errors';
import { formatInstant, type Instant, maskFeedUrl } from '@continuity/engine';
import type { FollowedFeed } from '@continuity/plugin-continuity-common';
import type { LoadedProjection } from '../../catalog';
import { addressHash } from './feedAddress';
import type { FeedSchedule, FeedStore } from './FeedStore';

/** How the feeds do that calendars follow, for those who run the portal. */
export class FollowedFeedsStatus {
  readonly #store: Pick<FeedStore, 'schedule'>;
  readonly #projection: Pick<LoadedProjection, 'current'>;
  readonly #now: () => Instant;

  constructor(options: {
    store: Pick<FeedStore, 'schedule'>;
    projection: Pick<LoadedProjection, 'current'>;
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#projection = options.projection;
    this.#now = options.now;
  }

  /**
   * Every feed that is followed, by calendar, whoever may see the calendar.
   *
   * @throws ServiceUnavailableError while the catalog has never been read
   */
  async list(): Promise<FollowedFeed[]> {
    const [schedule, snapshot] = await Promise.all([
      this.#store.schedule(),
      this.#projection.current(),
    ]);
    if (!snapshot) {
      throw new ServiceUnavailableError(
        'The catalog has never been read, so nobody knows which feeds are followed',
      );
    }
    const asked = new Map(schedule.map(one => [one.calendarRef, one]));
    const unreadable = new Map(
      snapshot.unreadableCalendars.map(one => [one.ref, one]),
    );
    return snapshot.feeds.followed
      .map(({ calendar, feed, good }): FollowedFeed => {
        const { ref, title, owner } = calendar;
        const last = asked.get(ref);
        const bad = unreadable.get(ref);
        const lastGoodAt =
          bad?.lastGoodAt ?? (good && !bad ? last?.fetchedAt : undefined);
        return {
          calendarRef: ref,
          title,
          owner,
          address: maskFeedUrl(feed.url),
          state: stateOf(good !== undefined, bad !== undefined),
          windows: good?.windows.length ?? 0,
          // What is known of another address says nothing of this one.
          ...(last && last.addressHash === addressHash(feed.url)
            ? this.#asked(last)
            : { failures: 0 }),
          ...(bad && { problem: bad.problem }),
          ...(lastGoodAt !== undefined && {
            lastGoodAt: formatInstant(lastGoodAt),
          }),
        };
      })
      .sort((one, other) => (one.calendarRef < other.calendarRef ? -1 : 1));
  }

  #asked({ fetchedAt, nextAt, claimedUntil, failures }: FeedSchedule) {
    return {
      askedAt: formatInstant(fetchedAt),
      nextAt: formatInstant(nextAt),
      failures,
      ...(claimedUntil !== undefined &&
        claimedUntil > this.#now() && { asking: true }),
    };
  }
}

function stateOf(isGood: boolean, isBad: boolean): FollowedFeed['state'] {
  if (!isGood) {
    return 'closed';
  }
  return isBad ? 'degraded' : 'good';
}
