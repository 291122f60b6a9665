import type { Instant, Steps } from '@continuity/engine';
import type { SourceCalendars } from '../calendars/CalendarSource';
import { atOnce, inTurns } from '../calendars/turns';
import { NO_ADDRESS, type StoredFeed } from '../feeds/follow/FeedStore';
import {
  type DeclaredFunction,
  declareFunction,
  membershipOf,
} from './businessFunctions';
import type { CalendarEntry } from './CalendarShelf';
import { CatalogContent, type ContentParts } from './CatalogContent';
import type { ChangedEntity } from './CatalogProjectionStore';
import {
  declareCalendar,
  type DeclaredCalendar,
  entryOf,
} from './declaredCalendars';
import {
  CALENDAR_KIND,
  FUNCTION_KIND,
  HOLIDAYS_KIND,
  kindOf,
  readDocument,
  SERVICE_KINDS,
} from './documents';
import { declarationOf, feedEntry, readFeeds } from './feedCalendars';
import { LazyCatalogService } from './LazyCatalogService';
import {
  type DeclaredHolidays,
  declareHolidays,
  peakEntries,
  peakRangeAt,
} from './peaks';
import { sourceEntries } from './sourceEntries';
import type { EntityVersions } from './standing';

/**
 * Makes the next revision out of one: collects changes, copies only what one of them
 * touches, and leaves the base as it is.
 */
export class CatalogContentUpdate {
  readonly #base: ContentParts;
  #services: Map<string, LazyCatalogService> | undefined;
  #functions: Map<string, DeclaredFunction> | undefined;
  #declared: Map<string, DeclaredCalendar> | undefined;
  #holidays: Map<string, DeclaredHolidays> | undefined;
  #sources: Map<string, SourceCalendars> | undefined;
  #feeds: { revision: number; stored: Map<string, StoredFeed> } | undefined;
  #readings: ContentParts['feedReadings'] | undefined;

  constructor(base: CatalogContent) {
    this.#base = base.parts;
  }

  apply(changes: readonly ChangedEntity[]): void {
    for (const change of changes) {
      const kind = kindOf(change.entityRef);
      if (kind === CALENDAR_KIND) {
        this.#declared ??= new Map(this.#base.declared);
        put(this.#declared, change, versions =>
          declareCalendar(versions, this.#base.tierIds),
        );
      } else if (kind === FUNCTION_KIND) {
        this.#functions ??= new Map(this.#base.functions);
        put(this.#functions, change, declareFunction);
      } else if (kind === HOLIDAYS_KIND) {
        this.#holidays ??= new Map(this.#base.holidays);
        put(this.#holidays, change, declareHolidays);
      } else if (SERVICE_KINDS.includes(kind)) {
        this.#services ??= new Map(this.#base.services);
        put(
          this.#services,
          change,
          ({ newest }) =>
            new LazyCatalogService(
              change.entityRef,
              newest,
              this.#base.declarations,
              this.#base.membership,
            ),
        );
      }
    }
  }

  /** Takes what changed of the feeds up to a revision of theirs. */
  applyFeeds(changes: readonly StoredFeed[], revision: number): void {
    const stored = new Map(this.#base.feeds);
    for (const feed of changes) {
      if (feed.addressHash === NO_ADDRESS) {
        stored.delete(feed.calendarRef);
      } else {
        stored.set(feed.calendarRef, feed);
      }
    }
    this.#feeds = { revision, stored };
  }

  /** Takes all that a source holds now. */
  replaceSource(name: string, held: SourceCalendars): void {
    this.#sources ??= new Map(this.#base.sources);
    this.#sources.set(name, held);
  }

  /**
   * Reads what feeds gave, and lets others have their turn meanwhile. Comes after all that
   * is applied; without it {@link finish} reads them in one go.
   */
  async readFeeds(): Promise<void> {
    this.#readings = await inTurns(
      this.#readFeeds({
        declared: this.#declared ?? this.#base.declared,
        feeds: this.#feeds?.stored ?? this.#base.feeds,
      }),
    );
  }

  /**
   * @param readAt - When the catalog was read; relative peaks are worked out for years
   * around it. Absent: they stay as they are.
   */
  finish(revision: number, readAt?: Instant): CatalogContent {
    const known: ContentParts = {
      ...this.#base,
      ...this.#servicesAmongFunctions(),
      revision,
      declared: this.#declared ?? this.#base.declared,
      holidays: this.#holidays ?? this.#base.holidays,
      sources: this.#sources ?? this.#base.sources,
      ...(this.#feeds && {
        feedsRevision: this.#feeds.revision,
        feeds: this.#feeds.stored,
      }),
      ...(readAt !== undefined && { peakRange: peakRangeAt(readAt) }),
    };
    const parts = {
      ...known,
      feedReadings: this.#readings ?? atOnce(this.#readFeeds(known)),
      peakEntries: this.#peakEntries(known),
    };
    const calendarsMayDiffer =
      (this.#declared ?? this.#sources ?? this.#feeds) !== undefined ||
      parts.peakEntries !== this.#base.peakEntries;
    return new CatalogContent({
      ...parts,
      shelf: calendarsMayDiffer
        ? this.#base.shelf.restocked(calendarEntries(parts))
        : this.#base.shelf,
    });
  }

  *#readFeeds({
    declared,
    feeds,
  }: Pick<ContentParts, 'declared' | 'feeds'>): Steps<
    ContentParts['feedReadings']
  > {
    const { feedReadings: before } = this.#base;
    return this.#declared || this.#feeds
      ? yield* readFeeds(declared, feeds, before)
      : before;
  }

  #peakEntries(parts: ContentParts): ContentParts['peakEntries'] {
    const { peaks: policy, functions, holidays, peakRange: range } = parts;
    const inOtherContext =
      this.#holidays !== undefined ||
      range?.start !== this.#base.peakRange?.start;
    if (!policy || !range || !(inOtherContext || this.#functions)) {
      return this.#base.peakEntries;
    }
    return peakEntries(
      functions,
      { policy, holidays, range },
      inOtherContext ? undefined : this.#base.peakEntries,
    );
  }

  /** When a function changed, any service may support it or no longer do so. */
  #servicesAmongFunctions(): Pick<
    ContentParts,
    'services' | 'functions' | 'membership'
  > {
    const services = this.#services ?? this.#base.services;
    if (!this.#functions) {
      const { functions, membership } = this.#base;
      return { services, functions, membership };
    }
    const membership = membershipOf(this.#functions.values());
    return {
      services: new Map(
        [...services].map(([ref, service]) => [ref, service.among(membership)]),
      ),
      functions: this.#functions,
      membership,
    };
  }
}

/** What everything gives that may hold windows. */
function calendarEntries(parts: ContentParts): CalendarEntry[] {
  const { declared, tierIds, peakEntries: peaks, sources } = parts;
  const feeds = { stored: parts.feeds, readings: parts.feedReadings };
  return [
    ...[...declared.values()].map(of => {
      const { calendar, feed } = declarationOf(of) ?? {};
      return calendar && feed
        ? feedEntry(of, { calendar, feed }, feeds, tierIds)
        : entryOf(of, tierIds);
    }),
    ...peaks.values(),
    ...[...sources.values()].flatMap(sourceEntries),
  ];
}

function put<T>(
  map: Map<string, T>,
  { entityRef, document, lastGood }: ChangedEntity,
  read: (versions: EntityVersions) => T,
) {
  if (!document) {
    map.delete(entityRef);
    return;
  }
  map.set(
    entityRef,
    read({
      newest: readDocument(document),
      ...(lastGood && {
        lastGood: { entity: readDocument(lastGood.document), at: lastGood.at },
      }),
    }),
  );
}
