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

/** More names do not tell more at a glance. */
const SAMPLE = 5;

/** Whom a change hits. */
type Hit = Required<Pick<Upcoming, 'services' | 'sample'>>;

interface Change {
  at: Instant;
  change: 'begins' | 'lifts';
  booked: BookedOccurrence;
}

/** What begins or lifts within 7 days. */
export class UpcomingChanges {
  readonly #book: WindowBook;
  readonly #reach: FleetReach;
  readonly #refOf: (position: number) => string;
  #expanded: { from: Instant; changes: Change[] } | undefined;

  /** @param refOf - the entity ref of the service in a position */
  constructor(
    book: WindowBook,
    reach: FleetReach,
    refOf: (position: number) => string,
  ) {
    this.#book = book;
    this.#reach = reach;
    this.#refOf = refOf;
  }

  /** Changes for any of the services, earliest first; at most 500. */
  async of(services: ReadonlySet<number>, at: Instant): Promise<Upcoming[]> {
    const upcoming: Upcoming[] = [];
    const hits = new Map<BookedOccurrence['window'], Hit>();
    for (const change of this.#changesFrom(at)) {
      const { calendarRef, calendarTitle, window, occurrence } = change.booked;
      let hit = hits.get(window);
      if (!hit) {
        const { positions } = await this.#reach.of(window);
        hit = this.#hitOf(positions.filter(row => services.has(row)));
        hits.set(window, hit);
      }
      if (hit.services > 0) {
        upcoming.push({
          at: toIso(change.at),
          change: change.change,
          calendarRef,
          calendarTitle,
          windowId: window.id,
          title: window.title,
          effect: window.effect,
          enforcement: window.enforcement,
          ...hit,
          occurrence: occurrenceOf(occurrence, window),
        });
      }
      if (upcoming.length === AT_MOST) {
        break;
      }
    }
    return upcoming;
  }

  #hitOf(positions: readonly number[]): Hit {
    return {
      services: positions.length,
      sample: positions.slice(0, SAMPLE).map(this.#refOf),
    };
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
