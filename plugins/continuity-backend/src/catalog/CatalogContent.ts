import type { Instant } from '@continuity/engine';
import type { SourceCalendars } from '../calendars/CalendarSource';
import type { ContinuitySettings } from '../config';
import {
  type DeclaredFunction,
  type FunctionMembership,
  membershipOf,
} from './businessFunctions';
import { CalendarShelf } from './CalendarShelf';
import type { DeclaredCalendar } from './declaredCalendars';
import { Declarations } from './Declarations';
import type { LazyCatalogService } from './LazyCatalogService';
import type { CatalogSnapshot } from './types';
import type { WindowBook } from './WindowBook';

/** A snapshot with what lists and overviews need besides. */
export interface LoadedSnapshot extends CatalogSnapshot {
  windows: WindowBook;
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
    settings: Pick<ContinuitySettings, 'tiers' | 'environments'>,
  ): CatalogContent {
    return new CatalogContent({
      revision: 0,
      declarations: new Declarations(settings),
      tierIds: settings.tiers.tiers.map(({ id }) => id),
      services: new Map(),
      functions: new Map(),
      membership: membershipOf([]),
      declared: new Map(),
      sources: new Map(),
      shelf: CalendarShelf.EMPTY,
    });
  }

  get revision(): number {
    return this.parts.revision;
  }

  get windows(): WindowBook {
    return this.parts.shelf.windows;
  }

  /**
   * What is handed out: this content, read at a moment.
   *
   * @param revision - of everything in it; absent: of the catalog, when nothing else is
   */
  snapshot(readAt: Instant, revision: number = this.revision): LoadedSnapshot {
    const { services, shelf } = this.parts;
    const { windows, unreadable } = shelf;
    return {
      revision,
      readAt,
      services,
      calendars: windows.calendars,
      unreadableCalendars: unreadable,
      windows,
      considerWindows: (subject, at) => windows.consider(subject, at),
    };
  }
}
