import type { WallTime } from '../clock/wallTime';

/** From short to long, as in RFC 5545 3.3.10. */
export const FREQUENCIES = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] as const;
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export type Frequency = (typeof FREQUENCIES)[number];
export type Weekday = (typeof WEEKDAYS)[number];

/** A weekday, or the n-th such weekday of the month or year, from the end when negative. */
export interface WeekdayPart {
  weekday: Weekday;
  ordinal?: number;
}

/**
 * Until when a rule yields occurrences, inclusive (RFC 5545 3.3.10). A date means
 * that whole day on the clock of the window's zone, and `wall` is its last second; a
 * time without `Z` is read on that clock too; with `Z` it is a moment.
 */
export type Until =
  | { by: 'wall'; wall: WallTime; dateOnly?: true }
  | { by: 'instant'; at: number };

/**
 * A RRULE of RFC 5545 3.3.10. Lists hold each value once; an absent part says
 * nothing.
 */
export interface RecurrenceRule {
  freq: Frequency;
  interval: number;
  count?: number;
  until?: Until;
  weekStart: Weekday;
  /** RFC 7529. Windows know the Gregorian calendar alone, so it changes nothing by itself. */
  rscale?: 'GREGORIAN';
  /** RFC 7529: what becomes of a day that a month or year does not have. Absent: it is left out. */
  skip?: 'BACKWARD' | 'FORWARD';
  /** 0 to 59. */
  bySecond?: number[];
  byMinute?: number[];
  byHour?: number[];
  byDay?: WeekdayPart[];
  byMonthDay?: number[];
  byYearDay?: number[];
  byWeekNo?: number[];
  byMonth?: number[];
  bySetPos?: number[];
}

/** Monday is 0. */
export function weekdayNumber(weekday: Weekday): number {
  return WEEKDAYS.indexOf(weekday);
}
