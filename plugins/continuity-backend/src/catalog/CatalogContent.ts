import type {
  HolidayCalendar,
  Instant,
  Interval,
  PeakPolicy,
} from '@continuity/engine';
import type { SourceCalendars } from '../calendars/CalendarSource';
import type { ContinuitySettings } from '../config';
import type { StoredFeed } from '../feeds/follow/FeedStore';
import {
  type DeclaredFunction,
  type FunctionMembership,
  membershipOf,
} from './businessFunctions';
import { type CalendarEntry, CalendarShelf } from './CalendarShelf';
import type { DeclaredCalendar } from './declaredCalendars';
import { Declarations } from './Declarations';
import {
  type FeedReading,
  type FollowedFeeds,
  followedFeeds,
} from './feedCalendars';
import type { LazyCatalogService } from './LazyCatalogService';
import { type DeclaredHolidays, peakRangeAt } from './peaks';
import type { CatalogSnapshot, UnreadableHolidays } from './types';
import type { WindowBook } from './WindowBook';

/** A snapshot with what lists and overviews need besides. */
export interface LoadedSnapshot extends CatalogSnapshot {
  windows: WindowBook;
  /** BusinessFunctions of the catalog, by ref. */
  functions: ReadonlyMap<string, DeclaredFunction>;
  /** Holiday calendars of the catalog that can be read, by ref. */
  holidays: readonly HolidayCalendar[];
  /** Those of which the newest version cannot be read, by ref. */
  unreadableHolidays: readonly UnreadableHolidays[];
  /** Calendars whose windows come from a feed. */
  feeds: FollowedFeeds;
}

/** Everything that a content is made of. */
export interface ContentParts {
  /** Of the reading of the catalog. */
  revision: number;
  declarations: Declarations;
  /** Tiers that a calendar may name. */
  tierIds: readonly string[];
  services: ReadonlyMap<string, LazyCatalogService>;
  /** BusinessFunctions of the catalog, by ref, and who supports them. */
  functions: ReadonlyMap<string, DeclaredFunction>;
  membership: FunctionMembership;
  /** FreezeCalendars of the catalog, by ref. */
  declared: ReadonlyMap<string, DeclaredCalendar>;
  /** Of the feeds in it. */
  feedsRevision: number;
  /** What feeds said, by the ref of the calendar that follows them. */
  feeds: ReadonlyMap<string, StoredFeed>;
  /** What was good of them, read. */
  feedReadings: ReadonlyMap<DeclaredCalendar, FeedReading>;
  /** HolidayCalendars of the catalog, by ref. */
  holidays: ReadonlyMap<string, DeclaredHolidays>;
  /** What becomes of peaks. Absent: they freeze nothing. */
  peaks?: PeakPolicy;
  /** For when relative peaks are worked out. Absent: the catalog was never read. */
  peakRange?: Interval;
  /** What the peaks of functions give; empty without a policy. */
  peakEntries: ReadonlyMap<DeclaredFunction, CalendarEntry>;
  /** What comes from elsewhere, by the name of its source. */
  sources: ReadonlyMap<string, SourceCalendars>;
  shelf: CalendarShelf;
}

/**
 * Everything known at one revision. Never changes; a `CatalogContentUpdate` makes
 * the next one.
 */
export class CatalogContent {
  readonly parts: Readonly<ContentParts>;

  constructor(parts: Readonly<ContentParts>) {
    this.parts = parts;
  }

  /** What is known before anything was loaded: revision 0. */
  static empty(
    settings: Pick<ContinuitySettings, 'tiers' | 'environments' | 'peaks'>,
  ): CatalogContent {
    return new CatalogContent({
      revision: 0,
      declarations: new Declarations(settings),
      tierIds: settings.tiers.tiers.map(({ id }) => id),
      services: new Map(),
      functions: new Map(),
      membership: membershipOf([]),
      declared: new Map(),
      feedsRevision: 0,
      feeds: new Map(),
      feedReadings: new Map(),
      holidays: new Map(),
      ...(settings.peaks && { peaks: settings.peaks }),
      peakEntries: new Map(),
      sources: new Map(),
      shelf: CalendarShelf.EMPTY,
    });
  }

  get revision(): number {
    return this.parts.revision;
  }

  get feedsRevision(): number {
    return this.parts.feedsRevision;
  }

  get windows(): WindowBook {
    return this.parts.shelf.windows;
  }

  /** Whether relative peaks are worked out for the years around a reading. */
  coversPeaksOf(readAt: Instant | undefined): boolean {
    return (
      readAt === undefined ||
      this.parts.peakRange?.start === peakRangeAt(readAt).start
    );
  }

  /**
   * What is handed out: this content, read at a moment.
   *
   * @param revision - of everything in it; absent: of the catalog, when nothing else is
   */
  snapshot(readAt: Instant, revision: number = this.revision): LoadedSnapshot {
    const { services, declared, feedReadings, holidays, shelf } = this.parts;
    const { windows, unreadable } = shelf;
    return {
      revision,
      readAt,
      services,
      calendars: windows.calendars,
      unreadableCalendars: unreadable,
      windows,
      functions: this.parts.functions,
      holidays: byRef(
        [...holidays.values()].flatMap(({ standing }) =>
          standing.state === 'closed' ? [] : [standing.value],
        ),
      ),
      unreadableHolidays: byRef([...holidays.values()].flatMap(unreadableOf)),
      feeds: followedFeeds(declared, { readings: feedReadings }),
      considerWindows: (subject, at) => windows.consider(subject, at),
      windowsFor: subject => windows.windowsFor(subject),
    };
  }
}

function byRef<T extends { ref: string }>(list: T[]): T[] {
  return list.sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

function unreadableOf({
  standing,
  ...about
}: DeclaredHolidays): UnreadableHolidays[] {
  if (standing.state === 'good') {
    return [];
  }
  const { problem } = standing;
  return [
    {
      ...about,
      problem,
      ...(standing.state === 'degraded' && { lastGoodAt: standing.lastGoodAt }),
    },
  ];
}
