import type { Instant } from '@continuity/engine';
import type { ContinuitySettings } from '../config';
import { Declarations } from './Declarations';
import type { CalendarReading } from './readCalendar';
import type { CatalogService, CatalogSnapshot } from './types';
import { WindowBook } from './WindowBook';

/** A snapshot with what lists and overviews need besides. */
export interface LoadedSnapshot extends CatalogSnapshot {
  windows: WindowBook;
}

/**
 * Everything known at one revision. Never changes; a `CatalogContentUpdate` makes
 * the next one.
 */
export class CatalogContent {
  readonly revision: number;
  readonly declarations: Declarations;
  /** Tiers that a calendar may name. */
  readonly tierIds: readonly string[];
  readonly services: ReadonlyMap<string, CatalogService>;
  readonly calendars: ReadonlyMap<string, CalendarReading>;
  readonly windows: WindowBook;

  constructor(content: {
    revision: number;
    declarations: Declarations;
    tierIds: readonly string[];
    services: ReadonlyMap<string, CatalogService>;
    calendars: ReadonlyMap<string, CalendarReading>;
    windows: WindowBook;
  }) {
    this.revision = content.revision;
    this.declarations = content.declarations;
    this.tierIds = content.tierIds;
    this.services = content.services;
    this.calendars = content.calendars;
    this.windows = content.windows;
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
      calendars: new Map(),
      windows: new WindowBook([]),
    });
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
