import type { Entity } from '@backstage/catalog-model';
import { payments } from '../__testUtils__/entities';
import { shareContinuity } from '../__testUtils__/shareContinuity';
import {
  ANNA,
  errorOf,
  type StartedContinuity,
  type Surroundings,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import {
  component,
  freezeCalendar,
} from '../catalog/__testUtils__/FakeCatalog';

jest.setTimeout(60_000);

const FINANCE = 'group:default/finance';
const PAYMENTS = 'component:default/payments-api';
const OTHER = 'component:default/other';

const finance: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'finance', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

/** On 1 and 2 December 2036, UTC, in production. */
const closing = freezeCalendar('closing', {
  start: '2036-12-01T00:00:00',
  end: '2036-12-03T00:00:00',
  scope: { environments: ['production'] },
});

/** The first week of December 2036, of all services in production. */
const week = {
  selection: {},
  environment: 'production',
  from: '2036-12-01T00:00:00Z',
  to: '2036-12-08T00:00:00Z',
};

/** From noon of 4 December 2036 to the next, for payments. */
const draft = {
  owner: FINANCE,
  timezone: 'UTC',
  window: {
    id: 'draft',
    title: 'Stocktaking',
    reason: 'Stock is counted',
    start: '2036-12-04T12:00:00',
    duration: 'P1D',
    scope: { entities: { 'metadata.name': 'payments-api' } },
  },
};

const databases = bothDatabases();
const shared = shareContinuity(() => databases.migrated('SQLITE_3'));
let started: StartedContinuity;

async function start(surroundings: Surroundings = {}) {
  ({ started } = await shared.start({
    entities: [payments, component('other'), closing, finance],
    denied: ['continuity.window.administer'],
    groupsOfAnna: [FINANCE],
    ...surroundings,
  }));
}

afterAll(() => shared.stop());

const ask = (path: string, body: object) => started.post(path, body, ANNA);

async function simulate(change: object = {}) {
  const { body } = await ask('/calendars/simulation', {
    ...week,
    ...change,
  }).expect(200);
  return body;
}

async function preview(change: object = {}, window: object = {}) {
  const { body } = await ask('/windows/preview', {
    ...draft,
    ...change,
    window: { ...draft.window, ...window },
  }).expect(200);
  return body;
}

const made = async (window: object) => {
  const { body } = await ask('/windows', {
    owner: FINANCE,
    timezone: 'UTC',
    window: { ...draft.window, ...window },
  }).expect(201);
  return body;
};

describe('POST /calendars/simulation', () => {
  it('says what is frozen when and by what, and when everybody could release', async () => {
    await start();
    expect(await simulate({ slot: 'PT4H' })).toEqual({
      services: 2,
      stretches: [
        {
          start: '2036-12-01T00:00:00.000Z',
          end: '2036-12-03T00:00:00.000Z',
          state: 'block',
          services: 2,
          sample: [OTHER, PAYMENTS],
          windows: [
            {
              calendarRef: 'freezecalendar:default/closing',
              windowId: 'closing',
              title: 'Closing',
            },
          ],
        },
      ],
      firstSlot: {
        start: '2036-12-03T00:00:00.000Z',
        end: '2036-12-03T04:00:00.000Z',
      },
      planned: [],
      unreadableCalendars: [],
    });
  });

  it('shows the effect of a draft on planned changes, and on which services', async () => {
    await start();
    const at = '2036-12-04T20:00:00Z';
    const body = await simulate({
      draft,
      slot: 'P3D',
      planned: [
        { entity: PAYMENTS, at, duration: 'PT1H' },
        { entity: OTHER, at },
      ],
    });
    expect(body.planned).toEqual([
      {
        entity: PAYMENTS,
        at: '2036-12-04T20:00:00.000Z',
        before: 'open',
        after: 'block',
        because: expect.stringContaining('Stocktaking'),
        nextSlot: '2036-12-05T12:00:00.000Z',
      },
      {
        entity: OTHER,
        at: '2036-12-04T20:00:00.000Z',
        before: 'open',
        after: 'open',
      },
    ]);
    expect(body.changes).toEqual([
      {
        from: '2036-12-04T12:00:00.000Z',
        to: '2036-12-05T12:00:00.000Z',
        before: 'open',
        after: 'block',
        services: 1,
        sample: [PAYMENTS],
      },
    ]);
    expect(body.stretches[1].windows).toEqual([
      expect.objectContaining({ windowId: 'draft', draft: true }),
    ]);
    // From 3 December on there are one and a half days, and two and a half afterwards.
    expect(body).not.toHaveProperty('firstSlot');
    const { body: windows } = await started.get('/windows', ANNA).expect(200);
    expect(windows.items).toEqual([]);
  });

  it('shows what changing a window that is saved would change', async () => {
    await start();
    const { id } = await made({});
    const window = { ...draft.window, duration: 'PT12H' };
    const body = await simulate({ draft: { ...draft, window, replaces: id } });
    expect(body.changes).toEqual([
      expect.objectContaining({
        from: '2036-12-05T00:00:00.000Z',
        to: '2036-12-05T12:00:00.000Z',
        before: 'block',
        after: 'open',
      }),
    ]);
  });

  it.each<[string, object, string[]]>([
    ['one service', { entity: 'component:other' }, [OTHER]],
    ['an owner', { owner: 'group:default/team-payments' }, [PAYMENTS]],
    ['a tier', { tier: 'tier-1' }, [PAYMENTS]],
    ['no tier', { tier: 'unclassified' }, [OTHER]],
  ])('is about %s', async (_, selection, sample) => {
    await start();
    const body = await simulate({ selection });
    expect(body.services).toBe(sample.length);
    expect(body.stretches[0].sample).toEqual(sample);
  });

  it('tells nobody that all is open when there is nobody', async () => {
    await start();
    const body = await simulate({
      selection: { owner: 'group:default/nobody' },
      slot: 'PT1H',
    });
    expect(body).toEqual({
      services: 0,
      stretches: [],
      planned: [],
      unreadableCalendars: [],
    });
  });

  it('has closed what the gate closes because a calendar was never good', async () => {
    const bad = freezeCalendar('bad', { rrule: 'FREQ=NEVER' });
    await start({ entities: [payments, bad] });
    const body = await simulate({ slot: 'PT1H' });
    expect(body).not.toHaveProperty('firstSlot');
    expect(body.stretches).toEqual([
      expect.objectContaining({
        start: '2036-12-01T00:00:00.000Z',
        end: '2036-12-08T00:00:00.000Z',
        state: 'block',
        windows: [expect.objectContaining({ windowId: 'unreadable' })],
      }),
    ]);
    expect(body.unreadableCalendars).toHaveLength(1);
  });

  it('knows of no service that the caller may not see', async () => {
    await start({ visible: [OTHER, FINANCE] });
    const body = await simulate({
      draft: { ...draft, window: { ...draft.window, scope: {} } },
    });
    expect(body.services).toBe(1);
    expect(JSON.stringify(body)).not.toContain('payments');
    expect(body.stretches[0]).toMatchObject({ services: 1, sample: [OTHER] });
    expect(body.changes).toMatchObject([{ services: 1, sample: [OTHER] }]);
    const other = await simulate({ draft });
    expect(other.changes).toEqual([]);
    const hidden = { selection: { entity: PAYMENTS } };
    await ask('/calendars/simulation', { ...week, ...hidden }).expect(404);
    const planned = [{ entity: PAYMENTS, at: week.from }];
    const refused = await ask('/calendars/simulation', { ...week, planned });
    const absent = await ask('/calendars/simulation', {
      ...week,
      planned: [{ ...planned[0], entity: 'component:default/nothing' }],
    });
    expect([refused.status, absent.status]).toEqual([400, 400]);
    expect(errorOf(refused).message).toBe(
      errorOf(absent).message.replace('nothing', 'payments-api'),
    );
  });

  it.each<[string, object, RegExp]>([
    ['no selection', { selection: undefined }, /^selection: /],
    ['another part', { selection: { colour: 'red' } }, /^selection\.colour: /],
    [
      'a tier that there is not',
      { selection: { tier: 'tier-9' } },
      /^selection\.tier: "tier-9" is not a tier; expected one of tier-1, /,
    ],
    ['what is no ref', { selection: { owner: ':' } }, /^selection\.owner: /],
    [
      'an environment that the service does not have',
      { selection: { entity: PAYMENTS }, environment: 'prod' },
      /^environment: component:default\/payments-api has no environment "prod"; it has production, staging$/,
    ],
    ['no period', { to: undefined }, /^to: /],
    ['an empty period', { to: week.from }, /^to: /],
    ['a long period', { to: '2038-12-01T00:00:00Z' }, /^to: .*400 days/],
    [
      'a late period',
      { from: '2199-12-01T00:00:00Z', to: '2200-06-01T00:00:00Z' },
      /2199/,
    ],
    ['no length', { slot: 'PT0S' }, /^slot: /],
    ['another length', { slot: '2 hours' }, /^slot: "2 hours" is not/],
    ['another class', { class: 'tiny' }, /^class: /],
    [
      'a planned change far away',
      { planned: [{ entity: PAYMENTS, at: '2041-01-01T00:00:00Z' }] },
      /^planned\.0\.at: .* days away/,
    ],
    [
      'a planned change beyond what is worked out',
      {
        from: '2199-06-01T00:00:00Z',
        to: '2199-12-01T00:00:00Z',
        planned: [{ entity: PAYMENTS, at: '2200-03-01T00:00:00Z' }],
      },
      /^planned\.0\.at: .*2199/,
    ],
    [
      'a planned change that lasts beyond it',
      {
        from: '2199-06-01T00:00:00Z',
        to: '2199-12-01T00:00:00Z',
        planned: [
          { entity: PAYMENTS, at: '2199-12-01T00:00:00Z', duration: 'P60D' },
        ],
      },
      /^planned\.0\.at: .*2199/,
    ],
    [
      'a planned change that lasts for years',
      { planned: [{ entity: PAYMENTS, at: week.from, duration: 'P9000D' }] },
      /^planned\.0\.duration: /,
    ],
    [
      'too many planned changes',
      {
        planned: Array.from({ length: 501 }, () => ({
          entity: PAYMENTS,
          at: week.from,
        })),
      },
      /^planned: /,
    ],
    [
      'a draft that cannot be read',
      { draft: { ...draft, window: { ...draft.window, rrule: 'FREQ=NEVER' } } },
      /^draft\.window\.rrule: /,
    ],
    [
      'a draft of a window that is not there',
      {
        draft: { ...draft, replaces: '00000000-0000-4000-8000-000000000000' },
      },
      /^draft\.replaces: .* is not a window of the portal/,
    ],
  ])('refuses %s, naming the field', async (_, change, message) => {
    await start();
    const response = await ask('/calendars/simulation', {
      ...week,
      ...change,
    }).expect(400);
    expect(errorOf(response).message).toMatch(message);
  });

  it('says how much it does not list', async () => {
    const often = freezeCalendar('often', {
      start: '2026-01-01T00:00:00',
      end: undefined,
      duration: 'PT5M',
      rrule: 'FREQ=HOURLY',
    });
    const many: Entity = JSON.parse(JSON.stringify(closing));
    Object(many.spec).windows = Array.from({ length: 30 }, (_, index) => ({
      ...Object(closing.spec).windows[0],
      id: `w-${index}`,
    }));
    await start({ entities: [payments, often, many] });
    const body = await simulate({ to: '2037-05-01T00:00:00Z' });
    expect(body.truncated).toBe(true);
    expect(body.stretches).toHaveLength(2_000);
    expect(body.stretches[0].windows).toHaveLength(20);
    expect(body.stretches[0].moreWindows).toBe(11);
  });

  it('needs the permission to read calendars', async () => {
    await start({ denied: ['continuity.calendar.read'] });
    const answers = [
      await ask('/calendars/simulation', week),
      await ask('/windows/preview', draft),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });
});

describe('POST /windows/preview', () => {
  it('shows the next ten occurrences, whom it is for, findings and changes', async () => {
    await start();
    const body = await preview(
      { timezone: 'America/New_York' },
      { start: '2026-03-01T02:15:00', duration: 'PT30M', rrule: 'FREQ=DAILY' },
    );
    expect(body).toMatchObject({
      problems: [],
      services: 1,
      sample: [PAYMENTS],
      scope: [expect.stringContaining('payments-api')],
    });
    expect(body.next).toHaveLength(10);
    expect(body.next[0]).toMatchObject({
      start: expect.stringMatching(/Z$/),
      startLocal: expect.stringMatching(/T02:15:00-0[45]:00$/),
      timezone: 'America/New_York',
    });
    expect(body.findings).toEqual([
      expect.objectContaining({ rule: 'starts-in-gap', path: 'window.start' }),
    ]);
    expect(body.changes.length).toBeGreaterThan(80);
    expect(body.changes[0]).toMatchObject({ before: 'open', after: 'block' });
  });

  it('says what happens when clocks change', async () => {
    await start();
    const { next } = await preview(
      { timezone: 'America/New_York' },
      {
        start: '2030-03-10T02:15:00',
        duration: 'PT30M',
        rrule: 'FREQ=DAILY;COUNT=2',
      },
    );
    expect(next).toMatchObject([
      {
        startLocal: '2030-03-10T03:15:00-04:00',
        note: expect.stringContaining('02:15'),
      },
      { startLocal: '2030-03-11T02:15:00-04:00' },
    ]);
  });

  it('begins with what is in force already', async () => {
    await start();
    const { next } = await preview(
      {},
      { start: '2020-01-01T00:00:00', duration: 'P1D', rrule: 'FREQ=DAILY' },
    );
    expect(next).toHaveLength(10);
    expect(Date.parse(next[0].start)).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(next[0].end)).toBe(Date.parse(next[1].start));
    expect(Date.parse(next[1].start)).toBeGreaterThan(Date.now());
  });

  it('finds the next ten also of a window that overlaps itself all the time', async () => {
    await start();
    const { next, findings } = await preview(
      {},
      {
        start: '2020-01-01T00:00:00',
        duration: 'P30D',
        rrule: 'FREQ=HOURLY',
      },
    );
    expect(next).toHaveLength(10);
    // One of those in force; the others are yet to come.
    expect(Date.parse(next[1].start)).toBeGreaterThan(Date.now() - 60_000);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'too-frequent' }),
    );
  });

  it('says what a change of a window in force opens, for whom and from when', async () => {
    await start();
    const window = { start: '2020-01-01T00:00:00', duration: 'P50Y' };
    const { id } = await made({ ...window, scope: {} });
    const body = await preview({ replaces: id }, window);
    expect(body.changes).toEqual([
      {
        from: expect.any(String),
        before: 'block',
        after: 'open',
        now: true,
        services: 1,
        sample: [OTHER],
      },
    ]);
    expect(
      Math.abs(Date.parse(body.changes[0].from) - Date.now()),
    ).toBeLessThan(30_000);
  });

  it.each([
    ['a freeze in force', { start: '2020-01-01T00:00:00', duration: 'P50Y' }],
    [
      'a maintenance window that is closed',
      {
        effect: 'maintenance',
        start: '2035-01-01T00:00:00',
        duration: 'P1D',
      },
    ],
  ])('says what removing %s opens: one that is over instead', async (_, of) => {
    await start();
    const { id } = await made(of);
    const over = {
      start: '2000-01-01',
      end: '2000-01-02',
      duration: undefined,
    };
    const body = await preview({ replaces: id }, { effect: 'freeze', ...over });
    expect(body.problems).toEqual([]);
    expect(body.changes[0]).toMatchObject({
      before: 'block',
      after: 'open',
      now: true,
      services: 1,
      sample: [PAYMENTS],
    });
  });

  it('names the classes of release for which it changes something', async () => {
    await start();
    const window = { start: '2020-01-01T00:00:00', duration: 'P50Y' };
    await made({
      ...window,
      id: 'for-most',
      scope: { classes: ['standard', 'major'] },
    });
    const classesOf = async (scope: object) =>
      (await preview({}, { ...window, scope })).changes.map(
        ({ classes }: { classes?: string[] }) => classes,
      );
    expect(await classesOf({})).toEqual([['emergency']]);
    expect(await classesOf({ classes: ['standard'] })).toEqual([]);
  });

  it('compares with other windows of the owner, but not with what it replaces', async () => {
    await start();
    const often = { start: '2026-01-03T00:00:00', rrule: 'FREQ=WEEKLY' };
    const { id } = await made({ ...often, id: 'first' });
    const weaker = { ...often, enforcement: 'warn' };
    const rules = async (change: object) =>
      (await preview(change, weaker)).findings.map(
        ({ rule }: { rule: string }) => rule,
      );
    expect(await rules({})).toEqual(['contradicts']);
    expect(await rules({ replaces: id })).toEqual([]);
  });

  it('counts, names and changes nothing that the caller may not see', async () => {
    await start({ visible: [OTHER, FINANCE] });
    expect(await preview()).toMatchObject({
      problems: [],
      services: 0,
      sample: [],
      changes: [],
    });
    const everybody = await preview({}, { scope: {} });
    expect(everybody).toMatchObject({ services: 1, sample: [OTHER] });
    expect(JSON.stringify(everybody)).not.toContain('payments');
  });

  it.each<[string, object, object, string]>([
    ['a rule that is none', {}, { rrule: 'FREQ=SECONDLY' }, 'window.rrule'],
    ['no start', {}, { start: undefined }, 'window.start'],
    ['another zone', { timezone: 'Mars' }, {}, 'timezone'],
    ['no group', { owner: PAYMENTS }, {}, 'owner'],
    ['a group that is not there', { owner: 'group:ghosts' }, {}, 'owner'],
    [
      'a window that is not there',
      { replaces: '00000000-0000-4000-8000-000000000000' },
      {},
      'replaces',
    ],
    ['a field that there is not', {}, { colour: 'red' }, 'window.colour'],
    ['a text that is too long', {}, { reason: 'x'.repeat(100_001) }, 'window'],
    [
      'what is too deep',
      {},
      {
        scope: {
          entities: JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`),
        },
      },
      'window.scope',
    ],
  ])(
    'says that %s keeps it from being saved',
    async (_, change, window, path) => {
      await start();
      const { problems } = await preview(change, window);
      expect(problems).toContainEqual({
        path: expect.stringMatching(new RegExp(`^${path.replace('.', '\\.')}`)),
        message: expect.any(String),
      });
    },
  );

  it('says that an id is taken, and who may not save it', async () => {
    await start();
    await made({});
    expect((await preview()).problems).toEqual([
      { path: 'window.id', message: expect.stringContaining('"draft"') },
    ]);
    started.become({ groupsOfAnna: [] });
    expect((await preview({}, { id: 'other' })).problems).toEqual([
      { path: 'owner', message: expect.stringContaining('does not belong to') },
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['no owner', { owner: undefined }, /^owner: /],
    ['what is no window', { window: 'x' }, /^window: /],
    ['what is no id', { replaces: 'x' }, /^replaces: /],
  ])('refuses %s, naming the field', async (_, change, message) => {
    await start();
    const response = await ask('/windows/preview', { ...draft, ...change });
    expect(response.status).toBe(400);
    expect(errorOf(response).message).toMatch(message);
  });
});
