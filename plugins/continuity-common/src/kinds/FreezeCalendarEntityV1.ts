import type { Entity } from '@backstage/catalog-model';
import type { Enforcement, WindowScope } from '@continuity/engine';
import { CONTINUITY_API_VERSION_V1, KIND_FREEZE_CALENDAR } from './constants';

/** Whom windows are for, as people write it. Plain JSON, unlike the engine's. */
export type WindowScopeDeclaration = {
  [K in keyof WindowScope]: WindowScope[K];
};

/** One window of a calendar, as people write it. */
export type FreezeWindowDeclaration = {
  /** Unique in its calendar, e.g. `month-end`. */
  id: string;
  title: string;
  /** Why nothing may be released; whoever is denied reads it. */
  reason: string;
  /** An http(s) address with more about it. */
  link?: string;
  /** Absent means `freeze`, the only effect there is for now. */
  effect?: 'freeze';
  /** Absent means `block`. */
  enforcement?: Enforcement;
  /** Wall clock in the zone, `2026-01-30T18:00:00`; a date alone is all day. */
  start: string;
  /** Exclusive, as RFC 5545's DTEND. Exactly one of `end` and `duration`. */
  end?: string;
  /** ISO 8601 duration. All-day windows default to one day. */
  duration?: string;
  /** IANA zone. Absent means the calendar's. */
  timezone?: string;
  /** RFC 5545 RRULE value without the prefix. Absent: the window occurs once. */
  rrule?: string;
  /** Wall-clock starts of occurrences that do not take place. */
  exdates?: string[];
  /** Replaces the calendar's scope part by part. */
  scope?: WindowScopeDeclaration;
};

/** `continuity.dev/v1` `FreezeCalendar`: windows as code, reviewed like code. */
export interface FreezeCalendarEntityV1 extends Entity {
  apiVersion: typeof CONTINUITY_API_VERSION_V1;
  kind: typeof KIND_FREEZE_CALENDAR;
  spec: {
    /** Entity ref of the Group or User who answers for the calendar. */
    owner: string;
    /** Free text, e.g. `financial-close`. */
    type?: string;
    /** IANA zone in which the windows are read. */
    timezone: string;
    /** Whom the windows are for, unless a window says otherwise. Absent: everybody. */
    scope?: WindowScopeDeclaration;
    /** Entities to point at in the catalog; does not widen or narrow `scope`. */
    freezes?: string[];
    windows: FreezeWindowDeclaration[];
  };
}

/**
 * Whether an entity says that it is a v1 freeze calendar.
 *
 * @remarks
 * Looks at kind and apiVersion only. An entity from the catalog has passed the
 * catalog module's validation if that module is installed; code that decides
 * parses it again with `parseFreezeCalendar`.
 */
export function isFreezeCalendarEntity(
  entity: Entity,
): entity is FreezeCalendarEntityV1 {
  return (
    entity.apiVersion === CONTINUITY_API_VERSION_V1 &&
    entity.kind === KIND_FREEZE_CALENDAR
  );
}
