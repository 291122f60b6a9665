import type { Instant, Interval } from '../../time';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import { finish, type Steps } from '../steps';
import type { FreezeCalendar } from '../types';
import { indexOf, Landscape } from './Landscape';
import type { CalendarChange, SimulatedService, WindowChange } from './types';
import { windowChanges } from './windowChanges';

export interface ComparisonOptions {
  /** Changes that cover it take effect at once. Absent: the start of the period. */
  now?: Instant;
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
  return finish(changesInSteps(source, change, services, period, options));
}

/** {@link changesOf} in steps, for whoever has others waiting. */
export function* changesInSteps(
  source: WindowIndex | readonly FreezeCalendar[],
  change: CalendarChange,
  services: readonly SimulatedService[],
  period: Interval,
  { now = period.start }: ComparisonOptions = {},
): Steps<WindowChange[]> {
  const landscape = new Landscape(source, period, change);
  const touched = services.filter(({ subject }) => landscape.touches(subject));
  yield;
  const groups = yield* landscape.groupInSteps(
    touched.map(({ subject }) => subject),
  );
  return yield* windowChanges(landscape, groups, touched, now);
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
