import { setTimeout } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import type { CalendarFinding } from '@continuity/engine';
import { payments } from '../__testUtils__/entities';
import { shareContinuity } from '../__testUtils__/shareContinuity';
import {
  ANNA,
  errorOf,
  NOBODY,
  type StartedContinuity,
  type Surroundings,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import {
  businessFunction,
  component,
  freezeCalendar,
  holidayCalendar,
} from '../catalog/__testUtils__/FakeCatalog';

jest.setTimeout(60_000);

const DAY = 86_400_000;

/** A date some days from now, `2026-01-31`. */
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const CALENDAR = 'freezecalendar:default/closing';

interface Declared {
  name?: string;
  owner?: string;
  windows: object[];
}

/** A calendar as it stands in a file; JSON is YAML too. */
function calendar({ name = 'closing', owner, windows }: Declared): string {
  return JSON.stringify({
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name },
    spec: {
      owner: owner ?? 'group:default/finance',
      timezone: 'America/New_York',
      windows: windows.map((window, index) => ({
        id: `w-${index}`,
        title: `Window ${index}`,
        reason: 'Books are closed',
        start: `${inDays(1)}T20:00:00`,
        ...('end' in window ? {} : { duration: 'PT2H' }),
        scope: { environments: ['production'] },
        ...window,
      })),
    },
  });
}

const maintenance = {
  effect: 'maintenance',
  start: '2026-01-03T20:00:00',
  rrule: 'FREQ=WEEKLY;BYDAY=SA',
};

const weekends = {
  start: '2026-01-03T00:00:00',
  duration: 'P2D',
  rrule: 'FREQ=WEEKLY;BYDAY=SA',
};

const ics = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//test//EN',
    ...events.flatMap((event, index) => [
      'BEGIN:VEVENT',
      `UID:event-${index}`,
      'DTSTAMP:20260101T000000Z',
      ...event.split('\n'),
      'SUMMARY:Closing',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

// What is linted is read from no table, so that one database is enough.
const databases = bothDatabases();
const shared = shareContinuity(() => databases.migrated('SQLITE_3'));
let started: StartedContinuity;

async function start(surroundings: Surroundings = {}) {
  ({ started } = await shared.start({
    entities: [payments, component('other')],
    ...surroundings,
  }));
}

afterAll(() => shared.stop());

async function lint(body: object, authorization = ANNA) {
  const response = await started
    .post('/calendars/lint', { format: 'yaml', ...body }, authorization)
    .expect(200);
  const { findings }: { findings: CalendarFinding[] } = response.body;
  return findings;
}

const rulesOf = (findings: CalendarFinding[]) =>
  findings.map(({ rule }) => rule);

describe('POST /calendars/lint', () => {
  it.each<[string, object[], Partial<Record<keyof CalendarFinding, unknown>>]>([
    [
      'never occurs',
      [{ rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }],
      { rule: 'never-occurs', severity: 'error' },
    ],
    [
      'overlaps itself',
      [{ rrule: 'FREQ=DAILY', duration: 'PT30H' }],
      {
        rule: 'overlaps-itself',
        remedy: expect.stringContaining('duration: P1D'),
      },
    ],
    [
      'occurs far more often than its length suggests',
      [{ rrule: 'FREQ=HOURLY', duration: 'P1D' }],
      {
        rule: 'too-frequent',
        remedy: expect.stringContaining('Write FREQ=DAILY instead'),
      },
    ],
    [
      'starts in a gap, with the date',
      [
        {
          start: '2026-03-01T02:15:00',
          duration: 'PT30M',
          rrule: 'FREQ=DAILY',
        },
      ],
      {
        rule: 'starts-in-gap',
        dates: expect.arrayContaining([
          expect.stringMatching(/^20\d\d-03-\d\dT02:15:00$/),
        ]),
        remedy: expect.stringContaining('03:00 or later, or before 02:00'),
      },
    ],
    [
      'starts in a fold, with the date',
      [
        {
          start: '2026-03-01T01:30:00',
          duration: 'PT20M',
          rrule: 'FREQ=DAILY',
        },
      ],
      {
        rule: 'starts-in-fold',
        dates: expect.arrayContaining([
          expect.stringMatching(/^20\d\d-11-\d\dT01:30:00$/),
        ]),
      },
    ],
    [
      'ends in a gap',
      [
        {
          start: '2026-03-01T00:00:00',
          end: '2026-03-01T02:30:00',
          rrule: 'FREQ=DAILY',
        },
      ],
      { rule: 'ends-in-gap' },
    ],
    [
      'ends in a fold',
      [
        {
          start: '2026-03-01T00:00:00',
          end: '2026-03-01T01:30:00',
          rrule: 'FREQ=DAILY',
        },
      ],
      { rule: 'ends-in-fold' },
    ],
    [
      'matches nothing',
      [{ scope: { environments: ['prod'] } }],
      {
        rule: 'scope-matches-nothing',
        remedy: 'Write one that exists: production, staging.',
      },
    ],
    [
      'matches everything',
      [{ scope: {} }],
      { rule: 'scope-matches-everything' },
    ],
    [
      'contradicts another of the same owner',
      [maintenance, weekends],
      {
        rule: 'contradicts',
        windowId: 'w-0',
        remedy: expect.stringContaining('Move one of them'),
      },
    ],
    [
      'is effectively permanent',
      [{ rrule: 'FREQ=DAILY', duration: 'P1D' }],
      { rule: 'effectively-permanent' },
    ],
    [
      'ends before it starts',
      [{ end: '2020-01-01T00:00:00' }],
      { rule: 'ends-before-start', path: 'spec.windows.0.end' },
    ],
    [
      'cannot be read',
      [{ rrule: 'FREQ=SECONDLY' }],
      { rule: 'invalid', path: 'spec.windows.0.rrule' },
    ],
  ])('finds a window that %s', async (_, windows, expected) => {
    await start();
    const findings = await lint({ content: calendar({ windows }) });
    expect(findings).toContainEqual(expect.objectContaining(expected));
    for (const { message, remedy } of findings) {
      expect(message).toMatch(/\w{3}/);
      expect(remedy).toMatch(/\w{3}/);
    }
  });

  it('finds holidays that run out within 90 days', async () => {
    await start();
    const holidays = (days: number) =>
      JSON.stringify(
        holidayCalendar('ch', {
          days: [{ date: inDays(1), title: 'A day off' }],
          until: inDays(days),
        }),
      );
    const windows = [{}];
    const content = `${calendar({ windows })}\n---\n`;
    expect(await lint({ content: content + holidays(80) })).toEqual([
      expect.objectContaining({
        rule: 'holidays-run-out',
        dates: [inDays(80)],
        remedy: expect.stringContaining('holidaycalendar:default/ch'),
      }),
    ]);
    expect(await lint({ content: content + holidays(100) })).toEqual([]);
  });

  it('has nothing to say of a calendar that says what it means', async () => {
    await start();
    const windows = [
      { start: '2026-01-03T20:00:00', rrule: 'FREQ=WEEKLY;BYDAY=SA' },
    ];
    expect(await lint({ content: calendar({ windows }) })).toEqual([]);
  });

  it('holds a file against calendars of the same owner, but not against what it replaces', async () => {
    const live = JSON.parse(calendar({ windows: [weekends] }));
    live.metadata.namespace = 'default';
    await start({ entities: [payments, live] });
    const windows = [maintenance];
    const other = { name: 'other', windows };
    expect(await lint({ content: calendar(other) })).toMatchObject([
      {
        rule: 'contradicts',
        message: expect.stringContaining(`of ${CALENDAR}`),
      },
    ]);
    const replacing = { windows };
    expect(await lint({ content: calendar(replacing) })).toEqual([]);
    const others = { name: 'other', owner: 'group:default/others', windows };
    expect(await lint({ content: calendar(others) })).toEqual([]);
    const together = `${calendar(other)}\n---\n${calendar({
      windows: [
        {
          ...weekends,
          start: '2026-01-04T00:00:00',
          rrule: 'FREQ=WEEKLY;BYDAY=SU',
        },
      ],
    })}`;
    expect(await lint({ content: together })).toEqual([]);
  });

  it('knows of nothing that the caller may not see', async () => {
    const live: Entity = JSON.parse(calendar({ windows: [weekends] }));
    live.metadata.namespace = 'default';
    const hidden = component('hidden', {
      environments: [{ name: 'secret-lab' }],
    });
    await start({
      entities: [payments, hidden, live],
      visible: ['component:default/payments-api'],
    });
    const content = calendar({
      name: 'other',
      windows: [{ ...maintenance, scope: { environments: ['secret-lab'] } }],
    });
    expect(await lint({ content })).toEqual([
      expect.objectContaining({
        rule: 'scope-matches-nothing',
        remedy: 'Write one that exists: production, staging.',
      }),
    ]);
    const seen = await lint({
      content: calendar({ name: 'other', windows: [maintenance] }),
    });
    expect(seen).toEqual([]);
  });

  it('reads iCalendar files in the zone that is given', async () => {
    await start();
    const content = ics(
      'DTSTART:20260308T021500\nDTEND:20260308T024500\nRRULE:FREQ=DAILY',
    );
    const format = 'ical';
    const timezone = 'America/New_York';
    expect(rulesOf(await lint({ format, content, timezone }))).toEqual(
      expect.arrayContaining(['starts-in-gap', 'scope-matches-everything']),
    );
    expect(rulesOf(await lint({ format, content }))).not.toContain(
      'starts-in-gap',
    );
    expect(
      await lint({ format, content: ics('DTSTART:yesterday') }),
    ).toMatchObject([{ rule: 'invalid', severity: 'error' }]);
  });

  it.each<[string, object, RegExp]>([
    ['another format', { format: 'toml', content: 'a' }, /^format: /],
    ['no content', { format: 'yaml' }, /^content: /],
    ['nothing', { format: 'yaml', content: '' }, /^content: /],
    ['a field too many', { format: 'yaml', content: 'a', b: 1 }, /^b: /],
    [
      'a zone that is none',
      { format: 'ical', content: 'a', timezone: 'Mars/Olympus' },
      /^timezone: "Mars\/Olympus" is not an IANA time zone/,
    ],
    [
      'a file that is too long',
      { format: 'yaml', content: 'x'.repeat(300_001) },
      /^content: it is 300001 characters long; expected at most 300000$/,
    ],
    [
      'a file that is far too long',
      { format: 'ical', content: 'x'.repeat(1_000_001) },
      /^content: must NOT have more than 1000000 characters/,
    ],
    [
      'aliases that multiply',
      {
        format: 'yaml',
        content: `a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n${Array.from(
          { length: 9 },
          (_, index) =>
            `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`,
        ).join('\n')}`,
      },
      /^content: it has more than 200000 parts/,
    ],
    [
      'deep nesting',
      { format: 'yaml', content: '['.repeat(100_000) },
      /^content: it has more than 100 brackets open at once$/,
    ],
  ])('refuses %s, naming the field', async (_, body, message) => {
    await start();
    const response = await started
      .post('/calendars/lint', body, ANNA)
      .expect(400);
    expect(errorOf(response).message).toMatch(message);
  });

  it('says of a file that is none what is wrong with it', async () => {
    await start();
    expect(await lint({ content: 'a: [' })).toMatchObject([
      {
        rule: 'invalid',
        message: expect.stringMatching(/^The file is not YAML/),
      },
    ]);
    expect(await lint({ content: 'kind: Component' })).toMatchObject([
      { rule: 'invalid', message: 'There is no FreezeCalendar in it.' },
    ]);
    expect(
      await lint({ format: 'ical', content: 'BEGIN:VCALENDAR' }),
    ).toMatchObject([{ rule: 'invalid' }]);
  });

  it('lets others have their turn while it looks at windows that begin all the time', async () => {
    await start();
    const windows = Array.from({ length: 20 }, (_, index) => ({
      effect: index % 2 === 0 ? 'freeze' : 'maintenance',
      start: '2026-01-01T00:00:00',
      duration: 'PT1M',
      rrule: 'FREQ=HOURLY',
    }));
    const content = calendar({ windows });
    let done = false;
    const linted = lint({ content }).finally(() => {
      done = true;
    });
    let answered = 0;
    while (!done) {
      await started.get('/openapi.json').expect(200);
      answered += 1;
      await setTimeout(10);
    }
    expect(answered).toBeGreaterThan(3);
    const findings = await linted;
    expect(rulesOf(findings)).toContain('too-frequent');
  });

  it('needs the permission to read calendars, and somebody who asks', async () => {
    await start({ denied: ['continuity.calendar.read'] });
    const body = { format: 'yaml', content: 'a' };
    await started.post('/calendars/lint', body, ANNA).expect(403);
    await started.post('/calendars/lint', body, NOBODY).expect(401);
  });
});

describe('GET /calendars/{kind}/{namespace}/{name}', () => {
  const PATH = '/calendars/freezecalendar/default/closing';

  it('shows its windows with what comes next, whom they are for, and findings', async () => {
    const close = freezeCalendar('closing', {
      start: '2026-12-01T02:30:00',
      end: undefined,
      duration: 'PT1H',
      rrule: 'FREQ=DAILY',
      scope: { environments: ['production'] },
      timezone: 'America/New_York',
    });
    await start({ entities: [payments, component('other'), close] });
    const { body } = await started.get(PATH, ANNA).expect(200);
    expect(body).toMatchObject({
      ref: CALENDAR,
      title: 'Calendar closing',
      state: 'good',
      windows: 1,
    });
    expect(body.items).toEqual([
      expect.objectContaining({
        windowId: 'closing',
        services: 2,
        scope: ['For environment production.'],
        next: expect.arrayContaining([
          expect.objectContaining({
            startLocal: expect.stringMatching(/T02:30:00-05:00$/),
            timezone: 'America/New_York',
          }),
        ]),
      }),
    ]);
    expect(body.items[0].next).toHaveLength(10);
    expect(rulesOf(body.findings)).toEqual(['starts-in-gap']);
  });

  it('counts only what the caller may see', async () => {
    await start({
      entities: [payments, component('other'), freezeCalendar('closing')],
      visible: ['component:default/payments-api', CALENDAR],
    });
    const { body } = await started.get(PATH, ANNA).expect(200);
    expect(body.items[0].services).toBe(1);
    started.become({ visible: ['component:default/payments-api'] });
    const hidden = await started.get(PATH, ANNA).expect(404);
    const absent = await started
      .get('/calendars/freezecalendar/default/none', ANNA)
      .expect(404);
    expect(errorOf(hidden).message).toBe(
      errorOf(absent).message.replace('/none', '/closing'),
    );
  });

  it('says first why the newest version does not count', async () => {
    const bad = freezeCalendar('closing', { rrule: 'FREQ=NEVER' });
    await start({ entities: [payments, bad] });
    const { body } = await started.get(PATH, ANNA).expect(200);
    expect(body).toMatchObject({
      state: 'closed',
      items: [],
      findings: [
        {
          rule: 'invalid',
          severity: 'error',
          message: expect.stringContaining('spec.windows.0.rrule'),
        },
      ],
    });
  });

  it('shows windows of the portal, and peaks', async () => {
    const peaks = businessFunction('pay', ['component:payments-api'], {
      peaks: [
        {
          id: 'rush',
          title: 'Rush',
          start: '2026-12-20T00:00:00',
          end: '2026-12-24T00:00:00',
          timezone: 'UTC',
        },
      ],
    });
    await start({ entities: [payments, peaks] });
    // Without a policy peaks freeze nothing, and so are no calendar.
    await started
      .get('/calendars/businessfunction/default/pay', ANNA)
      .expect(404);
    await started
      .get('/calendars/portalcalendar/default/anna', ANNA)
      .expect(404);
  });

  it('needs the permission to read calendars', async () => {
    await start({ denied: ['continuity.calendar.read'] });
    await started.get(PATH, ANNA).expect(403);
  });
});

describe('POST /calendars/import', () => {
  const asked = {
    owner: 'group:default/finance',
    timezone: 'Europe/Zurich',
    reason: 'Books are closed',
  };

  const importing = (body: object) =>
    started.post('/calendars/import', { ...asked, ...body }, ANNA);

  it.each<[string, string, number]>([
    [
      'argocd',
      JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'AppProject',
        metadata: { name: 'payments' },
        spec: {
          syncWindows: [
            {
              kind: 'deny',
              schedule: '0 22 * * 5',
              duration: '8h',
              applications: ['*'],
            },
          ],
        },
      }),
      1,
    ],
    [
      'gitlab',
      JSON.stringify([
        {
          id: 1,
          freeze_start: '0 23 * * 5',
          freeze_end: '0 8 * * 1',
          cron_timezone: 'Europe/Zurich',
        },
      ]),
      1,
    ],
    ['cron', '0 22 * * 5 | 8h | Europe/Zurich | Friday night', 1],
    ['ical', ics('DTSTART:20261201T120000Z\nDTEND:20261201T130000Z'), 1],
  ])('turns definitions of %s into windows', async (format, content, count) => {
    await start();
    const { body } = await importing({ format, content }).expect(200);
    expect(body.windows).toHaveLength(count);
    // What it gives can be declared as it is.
    expect(
      rulesOf(await lint({ content: calendar({ windows: body.windows }) })),
    ).not.toContain('invalid');
  });

  it('says what did not mean what its author thought', async () => {
    await start();
    const { body } = await importing({
      format: 'cron',
      content: '* 22 * * * | 1d',
    }).expect(200);
    expect(body.findings).toContainEqual(
      expect.objectContaining({ rule: 'import', remedy: expect.any(String) }),
    );
  });

  it.each<[string, object, RegExp]>([
    ['another format', { format: 'jenkins', content: 'a' }, /^format: /],
    [
      'an owner that is none',
      { format: 'cron', content: 'a', owner: 'component:default/a' },
      /^owner: "component:default\/a" is not a Group or User/,
    ],
    [
      'a zone that is none',
      { format: 'cron', content: 'a', timezone: 'CET-1' },
      /^timezone: /,
    ],
    [
      'a reason of several lines',
      { format: 'cron', content: 'a', reason: 'a\nb' },
      /^reason: /,
    ],
    [
      'what is no calendar',
      { format: 'ical', content: 'BEGIN:VEVENT' },
      /^content: /,
    ],
    [
      'what is no YAML',
      { format: 'argocd', content: 'a: [' },
      /^content: it is not YAML: .* at line \d+, column \d+$/,
    ],
    [
      'brackets without end',
      { format: 'gitlab', content: '['.repeat(200_000) },
      /^content: it has more than 100 brackets/,
    ],
    [
      'what is wrong everywhere',
      { format: 'harness', content: '{}'.repeat(140_000) },
      /^content: it is not YAML/,
    ],
  ])('refuses %s, naming the field', async (_, body, message) => {
    await start();
    const response = await importing(body).expect(400);
    expect(errorOf(response).message).toMatch(message);
  });

  it('needs the permission to read calendars', async () => {
    await start({ denied: ['continuity.calendar.read'] });
    const { status } = await importing({ format: 'cron', content: 'a' });
    expect(status).toBe(403);
  });
});
