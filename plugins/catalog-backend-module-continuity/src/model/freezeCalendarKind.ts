import type { CatalogModelKindDefinition } from '@backstage/catalog-model/alpha';
import {
  CONTINUITY_API_GROUP,
  KIND_FREEZE_CALENDAR,
} from '@continuity/plugin-continuity-common';
import { described, describedList, describedSpec } from './describedSchema';
import { windowScopeSchema } from './windowScopeSchema';
import { windowTimesSchema } from './windowTimesSchema';

const closingProperties = {
  effect: described(
    'freeze: closes while it is in force. maintenance: closes while it is not. Absent means freeze.',
  ),
  enforcement: described('block, approval or warn. Absent means block.'),
};

const windowSchema = describedList('The windows of the calendar.', {
  id: described('Unique in its calendar, kebab-case.'),
  title: described('What people call it.'),
  reason: described(
    'Why nothing may be released; whoever is denied reads this sentence.',
  ),
  owner: described("Entity ref of a Group or User, else the calendar's."),
  link: described('An http(s) address with more.'),
  ...closingProperties,
  onRunning: described(
    'What happens to a deployment under way: finish or pause. Absent means finish.',
  ),
  rollbacksExempt: described(
    'Whether a rollback may go ahead. Absent means true.',
  ),
  ...windowTimesSchema,
  overrides: describedList('Single occurrences that differ.', {
    occurrence: described('Wall-clock start that it would have had.'),
    start: described('Absent: unchanged.'),
    end: described('Exclusive.'),
    duration: described('ISO 8601 duration.'),
    title: described("Absent: the window's."),
    reason: described("Absent: the window's."),
  }),
  scope: windowScopeSchema,
});

const feedSchema = described(
  'An iCalendar feed that is followed instead of windows of its own.',
  {
    url: described('https address, on a host that the configuration allows.'),
    reason: described('Why, for events without a description.'),
    ...closingProperties,
    categories: describedList(
      'Only events with one of these categories. Absent: all.',
    ),
    scopes: describedList("Scopes by category, on top of the calendar's.", {
      category: described('A category of the feed.'),
      scope: windowScopeSchema,
    }),
  },
);

/**
 * The kind FreezeCalendar: windows as code, reviewed like code. It names no relation
 * fields: the catalog would refuse an entity for a ref that it cannot read there.
 */
export const freezeCalendarKind: CatalogModelKindDefinition = {
  group: CONTINUITY_API_GROUP,
  names: {
    kind: KIND_FREEZE_CALENDAR,
    singular: 'freeze calendar',
    plural: 'freeze calendars',
  },
  description:
    'A FreezeCalendar holds the windows in which releases are held back, why, and for whom.',
  versions: [
    {
      name: 'v1',
      schema: {
        jsonSchema: describedSpec('Exactly one of windows and feed.', {
          owner: described('Entity ref of the Group or User who answers.'),
          type: described('Free text, e.g. financial-close.'),
          timezone: described('IANA zone, e.g. Europe/Zurich.'),
          scope: windowScopeSchema,
          freezes: describedList(
            'Entities to point at in the catalog. Does not change the scope.',
          ),
          windows: windowSchema,
          feed: feedSchema,
        }),
      },
    },
  ],
};
