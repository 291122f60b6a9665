import { toError } from '@backstage/errors';
import { createWindowIndex, type FreezeCalendar } from '@continuity/engine';
import type { UnreadableCalendar } from './types';
import { type IndexedCalendar, WindowBook } from './WindowBook';

/**
 * What one declaration gives: its calendar in force, why its newest version does not
 * count, or both when its last good version stays in force.
 */
export interface CalendarEntry {
  calendar?: FreezeCalendar;
  unreadable?: UnreadableCalendar;
}

/**
 * All calendars of one revision, wherever they come from, in the order of their refs so
 * that every replica lists them alike.
 */
export class CalendarShelf {
  static readonly EMPTY = new CalendarShelf([], [], new WindowBook([]));

  readonly #indexed: readonly IndexedCalendar[];
  readonly unreadable: readonly UnreadableCalendar[];
  readonly windows: WindowBook;

  private constructor(
    indexed: readonly IndexedCalendar[],
    unreadable: readonly UnreadableCalendar[],
    windows: WindowBook,
  ) {
    this.#indexed = indexed;
    this.unreadable = unreadable;
    this.windows = windows;
  }

  /** A calendar that did not change keeps its index, and what was worked out in it. */
  restocked(entries: readonly CalendarEntry[]): CalendarShelf {
    const before = new Map(
      this.#indexed.map(indexed => [indexed.calendar.ref, indexed]),
    );
    const indexed: IndexedCalendar[] = [];
    const unreadable: UnreadableCalendar[] = [];
    for (const entry of entries) {
      if (entry.unreadable) {
        unreadable.push(entry.unreadable);
      }
      if (entry.calendar) {
        const known = before.get(entry.calendar.ref);
        const made =
          known && isSame(known.calendar, entry.calendar)
            ? known
            : makeReady(entry.calendar);
        if ('index' in made) {
          indexed.push(made);
        } else {
          unreadable.push(made);
        }
      }
    }
    indexed.sort((a, b) => compareText(a.calendar.ref, b.calendar.ref));
    unreadable.sort((a, b) => compareText(a.ref, b.ref));
    const isUnchanged =
      indexed.length === this.#indexed.length &&
      indexed.every((of, position) => of === this.#indexed[position]);
    return new CalendarShelf(
      indexed,
      unreadable,
      isUnchanged ? this.windows : new WindowBook(indexed),
    );
  }
}

function isSame(a: FreezeCalendar, b: FreezeCalendar): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A calendar that was checked can be indexed; should it not, it closes. */
function makeReady(
  calendar: FreezeCalendar,
): IndexedCalendar | UnreadableCalendar {
  try {
    return { calendar, index: createWindowIndex([calendar]) };
  } catch (error) {
    const { ref, title, owner, origin } = calendar;
    return { ref, title, owner, origin, problem: toError(error).message };
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
