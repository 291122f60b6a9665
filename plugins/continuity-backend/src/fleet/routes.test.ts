import { payments, yearEndClose } from '../__testUtils__/entities';
import {
  errorOf,
  NOBODY,
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { component } from '../catalog/__testUtils__/FakeCatalog';

jest.setTimeout(60_000);

const databases = bothDatabases();

describe.each(databases.eachId())('GET /fleet on %s', databaseId => {
  let started: StartedContinuity;

  async function start(denied: string[] = []) {
    started = await startContinuity({
      knex: await databases.migrated(databaseId),
      entities: [payments, component('plain'), yearEndClose],
      denied,
    });
  }

  afterEach(async () => {
    await started.stop();
  });

  it('shows the fleet', async () => {
    await start();
    const { body } = await started.get('/fleet').expect(200);
    expect(body).toMatchObject({
      totals: { services: 2, unclassified: 1 },
      totalItems: 2,
      items: [{ name: 'payments-api' }, { name: 'plain' }],
      filters: {
        owners: ['group:default/team-a', 'group:default/team-payments'],
      },
      unreadableCalendars: [],
    });
  });

  it('reads every part of the question', async () => {
    await start();
    const { body } = await started
      .get(
        '/fleet?owner=team-payments&tier=tier-1&frozen=false&text=PAY&sort=rto&order=desc&limit=1&offset=0',
      )
      .expect(200);
    expect(body.items).toMatchObject([{ name: 'payments-api' }]);
    expect(body.totals.services).toBe(1);
  });

  it.each([
    ['sort=colour', 'sort'],
    ['order=up', 'order'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['offset=-1', 'offset'],
    ['frozen=perhaps', 'frozen'],
    ['owner=:nobody', 'owner'],
  ])('refuses %s', async (query, field) => {
    await start();
    const response = await started.get(`/fleet?${query}`).expect(400);
    expect(errorOf(response).message).toContain(field);
  });

  it('needs its permission', async () => {
    await start(['continuity.fleet.read']);
    await started.get('/fleet').expect(403);
    await started.get('/fleet', NOBODY).expect(401);
  });
});
