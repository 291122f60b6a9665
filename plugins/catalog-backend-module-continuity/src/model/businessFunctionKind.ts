import type { CatalogModelKindDefinition } from '@backstage/catalog-model/alpha';
import {
  CONTINUITY_API_GROUP,
  KIND_BUSINESS_FUNCTION,
} from '@continuity/plugin-continuity-common';
import { described, describedList, describedSpec } from './describedSchema';
import { windowTimesSchema } from './windowTimesSchema';

const offset = (description: string) =>
  described(description, {
    days: described('Calendar days from the anchor.'),
    workingDays: described('Working days from the anchor.'),
    at: described('Time on the clock, e.g. 18:00. Absent: the whole day.'),
  });

const peakSchema = describedList(
  'Times of special load or attention. Those that say when they are become freeze windows where the policy says so.',
  {
    title: described('What people call it.'),
    description: described('What is different then, in words.'),
    id: described('Unique in its function. Absent: made from the title.'),
    ...windowTimesSchema,
    relative: described('A peak that moves with the calendar.', {
      anchor: described(
        'Of month-start, month-end, quarter-start, quarter-end, year-start and year-end.',
      ),
      fiscalYearStart: described(
        'Month in which the business year begins. Absent means 1.',
      ),
      from: offset('Included.'),
      to: offset('Excluded with a time; without one the day belongs to it.'),
      holidays: described(
        'Entity ref of a HolidayCalendar. Absent: only weekends are off.',
      ),
    }),
    freeze: described(
      'false: informs only, whatever the policy. Or what it asks for instead.',
    ),
  },
);

/**
 * The kind BusinessFunction: what the business does, its peaks, and what supports it.
 * It names no relation fields: the catalog would refuse an entity for a ref that it
 * cannot read there.
 */
export const businessFunctionKind: CatalogModelKindDefinition = {
  group: CONTINUITY_API_GROUP,
  names: {
    kind: KIND_BUSINESS_FUNCTION,
    singular: 'business function',
    plural: 'business functions',
  },
  description:
    'A BusinessFunction is something the business does, how long it can be without it, and the services that support it.',
  versions: [
    {
      name: 'v1',
      schema: {
        jsonSchema: describedSpec('Who it is, how urgent, and what it needs.', {
          owner: described('Entity ref of the Group or User who answers.'),
          tier: described('Id of the tier the business asks for.'),
          rto: described('ISO 8601 duration, e.g. PT2H.'),
          availabilityTarget: described(
            'Share of the time in which the business needs it, e.g. 0.999.',
          ),
          impact: describedList('Business impact analysis.', {
            category: described('Kind of impact.'),
            intolerableAfter: described('ISO 8601 duration.'),
            description: described('In words.'),
          }),
          peaks: peakSchema,
          supportedBy: describedList(
            'Entity refs of what the function cannot do without.',
          ),
        }),
      },
    },
  ],
};
