import type { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { calendarsOnly, payments } from '../__testUtils__/entities';
import {
  ANNA,
  ANNA_REF,
  errorOf,
  NOBODY,
  PIPELINE,
  PIPELINE_REF,
  startContinuity,
  type StartedContinuity,
  type Surroundings,
} from '../__testUtils__/startContinuity';
import { shareContinuity } from '../__testUtils__/shareContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import {
  component,
  freezeCalendar,
} from '../catalog/__testUtils__/FakeCatalog';

jest.setTimeout(60_000);

const BOB = mockCredentials.user.header('user:default/bob');
const FINANCE = 'group:default/finance';
const ADMINISTER = 'continuity.window.administer';
const PAYMENTS = 'component:default/payments-api';

const finance: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'finance', namespace: 'default' },
  spec: {
    type: 'team',
    children: [],
    profile: { displayName: 'Finance Operations' },
  },
};

/** In force for as long as the tests run. */
const always = {
  id: 'close',
  title: 'Books are closed',
  reason: 'Postings must not be interrupted',
  start: '2020-01-01',
  duration: 'P50Y',
};

/** Long over. */
const over = { ...always, duration: 'P1D' };

const draft = (window: object = always, change: object = {}) => ({
  owner: FINANCE,
  timezone: 'Europe/Zurich',
  window,
  ...change,
});

/** A string stands for itself, whole. */
const pattern = (message: string | RegExp) =>
  typeof message === 'string'
    ? new RegExp(`^${message.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`)
    : message;

const databases = bothDatabases();

describe.each(databases.eachId())('window routes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;
  const config = { gate: calendarsOnly };
  const shared = shareContinuity(() => databases.migrated(databaseId), config);
  const replicas: StartedContinuity[] = [];
  const usual: Surroundings = {
    entities: [payments, finance],
    denied: [ADMINISTER],
    groupsOfAnna: [FINANCE],
  };

  async function replica() {
    const one = await startContinuity({ knex, config, ...usual });
    replicas.push(one);
    return one;
  }

  async function start(surroundings: Surroundings = {}) {
    ({ knex, started } = await shared.start({ ...usual, ...surroundings }));
  }

  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(one => one.stop()));
  });

  afterAll(() => shared.stop());

  /** A window that Anna made, as it was answered. */
  async function made(window: object = always, change: object = {}) {
    const { body } = await started
      .post('/windows', draft(window, change), ANNA)
      .expect(201);
    return body;
  }

  const update = (
    { id, revision, timezone, window }: Record<string, unknown>,
    change: object = {},
    authorization = ANNA,
  ) =>
    started.put(
      `/windows/${id}`,
      { revision, timezone, window, comment: 'Agreed on', ...change },
      authorization,
    );

  const remove = (
    { id, revision }: Record<string, unknown>,
    change: object = {},
    authorization = ANNA,
  ) =>
    started.post(
      `/windows/${id}/removal`,
      { revision, comment: 'No longer needed', ...change },
      authorization,
    );

  async function verdict(of: StartedContinuity = started) {
    const { body } = await of
      .post('/gate/decisions', {
        entity: PAYMENTS,
        environment: 'production',
        dryRun: true,
      })
      .expect(200);
    return body.verdict;
  }

  async function entries(type: string) {
    const { body } = await started.get('/ledger/entries').expect(200);
    return body.items
      .map((item: { canonical: string }) => JSON.parse(item.canonical))
      .filter((entry: { type: string }) => entry.type === type);
  }

  it('makes a window, and shows it to everybody who may read calendars', async () => {
    await start();
    const window = await made(always, { comment: 'Agreed with the auditors' });
    expect(window).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      revision: 1,
      calendarRef: 'portalcalendar:default/finance',
      owner: FINANCE,
      timezone: 'Europe/Zurich',
      window: always,
      mayEdit: true,
      createdAt: expect.stringMatching(/Z$/),
      createdBy: ANNA_REF,
      updatedAt: window.createdAt,
      updatedBy: ANNA_REF,
    });
    const one = await started.get(`/windows/${window.id}`, BOB).expect(200);
    expect(one.body).toEqual({ ...window, mayEdit: false });
    const list = await started.get('/windows', ANNA).expect(200);
    expect(list.body).toEqual({ items: [window] });
    const others = await started
      .get('/windows?owner=group:default/others', ANNA)
      .expect(200);
    expect(others.body).toEqual({ items: [] });
  });

  it('closes the gate as soon as it is saved, and opens it as soon as it is gone', async () => {
    await start();
    expect(await verdict()).toBe('allow');
    const window = await made();
    expect(await verdict()).toBe('deny');
    const period = 'from=2026-11-01T00:00:00Z&to=2026-12-31T00:00:00Z';
    const { body } = await started
      .get(`/entities/component/default/payments-api/windows?${period}`, ANNA)
      .expect(200);
    // The tab leads to where the window is changed.
    expect(body.items[0]).toMatchObject({ portalWindowId: window.id });
    await remove(window, { confirm: true }).expect(204);
    expect(await verdict()).toBe('allow');
  });

  it('counts on every replica', async () => {
    await start();
    const other = await replica();
    expect(await verdict(other)).toBe('allow');
    const window = await made();
    expect(await verdict(other)).toBe('deny');
    await update(window, { window: over, confirm: true }).expect(200);
    expect(await verdict(other)).toBe('allow');
  });

  it('keeps every revision with who, when and why', async () => {
    await start();
    const first = await made(over, { comment: 'First' });
    const { body: second } = await update(
      first,
      { window: { ...over, title: 'Closed' }, comment: 'Second' },
      ANNA,
    ).expect(200);
    expect(second).toMatchObject({ revision: 2, window: { title: 'Closed' } });
    await remove(second, { comment: 'Third' }).expect(204);
    const { body } = await started
      .get(`/windows/${first.id}/history`, BOB)
      .expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        revision: 3,
        change: 'removed',
        by: ANNA_REF,
        comment: 'Third',
      }),
      expect.objectContaining({
        revision: 2,
        change: 'changed',
        comment: 'Second',
        window: { ...over, title: 'Closed' },
      }),
      expect.objectContaining({
        revision: 1,
        change: 'created',
        comment: 'First',
        window: over,
        timezone: 'Europe/Zurich',
      }),
    ]);
    const gone = await started.get(`/windows/${first.id}`).expect(404);
    expect(errorOf(gone).message).toMatch(
      /"Closed" was removed by user:default\/anna at .*Z; its history/,
    );
    expect((await started.get('/windows')).body.items).toEqual([]);
  });

  it('enters every change in the ledger, with what was before and what is after', async () => {
    await start();
    const window = await made(over);
    await update(window, { window: always }).expect(200);
    await remove({ ...window, revision: 2 }, { confirm: true }).expect(204);
    const data = { id: window.id, owner: FINANCE };
    const timezone = 'Europe/Zurich';
    const common = {
      actor: { ref: ANNA_REF },
      subjects: ['portalcalendar:default/finance'],
    };
    expect(await entries('calendar.window.created')).toEqual([
      expect.objectContaining({
        ...common,
        data: { ...data, revision: 1, after: { timezone, window: over } },
      }),
    ]);
    expect(await entries('calendar.window.changed')).toEqual([
      expect.objectContaining({
        ...common,
        data: {
          ...data,
          revision: 2,
          comment: 'Agreed on',
          before: { timezone, window: over },
          after: { timezone, window: always },
        },
      }),
    ]);
    expect(await entries('calendar.window.removed')).toEqual([
      expect.objectContaining({
        ...common,
        data: {
          ...data,
          revision: 3,
          comment: 'No longer needed',
          confirmed: true,
          before: { timezone, window: always },
        },
      }),
    ]);
    const { body } = await started.get('/ledger/verification').expect(200);
    expect(body.ok).toBe(true);
  });

  it('masks secrets in everything that it keeps', async () => {
    await start();
    const token = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
    const window = await made(
      {
        ...over,
        reason: `Ask with ${token}`,
        scope: { entities: { 'metadata.annotations.vault-token': 'main' } },
      },
      { comment: `The token is ${token}` },
    );
    expect(window.window.reason).toBe('Ask with [masked]');
    // Whom it is for must stay as it is, or it would be for nobody.
    expect(window.window.scope).toEqual({
      entities: { 'metadata.annotations.vault-token': 'main' },
    });
    const dump = JSON.stringify([
      await knex('portal_windows'),
      await knex('portal_window_revisions'),
      await knex('ledger_entries'),
    ]);
    expect(dump).not.toContain(token);
    expect(dump).toContain('The token is [masked]');
  });

  it('lets those make windows who belong to the owner, or administer windows', async () => {
    await start();
    const refused = await started.post('/windows', draft(), BOB).expect(403);
    expect(errorOf(refused).message).toBe(
      'owner: user:default/bob does not belong to group:default/finance; whoever does can make its windows, and so can who has the permission continuity.window.administer',
    );
    const token = await started.post('/windows', draft(), PIPELINE).expect(403);
    expect(errorOf(token).message).toContain(PIPELINE_REF);
    await started.post('/windows', draft(), NOBODY).expect(401);
    const window = await made();
    await update(window, {}, BOB).expect(403);
    await remove(window, {}, BOB).expect(403);
    await remove(window, {}, PIPELINE).expect(403);
  });

  it('lets an administrator do it for any owner, also one with a token', async () => {
    await start({ denied: [] });
    const { body } = await started
      .post('/windows', draft(over), PIPELINE)
      .expect(201);
    expect(body).toMatchObject({ createdBy: PIPELINE_REF, mayEdit: true });
    await update(body, {}, BOB).expect(200);
    await remove({ ...body, revision: 2 }, {}, PIPELINE).expect(204);
  });

  it.each<[string, (window: Record<string, unknown>) => Promise<unknown>]>([
    [
      'continuity.window.create',
      async () => started.post('/windows', draft(), ANNA).expect(403),
    ],
    ['continuity.window.update', async window => update(window).expect(403)],
    ['continuity.window.delete', async window => remove(window).expect(403)],
    [
      'continuity.calendar.read',
      async ({ id }) => {
        await started.get('/windows', ANNA).expect(403);
        await started.get(`/windows/${id}`, ANNA).expect(403);
        await started.get(`/windows/${id}/history`, ANNA).expect(403);
      },
    ],
  ])('needs the permission %s', async (permission, attempt) => {
    await start();
    const window = await made(over);
    started.become({ denied: [ADMINISTER, permission] });
    await attempt(window);
  });

  it.each([
    ['continuity.window.create', true],
    ['continuity.window.update', false],
    ['continuity.window.delete', false],
  ])('without %s, says of mayEdit: %s', async (permission, mayEdit) => {
    await start();
    const { id } = await made(over);
    started.become({ denied: [ADMINISTER, permission] });
    const { body } = await started.get(`/windows/${id}`, ANNA).expect(200);
    expect(body.mayEdit).toBe(mayEdit);
  });

  it.each<[string, object, string | RegExp]>([
    [
      'a rule that is none',
      draft({ ...over, rrule: 'FREQ=SECONDLY' }),
      /^window\.rrule: /,
    ],
    [
      'a tier that there is not',
      draft({ ...always, scope: { tiers: ['gold'] } }),
      /^window\.scope\.tiers\.0: "gold" is not a tier/,
    ],
    [
      'several fields at once',
      draft({ ...always, title: ' ', enforcement: 'maybe' }),
      /window\.title: .*; window\.enforcement: /,
    ],
    [
      'a field that there is not',
      draft({ ...always, colour: 'red' }),
      /^window\.colour: /,
    ],
    [
      'a zone that there is not',
      draft(always, { timezone: 'Europe/Atlantis' }),
      'timezone: "Europe/Atlantis" is not an IANA time zone, e.g. Europe/Zurich',
    ],
    [
      'another owner in the window',
      draft({ ...always, owner: 'group:default/others' }),
      'window.owner: "group:default/others" is not group:default/finance, in whose calendar the window stands; leave it out',
    ],
    [
      'what no database can hold',
      draft({ ...always, reason: 'a\u0000b' }),
      /^window\.reason: has control characters/,
    ],
    [
      'a window that is too long',
      draft({ ...always, reason: 'x'.repeat(100_001) }),
      /^window: is 1\d{5} characters long; expected at most 100000/,
    ],
    [
      'a window that is too deep',
      draft({
        ...always,
        scope: {
          entities: JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`),
        },
      }),
      /nested deeper than 32 levels/,
    ],
    [
      'a comment that no log can hold',
      draft(always, { comment: 'a\u0007b' }),
      /^comment: /,
    ],
    [
      'an owner that cannot own',
      draft(always, { owner: PAYMENTS }),
      'owner: "component:default/payments-api" is not a Group or User, e.g. group:default/finance-operations',
    ],
    ['no owner', { ...draft(), owner: undefined }, /owner/],
    [
      'a window without a start',
      draft({ ...always, start: undefined }),
      /start/,
    ],
  ])('refuses %s, naming it', async (_, body, message) => {
    await start();
    const response = await started.post('/windows', body, ANNA).expect(400);
    expect(errorOf(response).message).toMatch(pattern(message));
    expect(await knex('portal_windows')).toEqual([]);
    expect(await entries('calendar.window.created')).toEqual([]);
  });

  it('refuses an owner that the catalog does not have', async () => {
    const ghosts = 'group:default/ghosts';
    await start({ groupsOfAnna: [ghosts] });
    const response = await started
      .post('/windows', draft(always, { owner: ghosts }), ANNA)
      .expect(400);
    expect(errorOf(response).message).toBe(
      'owner: There is no entity group:default/ghosts in the catalog, or you may not see it',
    );
  });

  it('takes the owner in any spelling, and the window that names it too', async () => {
    await start();
    const window = await made(
      { ...over, owner: 'Group:Default/Finance' },
      { owner: 'Group:finance' },
    );
    expect(window.owner).toBe(FINANCE);
  });

  it('has one window of an id for an owner', async () => {
    await start();
    await made(over);
    const response = await started
      .post('/windows', draft({ ...always, title: 'Another' }), ANNA)
      .expect(409);
    expect(errorOf(response).message).toMatch(
      /^window\.id: "close" is the id of another window of group:default\/finance, "Books are closed", made by user:default\/anna at .*Z; change that one, or choose another id$/,
    );
    const second = await made({ ...over, id: 'second' });
    const renamed = await update(second, { window: over }).expect(409);
    expect(errorOf(renamed).message).toContain('window.id: "close"');
  });

  it('says who was faster when a change is not to the newest revision', async () => {
    await start();
    const window = await made(over);
    await update(window).expect(200);
    for (const response of [
      await update(window).expect(409),
      await remove(window).expect(409),
    ]) {
      expect(errorOf(response).message).toMatch(
        /^revision: 1 is not the newest; user:default\/anna saved revision 2 at .*Z\. Load the window again/,
      );
    }
    await remove({ ...window, revision: 2 }).expect(204);
    const late = await update({ ...window, revision: 2 }).expect(409);
    expect(errorOf(late).message).toMatch(/was removed by user:default\/anna/);
  });

  it('lets exactly one of many changes at once win', async () => {
    await start();
    const other = await replica();
    const window = await made(over);
    const both = [started, other];
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        both[at % 2].put(
          `/windows/${window.id}`,
          {
            revision: 1,
            timezone: 'UTC',
            window: { ...over, title: `Change ${at}` },
            comment: 'At once',
          },
          ANNA,
        ),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 200);
    const { body } = await started.get(`/windows/${window.id}`);
    expect(body).toMatchObject({
      revision: 2,
      window: winner?.body.window,
    });
    const history = await started.get(`/windows/${window.id}/history`);
    expect(history.body.items).toHaveLength(2);
    expect(await entries('calendar.window.changed')).toHaveLength(1);
  });

  it('makes only one of many windows of one id at once', async () => {
    await start();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => started.post('/windows', draft(), ANNA)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409, 409,
    ]);
  });

  it.each<[string, object]>([
    ['it ends', { window: over }],
    ['it is weaker', { window: { ...always, enforcement: 'warn' } }],
    [
      'it is for somebody else',
      { window: { ...always, scope: { tiers: ['tier-4'] } } },
    ],
    [
      'it is for one environment less',
      { window: { ...always, scope: { environments: ['staging'] } } },
    ],
    [
      'it is for one class less',
      { window: { ...always, scope: { classes: ['standard', 'major'] } } },
    ],
    [
      'it lets one service out',
      {
        window: {
          ...always,
          scope: { except: { entities: { 'metadata.name': 'payments-api' } } },
        },
      },
    ],
  ])(
    'wants a change confirmed that opens at once because %s',
    async (_, change) => {
      await start({ entities: [payments, component('other'), finance] });
      const window = await made();
      const response = await update(window, change).expect(409);
      expect(errorOf(response).message).toMatch(
        /^confirm: changing "Books are closed" opens at once what is closed now: [12] services? \(component:default\/.*\)\. If that is meant, send it again with confirm: true$/,
      );
      expect(await verdict()).toBe('deny');
      await update(window, { ...change, confirm: true }).expect(200);
    },
  );

  it.each<[string, object, Entity[]]>([
    ['a change of words', { window: { ...always, title: 'Closed' } }, []],
    ['a longer window', { window: { ...always, duration: 'P60Y' } }, []],
    [
      'the end of a window while another one closes as much',
      { window: over },
      [freezeCalendar('another', { ...always, end: undefined })],
    ],
  ])('needs no confirmation for %s', async (_, change, calendars) => {
    await start({ entities: [payments, finance, ...calendars] });
    const window = await made();
    const { body } = await update(window, change).expect(200);
    expect(body.revision).toBe(2);
  });

  it('wants a removal confirmed that opens at once, and only such', async () => {
    await start();
    const window = await made();
    const response = await remove(window).expect(409);
    expect(errorOf(response).message).toContain(
      'removing "Books are closed" opens at once what is closed now: 1 service (component:default/payments-api)',
    );
    expect(await verdict()).toBe('deny');
    const past = await made({ ...over, id: 'past' });
    await remove(past).expect(204);
  });

  it('judges again what is opened by two who each take away one of two windows', async () => {
    await start();
    const other = await replica();
    const one = await made(always);
    const two = await made({ ...always, id: 'second' });
    const answers = await Promise.all([
      remove(one),
      other.post(
        `/windows/${two.id}/removal`,
        { revision: 1, comment: 'No longer needed' },
        ANNA,
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.map(errorOf).filter(Boolean)).toMatchObject([
      { message: expect.stringMatching(/^confirm: removing "Books are/) },
    ]);
    expect(await verdict()).toBe('deny');
  });

  it('wants a maintenance window confirmed that opens what others close', async () => {
    const maintenance = { ...always, effect: 'maintenance' };
    const theirs = freezeCalendar('theirs', {
      ...maintenance,
      duration: 'P1D',
    });
    delete Object(theirs.spec).windows[0].end;
    await start({ entities: [payments, finance, theirs] });
    expect(await verdict()).toBe('deny');
    const response = await started
      .post('/windows', draft(maintenance), ANNA)
      .expect(409);
    expect(errorOf(response).message).toMatch(
      /^confirm: making "Books are closed" opens at once what is closed now: 1 service/,
    );
    expect(await verdict()).toBe('deny');
    await made(maintenance, { confirm: true });
    expect(await verdict()).toBe('allow');
    const [entry] = await entries('calendar.window.created');
    expect(entry.data.confirmed).toBe(true);
  });

  it('tells nothing of services that the caller may not see, and wants the rest confirmed', async () => {
    const window = { ...always, scope: { tiers: ['tier-1'] } };
    const answers: string[] = [];
    for (const tier of ['tier-1', 'tier-4']) {
      const hidden = component('hidden', { tier });
      await start({
        entities: [hidden, component('other'), finance],
        visible: ['component:default/other', FINANCE],
      });
      const saved = await made(window);
      answers.push(errorOf(await remove(saved).expect(409)).message);
      await update(saved, { window: { ...window, title: 'Words' } }).expect(
        200,
      );
    }
    expect(answers[0]).toMatch(/perhaps services that you may not see\. If/);
    expect(answers[1]).toBe(answers[0]);
  });

  it('writes nothing when the ledger cannot be written', async () => {
    await start();
    const window = await made(over);
    await knex.schema.renameTable('ledger_entries', 'ledger_elsewhere');
    await started
      .post('/windows', draft({ ...over, id: 'second' }), ANNA)
      .expect(500);
    await update(window).expect(500);
    await remove(window).expect(500);
    await knex.schema.renameTable('ledger_elsewhere', 'ledger_entries');
    const { body } = await started.get('/windows', ANNA).expect(200);
    expect(body.items).toEqual([window]);
    const history = await started.get(`/windows/${window.id}/history`);
    expect(history.body.items).toHaveLength(1);
    await update(window).expect(200);
  });

  it('audits every change, also those that are refused', async () => {
    await start();
    const window = await made(over);
    await update(window).expect(200);
    await update(window).expect(409);
    await remove({ ...window, revision: 2 }).expect(204);
    const events = started.auditor.createEvent.mock.calls.map(
      ([{ eventId }]) => eventId,
    );
    expect(events).toEqual([
      'window-create',
      'window-update',
      'window-update',
      'window-delete',
    ]);
    expect(started.auditEvent.success).toHaveBeenCalledTimes(3);
    expect(started.auditEvent.fail).toHaveBeenCalledTimes(1);
  });

  it.each(['', '/history'])(
    'answers 404 for a window that never was%s',
    async suffix => {
      await start();
      const id = '00000000-0000-4000-8000-000000000000';
      const response = await started.get(`/windows/${id}${suffix}`).expect(404);
      expect(errorOf(response).message).toContain(id);
      await started.get(`/windows/not-an-id${suffix}`).expect(400);
    },
  );
});
