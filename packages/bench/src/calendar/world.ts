import type { WindowSubject } from '@continuity/engine';

export const CALENDARS = 1_000;
export const WINDOWS_PER_CALENDAR = 10;
export const WINDOWS = CALENDARS * WINDOWS_PER_CALENDAR;
export const ENTITIES = 50_000;

const SYSTEMS = 2_000;

const zones = [
  'Europe/Zurich',
  'America/New_York',
  'Asia/Singapore',
  'Europe/London',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'UTC',
];

const rules = [
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=WEEKLY;BYDAY=FR',
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
  'FREQ=DAILY',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
];

const pick = <T>(values: readonly T[], index: number): T =>
  values[index % values.length];

/** A window as the peers need it: what it is called, when it begins and how long it is. */
export interface PlainWindow {
  timezone: string;
  /** Wall clock. */
  start: string;
  rrule: string;
  hours: number;
}

/** The calendar of an index as a catalog entity; every run has the same ones. */
export function calendarEntity(index: number) {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name: `calendar-${index}`, title: `Calendar ${index}` },
    spec: {
      owner: 'group:default/change-managers',
      timezone: pick(zones, index),
      scope: scopeOf(index),
      windows: Array.from({ length: WINDOWS_PER_CALENDAR }, (_, window) => ({
        id: `window-${window}`,
        title: `Window ${window} of calendar ${index}`,
        reason: 'Synthetic',
        enforcement: pick(['block', 'approval', 'warn'], index + window),
        start: plainWindow(index, window).start,
        duration: 'PT14H',
        rrule: plainWindow(index, window).rrule,
      })),
    },
  };
}

/** The same window without anything around it. */
export function plainWindow(calendar: number, window: number): PlainWindow {
  return {
    timezone: pick(zones, calendar),
    start: `2026-01-0${1 + (window % 9)}T${pick(
      ['18', '20', '22'],
      calendar,
    )}:00:00`,
    rrule: pick(rules, calendar + window),
    hours: 14,
  };
}

/** One calendar for everybody, the others for some systems, a tier or a tag. */
function scopeOf(index: number) {
  if (index === 0) return { environments: ['production'] };
  if (index % 20 === 0) {
    return {
      environments: ['production'],
      entities: { 'metadata.tags': { $contains: `domain-${index % 40}` } },
    };
  }
  return {
    environments: ['production'],
    systems: [index, index + 700, index + 1400].map(
      system => `system:default/system-${system % SYSTEMS}`,
    ),
    except: { regions: ['eu-south-9'] },
  };
}

/** A production deployment of the service of an index. */
export function subjectOf(index: number): WindowSubject {
  return {
    entity: {
      kind: 'Component',
      metadata: {
        name: `service-${index}`,
        namespace: 'default',
        tags: ['java', `domain-${index % 400}`],
      },
      spec: { type: 'service', system: `system-${index % SYSTEMS}` },
    },
    tier: pick(['tier-1', 'tier-2', 'tier-3', 'unclassified'], index),
    systems: [`system:default/system-${index % SYSTEMS}`],
    businessFunctions: [],
    environment: 'production',
    regions: [pick(['eu-west-1', 'us-east-1'], index)],
    releaseClass: 'standard',
  };
}
