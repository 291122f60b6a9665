import type { JsonObject } from '@backstage/types';
import { described, describedList } from './describedSchema';

/** When a window or a peak takes place. */
export const windowTimesSchema: JsonObject = {
  start: described(
    'Wall clock in the zone, e.g. 2026-01-30T18:00:00; a date alone makes it all-day.',
  ),
  end: described('Exclusive. Exactly one of end and duration.'),
  duration: described('ISO 8601 duration, e.g. PT14H.'),
  timezone: described('IANA zone, e.g. Europe/Zurich.'),
  rrule: described(
    'RFC 5545 RRULE value, e.g. FREQ=MONTHLY;BYMONTHDAY=-1. Absent: once, and on rdates.',
  ),
  rdates: describedList(
    'Extra occurrences: a start, or a start with an end of its own.',
  ),
  exdates: describedList(
    'Wall-clock starts of occurrences that do not take place.',
  ),
};
