import type { FreezeCalendar, Instant, WindowScope } from '@continuity/engine';

/** A calendar of a source that cannot be read in its newest version. */
export interface UnreadableSourceCalendar {
  /** Canonical ref. */
  ref: string;
  /** Why, in words. */
  problem: string;
  /**
   * When its windows were last read well; then they are among the `calendars` and stay
   * in force. Absent: none was ever good, and the calendar closes its `scope`.
   */
  lastGoodAt?: Instant;
  /** What it closes when none was ever good. Absent: that cannot be read either, so everything. */
  scope?: WindowScope;
}

/** Everything a source holds, at one revision or a later one. */
export interface SourceCalendars {
  calendars: FreezeCalendar[];
  unreadable: UnreadableSourceCalendar[];
}

/**
 * Calendars that are not declared in the catalog: they count exactly like those that
 * are, on every replica, from the moment at which they are committed.
 */
export interface CalendarSource {
  /** For logs and problems, e.g. `portal`. */
  readonly name: string;
  /**
   * How often anything in the source was changed: one cheap query, asked whenever a
   * snapshot is. Equal numbers mean equal content; a lower one, that the database was
   * emptied or restored.
   *
   * @throws when the database cannot be asked; nobody may answer from an older state
   */
  head(): Promise<number>;
  /**
   * All calendars; asked when `head` has moved. What is committed in between may be in
   * it already, so whoever loads asks `head` once more afterwards.
   */
  load(): Promise<SourceCalendars>;
}
