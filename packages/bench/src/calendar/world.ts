import type {
  CalendarEntity,
  WindowScopeDeclaration,
  WindowSubject,
} from '@continuity/engine';
import { Chance } from './random';
import { drawWindow, type PlainWindow } from './windows';

export const ENTITIES = 50_000;

const SYSTEMS = 2_000;
const FUNCTIONS = 300;
const TEAMS = 600;
const REGIONS = 40;
const TAGS = 60;

const ZONES = [
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

const region = (number: number) => `region-${number}`;
const system = (number: number) => `system:default/system-${number}`;
const businessFunction = (number: number) =>
  `businessfunction:default/function-${number}`;
const team = (number: number) => `group:default/team-${number}`;
const tag = (number: number) => `tag-${number}`;

/** A group of calendars of one sort: who has them, how many, and whom each is for. */
interface Sort {
  name: string;
  calendars: number;
  windows: number;
  scope(index: number, chance: Chance): WindowScopeDeclaration;
  /** Some windows are for fewer than their calendar is. */
  narrower?(chance: Chance): WindowScopeDeclaration | undefined;
}

const criticalOnly = (chance: Chance) =>
  chance.share() < 0.4 ? { tiers: ['tier-1', 'tier-2'] } : undefined;

/** Ten thousand windows: what a large organisation would have, from the top down. */
const SORTS: Sort[] = [
  {
    name: 'company',
    calendars: 1,
    windows: 10,
    scope: () => ({
      environments: ['production'],
      except: { classes: ['emergency'] },
    }),
    narrower: criticalOnly,
  },
  {
    name: 'country',
    calendars: REGIONS,
    windows: 8,
    scope: index => ({
      environments: ['production'],
      regions: [region(index)],
    }),
  },
  {
    name: 'function',
    calendars: FUNCTIONS,
    windows: 10,
    scope: index => ({
      environments: ['production', 'staging'],
      businessFunctions: [businessFunction(index)],
      except: { tiers: ['unclassified'] },
    }),
    narrower: criticalOnly,
  },
  {
    name: 'system',
    calendars: 578,
    windows: 10,
    scope: (_, chance) => ({
      environments: ['production'],
      systems: Array.from({ length: 1 + chance.below(3) }, () =>
        system(chance.below(SYSTEMS)),
      ),
    }),
  },
  {
    name: 'platform',
    calendars: 89,
    windows: 10,
    scope: (index, chance) => ({
      environments: ['production'],
      entities: platformPredicate(index, chance),
    }),
  },
];

function platformPredicate(
  index: number,
  chance: Chance,
): NonNullable<WindowScopeDeclaration['entities']> {
  switch (index % 4) {
    case 0:
      return {
        'spec.type': 'service',
        'metadata.tags': { $contains: tag(chance.below(TAGS)) },
        'spec.lifecycle': { $in: ['experimental', 'deprecated'] },
      };
    case 1:
      return {
        'spec.owner': {
          $in: Array.from({ length: 6 }, () => team(chance.below(TEAMS))),
        },
      };
    case 2:
      return {
        $all: [
          { 'metadata.annotations.data-centre': { $exists: true } },
          { 'metadata.tags': { $contains: tag(chance.below(TAGS)) } },
        ],
      };
    default:
      return {
        'metadata.name': { $hasPrefix: `service-${10 + chance.below(90)}-` },
      };
  }
}

export interface World {
  /** As they come from YAML. */
  calendars: CalendarEntity[];
  /** The windows of all calendars, in their order, as a recurrence library is told them. */
  plain: PlainWindow[];
  subjects: WindowSubject[];
}

/** Every run has the same one. */
export function createWorld(): World {
  const chance = new Chance(20_261_125);
  const calendars: CalendarEntity[] = [];
  const plain: PlainWindow[] = [];
  for (const sort of SORTS) {
    for (let index = 0; index < sort.calendars; index++) {
      const timezone = chance.of(ZONES);
      const windows = Array.from({ length: sort.windows }, () =>
        drawWindow(chance, timezone),
      );
      plain.push(...windows);
      calendars.push(declare(sort, index, timezone, windows, chance));
    }
  }
  const systems = Array.from({ length: SYSTEMS }, (_, number) =>
    drawSystem(number, chance),
  );
  const subjects = Array.from({ length: ENTITIES }, (_, number) =>
    drawSubject(number, chance.of(systems), chance),
  );
  return { calendars, plain, subjects };
}

function declare(
  sort: Sort,
  index: number,
  timezone: string,
  windows: readonly PlainWindow[],
  chance: Chance,
): CalendarEntity {
  const name = `${sort.name}-${index}`;
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name, title: `Calendar of ${name}` },
    spec: {
      owner: team(chance.below(TEAMS)),
      timezone,
      scope: sort.scope(index, chance),
      windows: windows.map((window, number) => {
        const scope = sort.narrower?.(chance);
        return {
          id: `window-${number}`,
          title: `Window ${number} of ${name}`,
          reason: 'So that nothing moves while the business is busiest.',
          enforcement: window.enforcement,
          ...(window.maintenance && { effect: 'maintenance' }),
          start: window.start,
          duration:
            'days' in window.length
              ? `P${window.length.days}D`
              : `PT${window.length.hours}H`,
          ...(window.rrule !== undefined && { rrule: window.rrule }),
          ...(window.exdates.length > 0 && { exdates: window.exdates }),
          ...(scope && { scope }),
        };
      }),
    },
  };
}

interface System {
  ref: string;
  home: number;
  functions: string[];
  team: string;
}

function drawSystem(number: number, chance: Chance): System {
  return {
    ref: system(number),
    home: chance.below(REGIONS),
    functions: Array.from(
      {
        length: chance.weighted([
          [4, 0],
          [5, 1],
          [1, 2],
        ] as const),
      },
      () => businessFunction(chance.below(FUNCTIONS)),
    ),
    team: team(chance.below(TEAMS)),
  };
}

/** A deployment of a service, as the gate is asked about it. */
function drawSubject(
  number: number,
  { ref, home, functions, team: owner }: System,
  chance: Chance,
): WindowSubject {
  const regions = [region(home)];
  if (chance.share() < 0.15) regions.push(region(chance.below(REGIONS)));
  return {
    entity: {
      kind: 'Component',
      metadata: {
        name: `service-${number % 100}-${number}`,
        namespace: 'default',
        tags: Array.from({ length: 3 }, () => tag(chance.below(TAGS))),
        ...(chance.share() < 0.2 && {
          annotations: { 'data-centre': 'yes' },
        }),
      },
      spec: {
        type: chance.weighted([
          [7, 'service'],
          [2, 'website'],
          [1, 'job'],
        ] as const),
        lifecycle: chance.weighted([
          [8, 'production'],
          [1, 'experimental'],
          [1, 'deprecated'],
        ] as const),
        owner,
        system: ref,
      },
    },
    tier: chance.weighted([
      [1, 'tier-1'],
      [3, 'tier-2'],
      [4, 'tier-3'],
      [2, 'unclassified'],
    ] as const),
    systems: [ref],
    businessFunctions: functions,
    environment: chance.share() < 0.85 ? 'production' : 'staging',
    regions,
    releaseClass: chance.weighted([
      [90, 'standard'],
      [8, 'major'],
      [2, 'emergency'],
    ] as const),
  };
}
