import type { Instant } from '../../time';
import type { HolidayCalendar } from '../peaks/types';
import type { CalendarFinding, FreezeCalendar, WindowSubject } from '../types';

/** What a linter may know besides the window; without it, it says less. */
export interface LintContext {
  /** From when on occurrences are looked at. */
  now: Instant;
  /**
   * The services that exist, each in every environment that it has; the release class
   * does not matter. Absent: nothing is said about whom a scope matches.
   */
  services?: readonly WindowSubject[];
  /**
   * How many services there are, when `services` holds only one of each kind that the
   * scopes tell apart. Absent: as many as it holds.
   */
  serviceCount?: number;
  /**
   * Other calendars, whose windows of the same owner may contradict; must not hold an
   * earlier version of what is looked at. The calendar itself is recognised by its ref.
   */
  siblings?: readonly FreezeCalendar[];
  /** The holiday calendars that the windows were counted by. */
  holidays?: readonly HolidayCalendar[];
}

/** Where a window is declared. */
export interface LintPlace {
  /** Path of the window in its document, e.g. `spec.windows.0`. Absent: there is none. */
  path?: string;
}

/** Work that gives way between its steps, and returns what it found. */
export type LintSteps = Generator<undefined, CalendarFinding[], undefined>;
