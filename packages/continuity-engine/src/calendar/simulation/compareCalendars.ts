import type { Instant, Interval } from '../../time';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import { finish, type Steps } from '../../steps';
import type { FreezeCalendar } from '../types';
import { indexOf, Landscape } from './Landscape';
import type { ScopeBook } from '../scope/ScopeBook';
import type {
  CalendarChange,
  SimulatedService,
  WindowChange,
  WindowChanges,
} from './types';
import { windowChanges } from './windowChanges';

export interface ComparisonOptions {
  /** Changes that cover it take effect at once. Absent: the start of the period. */
  now?: Instant;
  /** At most so many changes. Absent: all. */
  limit?: number;
  /**
   * Whom the windows of the calendars as they are, are for, where that is known already;
   * windows that have no say in what changes may be left out. Absent: it is worked out.
   */
  scopes?: ScopeBook;
}

/**
 * What a change of some windows changes for services: the part of {@link simulate}
 * that is shown before saving.
 *
 * @param source - The calendars as they are; an index where there is one.
 * @throws RangeError for a period that is none or leaves the years 1970 to 2199.
 */
export function changesOf(
  source: WindowIndex | readonly FreezeCalendar[],
  change: CalendarChange,
  services: readonly SimulatedService[],
  period: Interval,
  options: ComparisonOptions = {},
): WindowChange[] {
  return finish(changesInSteps(source, change, services, period, options))
    .changes;
}

/** {@link changesOf} in steps, for whoever has others waiting. */
export function* changesInSteps(
  source: WindowIndex | readonly FreezeCalendar[],
  change: CalendarChange,
  services: readonly SimulatedService[],
  period: Interval,
  { now = period.start, limit = Infinity, scopes }: ComparisonOptions = {},
): Steps<WindowChanges> {
  const landscape = new Landscape(source, period, change, scopes);
  const touched = yield* landscape.touchedInSteps(services);
  const groups = yield* landscape.groupInSteps(
    touched.map(({ subject }) => subject),
  );
  return yield* windowChanges(landscape, groups, touched, now, limit);
}

/**
 * The windows of the calendars as they are that have a say in what a change makes
 * different: freezes that are in force while a changed window is, and maintenance windows,
 * which close while they are not. The scopes of no others need be looked at.
 *
 * @throws RangeError for a period that is none or leaves the years 1970 to 2199.
 */
export function bearingWindows(
  source: WindowIndex,
  change: CalendarChange,
  period: Interval,
): Steps<IndexedWindow[]> {
  return new Landscape(source, period, change).bearingInSteps();
}

/**
 * What other calendars say instead, for services and over a period. Windows that both
 * have, unchanged, are not looked at twice.
 *
 * @throws RangeError for a period that is none or leaves the years 1970 to 2199.
 */
export function compareCalendars(
  before: WindowIndex | readonly FreezeCalendar[],
  after: readonly FreezeCalendar[],
  services: readonly SimulatedService[],
  period: Interval,
  options: ComparisonOptions = {},
): WindowChange[] {
  const index = indexOf(before);
  const known = new Map(
    index.windows.map(indexed => [
      nameOf(indexed.calendarRef, indexed.window.id),
      indexed,
    ]),
  );
  const kept = new Set<IndexedWindow>();
  const add = after.flatMap(calendar => {
    const windows = calendar.windows.filter(window => {
      const old = known.get(nameOf(calendar.ref, window.id));
      if (!old || !isSame(old.window, window)) return true;
      kept.add(old);
      return false;
    });
    return windows.length > 0 ? [{ ...calendar, windows }] : [];
  });
  const remove = index.windows
    .filter(indexed => !kept.has(indexed))
    .map(({ calendarRef, window }) => ({ calendarRef, windowId: window.id }));
  return changesOf(index, { remove, add }, services, period, options);
}

function isSame(a: object, b: object): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function nameOf(calendarRef: string, windowId: string): string {
  return `${calendarRef} ${windowId}`;
}
