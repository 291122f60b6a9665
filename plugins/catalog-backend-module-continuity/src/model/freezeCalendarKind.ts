import type { CatalogModelKindDefinition } from '@backstage/catalog-model/alpha';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { ENFORCEMENTS } from '@continuity/engine';
import {
  CONTINUITY_API_GROUP,
  KIND_FREEZE_CALENDAR,
  RELATION_FREEZES,
} from '@continuity/plugin-continuity-common';
import {
  durationSchema,
  entityRefSchema,
  ownerRefSchema,
  textSchema,
  windowScopeSchema,
} from './vocabularySchema';

const windowSchema: JsonObject = {
  type: 'object',
  required: ['id', 'title', 'reason', 'start'],
  additionalProperties: false,
  properties: {
    id: { ...textSchema, description: 'Unique in its calendar, kebab-case.' },
    title: textSchema,
    reason: {
      ...textSchema,
      description:
        'Why nothing may be released; whoever is denied reads this sentence.',
    },
    link: { ...textSchema, description: 'An http(s) address with more.' },
    effect: { type: 'string', enum: ['freeze'] },
    enforcement: {
      type: 'string',
      description: 'Absent means block.',
      enum: [...ENFORCEMENTS],
    },
    start: {
      ...textSchema,
      description:
        'Wall clock in the zone, e.g. 2026-01-30T18:00:00; a date alone makes the window all-day.',
    },
    end: {
      ...textSchema,
      description: 'Exclusive. Exactly one of end and duration.',
    },
    duration: durationSchema,
    timezone: { ...textSchema, description: "IANA zone, else the calendar's." },
    rrule: {
      ...textSchema,
      description:
        'RFC 5545 RRULE value, e.g. FREQ=MONTHLY;BYMONTHDAY=-1. Absent: once.',
    },
    exdates: {
      type: 'array',
      description: 'Wall-clock starts of occurrences that do not take place.',
      items: textSchema,
    },
    scope: windowScopeSchema,
  },
};

/** The kind FreezeCalendar: windows as code, reviewed like code. */
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
      relationFields: [
        {
          selector: { path: 'spec.owner' },
          relation: RELATION_OWNED_BY,
          defaultKind: 'Group',
          defaultNamespace: 'inherit',
          allowedKinds: ['Group', 'User'],
        },
        {
          selector: { path: 'spec.freezes' },
          relation: RELATION_FREEZES,
          defaultNamespace: 'inherit',
        },
      ],
      schema: {
        jsonSchema: {
          type: 'object',
          required: ['spec'],
          properties: {
            spec: {
              type: 'object',
              required: ['owner', 'timezone', 'windows'],
              additionalProperties: false,
              properties: {
                owner: ownerRefSchema,
                type: {
                  ...textSchema,
                  description: 'Free text, e.g. financial-close.',
                },
                timezone: {
                  ...textSchema,
                  description: 'IANA zone, e.g. Europe/Zurich.',
                },
                scope: windowScopeSchema,
                freezes: {
                  type: 'array',
                  description:
                    'Entities to point at in the catalog. Does not change the scope.',
                  items: entityRefSchema,
                },
                windows: {
                  type: 'array',
                  items: windowSchema,
                },
              },
            },
          },
        },
      },
    },
  ],
};
