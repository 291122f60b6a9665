import { formatProblem } from '../../time';
import { parseFreezeCalendar } from '..';

const window = {
  id: 'month-end',
  title: 'Month-end close',
  reason: 'Books are closed',
  start: '2026-01-30T18:00:00',
  end: '2026-02-02T08:00:00',
};

const calendar = (spec: object = {}, ...windows: unknown[]) => ({
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: { name: 'Month-End-Close' },
  spec: {
    owner: 'finance-operations',
    timezone: 'Europe/Zurich',
    windows: windows.length > 0 ? windows : [window],
    ...spec,
  },
});

/** A string stands for itself, whole. */
const pattern = (message: string | RegExp) =>
  typeof message === 'string'
    ? new RegExp(`^${message.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`)
    : message;

const problemsOf = (entity: object) =>
  parseFreezeCalendar(entity).problems.map(formatProblem);

describe('parseFreezeCalendar', () => {
  it('fills in what is left out', () => {
    expect(parseFreezeCalendar(calendar())).toEqual({
      problems: [],
      calendar: {
        ref: 'freezecalendar:default/month-end-close',
        title: 'Month-End-Close',
        owner: 'group:default/finance-operations',
        origin: { kind: 'catalog' },
        windows: [
          {
            id: 'month-end',
            title: 'Month-end close',
            reason: 'Books are closed',
            owner: 'group:default/finance-operations',
            effect: 'freeze',
            enforcement: 'block',
            onRunning: 'finish',
            rollbacksExempt: true,
            timezone: 'Europe/Zurich',
            start: '2026-01-30T18:00:00',
            length: { by: 'end', end: '2026-02-02T08:00:00' },
            allDay: false,
            rdates: [],
            exdates: [],
            overrides: [],
            scope: {},
          },
        ],
      },
    });
  });

  it('reads an all-day window as one day from midnight', () => {
    const { end: _, ...open } = window;
    expect(
      parseFreezeCalendar(calendar({}, { ...open, start: '2026-12-25' }))
        .calendar?.windows[0],
    ).toMatchObject({
      start: '2026-12-25T00:00:00',
      length: { by: 'duration', duration: 'P1D' },
      allDay: true,
    });
  });

  it("replaces the calendar's scope part by part", () => {
    const entity = calendar(
      { scope: { tiers: ['tier-1'], environments: ['production'] } },
      { ...window, scope: { tiers: ['tier-2'], regions: ['eu-west-1'] } },
    );
    expect(parseFreezeCalendar(entity).calendar?.windows[0].scope).toEqual({
      tiers: ['tier-2'],
      environments: ['production'],
      regions: ['eu-west-1'],
    });
  });

  it('accepts everything at once', () => {
    const entity = calendar(
      {
        type: 'financial-close',
        freezes: ['component:default/ledger'],
        scope: { entities: { 'spec.type': { $in: ['service', 'website'] } } },
      },
      {
        ...window,
        link: 'https://example.com/close',
        effect: 'freeze',
        enforcement: 'approval',
        timezone: 'America/New_York',
        rrule: 'freq=monthly;bymonthday=-1',
        exdates: ['2026-03-31T18:00:00'],
        scope: { classes: ['standard', 'major'] },
      },
    );
    expect(parseFreezeCalendar(entity).problems).toEqual([]);
  });

  const rule = (rrule: string) => ({ ...window, rrule });
  const without = (key: keyof typeof window, more: object = {}) => {
    const { [key]: _, ...rest } = window;
    return { ...rest, ...more };
  };

  it.each<[unknown, string | RegExp]>([
    ['monthly', 'spec.windows.0: "monthly" is not a freeze window'],
    [without('id'), /^spec\.windows\.0\.id: is missing; expected an id/],
    [{ ...window, id: 'Month End' }, /"Month End" is not an id of lower-case/],
    [{ ...window, reason: ' ' }, 'spec.windows.0.reason: " " is not a text'],
    [
      { ...window, colour: 'red' },
      /^spec\.windows\.0\.colour: "colour" is not known here; expected one of id, title/,
    ],
    [
      { ...window, link: 'ftp://example.com' },
      'spec.windows.0.link: "ftp://example.com" is not an http or https address',
    ],
    [
      { ...window, effect: 'thaw' },
      'spec.windows.0.effect: "thaw" is not one of freeze, maintenance',
    ],
    [
      { ...window, enforcement: 'maybe' },
      'spec.windows.0.enforcement: "maybe" is not one of block, approval, warn',
    ],
    [
      { ...window, timezone: 'Europe/Zürich' },
      'spec.windows.0.timezone: "Europe/Zürich" is not an IANA time zone, e.g. Europe/Zurich',
    ],
    [
      { ...window, timezone: '+01:00' },
      'spec.windows.0.timezone: "+01:00" is not an IANA time zone, e.g. Europe/Zurich',
    ],
    [
      { ...window, start: '2026-02-30T18:00:00' },
      /^spec\.windows\.0\.start: "2026-02-30T18:00:00" is not a date from 1970 to 2199/,
    ],
    [
      { ...window, start: '2026-01-30T18:00:00Z' },
      /"2026-01-30T18:00:00Z" has an offset; expected the time on the clock/,
    ],
    [
      { ...window, end: '2026-01-30T18:00:00' },
      'spec.windows.0.end: "2026-01-30T18:00:00" is not after start "2026-01-30T18:00:00"; expected a later one',
    ],
    [
      { ...window, end: '2026-02-02' },
      'spec.windows.0.end: "2026-02-02" is a date, but start has a time; expected a time such as 2026-01-30T18:00:00',
    ],
    [
      { ...window, start: '2026-01-30', end: '2026-01-30' },
      /is not after start "2026-01-30"; expected a later one \(the day of end is not frozen any more\)$/,
    ],
    [
      { ...window, duration: 'P3D' },
      'spec.windows.0.end: "2026-02-02T08:00:00" stands beside duration "P3D"; expected one of them',
    ],
    [without('end'), /^spec\.windows\.0\.end: is missing, and so is duration/],
    [
      without('end', { duration: 'PT0S' }),
      /^spec\.windows\.0\.duration: "PT0S" is no time at all/,
    ],
    [
      without('end', { duration: '3 days' }),
      'spec.windows.0.duration: "3 days" is not an ISO 8601 duration, e.g. PT1H',
    ],
    [
      without('end', { start: '2026-01-30', duration: 'PT12H' }),
      /"PT12H" has hours, but start is a date/,
    ],
    [
      without('end', { duration: 'P2Y', rrule: 'FREQ=DAILY' }),
      /"P2Y" makes a recurring window longer than 366 days/,
    ],
    [
      { ...window, exdates: ['2026-01-30T18:00:00'] },
      /^spec\.windows\.0\.exdates: .* has no meaning for a window that occurs once/,
    ],
    [
      {
        ...rule('FREQ=MONTHLY;BYMONTHDAY=-1'),
        exdates: ['2026-03-31T17:00:00'],
      },
      'spec.windows.0.exdates.0: "2026-03-31T17:00:00" is not the start of an occurrence, so it cancels nothing; expected one such as 2026-03-31T18:00:00',
    ],
    [
      { ...rule('FREQ=DAILY;COUNT=1'), exdates: ['2026-01-30T18:00:00'] },
      /cancels every occurrence/,
    ],
    [
      { ...rule('FREQ=DAILY'), exdates: ['2026-02-01'] },
      /^spec\.windows\.0\.exdates\.0: "2026-02-01" is a date, but start has a time/,
    ],
    [{ ...window, scope: { tiers: [] } }, /tiers: \[\] is not a list of/],
    [
      { ...window, scope: { classes: ['hotfix'] } },
      'spec.windows.0.scope.classes.0: "hotfix" is not one of standard, major, emergency',
    ],
    [
      { ...window, scope: { entities: 'component' } },
      /^spec\.windows\.0\.scope\.entities: "component" is not a filter predicate/,
    ],
    [
      { ...window, scope: { entities: { kind: { $like: 'x' } } } },
      /scope\.entities: .* is not a filter predicate/,
    ],
    [
      {
        ...window,
        scope: { entities: { kind: { $in: ['x'], $exists: true } } },
      },
      /one operator in each object$/,
    ],
    [
      { ...window, scope: { entities: { kind: { $in: [] } } } },
      /has an empty \$in, which matches nothing$/,
    ],
  ])('refuses %j', (declared, message) => {
    const problems = problemsOf(calendar({}, declared));
    expect(problems).toEqual([expect.stringMatching(pattern(message))]);
  });

  it.each<[string, string | RegExp]>([
    // What a rule may say is tested beside parseRecurrenceRule.
    ['RRULE:FREQ=DAILY', /carries a property name/],
    ['FREQ=WEEKLY;BYDAY=1MO', /^BYDAY has a number, which FREQ=WEEKLY/],
    ['FREQ=SECONDLY', /^FREQ=SECONDLY has up to 86400 starts on one day/],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /matches no date within 100 years/],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', /matches no date within 100 years/],
    ['FREQ=DAILY;UNTIL=20250101', /matches no date within 100 years/],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', /matches no date/],
  ])('refuses the rule %p', (rrule, message) => {
    const [first, ...more] = problemsOf(calendar({}, rule(rrule)));
    expect(more).toEqual([]);
    const said = first.replace('spec.windows.0.rrule: ', '');
    expect(said).toEqual(expect.stringMatching(pattern(message)));
  });

  it.each<[object, string | RegExp]>([
    [{ owner: undefined }, /^spec\.owner: is missing/],
    [{ owner: 'component:default/x' }, /^spec\.owner: "component:default\/x"/],
    [{ timezone: 'CEST' }, /^spec\.timezone: "CEST" is not an IANA/],
    [{ windows: [] }, 'spec.windows: [] is not a list of windows, not empty'],
    [{ rules: [] }, /^spec\.rules: "rules" is not known here/],
    [{ freezes: ['x'] }, /^spec\.freezes\.0: "x" is not an entity reference/],
  ])('refuses a spec with %j', (spec, message) => {
    expect(problemsOf(calendar(spec))).toEqual([
      expect.stringMatching(pattern(message)),
    ]);
  });

  it('reports every problem of every window', () => {
    expect(
      problemsOf(
        calendar({}, { ...window, end: 'x' }, rule('FREQ=SECONDLY'), window),
      ),
    ).toEqual([
      expect.stringMatching(/^spec\.windows\.0\.end/),
      expect.stringMatching(/^spec\.windows\.1\.rrule/),
    ]);
    expect(problemsOf(calendar({}, window, window))).toEqual([
      'spec.windows.1.id: "month-end" stands at spec.windows.0 already; expected each id once',
    ]);
  });

  it('refuses another kind, and an entity without a spec', () => {
    expect(
      problemsOf({ apiVersion: 'v2', kind: 'Component', metadata: {} }),
    ).toEqual([
      'apiVersion: "v2" is not continuity.dev/v1',
      'kind: "Component" is not FreezeCalendar',
      'metadata.name: is missing; expected a name',
      'spec: is missing; expected the spec of a freeze calendar',
    ]);
  });

  it('knows the tiers when it is told them', () => {
    const entity = calendar({
      scope: { tiers: ['tier-1', 'unclassified', 'x'] },
    });
    expect(parseFreezeCalendar(entity).problems).toEqual([]);
    expect(
      parseFreezeCalendar(entity, { tierIds: ['tier-1'] }).problems,
    ).toEqual([
      {
        path: 'spec.scope.tiers.2',
        message: '"x" is not a tier; expected one of tier-1, unclassified',
      },
    ]);
  });
});
