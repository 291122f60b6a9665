import type { Entity } from '@backstage/catalog-model';
import type { FreezeCalendarDeclaration } from '@continuity/engine';
import { CONTINUITY_API_VERSION_V1, KIND_FREEZE_CALENDAR } from './constants';

/** `continuity.dev/v1` `FreezeCalendar`: windows as code, reviewed like code. */
export interface FreezeCalendarEntityV1 extends Entity {
  apiVersion: typeof CONTINUITY_API_VERSION_V1;
  kind: typeof KIND_FREEZE_CALENDAR;
  spec: FreezeCalendarDeclaration;
}

/**
 * Whether an entity says that it is a v1 freeze calendar.
 *
 * @remarks
 * Looks at kind and apiVersion only: the catalog also holds calendars that cannot be
 * read. Code that decides parses it with `parseFreezeCalendar`.
 */
export function isFreezeCalendarEntity(
  entity: Entity,
): entity is FreezeCalendarEntityV1 {
  return (
    entity.apiVersion === CONTINUITY_API_VERSION_V1 &&
    entity.kind === KIND_FREEZE_CALENDAR
  );
}
