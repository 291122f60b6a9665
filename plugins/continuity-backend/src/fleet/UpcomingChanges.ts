import type { Instant } from '@continuity/engine';
import type { Fleet } from '@continuity/plugin-continuity-common';
import type { BookedOccurrence, WindowBook } from '../catalog';
import { occurrenceOf } from '../entities';
import { toIso } from '../http';
import type { FleetReach } from './FleetReach';

type Upcoming = Fleet['upcoming'][number];

const DAY_MS = 86_400_000;
const HORIZON_MS = 7 * DAY_MS;
/** Occurrences are expanded a day further than shown, and so once a day. */
const SPARE_MS = DAY_MS;
/** More is not read by anybody, and a thousand daily windows must not be sent. */
const AT_MOST = 500;

interface Change {
  at: Instant;
  change: 'begins' | 'lifts';
  booked: BookedOccurrence;
}

/** What begins or lifts within 7 days. */
export class UpcomingChanges {
  readonly #book: WindowBook;
  readonly #reach: FleetReach;
  #expanded: { from: Instant; changes: Change[] } | undefined;

  constructor(book: WindowBook, reach: FleetReach) {
    this.#book = book;
    this.#reach = reach;
  }

  /** Changes for any of the services, earliest first; at most 500. */
  async of(services: ReadonlySet<number>, at: Instant): Promise<Upcoming[]> {
    const upcoming: Upcoming[] = [];
    const counts = new Map<BookedOccurrence['window'], number>();
    for (const change of this.#changesFrom(at)) {
      const { calendarRef, calendarTitle, window, occurrence } = change.booked;
      let count = counts.get(window);
      if (count === undefined) {
        const { positions } = await this.#reach.of(window);
        count = positions.reduce(
          (sum, position) => sum + (services.has(position) ? 1 : 0),
          0,
        );
        counts.set(window, count);
      }
      if (count > 0) {
        upcoming.push({
          at: toIso(change.at),
          change: change.change,
          calendarRef,
          calendarTitle,
          windowId: window.id,
          title: window.title,
          enforcement: window.enforcement,
          services: count,
          occurrence: occurrenceOf(occurrence, window),
        });
      }
      if (upcoming.length === AT_MOST) {
        break;
      }
    }
    return upcoming;
  }

  #changesFrom(at: Instant): Change[] {
    let expanded = this.#expanded;
    if (!expanded || at < expanded.from || at > expanded.from + SPARE_MS) {
      expanded = { from: at, changes: this.#expand(at) };
      this.#expanded = expanded;
    }
    return expanded.changes.filter(
      change => change.at > at && change.at <= at + HORIZON_MS,
    );
  }

  #expand(from: Instant): Change[] {
    const to = from + HORIZON_MS + SPARE_MS;
    const changes: Change[] = [];
    for (const booked of this.#book.occurrences({ start: from, end: to })) {
      const { start, end } = booked.occurrence;
      changes.push({ at: start, change: 'begins', booked });
      changes.push({ at: end, change: 'lifts', booked });
    }
    return changes.sort((a, b) => a.at - b.at);
  }
}
