import type { Entity } from '@backstage/catalog-model';
import type {
  CalendarOrigin,
  ContinuityProfile,
  ContinuitySpec,
  DeploymentEnvironment,
  FreezeCalendar,
  Instant,
  WindowConsideration,
  WindowScope,
  WindowsForSubject,
  WindowSubject,
} from '@continuity/engine';

/** A service as the last reading of the catalog shows it. */
export interface CatalogService {
  /** Canonical ref, lower case. */
  entityRef: string;
  /** Reduced to what predicates may look at; see `documents.ts`. */
  entity: Entity;
  profile: ContinuityProfile;
  /** Its `spec.continuity`. Absent: there is none, or something in it is wrong. */
  declared?: ContinuitySpec;
  environments: DeploymentEnvironment[];
  /** `organisation`: the entity declares none, so the configured default counts. */
  environmentsSource: 'declared' | 'organisation';
  /** Refs of the systems that it is part of, or is. */
  systems: readonly string[];
  /** Refs of the business functions that it supports. */
  businessFunctions: readonly string[];
}

/**
 * A calendar of which the newest version cannot be read or fetched.
 *
 * With `lastGoodAt` its windows as they were then are among the calendars and stay in
 * force. Without, none was ever good: it closes its `scope`, and everything when that
 * cannot be read either.
 */
export interface UnreadableCalendar {
  ref: string;
  title: string;
  /** Absent: nobody can tell. */
  owner?: string;
  origin: CalendarOrigin;
  /** Why, in words. */
  problem: string;
  lastGoodAt?: Instant;
  scope?: WindowScope;
}

/**
 * A holiday calendar of which the newest version cannot be read.
 *
 * With `lastGoodAt` peaks are counted by its days off as they were then. Without, none
 * was ever good: peaks that are counted by it cannot be worked out, and close.
 */
export interface UnreadableHolidays {
  ref: string;
  title: string;
  /** Absent: nobody can tell. */
  owner?: string;
  /** Why, in words. */
  problem: string;
  lastGoodAt?: Instant;
}

/** Everything known of the catalog at one revision. Never changes once handed out. */
export interface CatalogSnapshot {
  /** Grows whenever anything changed; equal revisions of one replica hold equal content. */
  revision: number;
  /** When the catalog was last read completely; moves also when nothing changed. */
  readAt: Instant;
  /** By canonical ref. */
  services: ReadonlyMap<string, CatalogService>;
  /** Of the catalog and of every other source, by ref; last good versions included. */
  calendars: readonly FreezeCalendar[];
  /** By ref. */
  unreadableCalendars: readonly UnreadableCalendar[];
  /**
   * What every window that is for the subject says at a moment, those not in force
   * included; answered from an index.
   *
   * @throws RangeError outside the years 1970 to 2199
   */
  considerWindows(subject: WindowSubject, at: Instant): WindowConsideration[];
  /** The windows that are for a subject, ready to be asked; answered from an index. */
  windowsFor(subject: WindowSubject): WindowsForSubject;
}

/** What this replica knows of the catalog. */
export interface CatalogProjection {
  /**
   * The newest snapshot. Absent: the catalog has never been read completely.
   *
   * @throws when the database cannot be asked; an older snapshot is never passed
   * off as current.
   */
  current(): Promise<CatalogSnapshot | undefined>;
  /** Why the newest reading failed. Absent: it did not. */
  lastProblem(): string | undefined;
}
