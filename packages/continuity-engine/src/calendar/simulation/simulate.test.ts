import type {
  FreezeCalendar,
  FreezeWindow,
  ReleaseClass,
  WindowScope,
} from '../types';
import { RELEASE_CLASSES } from '../scope/scopeShape';
import { changesOf, compareCalendars } from './compareCalendars';
import { firstSlot } from './firstSlot';
import { simulate, type SimulationQuestion } from './simulate';
import type { SimulatedService } from './types';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A moment of the week from Monday, 1 June 2026, in UTC. */
const at = (text: string) => Date.parse(`${text}:00Z`);

const period = { start: at('2026-06-01T00:00'), end: at('2026-06-08T00:00') };

function windowOf(
  id: string,
  start: string,
  duration: string,
  part: Partial<FreezeWindow> = {},
): FreezeWindow {
  return {
    id,
    title: `The ${id}`,
    reason: `Because of ${id}`,
    owner: 'group:default/finance',
    effect: 'freeze',
    enforcement: 'block',
    onRunning: 'finish',
    rollbacksExempt: true,
    timezone: 'UTC',
    start: `${start}:00`,
    length: { by: 'duration', duration },
    allDay: false,
    rdates: [],
    exdates: [],
    overrides: [],
    scope: {},
    ...part,
  };
}

function calendarOf(
  windows: FreezeWindow[],
  ref = 'freezecalendar:default/finance',
): FreezeCalendar {
  return {
    ref,
    title: 'Finance',
    owner: 'group:default/finance',
    origin: { kind: 'catalog' },
    windows,
  };
}

function service(
  name: string,
  tier: string,
  part: { environment?: string; releaseClass?: ReleaseClass } = {},
): SimulatedService {
  return {
    entityRef: `component:default/${name}`,
    subject: {
      entity: { kind: 'Component', metadata: { name } },
      tier,
      systems: [],
      businessFunctions: [],
      environment: 'production',
      regions: [],
      releaseClass: 'standard',
      ...part,
    },
  };
}

const ledger = service('ledger', 'tier-1');
const cards = service('cards', 'tier-1');
const wiki = service('wiki', 'tier-3');
const services = [ledger, cards, wiki];

const tierOne: WindowScope = { tiers: ['tier-1'] };

const nights = windowOf('night', '2026-06-01T20:00', 'PT12H', {
  rrule: 'FREQ=DAILY;COUNT=2',
  scope: tierOne,
});
const audit = windowOf('audit', '2026-06-02T06:00', 'PT4H', {
  enforcement: 'approval',
});

function ask(part: Partial<SimulationQuestion> = {}) {
  return simulate({
    source: [calendarOf([nights, audit])],
    services,
    period,
    ...part,
  });
}

describe('stretches', () => {
  it('say when the same windows close the same services', () => {
    const { stretches, ...rest } = ask();
    expect(rest).toEqual({ services: 3, truncated: false, planned: [] });
    const night = {
      calendarRef: 'freezecalendar:default/finance',
      windowId: 'night',
      title: 'The night',
    };
    const auditWindow = { ...night, windowId: 'audit', title: 'The audit' };
    const two = ['component:default/cards', 'component:default/ledger'];
    expect(stretches).toEqual([
      {
        start: at('2026-06-01T20:00'),
        end: at('2026-06-02T06:00'),
        state: 'block',
        services: 2,
        sample: two,
        windows: [night],
      },
      {
        start: at('2026-06-02T06:00'),
        end: at('2026-06-02T08:00'),
        state: 'block',
        services: 3,
        sample: [...two, 'component:default/wiki'],
        windows: expect.arrayContaining([night, auditWindow]),
      },
      {
        start: at('2026-06-02T08:00'),
        end: at('2026-06-02T10:00'),
        state: 'approval',
        services: 3,
        sample: [...two, 'component:default/wiki'],
        windows: [auditWindow],
      },
      {
        start: at('2026-06-02T20:00'),
        end: at('2026-06-03T08:00'),
        state: 'block',
        services: 2,
        sample: two,
        windows: [night],
      },
    ]);
  });

  it('close outside of maintenance windows', () => {
    const { stretches } = ask({
      source: [
        calendarOf([
          windowOf('slot', '2026-06-03T02:00', 'PT2H', {
            effect: 'maintenance',
            scope: tierOne,
          }),
          windowOf('other-slot', '2026-06-03T04:00', 'PT2H', {
            effect: 'maintenance',
            enforcement: 'warn',
            scope: tierOne,
          }),
        ]),
      ],
    });
    expect(
      stretches.map(({ start, end, state, services: count, windows }) => [
        start,
        end,
        state,
        count,
        windows.map(({ windowId }) => windowId),
      ]),
    ).toEqual([
      [
        period.start,
        at('2026-06-03T02:00'),
        'block',
        2,
        ['slot', 'other-slot'],
      ],
      [at('2026-06-03T06:00'), period.end, 'block', 2, ['slot', 'other-slot']],
    ]);
  });

  it('join windows that touch, and stay within the period', () => {
    const { stretches } = ask({
      source: [
        calendarOf([
          windowOf('all', '2026-05-01T00:00', 'P1D', {
            rrule: 'FREQ=DAILY',
            allDay: true,
          }),
        ]),
      ],
    });
    expect(stretches).toMatchObject([{ ...period, services: 3 }]);
  });

  it('are none where nobody is in scope', () => {
    expect(ask({ services: [] }).stretches).toEqual([]);
    expect(
      ask({ source: [calendarOf([nights])], services: [wiki] }).stretches,
    ).toEqual([]);
  });

  it('name twenty services at most, and count all', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      service(`s${String(index).padStart(2, '0')}`, 'tier-1'),
    );
    const [stretch] = ask({ services: many }).stretches;
    expect(stretch.services).toBe(60);
    expect(stretch.sample).toEqual(
      many.slice(0, 20).map(({ entityRef }) => entityRef),
    );
  });

  it('count those that one service stands for, in two environments once', () => {
    const refs = Array.from(
      { length: 60 },
      (_, index) => `component:default/s${String(index).padStart(2, '0')}`,
    );
    const one = { ...service('s00', 'tier-1'), alike: refs };
    const other = service('other', 'tier-1');
    const [stretch] = ask({ services: [one, { ...one }, other] }).stretches;
    expect(stretch.services).toBe(61);
    expect(stretch.sample).toEqual([other.entityRef, ...refs.slice(0, 19)]);
  });
});

describe('the first slot', () => {
  it.each<[string, number, SimulatedService[], string | undefined]>([
    ['of an hour', 1, services, '2026-06-01T00:00'],
    ['of exactly what is open first', 20, services, '2026-06-01T00:00'],
    ['of a little more', 21, services, '2026-06-03T08:00'],
    ['for one whom nights do not concern', 25, [wiki], '2026-06-01T00:00'],
    ['that does not fit into the period', 24 * 6, services, undefined],
    ['of all of it, for nobody', 24 * 7, [], '2026-06-01T00:00'],
  ])('%s', (_, hours, whom, expected) => {
    const source = [calendarOf([nights, audit])];
    const slot =
      expected === undefined
        ? undefined
        : { start: at(expected), end: at(expected) + hours * HOUR };
    expect(firstSlot(source, whom, period, hours * HOUR)).toEqual(slot);
    expect(ask({ services: whom, slotMs: hours * HOUR }).firstSlot).toEqual(
      slot,
    );
  });

  it('may be warned of', () => {
    const source = [calendarOf([{ ...nights, enforcement: 'warn' }])];
    expect(firstSlot(source, services, period, 7 * DAY)).toEqual(period);
  });

  it('has a length', () => {
    expect(() => firstSlot([], services, period, 0)).toThrow(
      '0 ms is no length of a slot',
    );
  });
});

describe('planned changes', () => {
  it('are judged for as long as they take', () => {
    const { planned } = ask({
      planned: [
        { ...ledger, at: at('2026-06-01T19:00') },
        { ...ledger, at: at('2026-06-01T19:00'), durationMs: HOUR },
        { ...ledger, at: at('2026-06-01T19:00'), durationMs: 2 * HOUR },
        { ...wiki, at: at('2026-06-02T09:00') },
        { ...wiki, at: at('2026-06-02T09:00'), durationMs: 7 * DAY },
      ],
    });
    expect(planned).toEqual([
      {
        entityRef: 'component:default/ledger',
        at: at('2026-06-01T19:00'),
        before: 'open',
        after: 'open',
      },
      {
        entityRef: 'component:default/ledger',
        at: at('2026-06-01T19:00'),
        before: 'open',
        after: 'open',
      },
      {
        entityRef: 'component:default/ledger',
        at: at('2026-06-01T19:00'),
        before: 'block',
        after: 'block',
        because: '"The night" of Finance: Because of night.',
        nextSlot: at('2026-06-02T10:00'),
      },
      {
        entityRef: 'component:default/wiki',
        at: at('2026-06-02T09:00'),
        before: 'approval',
        after: 'approval',
        because: '"The audit" of Finance: Because of audit.',
        nextSlot: at('2026-06-02T10:00'),
      },
      {
        entityRef: 'component:default/wiki',
        at: at('2026-06-02T09:00'),
        before: 'approval',
        after: 'approval',
        because: '"The audit" of Finance: Because of audit.',
      },
    ]);
  });

  it('may lie outside of the period', () => {
    const { planned } = ask({
      source: [calendarOf([windowOf('later', '2026-07-01T00:00', 'P1D')])],
      planned: [{ ...wiki, at: at('2026-07-01T12:00') }],
    });
    // It is looked on from there as far as the period is long.
    expect(planned).toMatchObject([
      { after: 'block', nextSlot: at('2026-07-02T00:00') },
    ]);
  });

  it('say what the draft makes of them', () => {
    const emergency = service('ledger', 'tier-1', {
      releaseClass: 'emergency',
    });
    const { planned } = ask({
      draft: {
        add: [
          calendarOf([
            windowOf('draft', '2026-06-04T00:00', 'P1D', {
              scope: { classes: ['standard'] },
              reason: 'Migration!',
            }),
          ]),
        ],
      },
      planned: [
        { ...ledger, at: at('2026-06-04T12:00') },
        { ...emergency, at: at('2026-06-04T12:00') },
      ],
    });
    expect(planned).toMatchObject([
      {
        before: 'open',
        after: 'block',
        because: '"The draft" of Finance: Migration.',
        nextSlot: at('2026-06-05T00:00'),
      },
      { before: 'open', after: 'open' },
    ]);
  });
});

describe('a draft', () => {
  const moved = { ...nights, start: '2026-06-01T22:00:00' };
  const draft = {
    remove: [
      { calendarRef: 'freezecalendar:default/finance', windowId: 'night' },
    ],
    add: [calendarOf([moved])],
  };

  it('is marked where it closes, and changes what it changes', () => {
    const { stretches, changes } = ask({ draft });
    expect(stretches[0]).toMatchObject({
      start: at('2026-06-01T22:00'),
      windows: [{ windowId: 'night', draft: true }],
    });
    const two = {
      services: 2,
      sample: ['component:default/cards', 'component:default/ledger'],
      classes: ['standard'],
    };
    expect(changes).toEqual([
      {
        from: at('2026-06-01T20:00'),
        to: at('2026-06-01T22:00'),
        before: 'block',
        after: 'open',
        ...two,
      },
      // Until ten the audit asks for an approval; the night now blocks in it.
      {
        from: at('2026-06-02T08:00'),
        to: at('2026-06-02T10:00'),
        before: 'approval',
        after: 'block',
        ...two,
      },
      {
        from: at('2026-06-02T20:00'),
        to: at('2026-06-02T22:00'),
        before: 'block',
        after: 'open',
        ...two,
      },
      {
        from: at('2026-06-03T08:00'),
        to: at('2026-06-03T10:00'),
        before: 'open',
        after: 'block',
        ...two,
      },
    ]);
  });

  it('takes effect at once where it covers now', () => {
    const now = at('2026-06-01T21:00');
    const changes = changesOf([calendarOf([nights])], draft, services, period, {
      now,
    });
    expect(changes.map(one => one.now)).toEqual([
      true,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('that lasts beyond the period has no end', () => {
    const add = [calendarOf([windowOf('long', '2026-06-05T00:00', 'P90D')])];
    expect(changesOf([], { add }, services, period)).toMatchObject([
      { from: at('2026-06-05T00:00'), before: 'open', after: 'block' },
    ]);
    expect(changesOf([], { add }, services, period)[0]).not.toHaveProperty(
      'to',
    );
  });

  it('counts a service once, whatever its environments', () => {
    const staging = service('ledger', 'tier-1', { environment: 'staging' });
    const add = [
      calendarOf([
        windowOf('production-only', '2026-06-04T00:00', 'P1D', {
          scope: { environments: ['production'] },
        }),
        windowOf('both', '2026-06-05T00:00', 'P1D'),
      ]),
    ];
    expect(
      changesOf([], { add }, [ledger, staging], period).map(
        one => one.services,
      ),
    ).toEqual([1, 1]);
  });

  it('names the classes of release for which it does the same', () => {
    const asked = [ledger, cards].flatMap(one =>
      RELEASE_CLASSES.map(releaseClass => ({
        ...one,
        subject: { ...one.subject, releaseClass },
      })),
    );
    const scoped = (id: string, start: string, scope: WindowScope) =>
      windowOf(id, start, 'P1D', { scope });
    const there = [
      calendarOf([
        scoped('for-most', '2026-06-04T00:00', {
          classes: ['standard', 'major'],
        }),
      ]),
    ];
    const add = [
      calendarOf([
        scoped('for-all', '2026-06-04T00:00', {}),
        scoped('some-classes', '2026-06-05T12:00', { classes: ['major'] }),
        scoped('everybody', '2026-06-07T00:00', {}),
      ]),
    ];
    expect(changesOf(there, { add }, asked, period)).toMatchObject([
      { from: at('2026-06-04T00:00'), services: 2, classes: ['emergency'] },
      { from: at('2026-06-05T12:00'), services: 2, classes: ['major'] },
      {
        from: at('2026-06-07T00:00'),
        services: 2,
        classes: ['standard', 'major', 'emergency'],
      },
    ]);
  });

  it('of a maintenance window closes everything else', () => {
    const add = [
      calendarOf([
        windowOf('slot', '2026-06-03T02:00', 'PT2H', {
          effect: 'maintenance',
          enforcement: 'approval',
          scope: tierOne,
        }),
      ]),
    ];
    expect(changesOf([], { add }, services, period)).toMatchObject([
      {
        from: period.start,
        to: at('2026-06-03T02:00'),
        after: 'approval',
        now: true,
        services: 2,
      },
      { from: at('2026-06-03T04:00'), after: 'approval', services: 2 },
    ]);
  });

  it('that is stricter only where it is alone changes nothing else', () => {
    const add = [
      calendarOf([
        windowOf('again', '2026-06-01T20:00', 'PT12H', { scope: tierOne }),
      ]),
    ];
    expect(
      changesOf([calendarOf([nights])], { add }, services, period),
    ).toEqual([]);
  });
});

describe('other calendars', () => {
  it('are compared by what they hold, not by how they came', () => {
    const before = [calendarOf([nights, audit])];
    const copy = JSON.parse(JSON.stringify(before)) as FreezeCalendar[];
    expect(compareCalendars(before, copy, services, period)).toEqual([]);
    const split = [
      calendarOf([audit], 'freezecalendar:default/audit'),
      calendarOf([nights], 'freezecalendar:default/nights'),
    ];
    expect(compareCalendars(before, split, services, period)).toEqual([]);
    expect(
      compareCalendars(before, [calendarOf([audit])], services, period),
    ).toMatchObject([
      { before: 'block', after: 'open', to: at('2026-06-02T06:00') },
      {
        from: at('2026-06-02T06:00'),
        to: at('2026-06-02T08:00'),
        before: 'block',
        after: 'approval',
      },
      { from: at('2026-06-02T20:00'), before: 'block', after: 'open' },
    ]);
  });
});

it('refuses what is no period', () => {
  const backwards = { start: period.end, end: period.start };
  expect(() => ask({ period: backwards })).toThrow('is no stretch of time');
  expect(() =>
    ask({ period: { start: period.start, end: Date.UTC(2300, 0, 1) } }),
  ).toThrow('1970 to 2199');
});
