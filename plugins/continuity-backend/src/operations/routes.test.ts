import { randomUUID } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  ANNA,
  ANNA_REF,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { freezeCalendar } from '../catalog/__testUtils__/FakeCatalog';
import { KnexLedgerStore, LedgerService } from '../ledger';

jest.setTimeout(60_000);

const databases = bothDatabases();

/** A calendar whose feed is on a host that may not be asked. */
const followed: Entity = {
  ...freezeCalendar('followed'),
  spec: {
    owner: 'group:default/ops',
    timezone: 'Europe/Zurich',
    feed: {
      url: 'https://calendar.example/feeds/s3cr3t.ics',
      reason: 'Holidays',
    },
  },
};

describe.each(databases.eachId())('/operations on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  async function start(options: Partial<StartOptions> = {}) {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({ knex, entities: [followed], ...options });
  }

  /** An entry that the follower gave up on. */
  async function setAside(index: number): Promise<void> {
    const ledger = new LedgerService(new KnexLedgerStore(knex));
    await ledger.write((_, append) =>
      append([
        {
          id: randomUUID(),
          type: 'calendar.recovered',
          at: '2026-01-15T12:00:00.000Z',
          actor: { ref: 'system' },
          subjects: ['freezecalendar:default/gone'],
          data: {},
        },
      ]),
    );
    await ledger.sequence();
    await knex('ledger_set_aside').insert({
      name: 'calendar-notifications',
      leaf_index: index,
      problem: 'Error: refused',
      attempts: 10,
      at: Date.parse('2026-01-15T12:30:00.000Z'),
    });
  }

  afterEach(async () => {
    await started.stop();
  });

  it('lists those who follow the ledger', async () => {
    await start();
    const { body } = await started.get('/operations/followers').expect(200);
    expect(body).toEqual({
      entries: expect.any(Number),
      items: [
        expect.objectContaining({
          name: 'calendar-notifications',
          active: true,
          setAside: 0,
        }),
        expect.objectContaining({
          name: 'campaign-notifications',
          active: true,
        }),
        expect.objectContaining({ name: 'change-notifications', active: true }),
        expect.objectContaining({ name: 'drift', active: true }),
        expect.objectContaining({ name: 'freeze-notifications', active: true }),
        expect.objectContaining({
          name: 'saas-review-notifications',
          active: true,
        }),
        expect.objectContaining({
          name: 'scorecard-notifications',
          active: true,
        }),
        expect.objectContaining({
          name: 'unauthorised-deployments',
          active: true,
        }),
      ],
    });
  });

  it('lists what was set aside, has it handled again, and audits that', async () => {
    await start();
    await setAside(0);
    const listed = await started
      .get('/operations/set-aside?follower=calendar-notifications&limit=1')
      .expect(200);
    expect(listed.body).toEqual({
      items: [
        {
          follower: 'calendar-notifications',
          index: 0,
          type: 'calendar.recovered',
          at: '2026-01-15T12:00:00.000Z',
          subjects: ['freezecalendar:default/gone'],
          problem: 'Error: refused',
          attempts: 10,
          setAsideAt: '2026-01-15T12:30:00.000Z',
        },
      ],
      totalItems: 1,
    });
    const path = '/operations/set-aside/calendar-notifications/0/retry';
    const { body } = await started.post(path, {}, ANNA).expect(200);
    expect(body).toEqual({ outcome: 'done', attempts: 11 });
    expect(started.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'ledger-entry-retry' }),
    );
    expect(started.auditEvent.success).toHaveBeenCalledWith(
      expect.objectContaining({ meta: { outcome: 'done' } }),
    );
    const { body: entries } = await started.get('/ledger/entries').expect(200);
    expect(
      entries.items
        .map(({ canonical }: { canonical: string }) => JSON.parse(canonical))
        .find(({ type }: { type: string }) => type === 'ledger.entry.retried'),
    ).toMatchObject({ actor: { ref: ANNA_REF } });
    const missing = await started.post(path, {}).expect(404);
    expect(missing.body.error.message).toContain('is not set aside');
  });

  it('says of a follower that there is none of, and refuses what is no index', async () => {
    await start();
    await setAside(0);
    await knex('ledger_set_aside').update({ name: 'exporter' });
    const { body } = await started
      .post('/operations/set-aside/exporter/0/retry', {})
      .expect(409);
    expect(body.error.message).toContain('Nobody follows the ledger');
    await started
      .post('/operations/set-aside/exporter/-1/retry', {})
      .expect(400);
    await started
      .post('/operations/set-aside/exporter/x/retry', {})
      .expect(400);
    await started.get('/operations/set-aside?limit=0').expect(400);
    await started.get('/operations/set-aside?limit=201').expect(400);
  });

  it('lists feeds without their secrets, with why they do not count', async () => {
    await start();
    const { body } = await started.get('/operations/feeds').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        calendarRef: 'freezecalendar:default/followed',
        owner: 'group:default/ops',
        state: 'closed',
        windows: 0,
        problem: expect.any(String),
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('s3cr3t');
    expect(body.items[0].address).toContain('calendar.example');
  });

  it.each([
    ['GET', '/operations/followers', 'continuity.operations.read'],
    ['GET', '/operations/set-aside', 'continuity.operations.read'],
    ['GET', '/operations/feeds', 'continuity.operations.read'],
    [
      'POST',
      '/operations/set-aside/calendar-notifications/0/retry',
      'continuity.operations.retry',
    ],
  ])('%s %s needs %s', async (method, path, permission) => {
    await start({ denied: [permission] });
    const { body } = await (method === 'GET'
      ? started.get(path)
      : started.post(path, {})
    ).expect(403);
    expect(body.error.message).toContain(permission);
  });
});
