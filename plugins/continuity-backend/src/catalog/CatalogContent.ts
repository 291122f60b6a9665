import type { Entity } from '@backstage/catalog-model';
import type { FreezeCalendar, Instant } from '@continuity/engine';
import type { ContinuitySettings } from '../config';
import type { ChangedEntity } from './CatalogProjectionStore';
import { CALENDAR_KIND, SERVICE_KINDS } from './documents';
import { readCalendar, type CalendarReading } from './readCalendar';
import { LazyCatalogService } from './LazyCatalogService';
import type { CatalogService, CatalogSnapshot } from './types';
import { WindowBook } from './WindowBook';

type DerivationSettings = Pick<ContinuitySettings, 'tiers' | 'environments'>;

/** A snapshot with what lists and overviews need besides. */
export interface LoadedSnapshot extends CatalogSnapshot {
  windows: WindowBook;
}

/** Everything known at one revision. Never changes; an update makes a new one. */
export class CatalogContent {
  readonly revision: number;
  readonly settings: DerivationSettings;
  readonly services: ReadonlyMap<string, CatalogService>;
  readonly calendars: ReadonlyMap<string, CalendarReading>;
  readonly windows: WindowBook;

  constructor(content: {
    revision: number;
    settings: DerivationSettings;
    services: ReadonlyMap<string, CatalogService>;
    calendars: ReadonlyMap<string, CalendarReading>;
    windows: WindowBook;
  }) {
    this.revision = content.revision;
    this.settings = content.settings;
    this.services = content.services;
    this.calendars = content.calendars;
    this.windows = content.windows;
  }

  /** What is known before anything was loaded: revision 0. */
  static empty(settings: DerivationSettings): CatalogContent {
    return new CatalogContent({
      revision: 0,
      settings,
      services: new Map(),
      calendars: new Map(),
      windows: WindowBook.empty,
    });
  }

  /** Begins the next revision; this one stays as it is. */
  update(): CatalogContentUpdate {
    return new CatalogContentUpdate(this);
  }

  /** What is handed out: this content, read at a moment. */
  snapshot(readAt: Instant): LoadedSnapshot {
    const { revision, services, windows } = this;
    const unreadableCalendars: { ref: string; problem: string }[] = [];
    for (const [ref, reading] of this.calendars) {
      if (!reading.ok) {
        unreadableCalendars.push({ ref, problem: reading.problem });
      }
    }
    unreadableCalendars.sort((a, b) => (a.ref < b.ref ? -1 : 1));
    return {
      revision,
      readAt,
      services,
      calendars: windows.calendars,
      unreadableCalendars,
      windows,
      considerWindows: (subject, at) => windows.consider(subject, at),
    };
  }
}

/** Collects changes; copies only what one of them touches. */
export class CatalogContentUpdate {
  readonly #base: CatalogContent;
  readonly #tierIds: readonly string[];
  #services: Map<string, CatalogService> | undefined;
  #calendars: Map<string, CalendarReading> | undefined;

  constructor(base: CatalogContent) {
    this.#base = base;
    this.#tierIds = base.settings.tiers.tiers.map(({ id }) => id);
  }

  apply(changes: readonly ChangedEntity[]): void {
    for (const { entityRef, document } of changes) {
      const kind = entityRef.slice(0, entityRef.indexOf(':'));
      if (kind === CALENDAR_KIND) {
        this.#calendars ??= new Map(this.#base.calendars);
        put(
          this.#calendars,
          entityRef,
          document && readCalendar(entityOf(document), this.#tierIds),
        );
      } else if (SERVICE_KINDS.includes(kind)) {
        this.#services ??= new Map(this.#base.services);
        put(
          this.#services,
          entityRef,
          document &&
            new LazyCatalogService(
              entityRef,
              entityOf(document),
              this.#base.settings,
            ),
        );
      }
    }
  }

  finish(revision: number): CatalogContent {
    return new CatalogContent({
      revision,
      settings: this.#base.settings,
      services: this.#services ?? this.#base.services,
      calendars: this.#calendars ?? this.#base.calendars,
      windows: this.#calendars
        ? this.#base.windows.with(readable(this.#calendars))
        : this.#base.windows,
    });
  }
}

function put<T>(map: Map<string, T>, key: string, value: T | '' | undefined) {
  if (value) {
    map.set(key, value);
  } else {
    map.delete(key);
  }
}

/** Our own text, written by the reader. */
function entityOf(document: string): Entity {
  return JSON.parse(document);
}

/** In the order of their refs, so that every replica lists them alike. */
function readable(
  calendars: ReadonlyMap<string, CalendarReading>,
): FreezeCalendar[] {
  return [...calendars.values()]
    .flatMap(reading => (reading.ok ? [reading.calendar] : []))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
