import { durationMs, type Instant } from '@continuity/engine';
import type { FollowedFeed } from '../../catalog/feedCalendars';
import {
  LONGEST_REFRESH,
  SHORTEST_REFRESH,
} from '../../config/readCalendarsSettings';
import { addressHash } from './feedAddress';
import { type FeedSchedule, NO_ADDRESS } from './FeedStore';

const MINUTE_MS = 60_000;

const SHORTEST_REFRESH_MS = durationMs(SHORTEST_REFRESH);
const LONGEST_REFRESH_MS = durationMs(LONGEST_REFRESH);

/** Pause after the first answer that does not count; it doubles with each. */
const FIRST_RETRY_MS = MINUTE_MS;
const LONGEST_RETRY_MS = 60 * MINUTE_MS;

/** How long a feed has to say that it is empty before that is believed. */
export const EMPTY_BELIEVED_AFTER_MS = 10 * MINUTE_MS;

/** A feed that somebody has to ask now, and what the schedule says of it. */
export interface DueFeed {
  followed: FollowedFeed;
  /** Absent: it was never asked. */
  seen?: FeedSchedule;
}

/** The feeds to ask now, the longest overdue first. */
export function dueFeeds(
  followed: readonly FollowedFeed[],
  schedule: readonly FeedSchedule[],
  now: Instant,
): DueFeed[] {
  const known = new Map(schedule.map(seen => [seen.calendarRef, seen]));
  return followed
    .map(one => ({ followed: one, seen: known.get(one.calendar.ref) }))
    .filter(due => isDue(due, now))
    .sort((a, b) => (a.seen?.nextAt ?? 0) - (b.seen?.nextAt ?? 0));
}

function isDue({ followed, seen }: DueFeed, now: Instant): boolean {
  if (!seen) {
    return true;
  }
  const isFree = seen.claimedUntil === undefined || seen.claimedUntil <= now;
  return (
    isFree &&
    (seen.nextAt <= now || seen.addressHash !== addressHash(followed.feed.url))
  );
}

/** Calendars of which something is known that follow no feed any more. */
export function forsakenFeeds(
  schedule: readonly FeedSchedule[],
  refs: ReadonlySet<string>,
): string[] {
  return schedule
    .filter(seen => seen.addressHash !== NO_ADDRESS)
    .map(({ calendarRef }) => calendarRef)
    .filter(ref => !refs.has(ref));
}

/**
 * Time until a feed that answered well is asked again.
 *
 * @param asked - how often the feed itself asks to be fetched (RFC 7986 5.7)
 */
export function refreshPause(
  asked: number | undefined,
  configured: number,
): number {
  return Math.min(
    Math.max(asked ?? configured, SHORTEST_REFRESH_MS),
    LONGEST_REFRESH_MS,
  );
}

/**
 * Time until a feed that did not answer well is asked again.
 *
 * @param failures - answers in a row that did not count, this one included
 * @param wanted - how long its server asks to be left alone (RFC 9110 10.2.3)
 */
export function retryPause(failures: number, wanted: number = 0): number {
  const backOff = Math.min(
    FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10),
    LONGEST_RETRY_MS,
  );
  return Math.min(Math.max(backOff, wanted), LONGEST_REFRESH_MS);
}
