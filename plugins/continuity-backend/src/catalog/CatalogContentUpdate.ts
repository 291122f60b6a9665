import type { Entity } from '@backstage/catalog-model';
import { CatalogContent } from './CatalogContent';
import type { ChangedEntity } from './CatalogProjectionStore';
import { CALENDAR_KIND, SERVICE_KINDS } from './documents';
import { LazyCatalogService } from './LazyCatalogService';
import { type CalendarReading, readCalendar } from './readCalendar';
import type { CatalogService } from './types';
import { type IndexedCalendar, WindowBook } from './WindowBook';

/**
 * Makes the next revision out of one: collects changes, copies only what one of them
 * touches, and leaves the base as it is.
 */
export class CatalogContentUpdate {
  readonly #base: CatalogContent;
  #services: Map<string, CatalogService> | undefined;
  #calendars: Map<string, CalendarReading> | undefined;

  constructor(base: CatalogContent) {
    this.#base = base;
  }

  apply(changes: readonly ChangedEntity[]): void {
    for (const { entityRef, document } of changes) {
      const kind = entityRef.slice(0, entityRef.indexOf(':'));
      if (kind === CALENDAR_KIND) {
        this.#calendars ??= new Map(this.#base.calendars);
        put(
          this.#calendars,
          entityRef,
          document && readCalendar(entityOf(document), this.#base.tierIds),
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
              this.#base.declarations,
            ),
        );
      }
    }
  }

  finish(revision: number): CatalogContent {
    return new CatalogContent({
      revision,
      declarations: this.#base.declarations,
      tierIds: this.#base.tierIds,
      services: this.#services ?? this.#base.services,
      calendars: this.#calendars ?? this.#base.calendars,
      windows: this.#calendars
        ? new WindowBook(readable(this.#calendars))
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
): IndexedCalendar[] {
  return [...calendars.values()]
    .flatMap(reading => (reading.ok ? [reading] : []))
    .sort((a, b) => (a.calendar.ref < b.calendar.ref ? -1 : 1));
}
