import type { CatalogModelKindDefinition } from '@backstage/catalog-model/alpha';
import {
  CONTINUITY_API_GROUP,
  KIND_HOLIDAY_CALENDAR,
} from '@continuity/plugin-continuity-common';
import { described, describedList, describedSpec } from './describedSchema';

/** The kind HolidayCalendar: days off, for counting working days. */
export const holidayCalendarKind: CatalogModelKindDefinition = {
  group: CONTINUITY_API_GROUP,
  names: {
    kind: KIND_HOLIDAY_CALENDAR,
    singular: 'holiday calendar',
    plural: 'holiday calendars',
  },
  description:
    'A HolidayCalendar lists the days on which a place does not work. It freezes nothing; peaks count their working days by it.',
  versions: [
    {
      name: 'v1',
      schema: {
        jsonSchema: describedSpec('The days off.', {
          owner: described('Entity ref of who keeps the list.'),
          weekend: describedList(
            'Days off every week, of MO, TU, WE, TH, FR, SA and SU. Absent means SA and SU.',
          ),
          days: describedList('Days off besides.', {
            date: described('E.g. 2026-12-25.'),
            title: described('What people call the day.'),
          }),
          until: described(
            'The last date for which the list is complete. Absent: the end of the last year that it names.',
          ),
        }),
      },
    },
  ],
};
