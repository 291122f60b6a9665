import type { WallTime } from '../clock/wallTime';

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
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
 * that whole day on the clock of the window's zone; a time without `Z` is read on
 * that clock too; with `Z` it is a moment.
 */
export type Until =
  | { by: 'wall'; wall: WallTime }
  | { by: 'instant'; at: number };

/** A RRULE of RFC 5545, reduced to the parts that are accepted. */
export interface RecurrenceRule {
  freq: Frequency;
  interval: number;
  count?: number;
  until?: Until;
  weekStart: Weekday;
  byDay?: WeekdayPart[];
  byMonthDay?: number[];
  byMonth?: number[];
  byYearDay?: number[];
  byWeekNo?: number[];
  bySetPos?: number[];
}
