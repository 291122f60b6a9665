import type { Knex } from 'knex';
import { payments, yearEndClose } from '../__testUtils__/entities';
import {
  readAgain,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { freezeCalendar } from '../catalog/__testUtils__/FakeCatalog';
import { documentOf } from '../catalog/documents';

jest.setTimeout(60_000);

const databases = bothDatabases();

describe.each(databases.eachId())('GET /status on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  async function start(options: Partial<StartOptions> = {}) {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({
      knex,
      entities: [
        payments,
        yearEndClose,
        freezeCalendar('bad', { rrule: 'FREQ=SECONDLY' }),
      ],
      ...options,
    });
  }

  afterEach(async () => {
    await started.stop();
  });

  it('says how old the reading is, and what could not be read', async () => {
    await start();
    const { body } = await started.get('/status').expect(200);
    expect(body).toEqual({
      state: 'fresh',
      catalogReadAt: expect.stringMatching(/Z$/),
      maxCatalogAge: 'PT10M',
      entities: 1,
      calendars: 1,
      unreadableCalendars: [
        { ref: 'freezecalendar:default/bad', problem: expect.any(String) },
      ],
    });
  });

  it('tells a calendar that lives on its last good version from one that never was', async () => {
    await start();
    await readAgain(knex, {
      ...documentOf(
        freezeCalendar('year-end-close', { rrule: 'FREQ=SECONDLY' }),
      ),
      lastGood: { document: documentOf(yearEndClose).document, at: 86_400_000 },
    });
    const { body } = await started.get('/status').expect(200);
    expect(body).toMatchObject({
      calendars: 1,
      unreadableCalendars: [
        { ref: 'freezecalendar:default/bad' },
        {
          ref: 'freezecalendar:default/year-end-close',
          lastGoodAt: '1970-01-02T00:00:00.000Z',
        },
      ],
    });
    expect(body.unreadableCalendars[0]).not.toHaveProperty('lastGoodAt');
  });

  it('is stale once the reading is too old, with the reason', async () => {
    await start();
    await knex('catalog_projection').update({
      read_at: Date.now() - 11 * 60_000,
      problem: 'The catalog went away',
    });
    const { body } = await started.get('/status').expect(200);
    expect(body).toMatchObject({
      state: 'stale',
      lastProblem: 'The catalog went away',
    });
  });

  it('says when the catalog was never read', async () => {
    await start();
    await knex('catalog_projection').update({ read_at: null });
    const { body } = await started.get('/status').expect(200);
    expect(body).toEqual({
      state: 'never-read',
      maxCatalogAge: 'PT10M',
      entities: 0,
      calendars: 0,
      unreadableCalendars: [],
    });
  });

  it('needs its permission', async () => {
    await start({ denied: ['continuity.status.read'] });
    await started.get('/status').expect(403);
  });
});
