import { parseFreezeWindow } from '../declaration/parseFreezeWindow';
import { holidaysOf, ZURICH } from '../peaks/__testUtils__/holidays';
import type { FreezeWindow, WindowScope } from '../types';
import { parseFreezeCalendar } from '../declaration/parseFreezeCalendar';
import {
  lintCalendar,
  lintCalendarInSteps,
  lintReadableWindows,
  lintWindow,
} from './lintCalendar';
import { problemsAsFindings } from './problemsAsFindings';
import { calendarOf, NOW, SERVICES, windowOf } from './__testUtils__/windows';

const maintenance = windowOf({
  id: 'maintenance',
  effect: 'maintenance',
  timezone: 'UTC',
  start: '2026-02-07T20:00:00',
  rrule: 'FREQ=WEEKLY;BYDAY=SA',
});

const weekends = windowOf({
  id: 'weekends',
  timezone: 'UTC',
  start: '2026-01-03T00:00:00',
  length: { by: 'duration', duration: 'P2D' },
  rrule: 'FREQ=WEEKLY;BYDAY=SA',
});

function lint(
  windows: FreezeWindow[],
  context: Partial<Parameters<typeof lintCalendar>[1]> = {},
) {
  return lintCalendar(calendarOf(windows), { now: NOW, ...context });
}

describe('whom it is for', () => {
  it.each<[string, WindowScope, string, string]>([
    [
      'a tier that no service has',
      { tiers: ['tier-9'], environments: ['production'] },
      'No service is in tiers tier-9, so it is for nobody.',
      'Write one that exists: tier-1, tier-2.',
    ],
    [
      'an environment by another name',
      { environments: ['prod'] },
      'No service is in environments prod, so it is for nobody.',
      'Write one that exists: production, staging.',
    ],
    [
      'a function that nothing supports',
      { businessFunctions: ['businessfunction:default/lend'] },
      'No service is in businessFunctions businessfunction:default/lend, so it is for nobody.',
      'Write one that exists: businessfunction:default/pay.',
    ],
    [
      'a filter with a typo',
      { entities: { 'spec.typ': 'batch' } },
      'Its entity filter {"spec.typ":"batch"} matches no service, so it is for nobody.',
      'Compare the filter with an entity that it is meant for: the path, and the value as it stands there.',
    ],
    [
      'parts that never meet',
      { systems: ['system:default/cards'], tiers: ['tier-1'] },
      'No service meets all parts of its scope at once (For tier tier-1. For system cards.), so it is for nobody.',
      'Leave out the part that is too narrow, or write a window for each group that is meant.',
    ],
    [
      'an exception that takes everybody out',
      { tiers: ['tier-1'], except: { tiers: ['tier-1'] } },
      'No service meets all parts of its scope at once (For tier tier-1. Not for tier tier-1.), so it is for nobody.',
      'Leave out the part that is too narrow, or write a window for each group that is meant.',
    ],
  ])('nobody: %s', (_, scope, message, remedy) => {
    expect(lint([windowOf({ scope })], { services: SERVICES })).toEqual([
      {
        rule: 'scope-matches-nothing',
        severity: 'warning',
        windowId: 'w',
        path: 'spec.windows.0.scope',
        message,
        remedy,
      },
    ]);
    // Without services nobody can tell.
    expect(lint([windowOf({ scope })])).toEqual([]);
    expect(lint([windowOf({ scope })], { services: [] })).toEqual([]);
  });

  it.each<[string, WindowScope]>([
    ['one service', { businessFunctions: ['businessfunction:default/pay'] }],
    ['a class that a release may have', { classes: ['emergency'] }],
    ['everybody in one environment', { environments: ['staging'] }],
    ['everything but emergencies', { classes: ['standard', 'major'] }],
  ])('somebody: %s', (_, scope) => {
    expect(lint([windowOf({ scope })], { services: SERVICES })).toEqual([]);
  });

  it('everybody, by a scope that leaves nobody out', () => {
    const scope = { tiers: ['tier-1', 'tier-2', 'unclassified'] };
    expect(lint([windowOf({ scope })], { services: SERVICES })).toMatchObject([
      {
        rule: 'scope-matches-everything',
        severity: 'info',
        message: expect.stringContaining('all 12 services'),
      },
    ]);
    // One of each kind is enough, when it is said how many there are.
    expect(
      lint([windowOf({ scope })], {
        services: SERVICES.slice(0, 1),
        serviceCount: 5000,
      }),
    ).toMatchObject([
      { message: expect.stringContaining('all 5000 services') },
    ]);
    // Of the services of one team everybody may well be meant.
    expect(
      lint([windowOf({ scope })], { services: SERVICES.slice(0, 6) }),
    ).toEqual([]);
  });
});

describe('windows of one owner', () => {
  it('maintenance inside a freeze never opens', () => {
    expect(lint([maintenance, weekends])).toEqual([
      {
        rule: 'contradicts',
        severity: 'error',
        windowId: 'maintenance',
        path: 'spec.windows.0',
        message: expect.stringMatching(
          /^"maintenance" opens only while "weekends" closes: each of its next 15\d occurrences lies within the freeze, .* before the last of them, at 2028-12-\S+, is over/,
        ),
        remedy: expect.stringContaining('Move one of them'),
        dates: expect.arrayContaining(['2026-02-07T20:00:00']),
      },
    ]);
  });

  it('is told once, in whatever order they stand', () => {
    const [finding, ...more] = lint([weekends, maintenance]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      windowId: 'maintenance',
      path: 'spec.windows.1',
    });
  });

  it('is told across calendars, at the window that is looked at', () => {
    const siblings = [
      calendarOf([maintenance], { ref: 'freezecalendar:default/other' }),
    ];
    expect(lint([weekends], { siblings })).toMatchObject([
      {
        windowId: 'weekends',
        message: expect.stringContaining(
          '"maintenance" of freezecalendar:default/other opens only while "weekends" closes',
        ),
      },
    ]);
    expect(lintWindow(weekends, { now: NOW, siblings })).toHaveLength(1);
    // The calendar itself among them is no other.
    expect(lint([weekends], { siblings: [calendarOf([maintenance])] })).toEqual(
      [],
    );
  });

  it.each<[string, FreezeWindow, FreezeWindow]>([
    [
      'of another owner',
      maintenance,
      { ...weekends, owner: 'group:default/other' },
    ],
    ['that only warns', maintenance, { ...weekends, enforcement: 'warn' }],
    [
      'for other environments',
      maintenance,
      { ...weekends, scope: { environments: ['staging'] } },
    ],
    [
      'that excepts those who have it',
      maintenance,
      { ...weekends, scope: { except: { environments: ['production'] } } },
    ],
    [
      'whose filter may be for others',
      { ...maintenance, scope: { entities: { 'spec.type': 'batch' } } },
      { ...weekends, scope: { entities: { 'spec.type': 'service' } } },
    ],
    [
      'that leaves one Saturday open',
      maintenance,
      { ...weekends, exdates: ['2026-06-06T00:00:00'] },
    ],
    [
      'that ends an hour before it opens',
      { ...maintenance, start: '2026-02-07T20:00:00' },
      {
        ...weekends,
        length: { by: 'duration', duration: 'PT23H' },
      },
    ],
  ])('do not contradict a freeze %s', (_, one, other) => {
    expect(
      lint([one, other]).filter(({ rule }) => rule === 'contradicts'),
    ).toEqual([]);
  });

  it('scopes are compared by the services that exist', () => {
    const batch = {
      ...maintenance,
      scope: { entities: { 'spec.type': 'batch' } },
    };
    const freeze = (scope: WindowScope) => ({ ...weekends, scope });
    const rules = (scope: WindowScope) =>
      lint([batch, freeze(scope)], { services: SERVICES })
        .map(({ rule }) => rule)
        .filter(rule => rule === 'contradicts');
    expect(rules({ tiers: ['tier-1'] })).toEqual(['contradicts']);
    expect(rules({ tiers: ['tier-2'] })).toEqual([]);
  });

  it('the same times and scope, enforced differently', () => {
    const scope = { environments: ['production', 'staging'] };
    const turned = { environments: ['staging', 'production'] };
    const strict = windowOf({ id: 'strict', scope });
    const mild = windowOf({
      id: 'mild',
      enforcement: 'warn',
      scope: turned,
      length: { by: 'end', end: '2026-02-02T22:00:00' },
    });
    expect(lint([strict, mild])).toEqual([
      {
        rule: 'contradicts',
        severity: 'warning',
        windowId: 'mild',
        path: 'spec.windows.1.enforcement',
        message:
          '"mild" (warn) and "strict" (block) take place at the same times for the same scope; the strictest wins, so "mild" has no effect.',
        remedy:
          'Keep one of them, with the enforcement that is meant: warn or block.',
        dates: ['2026-02-02T18:00:00'],
      },
    ]);
    expect(lint([strict, { ...mild, start: '2026-02-02T17:30:00' }])).toEqual(
      [],
    );
    expect(lint([strict, { ...mild, scope: {} }])).toMatchObject([
      { rule: 'scope-matches-everything' },
    ]);
  });

  const late = windowOf({
    id: 'late',
    start: '2026-02-06T22:00:00',
    length: { by: 'duration', duration: 'PT10H' },
    rrule: 'FREQ=WEEKLY;BYDAY=FR',
  });
  const later = { ...late, id: 'later', start: '2026-02-06T23:00:00' };

  it.each<[string, FreezeWindow[], object]>([
    [
      'the same times',
      [late, { ...late, id: 'copy' }],
      {
        severity: 'warning',
        windowId: 'copy',
        path: 'spec.windows.1',
        message:
          '"late" and "copy" take place at the same times for the same scope, and do the same.',
        dates: expect.arrayContaining(['2026-02-06T22:00:00']),
      },
    ],
    [
      'an overlap every time',
      [late, later],
      {
        severity: 'warning',
        windowId: 'later',
        message: expect.stringContaining(
          '"late" and "later" overlap every time',
        ),
        remedy: expect.stringContaining('Write one window'),
      },
    ],
    [
      'one within the other',
      [
        { ...weekends, scope: late.scope },
        {
          ...late,
          start: '2026-02-07T04:00:00',
          rrule: 'FREQ=WEEKLY;BYDAY=SA',
        },
      ],
      {
        severity: 'info',
        windowId: 'late',
        message: expect.stringMatching(
          /^"late" lies within "weekends" each of the next 15\d times, for the same scope, so it changes nothing/,
        ),
      },
    ],
    [
      'one that happens once, within one that only asks for less',
      [
        { ...windowOf({ id: 'day', enforcement: 'warn' }), scope: late.scope },
        {
          ...windowOf({ id: 'week' }),
          scope: late.scope,
          start: '2026-02-01T00:00:00',
          length: { by: 'duration', duration: 'P7D' },
        },
      ],
      {
        severity: 'info',
        windowId: 'day',
        message: expect.stringContaining('lies within "week" altogether'),
      },
    ],
  ])('%s says nothing new', (_, windows, finding) => {
    const told = (list: FreezeWindow[]) =>
      lint(list).filter(({ rule }) => rule === 'overlaps-another');
    expect(told(windows)).toEqual([expect.objectContaining(finding)]);
    expect(told([...windows].reverse())).toHaveLength(1);
  });

  it.each<[string, FreezeWindow[]]>([
    [
      'now and then',
      [
        { ...weekends, scope: late.scope },
        {
          ...late,
          start: '2026-01-31T18:00:00',
          rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
        },
      ],
    ],
    [
      'never',
      [
        late,
        {
          ...later,
          start: '2026-02-07T08:00:00',
          rrule: 'FREQ=WEEKLY;BYDAY=SA',
        },
      ],
    ],
    [
      'for others',
      [late, { ...late, id: 'x', scope: { environments: ['staging'] } }],
    ],
    ['of others', [late, { ...late, id: 'x', owner: 'group:default/other' }]],
    [
      'with another word on rollbacks',
      [late, { ...late, id: 'x', rollbacksExempt: false }],
    ],
    [
      'the milder one around',
      [
        late,
        {
          ...late,
          id: 'x',
          enforcement: 'warn',
          length: { by: 'duration', duration: 'PT20H' },
        },
      ],
    ],
  ])('windows that overlap %s are left alone', (_, windows) => {
    expect(
      lint(windows).filter(({ rule }) => rule === 'overlaps-another'),
    ).toEqual([]);
  });

  it('maintenance that is not open this year is all right where another one is', () => {
    const seldom = {
      ...maintenance,
      id: 'seldom',
      start: '2028-02-05T23:00:00',
    };
    expect(lint([seldom])).toMatchObject([{ rule: 'effectively-permanent' }]);
    expect(lint([seldom, maintenance])).toEqual([]);
    const elsewhere = calendarOf(
      [{ ...maintenance, owner: 'group:default/other' }],
      { ref: 'freezecalendar:default/other' },
    );
    expect(lint([seldom], { siblings: [elsewhere] })).toEqual([]);
  });
});

describe('holidays that run out', () => {
  const holidays = [holidaysOf('zurich', ZURICH)];
  it.each<[string, string[]]>([
    ['2026-06-01', []],
    ['2027-10-02', []],
    [
      '2027-10-03',
      [
        'holidaycalendar:default/zurich lists holidays until 2027-12-31, 90 days from now',
      ],
    ],
    ['2027-12-30', ['until 2027-12-31, 2 days from now']],
    ['2028-01-01', ['until 2027-12-31, which is over']],
    ['2025-12-31', ['lists holidays from 2026-01-01 on']],
  ])('on %s: %s', (date, message) => {
    const now = Date.parse(`${date}T00:00:01Z`);
    expect(lintCalendar(calendarOf([]), { now, holidays })).toEqual(
      message.map(text => ({
        rule: 'holidays-run-out',
        severity: 'warning',
        message: expect.stringContaining(text),
        remedy: expect.stringContaining(
          'spec.days of holidaycalendar:default/zurich',
        ),
        dates: ['2027-12-31'],
      })),
    );
  });
});

describe('what the readers refuse, as findings', () => {
  const read = (part: object) => {
    const result = parseFreezeWindow(
      {
        id: 'w',
        title: 'A window',
        reason: 'Because',
        start: '2026-02-02T18:00:00',
        duration: 'PT4H',
        ...part,
      },
      'spec.windows.0',
      { timezone: 'Europe/Zurich', owner: 'group:default/x', scope: {} },
    );
    return problemsAsFindings(result.ok ? [] : result.problems);
  };

  it('says what is wrong apart from what to write', () => {
    expect(
      problemsAsFindings([
        {
          path: 'spec.windows.0.title',
          message: 'is missing; expected a text',
        },
        {
          path: 'spec.timezone',
          message: '"CET+1" is not an IANA time zone, e.g. Europe/Zurich',
        },
        { path: 'metadata.name', message: 'cannot be read' },
      ]),
    ).toEqual([
      {
        rule: 'invalid',
        severity: 'error',
        path: 'spec.windows.0.title',
        message: 'is missing',
        remedy: 'Write a text.',
      },
      {
        rule: 'invalid',
        severity: 'error',
        path: 'spec.timezone',
        message: '"CET+1" is not an IANA time zone, e.g. Europe/Zurich',
        remedy: 'Write an IANA time zone, e.g. Europe/Zurich.',
      },
      {
        rule: 'invalid',
        severity: 'error',
        path: 'metadata.name',
        message: 'cannot be read',
        remedy: 'Write what is meant there in another way.',
      },
    ]);
  });

  it.each([
    [
      'ends-before-start',
      { duration: undefined, end: '2026-02-02T06:00:00' },
      'spec.windows.0.end',
    ],
    [
      'never-occurs',
      { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
      'spec.windows.0.rrule',
    ],
    [
      'never-occurs',
      { rrule: 'FREQ=DAILY;COUNT=1', exdates: ['2026-02-02T18:00:00'] },
      'spec.windows.0.exdates',
    ],
    ['invalid', { enforcement: 'stop' }, 'spec.windows.0.enforcement'],
  ])('knows %s by name', (rule, part, path) => {
    expect(read(part)).toEqual([
      {
        rule,
        severity: 'error',
        path,
        message: expect.any(String),
        remedy: expect.stringMatching(/^Write .+\.$/),
      },
    ]);
  });
});

it('the same calendar gives the same findings, and order adds none', () => {
  const windows = [
    maintenance,
    weekends,
    windowOf({ id: 'x', scope: {} }),
    windowOf({ id: 'y', rrule: 'FREQ=HOURLY' }),
  ];
  const findings = lint(windows, { services: SERVICES });
  expect(findings.length).toBeGreaterThan(3);
  expect(lint(windows, { services: SERVICES })).toEqual(findings);
  const summary = (list: typeof findings) =>
    list.map(({ rule, windowId, message }) => [rule, windowId, message]).sort();
  expect(summary(lint([...windows].reverse(), { services: SERVICES }))).toEqual(
    summary(findings),
  );
});

it('is bounded, and says so, when windows that begin all the time are many', () => {
  const windows = Array.from({ length: 60 }, (_, index) =>
    windowOf({
      id: `w-${index}`,
      effect: index % 2 === 0 ? 'freeze' : 'maintenance',
      start: '2026-01-01T00:00:00',
      length: { by: 'duration', duration: 'PT30M' },
      rrule: 'FREQ=HOURLY',
    }),
  );
  const steps = lintCalendarInSteps(calendarOf(windows), { now: NOW });
  let count = 1;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count += 1;
  expect(count).toBeGreaterThan(100);
  const contradictions = step.value.filter(
    ({ rule }) => rule === 'contradicts',
  );
  expect(contradictions.length).toBeLessThan(30 * 30);
  expect(contradictions.at(-1)).toMatchObject({
    severity: 'info',
    message: expect.stringContaining('not all were held against each other'),
  });
});

describe('a calendar of which a window cannot be read', () => {
  const declared = (id: string, window: object) => ({
    id,
    title: id,
    reason: 'A reason',
    start: '2026-01-02T00:00:00',
    ...window,
  });
  const entityOf = (...windows: unknown[]) => ({
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name: 'mixed' },
    spec: { owner: 'group:default/ops', timezone: 'UTC', windows },
  });
  const bad = declared('bad', { duration: '2 hours' });
  const selfish = declared('selfish', { duration: 'P3D', rrule: 'FREQ=DAILY' });
  const rest = (entity: ReturnType<typeof entityOf>) =>
    lintReadableWindows(entity, parseFreezeCalendar(entity).problems, {
      now: NOW,
    });

  it('has its others looked at, under their own places', () => {
    const findings = rest(entityOf(bad, 'nonsense', selfish));
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'overlaps-itself',
        path: expect.stringMatching(/^spec\.windows\.2/),
      }),
    );
    expect(findings.map(({ path }) => path)).not.toContain('spec.windows.0');
  });

  it('has nothing said of it where more than windows is wrong', () => {
    const entity = entityOf(bad, selfish);
    expect(
      rest({ ...entity, spec: { ...entity.spec, timezone: 'Mars' } }),
    ).toEqual([]);
  });
});
