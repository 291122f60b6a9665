import type { Entity } from '@backstage/catalog-model';
import type {
  ContinuityProfile,
  DeploymentEnvironment,
  FreezeCalendar,
  Instant,
  WindowConsideration,
  WindowSubject,
} from '@continuity/engine';

/** A service as the last reading of the catalog shows it. */
export interface CatalogService {
  /** Canonical ref, lower case. */
  entityRef: string;
  /** Reduced to what predicates may look at; see `documents.ts`. */
  entity: Entity;
  profile: ContinuityProfile;
  environments: DeploymentEnvironment[];
  /** `organisation`: the entity declares none, so the configured default counts. */
  environmentsSource: 'declared' | 'organisation';
  /** Refs of the systems that it is part of, or is. */
  systems: readonly string[];
  /** Refs of the business functions that it supports. */
  businessFunctions: readonly string[];
}

/** Everything known of the catalog at one revision. Never changes once handed out. */
export interface CatalogSnapshot {
  /** Grows whenever an entity changed; equal revisions hold equal content. */
  revision: number;
  /** When the catalog was last read completely; moves also when nothing changed. */
  readAt: Instant;
  /** By canonical ref. */
  services: ReadonlyMap<string, CatalogService>;
  calendars: readonly FreezeCalendar[];
  /** Calendars that could not be read: they deny what they might cover. */
  unreadableCalendars: readonly { ref: string; problem: string }[];
  /**
   * What every window that is for the subject says at a moment, those not in force
   * included; answered from an index.
   *
   * @throws RangeError outside the years 1970 to 2199
   */
  considerWindows(subject: WindowSubject, at: Instant): WindowConsideration[];
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
