import type { Entity } from '@backstage/catalog-model';
import type { HolidayCalendarDeclaration } from '@continuity/engine';
import { CONTINUITY_API_VERSION_V1, KIND_HOLIDAY_CALENDAR } from './constants';

/**
 * `continuity.dev/v1` `HolidayCalendar`: the days on which a place does not work.
 * It freezes nothing; relative peaks count their working days by it.
 */
export interface HolidayCalendarEntityV1 extends Entity {
  apiVersion: typeof CONTINUITY_API_VERSION_V1;
  kind: typeof KIND_HOLIDAY_CALENDAR;
  spec: HolidayCalendarDeclaration;
}

/**
 * Whether an entity says that it is a v1 holiday calendar. Looks at kind and
 * apiVersion only; `parseHolidayCalendar` checks what it lists.
 */
export function isHolidayCalendarEntity(
  entity: Entity,
): entity is HolidayCalendarEntityV1 {
  return (
    entity.apiVersion === CONTINUITY_API_VERSION_V1 &&
    entity.kind === KIND_HOLIDAY_CALENDAR
  );
}
