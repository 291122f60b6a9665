import type { Knex } from 'knex';
import { payments, yearEndClose } from '../__testUtils__/entities';
import {
  ANNA,
  errorOf,
  NOBODY,
  readAgain,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import {
  component,
  freezeCalendar,
} from '../catalog/__testUtils__/FakeCatalog';
import { documentOf } from '../catalog/documents';

jest.setTimeout(60_000);

const databases = bothDatabases();
const PAYMENTS = '/entities/component/default/payments-api';
const DECEMBER = '?from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z';

describe.each(databases.eachId())('entity routes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  async function start(options: Partial<StartOptions> = {}) {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({
      knex,
      entities: [payments, yearEndClose],
      ...options,
    });
  }

  afterEach(async () => {
    await started.stop();
  });

  it('says who a service is for continuity', async () => {
    await start();
    const { body } = await started.get(PAYMENTS, ANNA).expect(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/payments-api',
      profile: {
        classification: 'classified',
        tier: { id: 'tier-1', source: 'declared' },
        rto: { duration: 'PT1H', seconds: 3600, source: 'declared' },
        planning: { inScope: 'yes' },
      },
      environments: [
        { name: 'production', region: 'eu-west-1', role: 'primary' },
        { name: 'staging', role: 'primary' },
      ],
      environmentsSource: 'declared',
      catalogReadAt: expect.stringMatching(/Z$/),
    });
    expect(body).not.toHaveProperty('rollbackOwner');
  });

  it('names the owner of the rollback, and takes any spelling of a ref', async () => {
    const owned = component('Owned', {
      rto: 'PT1H',
      rollbackOwner: 'group:default/team-a',
    });
    await start({ entities: [owned] });
    const { body } = await started
      .get('/entities/Component/DEFAULT/oWNED')
      .expect(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/owned',
      rollbackOwner: 'group:default/team-a',
      environmentsSource: 'organisation',
    });
  });

  it.each([
    ['unknown', '/entities/component/default/nobody-knows-it'],
    ['not a service', '/entities/freezecalendar/default/year-end-close'],
  ])('answers 404 for what is %s', async (_what, path) => {
    await start();
    const response = await started.get(path).expect(404);
    expect(errorOf(response).name).toBe('NotFoundError');
  });

  it('needs a permission and somebody who asks', async () => {
    await start({ denied: ['continuity.entity.read'] });
    await started.get(PAYMENTS).expect(403);
    await started.get(`${PAYMENTS}/windows${DECEMBER}`).expect(403);
    await started.get(PAYMENTS, NOBODY).expect(401);
  });

  it('lists the windows that bind a service, and where', async () => {
    const everyDay = freezeCalendar('night', {
      rrule: 'FREQ=DAILY',
      start: '2026-12-30T22:00:00',
      end: '2026-12-31T02:00:00',
      enforcement: 'warn',
      scope: { classes: ['major'], regions: ['eu-west-1'] },
    });
    const others = freezeCalendar('others', { scope: { tiers: ['tier-4'] } });
    const filtered = freezeCalendar('filtered', {
      scope: { entities: { 'spec.owner': 'somebody-else' } },
    });
    await start({
      entities: [payments, yearEndClose, everyDay, others, filtered],
    });
    const { body } = await started
      .get(`${PAYMENTS}/windows${DECEMBER}`)
      .expect(200);
    expect(body).toMatchObject({ truncated: false, unreadableCalendars: [] });
    expect(body.items).toEqual([
      {
        calendarRef: 'freezecalendar:default/year-end-close',
        calendarTitle: 'Year-end close',
        origin: { kind: 'catalog' },
        windowId: 'close',
        title: 'Books are closed',
        reason: 'Postings must not be interrupted',
        owner: 'group:default/finance-operations',
        effect: 'freeze',
        enforcement: 'block',
        onRunning: 'finish',
        rollbacksExempt: true,
        scopeReasons: ['It is for environment production.'],
        environments: ['production'],
        occurrence: {
          start: '2026-11-30T23:00:00.000Z',
          end: '2026-12-02T23:00:00.000Z',
          startLocal: '2026-12-01T00:00:00+01:00',
          endLocal: '2026-12-03T00:00:00+01:00',
          timezone: 'Europe/Zurich',
        },
      },
      expect.objectContaining({
        windowId: 'closing',
        enforcement: 'warn',
        // Staging names no region, so it cannot be excluded.
        environments: ['production', 'staging'],
        regions: ['eu-west-1'],
        classes: ['major'],
      }),
      expect.objectContaining({
        occurrence: expect.objectContaining({
          start: '2026-12-31T22:00:00.000Z',
        }),
      }),
    ]);
  });

  it('returns at most 2000 and says when there are more', async () => {
    const calendars = Array.from({ length: 6 }, (_, index) =>
      freezeCalendar(`daily-${index}`, {
        rrule: 'FREQ=DAILY',
        start: '2026-01-01T22:00:00',
        end: '2026-01-01T23:00:00',
      }),
    );
    await start({ entities: [payments, ...calendars] });
    const { body } = await started
      .get(
        `${PAYMENTS}/windows?from=2026-02-01T00:00:00Z&to=2027-03-08T00:00:00Z`,
      )
      .expect(200);
    expect(body.items).toHaveLength(2000);
    expect(body.truncated).toBe(true);
  });

  it('names calendars that cannot be read', async () => {
    const unreadable = freezeCalendar('bad', { rrule: 'FREQ=SECONDLY' });
    await start({ entities: [payments, unreadable] });
    const { body } = await started
      .get(`${PAYMENTS}/windows${DECEMBER}`)
      .expect(200);
    expect(body.unreadableCalendars).toEqual([
      {
        ref: 'freezecalendar:default/bad',
        problem: expect.stringContaining('spec.windows.0.rrule'),
      },
    ]);
  });

  it('names a calendar whose last good windows stay in force, and lists them', async () => {
    await start();
    const bad = freezeCalendar('year-end-close', { rrule: 'FREQ=SECONDLY' });
    await readAgain(knex, {
      ...documentOf(bad),
      lastGood: { document: documentOf(yearEndClose).document, at: 86_400_000 },
    });
    const { body } = await started
      .get(`${PAYMENTS}/windows${DECEMBER}`)
      .expect(200);
    expect(body).toMatchObject({
      items: [{ windowId: 'close' }],
      unreadableCalendars: [
        {
          ref: 'freezecalendar:default/year-end-close',
          problem: expect.stringContaining('SECONDLY'),
          lastGoodAt: '1970-01-02T00:00:00.000Z',
        },
      ],
    });
  });

  it.each([
    ['?from=2026-12-01T00:00:00Z', 'to'],
    ['?from=tomorrow&to=2026-12-01T00:00:00Z', 'from'],
    ['?from=2026-12-01T00:00:00Z&to=2026-12-01T00:00:00Z', 'not after from'],
    ['?from=2026-01-01T00:00:00Z&to=2027-06-01T00:00:00Z', '400 days'],
    ['?from=2199-12-01T00:00:00Z&to=2200-06-01T00:00:00Z', '2199'],
  ])('refuses the period %s', async (query, message) => {
    await start();
    const response = await started
      .get(`${PAYMENTS}/windows${query}`)
      .expect(400);
    expect(errorOf(response).message).toContain(message);
  });
});

describe('entity routes before the catalog was read', () => {
  it('answer 503 with what to do', async () => {
    const [databaseId] = databases.eachId()[0];
    const knex = await databases.migrated(databaseId);
    const started = await startContinuity({ knex, entities: [payments] });
    await knex('catalog_projection').update({ read_at: null });
    const response = await started.get(PAYMENTS).expect(503);
    expect(errorOf(response).message).toContain('try again in a few seconds');
    await started.stop();
  });
});
