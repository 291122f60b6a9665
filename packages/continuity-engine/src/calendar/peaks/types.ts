import type { Weekday } from '../recurrence/recurrenceRule';
import type { Enforcement, ReleaseClass } from '../types';

// Declarations are types, not interfaces, so that they fit into an entity's JSON.

/** The days of the business year that a relative peak is counted from. */
export type PeakAnchor =
  | 'month-start'
  | 'month-end'
  | 'quarter-start'
  | 'quarter-end'
  | 'year-start'
  | 'year-end';

/**
 * A day counted from an anchor, and a time on it. Exactly one of `days` and
 * `workingDays`.
 *
 * `days` counts calendar days: 0 is the anchor itself, 1 the day after it.
 *
 * `workingDays` counts working days only, and 0 is one of them: of an `-end` anchor
 * the last working day on or before it, of a `-start` anchor the first on or after
 * it. So of a quarter end 0 is the last working day of the quarter, -5 lies five
 * working days before that, and 1 is the first working day of the next quarter.
 */
export type PeakOffset = {
  days?: number;
  workingDays?: number;
  /**
   * Time on the clock, `18:00`. Absent: the whole day belongs to the peak - `from`
   * begins with it, `to` ends with it.
   */
  at?: string;
};

/** A peak that moves with the calendar, e.g. from 5 working days before each quarter end. */
export type RelativePeakDeclaration = {
  anchor: PeakAnchor;
  /** Month in which the business year begins, 1 to 12. Absent means 1; months do not care. */
  fiscalYearStart?: number;
  /** Included. */
  from: PeakOffset;
  /** Excluded when it has a time; without one the day still belongs to the peak. */
  to: PeakOffset;
  /** Entity ref of a `HolidayCalendar`. Absent: Saturdays and Sundays are the only days off. */
  holidays?: string;
};

/** What a peak asks for instead of what the policy says, part by part. */
export type PeakFreezeDeclaration = {
  enforcement?: Enforcement;
  environments?: string[];
  exceptEnvironments?: string[];
  classes?: ReleaseClass[];
};

/**
 * A time at which a business function matters more than usual, as people write it.
 * With words alone it informs. With times - either `start` and what belongs to it,
 * read as in a window, or `relative` - the organisation's policy may make a window
 * of it.
 */
export type BusinessPeak = {
  /** What people call it, e.g. `Salary day`. */
  title: string;
  /** What is different then, in words; the reason that a window gives. */
  description?: string;
  /** Unique in its function. Absent: made from the title. */
  id?: string;
  /** IANA zone of all times; required where there are times. */
  timezone?: string;
  /** Wall clock, `2026-11-27T00:00:00`; a date alone is all day. */
  start?: string;
  /** Exclusive. */
  end?: string;
  /** ISO 8601 duration. */
  duration?: string;
  /** RFC 5545 RRULE value without the prefix. */
  rrule?: string;
  rdates?: (string | { start: string; end?: string })[];
  exdates?: string[];
  relative?: RelativePeakDeclaration;
  /** `false`: informs only, whatever the policy. Absent: as the policy says. */
  freeze?: false | PeakFreezeDeclaration;
};

/** The `spec` of a `HolidayCalendar`, as people write it. */
export type HolidayCalendarDeclaration = {
  /** Entity ref of the Group or User who keeps the list. */
  owner: string;
  /** Days off every week. Absent means `[SA, SU]`. */
  weekend?: Weekday[];
  /** Days off besides, each by its date. */
  days: { date: string; title: string }[];
  /**
   * The last date for which the list is complete. Absent: 31 December of the last
   * year that it names.
   */
  until?: string;
};

/** A holiday calendar, checked. */
export interface HolidayCalendar {
  /** `holidaycalendar:default/switzerland`. */
  ref: string;
  title: string;
  owner: string;
  weekend: readonly Weekday[];
  /** By date. */
  days: readonly { date: string; title: string }[];
  /** The first date that it speaks for. */
  from: string;
  /** The last date that it speaks for. */
  until: string;
}

/**
 * What becomes of the peaks of business functions. Without a policy they inform
 * people and close nothing.
 */
export interface PeakPolicy {
  enforcement: Enforcement;
  /** Absent: all. */
  environments?: readonly string[];
  exceptEnvironments?: readonly string[];
  /** Absent: all. */
  classes?: readonly ReleaseClass[];
  /** Tiers of the services that a peak is for. Absent: all. */
  tiers?: readonly string[];
}
