import {
  createWindowIndex,
  type FreezeCalendar,
  type FreezeWindow,
  type IndexedWindow,
  type Instant,
  type Interval,
  type Occurrence,
  scopeMatches,
  type WindowConsideration,
  type WindowIndex,
  type WindowSubject,
} from '@continuity/engine';
import { ScopeBook } from './ScopeBook';

/** A window, what is in force of it at a moment, and what comes next. */
export interface WindowState extends IndexedWindow {
  active?: Occurrence;
  next?: Occurrence;
}

/** One time that a window takes place, with what it belongs to. */
export interface BookedOccurrence extends IndexedWindow {
  occurrence: Occurrence;
}

interface Entry {
  index: WindowIndex;
  indexed: IndexedWindow;
}

/**
 * All windows of one revision, ready for many questions. A changed calendar is
 * indexed anew; what was worked out for the others is taken over.
 */
export class WindowBook {
  readonly calendars: readonly FreezeCalendar[];
  readonly #indexes: ReadonlyMap<FreezeCalendar, WindowIndex>;
  readonly #entries: readonly Entry[];
  readonly #scopes: ScopeBook;

  private constructor(
    calendars: readonly FreezeCalendar[],
    indexes: ReadonlyMap<FreezeCalendar, WindowIndex>,
  ) {
    this.calendars = calendars;
    this.#indexes = indexes;
    this.#entries = [...indexes.values()].flatMap(index =>
      index.windows.map(indexed => ({ index, indexed })),
    );
    this.#scopes = new ScopeBook(
      this.#entries.map(({ indexed }) => indexed.window.scope),
    );
  }

  static readonly empty = new WindowBook([], new Map());

  /** The book for other calendars; those that are the same objects are kept. */
  with(calendars: readonly FreezeCalendar[]): WindowBook {
    return new WindowBook(
      calendars,
      new Map(
        calendars.map(calendar => [
          calendar,
          this.#indexes.get(calendar) ?? createWindowIndex([calendar]),
        ]),
      ),
    );
  }

  get windows(): readonly IndexedWindow[] {
    return this.#entries.map(({ indexed }) => indexed);
  }

  /**
   * What every window that is for the subject says at a moment. Windows that are
   * not for it are left out: they have no say, and there may be a thousand.
   *
   * @throws RangeError outside the years 1970 to 2199
   */
  consider(subject: WindowSubject, at: Instant): WindowConsideration[] {
    const positions = this.#scopes.matching(subject);
    const considerations: WindowConsideration[] = [];
    for (const position of positions) {
      const { index, indexed } = this.#entries[position];
      considerations.push({
        ...indexed,
        inScope: true,
        // Rarely read; the words are made then.
        get scopeReason() {
          return scopeMatches(indexed.window.scope, subject).reason;
        },
        ...present(index.occurrencesAt(indexed, at)),
      });
    }
    return considerations;
  }

  /** The state of every window at a moment, whomever it is for. */
  statesAt(at: Instant): WindowState[] {
    return this.#entries.map(({ index, indexed }) => ({
      ...indexed,
      ...present(index.occurrencesAt(indexed, at)),
    }));
  }

  /**
   * Occurrences that touch a period, earliest start first.
   *
   * @param accept - Which windows. Absent: all.
   */
  occurrences(
    period: Interval,
    accept: (window: FreezeWindow) => boolean = () => true,
  ): BookedOccurrence[] {
    const found: BookedOccurrence[] = [];
    for (const { index, indexed } of this.#entries) {
      if (accept(indexed.window)) {
        const first = index.occurrencesAt(indexed, period.start);
        if (first.active) {
          found.push({ ...indexed, occurrence: first.active });
        }
        let next = first.next;
        while (next && next.start < period.end) {
          found.push({ ...indexed, occurrence: next });
          next = index.occurrencesAt(indexed, next.start).next;
        }
      }
    }
    return found.sort((a, b) => a.occurrence.start - b.occurrence.start);
  }
}

/** Absent parts stay absent rather than undefined. */
function present({ active, next }: { active?: Occurrence; next?: Occurrence }) {
  return { ...(active && { active }), ...(next && { next }) };
}
