import { parseHolidayCalendar, type Problem } from '@continuity/engine';
import type { HolidayCalendarEntityV1 } from '@continuity/plugin-continuity-common';

/** What is wrong with a holiday calendar; nothing when it is fine. */
export function holidayCalendarProblems(
  entity: HolidayCalendarEntityV1,
): Problem[] {
  return parseHolidayCalendar(entity).problems;
}
