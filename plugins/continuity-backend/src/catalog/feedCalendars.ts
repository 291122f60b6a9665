import {
  type CalendarFinding,
  type CheckedFeed,
  type FreezeCalendar,
  type FreezeWindow,
  readCalendarScope,
  type Steps,
} from '@continuity/engine';
import { addressHash } from '../feeds/follow/feedAddress';
import type { StoredFeed } from '../feeds/follow/FeedStore';
import { readFeedWindows } from '../feeds/follow/readFeedWindows';
import type { CalendarEntry } from './CalendarShelf';
import type { DeclaredCalendar } from './declaredCalendars';
import type { CalendarDeclaration } from './readCalendar';
import type { Standing } from './standing';

/** A calendar that follows a feed, and what its feed has come to. */
export interface FollowedFeed {
  /** Without its windows. */
  calendar: FreezeCalendar;
  feed: CheckedFeed;
  /**
   * What is good of the address that is declared now, and the windows that it gives.
   * Absent: nothing; the calendar closes its scope.
   */
  good?: {
    content: string;
    windows: readonly FreezeWindow[];
    findings: readonly CalendarFinding[];
  };
}

/** What a content gives. */
interface FeedContent {
  /** With its windows. */
  calendar: FreezeCalendar;
  findings: readonly CalendarFinding[];
}

/** The calendars that somebody has to ask a feed for. */
export interface FollowedFeeds {
  followed: readonly FollowedFeed[];
  /** Refs of calendars of which nobody can tell whether they follow one. */
  undecided: readonly string[];
}

/** What the content of a feed gives to one declaration; read once for both. */
export interface FeedReading {
  content: string;
  read: Standing<FeedContent>;
}

type Known = {
  stored: ReadonlyMap<string, StoredFeed>;
  readings: ReadonlyMap<DeclaredCalendar, FeedReading>;
};

/** What a calendar declares that can be read, in its newest version or the last good one. */
export function declarationOf({
  standing,
}: DeclaredCalendar): CalendarDeclaration | undefined {
  return standing.state === 'closed' ? undefined : standing.value;
}

/**
 * Reads what was good of every feed that is followed, in steps none of which takes long.
 *
 * @param before - what was read already; the same content for the same declaration is
 * not read again
 */
export function* readFeeds(
  declared: ReadonlyMap<string, DeclaredCalendar>,
  stored: ReadonlyMap<string, StoredFeed>,
  before: ReadonlyMap<DeclaredCalendar, FeedReading>,
): Steps<ReadonlyMap<DeclaredCalendar, FeedReading>> {
  const readings = new Map<DeclaredCalendar, FeedReading>();
  for (const [ref, of] of declared) {
    const { calendar, feed } = declarationOf(of) ?? {};
    const content = feed && ownContent(feed, stored.get(ref));
    if (calendar && feed && content !== undefined) {
      const known = before.get(of);
      readings.set(
        of,
        known?.content === content
          ? known
          : { content, read: yield* readContent(content, calendar, feed) },
      );
    }
  }
  return readings;
}

/** Who has to be asked, and what for. */
export function followedFeeds(
  declared: ReadonlyMap<string, DeclaredCalendar>,
  { readings }: Pick<Known, 'readings'>,
): FollowedFeeds {
  const followed: FollowedFeed[] = [];
  const undecided: string[] = [];
  for (const [ref, of] of declared) {
    const declaration = declarationOf(of);
    if (!declaration) {
      undecided.push(ref);
    } else if (declaration.feed) {
      const { calendar, feed } = declaration;
      const reading = readings.get(of);
      followed.push({
        calendar,
        feed,
        ...(reading?.read.state === 'good' && {
          good: {
            content: reading.content,
            windows: reading.read.value.calendar.windows,
            findings: reading.read.value.findings,
          },
        }),
      });
    }
  }
  return { followed, undecided };
}

/**
 * What a calendar gives whose windows come from a feed.
 *
 * @param tierIds - Tiers that a calendar may name.
 */
export function feedEntry(
  of: DeclaredCalendar,
  { calendar, feed }: Required<CalendarDeclaration>,
  known: Known,
  tierIds: readonly string[],
): CalendarEntry {
  const { ref, title, owner, origin } = calendar;
  const content = feedStanding(
    feed,
    known.stored.get(ref),
    known.readings.get(of),
  );
  const about = { ref, title, owner, origin };
  const declarationProblem = of.standing.state === 'degraded' && of.standing;
  if (content.state === 'closed') {
    const scope = readCalendarScope(of.newest, { tierIds });
    return {
      unreadable: {
        ...about,
        problem: together(
          declarationProblem && declarationProblem.problem,
          inFeed(calendar, content.problem),
        ),
        ...(scope && { scope }),
      },
    };
  }
  // The same object while nothing changed, so that what was worked out for it is kept.
  const { calendar: counted } = content.value;
  if (content.state === 'good' && !declarationProblem) {
    return { calendar: counted };
  }
  const stale = content.state === 'degraded' && content;
  return {
    calendar: counted,
    unreadable: {
      ...about,
      problem: together(
        declarationProblem && declarationProblem.problem,
        stale && inFeed(calendar, stale.problem),
      ),
      lastGoodAt: Math.min(
        ...[declarationProblem, stale].flatMap(bad =>
          bad ? [bad.lastGoodAt] : [],
        ),
      ),
    },
  };
}

/**
 * What counts of a feed. Only what came from the address that is declared: the windows of
 * another one are not those of this calendar, however recently they were.
 */
function feedStanding(
  feed: CheckedFeed,
  stored: StoredFeed | undefined,
  reading: FeedReading | undefined,
): Standing<FeedContent> {
  const hash = addressHash(feed.url);
  const problem = problemOf(hash, stored);
  const good = stored?.good;
  if (!reading || good?.addressHash !== hash) {
    return {
      state: 'closed',
      problem: problem ?? 'It has not answered yet',
    };
  }
  const { read } = reading;
  if (read.state !== 'good' || problem === undefined) {
    return read;
  }
  const { value } = read;
  return { state: 'degraded', value, problem, lastGoodAt: good.at };
}

/** Why what was good of an address may not be the newest. Absent: it is. */
function problemOf(
  hash: string,
  stored: StoredFeed | undefined,
): string | undefined {
  if (!stored) {
    return 'It has not been asked yet; it will be within seconds';
  }
  return stored.addressHash === hash
    ? stored.problem
    : 'Its address was changed, and the new one has not been asked yet; it will be within seconds';
}

function ownContent(
  feed: CheckedFeed,
  stored: StoredFeed | undefined,
): string | undefined {
  return stored?.good?.addressHash === addressHash(feed.url)
    ? stored.good.content
    : undefined;
}

function* readContent(
  content: string,
  calendar: FreezeCalendar,
  feed: CheckedFeed,
): Steps<Standing<FeedContent>> {
  const reading = yield* readFeedWindows(content, calendar, feed);
  return reading.ok
    ? {
        state: 'good',
        value: {
          calendar: { ...calendar, windows: reading.windows },
          findings: reading.findings,
        },
      }
    : {
        state: 'closed',
        problem: `What it said last cannot be read as it is declared now: ${reading.problem}`,
      };
}

function inFeed({ origin }: FreezeCalendar, problem: string): string {
  const where = origin.kind === 'feed' ? ` ${origin.url}` : '';
  return `Feed${where}: ${problem}`;
}

function together(...problems: (string | false)[]): string {
  return problems.filter(Boolean).join('; ');
}
