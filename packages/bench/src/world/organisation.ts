import type { Entity } from '@backstage/catalog-model';

export const SERVICES = 50_000;
export const CALENDARS = 100;
export const WINDOWS_PER_CALENDAR = 10;

const zones = [
  'Europe/Zurich',
  'America/New_York',
  'Asia/Singapore',
  'Europe/London',
  'Australia/Sydney',
];
const rules = [
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=WEEKLY;BYDAY=FR',
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=DAILY;INTERVAL=3',
];

const pick = <T>(values: readonly T[], index: number): T =>
  values[index % values.length];

/** A seeded organisation: every run asks about the same services and windows. */
export function organisation(): Entity[] {
  return [...services(), ...calendars()];
}

export const serviceRef = (index: number) =>
  `component:default/service-${index}`;

function* services(): Generator<Entity> {
  for (let index = 0; index < SERVICES; index++) {
    yield {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `service-${index}`,
        namespace: 'default',
        title: `Service ${index}`,
        description: 'A service of the synthetic organisation',
        tags: ['java', `domain-${index % 40}`],
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: `group:default/team-${index % 500}`,
        system: `system-${index % 2000}`,
        continuity: {
          rto: pick(['PT1H', 'PT8H', 'P3D', 'P14D'], index),
          rpo: 'PT15M',
          environments: [
            { name: 'production', region: 'eu-west-1', role: 'primary' },
            { name: 'staging' },
          ],
        },
      },
    };
  }
}

function* calendars(): Generator<Entity> {
  for (let index = 0; index < CALENDARS; index++) {
    yield {
      apiVersion: 'continuity.dev/v1',
      kind: 'FreezeCalendar',
      metadata: { name: `calendar-${index}`, namespace: 'default' },
      spec: {
        owner: 'group:default/change-managers',
        timezone: pick(zones, index),
        scope: {
          environments: ['production'],
          // Most windows are for one domain, some for everybody, as in a real company.
          ...(index % 10 === 0
            ? {}
            : {
                entities: {
                  'metadata.tags': { $contains: `domain-${index % 40}` },
                },
              }),
        },
        windows: Array.from({ length: WINDOWS_PER_CALENDAR }, (_, window) => ({
          id: `window-${window}`,
          title: `Window ${window} of calendar ${index}`,
          reason: 'Synthetic',
          // `warn`, so that the full path is taken and most answers stay allowed.
          enforcement: 'warn',
          start: `2026-01-0${1 + (window % 9)}T18:00:00`,
          duration: 'PT14H',
          rrule: pick(rules, index + window),
        })),
      },
    };
  }
}
