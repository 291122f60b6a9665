import type { FilterPredicate } from '@backstage/filter-predicates';
import type { Instant } from '../time/types';

/** What a window does to a deployment that it closes to. */
export type Enforcement = 'block' | 'approval' | 'warn';

/** `freeze` closes while it is in force; `maintenance` closes while it is not. */
export type WindowEffect = 'freeze' | 'maintenance';

/** What happens to a deployment that is under way when a window closes. */
export type OnRunning = 'finish' | 'pause';

export type ReleaseClass = 'standard' | 'major' | 'emergency';

/** What somebody wants to do: start a release, go back to an earlier one, or go on with one that is under way. */
export type Operation = 'deploy' | 'rollback' | 'continue';

// Declarations are types, not interfaces, so that they fit into an entity's JSON.

/** The dimensions of a scope; an absent one says nothing. */
export type ScopeDimensions = {
  /** Tier ids; the literal `unclassified` names services without a tier. */
  tiers?: string[];
  /** Entity refs of systems, canonical. */
  systems?: string[];
  /** Entity refs of business functions, canonical. */
  businessFunctions?: string[];
  environments?: string[];
  regions?: string[];
  classes?: ReleaseClass[];
  /** Matched against the whole catalog entity. */
  entities?: FilterPredicate;
};

/**
 * Whom a window is for. An absent dimension excludes nobody; every present one must
 * match, and none of `except` may. Without any it is for everything.
 */
export type WindowScope = ScopeDimensions & {
  /** A subject that any one of these dimensions matches is not in scope. */
  except?: ScopeDimensions;
};

/** How long an occurrence is. */
export type WindowLength =
  | { by: 'end'; end: string }
  /** Days and larger are nominal (calendar) units, hours and smaller are exact (RFC 5545 3.3.6). */
  | { by: 'duration'; duration: string };

/** An extra occurrence (RFC 5545 RDATE); with `end` it has a length of its own (VALUE=PERIOD). */
export interface ExtraDate {
  /** Wall clock, `YYYY-MM-DDTHH:mm:ss`. */
  start: string;
  /** Wall clock, exclusive. Absent: as long as the window's occurrences are. */
  end?: string;
}

/** One occurrence that differs from the others (RFC 5545 RECURRENCE-ID). */
export interface OccurrenceOverride {
  /** Wall-clock start that the occurrence would have had. */
  occurrence: string;
  /** Wall-clock start it has instead. Absent: unchanged. */
  start?: string;
  /** Absent: as long as the window's occurrences are, from its start. */
  length?: WindowLength;
  title?: string;
  reason?: string;
}

/** One window as declared: a first occurrence in wall-clock time, and how it repeats. */
export interface FreezeWindow {
  /** Unique in its calendar. */
  id: string;
  title: string;
  reason: string;
  /** Entity ref of who answers for it: the window's own owner, else the calendar's. */
  owner: string;
  /** An http(s) address with more about it. */
  link?: string;
  effect: WindowEffect;
  enforcement: Enforcement;
  onRunning: OnRunning;
  /** Whether a rollback may go ahead although the window closes. */
  rollbacksExempt: boolean;
  /** IANA zone in which all wall-clock times of the window are read. */
  timezone: string;
  /** Wall-clock start `YYYY-MM-DDTHH:mm:ss`; for an all-day window at midnight. */
  start: string;
  length: WindowLength;
  allDay: boolean;
  /** RFC 5545 RRULE value without the `RRULE:` prefix. Absent: `start` and `rdates` only. */
  rrule?: string;
  /** Extra occurrences, by start. */
  rdates: ExtraDate[];
  /** Wall-clock starts of occurrences that do not take place. */
  exdates: string[];
  /** Occurrences that differ, by the start they replace. */
  overrides: OccurrenceOverride[];
  scope: WindowScope;
}

/** Where a calendar comes from, and so where it is edited. */
export type CalendarOrigin =
  /** A `FreezeCalendar` entity with windows of its own. `editUrl`: where its source is edited, when known. */
  | { kind: 'catalog'; editUrl?: string }
  /** A `FreezeCalendar` entity that follows an iCalendar feed. `url` is masked: origin and first path segment only. */
  | { kind: 'feed'; url: string; editUrl?: string }
  /** Made in the portal, edited there. */
  | { kind: 'portal' }
  /** The peaks of a `BusinessFunction` entity, made windows by policy. */
  | { kind: 'business-function'; editUrl?: string };

/** A calendar, checked: every window in it can be expanded. */
export interface FreezeCalendar {
  /**
   * Entity ref of what declares it: `freezecalendar:default/month-end-close`,
   * `businessfunction:default/payments`; windows made in the portal stand in
   * `portalcalendar:<namespace>/<name>` of their owner.
   */
  ref: string;
  title: string;
  owner: string;
  origin: CalendarOrigin;
  windows: FreezeWindow[];
}

/** A scope as people write it; entity refs may be short (`payments`, `system:payments`). */
export type WindowScopeDeclaration = WindowScope;

/** One window as people write it, in YAML, in the form and over HTTP. */
export type FreezeWindowDeclaration = {
  /** Unique in its calendar, e.g. `month-end`: lower-case letters, digits and dashes. */
  id: string;
  title: string;
  /** Why nothing may be released; whoever is denied reads it. */
  reason: string;
  /** Entity ref of the Group or User who answers for it. Absent: the calendar's owner. */
  owner?: string;
  /** An http(s) address with more about it. */
  link?: string;
  /** Absent means `freeze`. */
  effect?: WindowEffect;
  /** Absent means `block`. */
  enforcement?: Enforcement;
  /** Absent means `finish`. */
  onRunning?: OnRunning;
  /** Absent means true. */
  rollbacksExempt?: boolean;
  /** Wall clock in the zone, `2026-01-30T18:00:00`; a date alone is all day. */
  start: string;
  /** Exclusive, as RFC 5545's DTEND. Exactly one of `end` and `duration`. */
  end?: string;
  /** ISO 8601 duration. All-day windows default to one day. */
  duration?: string;
  /** IANA zone. Absent means the calendar's. */
  timezone?: string;
  /** RFC 5545 RRULE value without the prefix. Absent: the window occurs once, and on `rdates`. */
  rrule?: string;
  /** Extra occurrences: a start, or a start with an end of its own. */
  rdates?: (string | { start: string; end?: string })[];
  /** Wall-clock starts of occurrences that do not take place. */
  exdates?: string[];
  /** Single occurrences that are moved, longer, shorter or named otherwise. */
  overrides?: {
    occurrence: string;
    start?: string;
    end?: string;
    duration?: string;
    title?: string;
    reason?: string;
  }[];
  /** Replaces the calendar's scope part by part. */
  scope?: WindowScopeDeclaration;
};

/** How the events of a subscribed iCalendar feed become windows. */
export type CalendarFeedDeclaration = {
  /** https address of an iCalendar file, on a host that the configuration allows. */
  url: string;
  /** Why, for events without a DESCRIPTION. */
  reason: string;
  /** Absent means `freeze`. */
  effect?: WindowEffect;
  /** Absent means `block`. */
  enforcement?: Enforcement;
  /** Only events with one of these CATEGORIES become windows. Absent: all. */
  categories?: string[];
  /** Scopes by category, on top of the calendar's scope; an event with several is for all of them. */
  scopes?: { category: string; scope: WindowScopeDeclaration }[];
};

/** The `spec` of a `FreezeCalendar`, as people write it; exactly one of `windows` and `feed`. */
export type FreezeCalendarDeclaration = {
  /** Entity ref of the Group or User who answers for the calendar. */
  owner: string;
  /** Free text, e.g. `financial-close`. */
  type?: string;
  /** IANA zone in which the windows are read; of a feed, for its floating times. */
  timezone: string;
  /** Whom the windows are for, unless a window says otherwise. Absent: everybody. */
  scope?: WindowScopeDeclaration;
  /** Entities to point at in the catalog; does not widen or narrow `scope`. */
  freezes?: string[];
  windows?: FreezeWindowDeclaration[];
  feed?: CalendarFeedDeclaration;
};

/** One time that a window takes place; half-open. */
export interface Occurrence {
  start: Instant;
  end: Instant;
  /** Wall-clock times with offset in the window's zone, ISO 8601. */
  startLocal: string;
  endLocal: string;
  /** What daylight saving did to it, in words. Absent when it did nothing. */
  note?: string;
  /** Of an overridden occurrence, when they differ from the window's. */
  title?: string;
  reason?: string;
}

/** What is asked of a calendar: may this release of this service go there? */
export interface WindowSubject {
  /** The catalog entity, as predicates see it. */
  entity: { kind: string; metadata: object; spec?: object };
  /** Tier id, or `unclassified`. */
  tier: string;
  /** Refs of the systems that it is part of, or is. */
  systems: readonly string[];
  /** Refs of the business functions that name it, or one of its systems, in `supportedBy`. */
  businessFunctions: readonly string[];
  environment: string;
  /** Every region the deployment touches; empty when the environment has none. */
  regions: readonly string[];
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

/** How closed it is; ordered `open < warn < approval < block`. */
export type WindowState = 'open' | Enforcement;

/**
 * What a window counts for in an answer:
 * `closes` it closes as `enforcement` says; `opens` a maintenance window in force;
 * `waits` a maintenance window not in force while another one opens; `idle` a freeze
 * not in force; `exempt` it would close, but not for this operation; `out-of-scope`.
 */
export type WindowRole =
  | 'closes'
  | 'opens'
  | 'waits'
  | 'idle'
  | 'exempt'
  | 'out-of-scope';

/** A window considered, and why it counted or not, in plain words. */
export interface ConsideredWindow extends WindowConsideration {
  role: WindowRole;
  because: string;
}

/** What the windows say about a subject at a moment, and how that goes on. */
export interface WindowAnswer {
  at: Instant;
  /** The strictest of what closes. */
  state: WindowState;
  /** Every window considered; those that decide first. */
  considered: ConsideredWindow[];
  /** The first moment at which `state` changes, with its cause. Absent: not before `horizon`. */
  nextChange?: { at: Instant; state: WindowState; cause: string };
  /** Closed now (`approval` or `block`): when it is next open or only warned of. Absent: no known end before `horizon`. */
  nextOpen?: Instant;
  /**
   * The longest stretch that is open, or only warned of, between now and `horizon`.
   * `end` absent: open to the horizon at least. Absent: there is none.
   */
  longestOpen?: { start: Instant; end?: Instant };
  /** How far ahead was looked. */
  horizon: Instant;
}

/** A trap or contradiction that a window's author probably did not mean. */
export interface CalendarFinding {
  rule: CalendarFindingRule;
  severity: 'error' | 'warning' | 'info';
  /** Absent: about the calendar as a whole. */
  windowId?: string;
  /** Where, e.g. `spec.windows.0.rrule`. */
  path?: string;
  /** What is wrong, with the values and dates it is about. */
  message: string;
  /** What to write instead. */
  remedy: string;
  /** Wall-clock starts it is about, at most ten. */
  dates?: string[];
}

export type CalendarFindingRule =
  /** It cannot be read: the parser's own problems. */
  | 'invalid'
  | 'never-occurs'
  | 'over'
  | 'overlaps-itself'
  /** It says nothing that another window of the same owner does not say already. */
  | 'overlaps-another'
  | 'too-frequent'
  | 'starts-in-gap'
  | 'starts-in-fold'
  | 'ends-in-gap'
  | 'ends-in-fold'
  | 'scope-matches-nothing'
  | 'scope-matches-everything'
  | 'contradicts'
  | 'effectively-permanent'
  | 'ends-before-start'
  | 'holidays-run-out'
  /** The first start is not one that the rule yields. */
  | 'start-not-in-rule'
  /** Said by importers: it did not mean what its author probably thought. */
  | 'import';
