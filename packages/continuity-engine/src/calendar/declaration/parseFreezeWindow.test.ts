import { formatProblem } from '../../time';
import type { FreezeWindow, FreezeWindowDeclaration } from '../types';
import { parseFreezeWindow, type WindowDefaults } from './parseFreezeWindow';

const defaults: WindowDefaults = {
  timezone: 'Europe/Zurich',
  owner: 'group:default/finance-operations',
  scope: {},
};

const once = {
  id: 'close',
  title: 'Close',
  reason: 'Books are closed',
  start: '2026-01-30T18:00:00',
  end: '2026-01-31T08:00:00',
};
const daily = { ...once, rrule: 'FREQ=DAILY' };
const allDay = {
  id: 'day',
  title: 'Day',
  reason: 'A holiday',
  start: '2026-12-25',
};

const read = (value: unknown, more: Partial<WindowDefaults> = {}) =>
  parseFreezeWindow(value, 'window', { ...defaults, ...more });

function windowOf(
  value: object,
  more: Partial<WindowDefaults> = {},
): FreezeWindow {
  const result = read(value, more);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join());
  return result.window;
}

function problemsOf(
  value: unknown,
  more: Partial<WindowDefaults> = {},
): string[] {
  const result = read(value, more);
  return result.ok ? [] : result.problems.map(formatProblem);
}

describe('parseFreezeWindow', () => {
  it('reads every part', () => {
    const declared: Required<Omit<FreezeWindowDeclaration, 'duration'>> = {
      ...once,
      owner: 'user:jane',
      link: 'https://example.com/close',
      effect: 'maintenance',
      enforcement: 'warn',
      onRunning: 'pause',
      rollbacksExempt: false,
      timezone: 'America/New_York',
      rrule: 'freq=daily;count=9',
      rdates: ['2026-03-01T18:00', { start: '2026-02-20T00:00:00' }],
      exdates: ['2026-02-01T18:00:00'],
      overrides: [
        {
          occurrence: '2026-02-02T18:00:00',
          start: '2026-02-03T06:00:00',
          end: '2026-02-03T07:00:00',
          title: 'Short close',
          reason: 'Half of the books',
        },
      ],
      scope: {
        tiers: ['tier-1'],
        systems: ['Payments', 'system:other/ledger'],
        businessFunctions: ['checkout'],
        environments: ['production'],
        regions: ['eu-west-1'],
        classes: ['standard'],
        entities: { 'spec.type': 'service' },
        except: {
          systems: ['cards'],
          businessFunctions: ['businessfunction:default/payroll'],
          tiers: ['unclassified'],
        },
      },
    };
    expect(
      windowOf(declared, {
        defaultNamespace: 'finance',
        tierIds: ['tier-1', 'tier-2'],
      }),
    ).toEqual({
      id: 'close',
      title: 'Close',
      reason: 'Books are closed',
      owner: 'user:finance/jane',
      link: 'https://example.com/close',
      effect: 'maintenance',
      enforcement: 'warn',
      onRunning: 'pause',
      rollbacksExempt: false,
      timezone: 'America/New_York',
      start: '2026-01-30T18:00:00',
      length: { by: 'end', end: '2026-01-31T08:00:00' },
      allDay: false,
      rrule: 'FREQ=DAILY;COUNT=9',
      rdates: [
        { start: '2026-02-20T00:00:00' },
        { start: '2026-03-01T18:00:00' },
      ],
      exdates: ['2026-02-01T18:00:00'],
      overrides: [
        {
          occurrence: '2026-02-02T18:00:00',
          start: '2026-02-03T06:00:00',
          length: { by: 'end', end: '2026-02-03T07:00:00' },
          title: 'Short close',
          reason: 'Half of the books',
        },
      ],
      scope: {
        tiers: ['tier-1'],
        systems: ['system:finance/payments', 'system:other/ledger'],
        businessFunctions: ['businessfunction:finance/checkout'],
        environments: ['production'],
        regions: ['eu-west-1'],
        classes: ['standard'],
        entities: { 'spec.type': 'service' },
        except: {
          systems: ['system:finance/cards'],
          businessFunctions: ['businessfunction:default/payroll'],
          tiers: ['unclassified'],
        },
      },
    });
  });

  it('belongs to the owner of its calendar when it names none', () => {
    expect(windowOf(once).owner).toBe('group:default/finance-operations');
    expect(windowOf({ ...once, owner: 'Ops' }).owner).toBe('group:default/ops');
  });

  it('reads dates of an all-day window, each with or without an end', () => {
    expect(
      windowOf({
        ...allDay,
        rdates: ['2027-12-24', { start: '2026-12-31', end: '2027-01-02' }],
        overrides: [
          { occurrence: '2026-12-25', duration: 'P2D' },
          { occurrence: '2027-12-24', start: '2027-12-23', end: '2027-12-25' },
        ],
      }),
    ).toMatchObject({
      start: '2026-12-25T00:00:00',
      length: { by: 'duration', duration: 'P1D' },
      allDay: true,
      rdates: [
        { start: '2026-12-31T00:00:00', end: '2027-01-02T00:00:00' },
        { start: '2027-12-24T00:00:00' },
      ],
      overrides: [
        {
          occurrence: '2026-12-25T00:00:00',
          length: { by: 'duration', duration: 'P2D' },
        },
        {
          occurrence: '2027-12-24T00:00:00',
          start: '2027-12-23T00:00:00',
          length: { by: 'end', end: '2027-12-25T00:00:00' },
        },
      ],
    });
  });

  it.each<[string, unknown[], FreezeWindow['rdates']]>([
    ['the start of a window without a rule', ['2026-01-30T18:00'], []],
    [
      'a shorter occurrence at the start',
      [{ start: '2026-01-30T18:00', end: '2026-01-30T19:00' }],
      [],
    ],
    [
      'one date twice',
      ['2026-02-02T18:00', '2026-02-02T18:00:00'],
      [{ start: '2026-02-02T18:00:00' }],
    ],
    [
      'one date with two ends',
      [
        { start: '2026-02-02T18:00', end: '2026-02-04T00:00' },
        { start: '2026-02-02T18:00', end: '2026-02-05T00:00' },
        { start: '2026-02-02T18:00', end: '2026-02-03T00:00' },
        '2026-02-02T18:00',
      ],
      [{ start: '2026-02-02T18:00:00', end: '2026-02-05T00:00:00' }],
    ],
    [
      'one date, once as long as the window is anyway',
      [
        { start: '2026-02-02T18:00', end: '2026-02-03T08:00' },
        '2026-02-02T18:00',
      ],
      [{ start: '2026-02-02T18:00:00' }],
    ],
  ])('counts once: %s', (_, rdates, expected) => {
    expect(windowOf({ ...once, rdates }).rdates).toEqual(expected);
    expect(windowOf({ ...once, rdates: rdates.toReversed() }).rdates).toEqual(
      expected,
    );
  });

  it('keeps an extra date that is longer than the start it falls on', () => {
    const longer = { start: '2026-01-30T18:00', end: '2026-02-09T00:00' };
    for (const declared of [once, daily]) {
      expect(windowOf({ ...declared, rdates: [longer] }).rdates).toEqual([
        { start: '2026-01-30T18:00:00', end: '2026-02-09T00:00:00' },
      ]);
    }
    expect(windowOf({ ...daily, rdates: ['2026-02-01T18:00'] }).rdates).toEqual(
      [],
    );
  });

  it('lets exdates cancel extra dates too, and the start beside them', () => {
    expect(
      windowOf({
        ...once,
        rdates: ['2026-02-02T18:00', '2026-02-03T18:00'],
        exdates: ['2026-02-03T18:00', '2026-01-30T18:00', '2026-02-03T18:00'],
      }).exdates,
    ).toEqual(['2026-01-30T18:00:00', '2026-02-03T18:00:00']);
  });

  it('takes a rule that does not yield the start, and a date that it then needs', () => {
    expect(
      windowOf({
        ...once,
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
        rdates: ['2026-01-30T18:00'],
      }).rdates,
    ).toEqual([{ start: '2026-01-30T18:00:00' }]);
  });

  it('is for whom the calendar is for, part by part', () => {
    const scope = {
      tiers: ['tier-1'],
      except: { regions: ['eu-west-1'] },
    };
    expect(
      windowOf({ ...once, scope: { environments: ['production'] } }, { scope })
        .scope,
    ).toEqual({ ...scope, environments: ['production'] });
    expect(
      windowOf({ ...once, scope: { except: { tiers: ['tier-2'] } } }, { scope })
        .scope,
    ).toEqual({ tiers: ['tier-1'], except: { tiers: ['tier-2'] } });
    // An empty one says: without the calendar's exceptions.
    expect(
      windowOf({ ...once, scope: { except: {} } }, { scope }).scope,
    ).toEqual({ tiers: ['tier-1'] });
  });

  it.each<[unknown, string | RegExp]>([
    [
      { ...once, owner: 'component:default/x' },
      'window.owner: "component:default/x" is not a reference to a group or user, e.g. group:default/finance-operations',
    ],
    [
      { ...once, effect: 'thaw' },
      'window.effect: "thaw" is not one of freeze, maintenance',
    ],
    [
      { ...once, onRunning: 'kill' },
      'window.onRunning: "kill" is not one of finish, pause',
    ],
    [
      { ...once, rollbacksExempt: 'yes' },
      'window.rollbacksExempt: "yes" is not true or false',
    ],
    [
      { ...once, rdates: '2026-02-02' },
      'window.rdates: "2026-02-02" is not a list of dates or times',
    ],
    [
      { ...once, rdates: ['2026-02-02'] },
      'window.rdates.0: "2026-02-02" is a date, but start has a time; expected a time such as 2026-01-30T18:00:00',
    ],
    [
      { ...allDay, rrule: 'FREQ=DAILY;BYHOUR=9' },
      /^window\.rrule: BYHOUR names a time of day, but start is a date/,
    ],
    [
      { ...allDay, rdates: ['2026-02-02T18:00:00'] },
      'window.rdates.0: "2026-02-02T18:00:00" has a time, but start is a date; expected a date',
    ],
    [
      { ...once, rdates: ['2026-02-02T18:00:00Z'] },
      /^window\.rdates\.0: "2026-02-02T18:00:00Z" has an offset/,
    ],
    [
      { ...once, rdates: [7] },
      'window.rdates.0: 7 is not a date or time, or one with an end of its own',
    ],
    [
      { ...once, rdates: [{ end: '2026-02-02T18:00:00' }] },
      'window.rdates.0.start: is missing; expected a date or time',
    ],
    [
      { ...once, rdates: [{ start: '2026-02-02T18:00', duration: 'PT1H' }] },
      'window.rdates.0.duration: "duration" is not known here; expected one of start, end',
    ],
    [
      {
        ...once,
        rdates: [{ start: '2026-02-02T18:00', end: '2026-02-02T18:00' }],
      },
      'window.rdates.0.end: "2026-02-02T18:00" is not after start "2026-02-02T18:00"; expected a later one',
    ],
    [
      {
        ...once,
        rdates: [{ start: '2026-02-02T18:00', end: '2150-02-02T18:00' }],
      },
      'window.rdates.0.end: "2150-02-02T18:00" makes a window longer than 100 years; expected a shorter one',
    ],
    [
      { ...once, exdates: ['2026-01-30T18:00:00'] },
      'window.exdates: ["2026-01-30T18:00:00"] has no meaning for a window that occurs once; expected an rrule or rdates beside it',
    ],
    [
      {
        ...daily,
        exdates: ['2026-02-02T18:00:00', '2026-02-01T17:00:00'],
      },
      'window.exdates.1: "2026-02-01T17:00:00" is not the start of an occurrence, so it cancels nothing; expected one such as 2026-02-01T18:00:00',
    ],
    [
      {
        ...once,
        rdates: ['2026-02-02T18:00'],
        exdates: ['2026-02-02T18:00', '2026-01-30T18:00'],
      },
      'window.exdates: ["2026-02-02T18:00:00","2026-01-30T18:00:00"] cancels every occurrence; expected at least one that takes place',
    ],
    [
      { ...daily, overrides: [{ start: '2026-02-02T18:00:00' }] },
      'window.overrides.0.occurrence: is missing; expected a date or time',
    ],
    [
      { ...daily, overrides: [{ occurrence: '2026-02-02' }] },
      /^window\.overrides\.0\.occurrence: "2026-02-02" is a date, but start has a time/,
    ],
    [
      { ...daily, overrides: [{ occurrence: '2026-02-02T19:00:00' }] },
      'window.overrides.0.occurrence: "2026-02-02T19:00:00" is not the start of an occurrence, so it changes nothing; expected one such as 2026-02-02T18:00:00',
    ],
    [
      { ...once, overrides: [{ occurrence: '2026-02-02T19:00:00' }] },
      /expected one such as 2026-01-30T18:00:00$/,
    ],
    [
      {
        ...daily,
        overrides: [
          { occurrence: '2026-02-02T18:00:00', title: 'a' },
          { occurrence: '2026-02-02T18:00', title: 'b' },
        ],
      },
      'window.overrides.1.occurrence: "2026-02-02T18:00:00" stands at window.overrides.0 already; expected each occurrence once',
    ],
    [
      {
        ...daily,
        exdates: ['2026-02-02T18:00:00'],
        overrides: [{ occurrence: '2026-02-02T18:00:00' }],
      },
      'window.overrides.0.occurrence: "2026-02-02T18:00:00" is cancelled by exdates; expected it in one of the two',
    ],
    [
      {
        ...daily,
        overrides: [
          { occurrence: '2026-02-02T18:00', end: '2026-02-02T17:00:00' },
        ],
      },
      'window.overrides.0.end: "2026-02-02T17:00:00" is not after start "2026-02-02T18:00"; expected a later one',
    ],
    [
      {
        ...daily,
        overrides: [
          {
            occurrence: '2026-02-02T18:00',
            start: '2026-02-09T18:00',
            end: '2026-02-08T17:00:00',
          },
        ],
      },
      'window.overrides.0.end: "2026-02-08T17:00:00" is not after start "2026-02-09T18:00"; expected a later one',
    ],
    [
      {
        ...daily,
        overrides: [
          {
            occurrence: '2026-02-02T18:00',
            end: '2026-02-03T18:00',
            duration: 'PT1H',
          },
        ],
      },
      'window.overrides.0.end: "2026-02-03T18:00" stands beside duration "PT1H"; expected one of them',
    ],
    [
      {
        ...daily,
        overrides: [{ occurrence: '2026-02-02T18:00', duration: 'PT0H' }],
      },
      /^window\.overrides\.0\.duration: "PT0H" is no time at all/,
    ],
    [
      {
        ...allDay,
        overrides: [{ occurrence: '2026-12-25', duration: 'PT1H' }],
      },
      /^window\.overrides\.0\.duration: "PT1H" has hours, but start is a date/,
    ],
    [
      {
        ...daily,
        overrides: [{ occurrence: '2026-02-02T18:00', title: '  ' }],
      },
      'window.overrides.0.title: "  " is not a text',
    ],
    [
      { ...daily, overrides: [{ occurrence: '2026-02-02T18:00', scope: {} }] },
      /^window\.overrides\.0\.scope: "scope" is not known here/,
    ],
    [
      { ...once, rrule: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' },
      /^window\.rrule: "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30" matches no date within 100 years from 2026-01-30T18:00:00: BYMONTH=2 and BYMONTHDAY=30 leave nothing together/,
    ],
    [
      { ...once, scope: { systems: ['component:default/x'] } },
      'window.scope.systems.0: "component:default/x" is not a reference to a system, e.g. system:default/payments',
    ],
    [
      { ...once, scope: { systems: ['a b'] } },
      'window.scope.systems.0: "a b" is not a reference to a system, e.g. system:default/payments',
    ],
    [
      { ...once, scope: { except: { businessFunctions: ['system:x'] } } },
      'window.scope.except.businessFunctions.0: "system:x" is not a reference to a business function, e.g. businessfunction:default/checkout',
    ],
    [
      { ...once, scope: { except: { regions: [] } } },
      'window.scope.except.regions: [] is not a list of regions, not empty',
    ],
    [
      { ...once, scope: { except: { except: {} } } },
      /^window\.scope\.except\.except: "except" is not known here/,
    ],
    [
      { ...once, scope: { except: null } },
      'window.scope.except: null is not the exceptions of a scope',
    ],
    [
      { ...once, scope: { except: { entities: { kind: { $in: [] } } } } },
      /^window\.scope\.except\.entities: .* has an empty \$in/,
    ],
    [
      { ...once, scope: { tiers: ['tier-1'], except: { tiers: ['tier-9'] } } },
      'window.scope.except.tiers.0: "tier-9" is not a tier; expected one of tier-1, unclassified',
    ],
  ])('refuses %j', (declared, message) => {
    const problems = problemsOf(declared, { tierIds: ['tier-1'] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  it.each(['rdates', 'exdates', 'overrides'])(
    'takes a thousand %s and no more',
    part => {
      const list = (length: number) =>
        Array.from({ length }, (_, index) => {
          const day = Date.UTC(2026, 0, 30 + index);
          const start = `${new Date(day).toISOString().slice(0, 10)}T18:00:00`;
          return part === 'overrides' ? { occurrence: start } : start;
        });
      expect(problemsOf({ ...daily, [part]: list(1_000) })).toEqual([]);
      expect(problemsOf({ ...daily, [part]: list(1_001) })).toEqual([
        expect.stringMatching(/, at most 1000$/),
      ]);
    },
  );

  it('refuses a predicate that is nested without end', () => {
    let entities: object = { kind: 'Component' };
    for (let level = 0; level < 5_000; level++) entities = { $not: entities };
    expect(problemsOf({ ...once, scope: { entities } })).toEqual([
      expect.stringMatching(/is nested deeper than 20 levels$/),
    ]);
  });

  it('names paths from wherever the window stands', () => {
    const result = parseFreezeWindow({ ...once, end: 'x' }, '', defaults);
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
      'end',
    ]);
  });
});
