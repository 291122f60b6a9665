import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { payments, yearEndClose } from '../__testUtils__/entities';
import {
  ANNA,
  ANNA_REF,
  errorOf,
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

const PAYMENTS = 'component:default/payments-api';
const DECEMBER = 'from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z';

const anna: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'anna', namespace: 'default', title: 'Anna' },
  spec: {},
};

const lunch = {
  id: 'lunch',
  title: 'Lunch',
  reason: 'Nobody is there',
  effect: 'freeze',
  start: '2026-12-01T12:00:00',
  end: '2026-12-01T13:00:00',
  rrule: 'FREQ=DAILY;COUNT=3',
};

const databases = bothDatabases();

describe.each(databases.eachId())('calendar routes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  const shared = shareContinuity(() => databases.migrated(databaseId));

  async function start(surroundings: Surroundings = {}) {
    ({ knex, started } = await shared.start({
      entities: [payments, yearEndClose, anna],
      ...surroundings,
    }));
  }

  afterAll(() => shared.stop());

  const makeLunch = () =>
    started
      .post(
        '/windows',
        { owner: ANNA_REF, timezone: 'Europe/Zurich', window: lunch },
        ANNA,
      )
      .expect(201);

  it('lists every calendar, where it comes from and whether it can be read', async () => {
    const bad = freezeCalendar('bad', { rrule: 'FREQ=NEVER' });
    await start({ entities: [payments, yearEndClose, bad, anna] });
    await makeLunch();
    const { body } = await started.get('/calendars', ANNA).expect(200);
    expect(body.items).toEqual([
      {
        ref: 'freezecalendar:default/bad',
        title: 'Calendar bad',
        owner: 'group:default/finance',
        origin: { kind: 'catalog' },
        state: 'closed',
        problem: expect.stringContaining('FREQ'),
        windows: 0,
      },
      {
        ref: 'portalcalendar:default/anna',
        title: 'Windows of Anna',
        owner: ANNA_REF,
        origin: { kind: 'portal' },
        state: 'good',
        windows: 1,
      },
      {
        ref: 'freezecalendar:default/year-end-close',
        title: 'Year-end close',
        owner: 'group:default/finance-operations',
        origin: { kind: 'catalog' },
        state: 'good',
        windows: 1,
      },
    ]);
  });

  it('shows what takes place in a period, windows of the portal among them', async () => {
    await start();
    const { body: window } = await makeLunch();
    const { body } = await started
      .get(`/calendars/view?${DECEMBER}&rows=tier`, ANNA)
      .expect(200);
    expect(body.windows).toEqual([
      expect.objectContaining({ windowId: 'close', services: 1 }),
      expect.objectContaining({
        windowId: 'lunch',
        origin: { kind: 'portal' },
        portalWindowId: window.id,
        services: 1,
      }),
    ]);
    expect(
      body.occurrences.map((one: { window: number; startLocal: string }) => [
        one.window,
        one.startLocal,
      ]),
    ).toEqual([
      [0, '2026-12-01T00:00:00+01:00'],
      [1, '2026-12-01T12:00:00+01:00'],
      [1, '2026-12-02T12:00:00+01:00'],
      [1, '2026-12-03T12:00:00+01:00'],
    ]);
    expect(body.rows).toEqual([
      { id: 'tier-1', title: 'Mission critical', services: 1, windows: [0, 1] },
    ]);
    const removed = await started.post(
      `/windows/${window.id}/removal`,
      { revision: 1, comment: 'Not now', confirm: true },
      ANNA,
    );
    expect(removed.status).toBe(204);
    const after = await started.get(`/calendars/view?${DECEMBER}`).expect(200);
    expect(after.body.windows).toHaveLength(1);
  });

  it.each([
    [`entity=${PAYMENTS}`, ['close']],
    ['entity=Component:Payments-API', ['close']],
    ['entity=component:default/other', []],
    ['owner=group:default/team-payments', ['close']],
    ['owner=group:default/others', []],
    ['system=system:default/core', []],
    ['tier=tier-1', ['close']],
    ['tier=unclassified', []],
    ['environment=production', ['close']],
    ['environment=test', []],
    ['region=eu-west-1', ['close']],
    ['region=mars-1', []],
    ['calendar=freezecalendar:default/year-end-close', ['close']],
    ['calendar=freezecalendar:default/other', []],
    ['effect=freeze', ['close']],
    ['effect=maintenance', []],
    ['enforcement=block', ['close']],
    ['enforcement=warn', []],
    ['text=BOOKS', ['close']],
    ['text=nothing', []],
  ])('filters the view by %s', async (filter, expected) => {
    const other = component('other', {
      environments: [{ name: 'test' }],
    });
    const forPayments = {
      ...yearEndClose,
      spec: {
        ...yearEndClose.spec,
        scope: { environments: ['production'] },
      },
    };
    await start({ entities: [payments, other, forPayments] });
    const { body } = await started
      .get(`/calendars/view?${DECEMBER}&${filter}`)
      .expect(200);
    expect(
      body.windows.map(({ windowId }: { windowId: string }) => windowId),
    ).toEqual(expected);
  });

  it.each([
    ['from=2026-12-01T00:00:00Z', 'to'],
    ['from=tomorrow&to=2026-12-01T00:00:00Z', 'from'],
    ['from=2026-12-01T00:00:00Z&to=2026-12-01T00:00:00Z', 'not after from'],
    ['from=2026-01-01T00:00:00Z&to=2027-06-01T00:00:00Z', '400 days'],
    ['from=2199-12-01T00:00:00Z&to=2200-06-01T00:00:00Z', '2199'],
    [`${DECEMBER}&rows=colour`, 'rows'],
    [`${DECEMBER}&effect=thaw`, 'effect'],
    [`${DECEMBER}&enforcement=maybe`, 'enforcement'],
    [`${DECEMBER}&owner=not a ref`, 'owner'],
    [`${DECEMBER}&text=${'x'.repeat(201)}`, 'text'],
    [`${DECEMBER}&colour=red`, 'colour'],
  ])('refuses the view %s', async (query, message) => {
    await start();
    const response = await started.get(`/calendars/view?${query}`).expect(400);
    expect(errorOf(response).message).toContain(message);
  });

  it('answers 404 for an entity that is not there, or is no service', async () => {
    await start();
    const view = `/calendars/view?${DECEMBER}&entity=`;
    await started.get(`${view}component:default/ghost`).expect(404);
    await started.get(`${view}${ANNA_REF}`).expect(404);
  });

  it('needs the permission to read calendars', async () => {
    await start({ denied: ['continuity.calendar.read'] });
    await started.get('/calendars', ANNA).expect(403);
    await started.get(`/calendars/view?${DECEMBER}`, ANNA).expect(403);
  });

  it('answers 503 until the catalog was read', async () => {
    await start();
    await knex('catalog_projection').update({ read_at: null });
    await started.get('/calendars', ANNA).expect(503);
    await started.get(`/calendars/view?${DECEMBER}`, ANNA).expect(503);
  });
});
