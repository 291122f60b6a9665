import type { FilterPredicate } from '@backstage/filter-predicates';
import type { Instant } from '../time/types';

/** What a window does to a deployment that falls into it. */
export type Enforcement = 'block' | 'approval' | 'warn';

export type ReleaseClass = 'standard' | 'major' | 'emergency';

/** Whom a window is for. An absent part excludes nobody; every present part must match. */
export interface WindowScope {
  /** Tier ids; the literal `unclassified` names services without a tier. */
  tiers?: string[];
  environments?: string[];
  regions?: string[];
  classes?: ReleaseClass[];
  /** Matched against the whole catalog entity. */
  entities?: FilterPredicate;
}

/** One window as declared: a first occurrence in wall-clock time, and how it repeats. */
export interface FreezeWindow {
  /** Unique in its calendar. */
  id: string;
  title: string;
  reason: string;
  /** An http(s) address with more about it. */
  link?: string;
  enforcement: Enforcement;
  /** IANA zone in which `start`, `end` and `exdates` are read. */
  timezone: string;
  /** Wall-clock start `YYYY-MM-DDTHH:mm:ss`; for an all-day window at midnight. */
  start: string;
  /** Either a wall-clock end, or a duration counted from the start. */
  length:
    | { by: 'end'; end: string }
    /** Days and larger are nominal (calendar) units, hours and smaller are exact (RFC 5545 3.3.6). */
    | { by: 'duration'; duration: string };
  allDay: boolean;
  /** RFC 5545 RRULE value without the `RRULE:` prefix. Absent: occurs once. */
  rrule?: string;
  /** Wall-clock starts of occurrences that do not take place. */
  exdates: string[];
  scope: WindowScope;
}

/** A `FreezeCalendar` entity, checked: every window in it can be expanded. */
export interface FreezeCalendar {
  /** Entity ref, e.g. `freezecalendar:default/month-end-close`. */
  ref: string;
  title: string;
  owner: string;
  windows: FreezeWindow[];
}

/** One time that a window takes place; half-open. */
export interface Occurrence {
  start: Instant;
  end: Instant;
  /** Wall-clock times with offset in the window's zone, ISO 8601. */
  startLocal: string;
  endLocal: string;
  /** What daylight saving did to it, in words. Absent when it did nothing. */
  note?: string;
}

/** What is asked of a calendar: may this release of this service go there? */
export interface WindowSubject {
  /** The catalog entity, as predicates see it. */
  entity: { kind: string; metadata: object; spec?: object };
  /** Tier id, or `unclassified`. */
  tier: string;
  environment: string;
  /** Every region the deployment touches; empty when the environment has none. */
  regions: string[];
  releaseClass: ReleaseClass;
}

/** What one window says about one subject at one moment. */
export interface WindowConsideration {
  calendarRef: string;
  calendarTitle: string;
  window: FreezeWindow;
  /** Whether the scope matches; `scopeReason` says which part decided. */
  inScope: boolean;
  scopeReason: string;
  /** The occurrence in force at the moment. Absent: not in force. */
  active?: Occurrence;
  /** The next occurrence to start. Absent: none within the horizon. */
  next?: Occurrence;
}
