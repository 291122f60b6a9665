import { setImmediate } from 'node:timers/promises';
import {
  type FreezeCalendar,
  type FreezeWindow,
  type IndexedWindow,
  type Instant,
  type Interval,
  joinWindowIndexes,
  type Occurrence,
  type ScopeBook,
  scopeBookOf,
  scopeMatches,
  type WindowConsideration,
  type WindowIndex,
  type WindowsForSubject,
  type WindowSubject,
} from '@continuity/engine';

/** A window, what is in force of it at a moment, and what comes next. */
export interface WindowState extends IndexedWindow {
  active?: Occurrence;
  next?: Occurrence;
}

/** One time that a window takes place, with what it belongs to. */
export interface BookedOccurrence extends IndexedWindow {
  occurrence: Occurrence;
}

/** A calendar with its windows made ready for questions. */
export interface IndexedCalendar {
  calendar: FreezeCalendar;
  index: WindowIndex;
}

interface Entry {
  index: WindowIndex;
  indexed: IndexedWindow;
}

/**
 * All windows of one revision, ready for many questions. The calendars bring their
 * indexes, so that one that did not change keeps what was worked out for it.
 */
export class WindowBook {
  readonly calendars: readonly FreezeCalendar[];
  readonly windows: readonly IndexedWindow[];
  /** All of them as one. */
  readonly index: WindowIndex;
  readonly #entries: readonly Entry[];
  readonly #indexes: ReadonlyMap<IndexedWindow, WindowIndex>;
  readonly #scopes: ScopeBook;

  constructor(calendars: readonly IndexedCalendar[]) {
    this.calendars = calendars.map(({ calendar }) => calendar);
    this.index = joinWindowIndexes(calendars.map(({ index }) => index));
    this.#entries = calendars.flatMap(({ index }) =>
      index.windows.map(indexed => ({ index, indexed })),
    );
    this.windows = this.#entries.map(({ indexed }) => indexed);
    this.#indexes = new Map(
      this.#entries.map(({ index, indexed }) => [indexed, index]),
    );
    this.#scopes = scopeBookOf(this.index);
  }

  /**
   * Works out what is in force and what comes next at a moment, so that the first
   * question need not wait for it. Lets others have their turn in between.
   */
  async warm(at: Instant): Promise<void> {
    for (const { index, indexed } of this.#entries) {
      index.occurrencesAt(indexed, at);
      await setImmediate();
    }
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
      const { calendarRef, calendarTitle, window } = indexed;
      considerations.push({
        calendarRef,
        calendarTitle,
        window,
        inScope: true,
        // Rarely read; the words are made then.
        get scopeReason() {
          return scopeMatches(window.scope, subject).reason;
        },
        ...present(index.occurrencesAt(indexed, at)),
      });
    }
    return considerations;
  }

  /**
   * The windows that are for a subject, ready for the gate to ask; those that are not
   * for it are left out.
   */
  windowsFor(subject: WindowSubject): WindowsForSubject {
    return {
      index: this.index,
      scoped: Array.from(this.#scopes.matching(subject), position => {
        const { indexed } = this.#entries[position];
        return {
          indexed,
          inScope: true,
          // Rarely read; the words are made then.
          get scopeReason() {
            return scopeMatches(indexed.window.scope, subject).reason;
          },
        };
      }),
    };
  }

  /**
   * What is in force of a window at a moment, and what comes next.
   *
   * @param window - one of `windows`
   */
  stateOf(
    window: IndexedWindow,
    at: Instant,
  ): { active?: Occurrence; next?: Occurrence } {
    return present(this.#indexOf(window).occurrencesAt(window, at));
  }

  /**
   * Occurrences of a window that touch a period, earliest start first.
   *
   * @param window - one of `windows`
   */
  occurrencesOf(window: IndexedWindow, period: Interval): Occurrence[] {
    return this.#indexOf(window).occurrencesBetween(window, period);
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

  #indexOf(window: IndexedWindow): WindowIndex {
    const index = this.#indexes.get(window);
    if (!index) {
      throw new RangeError(
        `${window.window.id} of ${window.calendarRef} is not one of these windows`,
      );
    }
    return index;
  }
}

/** Absent parts stay absent rather than undefined. */
function present({ active, next }: { active?: Occurrence; next?: Occurrence }) {
  return { ...(active && { active }), ...(next && { next }) };
}
