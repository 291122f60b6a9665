import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { deployment, payments } from '../__testUtils__/entities';
import {
  ANNA,
  errorOf,
  NOBODY,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';

jest.setTimeout(60_000);

const databases = bothDatabases();

const OF_PAYMENTS = '/entities/component/default/payments-api/evidence';

describe.each(databases.eachId())('evidence routes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  async function start(options: Partial<StartOptions> = {}) {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({
      knex,
      entities: [payments],
      ...options,
    });
  }

  afterEach(async () => {
    await started.stop();
  });

  it('lists the kinds with the schema of their payload', async () => {
    await start();
    const { body } = await started.get('/evidence-kinds').expect(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        id: 'deployment',
        environment: 'required',
        validFor: 'P90D',
        schema: expect.objectContaining({
          type: 'object',
          properties: expect.objectContaining({ outcome: expect.anything() }),
        }),
      }),
    );
  });

  it('stores a report, and knows it again', async () => {
    await start();
    const first = await started.post('/evidence', deployment()).expect(201);
    expect(first.body).toMatchObject({
      ...deployment(),
      kindTitle: expect.any(String),
      observedAt: '2026-01-30T12:00:00.000Z',
      verdict: 'pass',
    });
    const second = await started.post('/evidence', deployment()).expect(200);
    expect(second.body).toEqual(first.body);
  });

  it('refuses a different report under a taken identity', async () => {
    await start();
    await started.post('/evidence', deployment()).expect(201);
    const answer = await started
      .post('/evidence', deployment({ region: 'eu-central-1' }))
      .expect(409);
    expect(errorOf(answer)).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('externalId: "run-1"'),
    });
    expect(started.auditEvent.fail).toHaveBeenCalledTimes(1);
  });

  it('refuses a report that is wrong and names the field', async () => {
    await start();
    for (const [field, change] of [
      ['kind', { kind: 'rumour' }],
      ['source', { source: '' }],
      ['externalId', { externalId: undefined }],
      ['entityRef', { entityRef: 'payments' }],
      ['environment', { environment: undefined, region: undefined }],
      ['observedAt', { observedAt: 'yesterday' }],
      ['observedAt', { observedAt: '2126-01-30T12:00:00Z' }],
      ['payload', { payload: 'text' }],
      [
        'payload.outcome',
        { payload: { ...deployment().payload, outcome: 'exploded' } },
      ],
      ['colour', { colour: 'red' }],
    ] satisfies [string, object][]) {
      const answer = await started
        .post('/evidence', deployment(change))
        .expect(400);
      expect(errorOf(answer).message).toMatch(new RegExp(`^${field}: `));
    }
    await expect(knex('evidence')).resolves.toEqual([]);
  });

  describe('about what is not in the catalog', () => {
    const misspelt = 'component:default/paymets-api';
    const about = (entityRef: string, externalId = 'run-1') =>
      deployment({ entityRef, externalId });

    it('is refused, by field, and keeps nothing else out', async () => {
      await start();
      const answer = await started
        .post('/evidence', about(misspelt))
        .expect(400);
      expect(errorOf(answer).message).toBe(
        `entityRef: "${misspelt}" is not in the catalog; expected an entity that is. Correct the name, or register it and report again`,
      );
      const { body } = await started
        .post('/evidence/batch', {
          items: [
            about(misspelt),
            // The same identity, spelt right.
            about('component:default/payments-api'),
            about(misspelt, 'run-2'),
          ],
        })
        .expect(200);
      expect(body.results).toEqual([
        expect.objectContaining({ status: 'rejected', field: 'externalId' }),
        expect.objectContaining({ status: 'accepted' }),
        expect.objectContaining({ status: 'rejected', field: 'entityRef' }),
      ]);
    });

    it('is accepted of what is newer than the last reading, or of a kind that is not read', async () => {
      await start();
      const bucket = { ...payments, kind: 'Resource' };
      const shop = { ...payments, metadata: { name: 'shop' } };
      started.become({ entities: [payments, bucket, shop] });
      await started
        .post('/evidence', about('component:default/shop'))
        .expect(201);
      await started
        .post('/evidence', about('resource:default/payments-api', 'run-2'))
        .expect(201);
    });

    it('is known again after its entity was removed', async () => {
      await start({ entities: [] });
      const shop = { ...payments, metadata: { name: 'shop' } };
      started.become({ entities: [shop] });
      const report = about('component:default/shop');
      const first = await started.post('/evidence', report).expect(201);
      started.become({ entities: [] });
      const again = await started.post('/evidence', report).expect(200);
      expect(again.body.id).toBe(first.body.id);
      await started
        .post('/evidence', { ...report, externalId: 'run-2' })
        .expect(400);
    });
  });

  it('keeps the rest of a batch when some of it is wrong', async () => {
    await start();
    const { body } = await started
      .post('/evidence/batch', {
        items: [
          deployment(),
          deployment({ externalId: 'b', environment: undefined }),
          { nonsense: true },
          deployment({ externalId: 'd' }),
          deployment(),
        ],
      })
      .expect(200);
    expect(body).toMatchObject({ accepted: 2, known: 1, rejected: 2 });
    expect(body.results).toEqual([
      { index: 0, status: 'accepted', id: expect.any(String) },
      expect.objectContaining({ index: 1, status: 'rejected' }),
      expect.objectContaining({
        index: 2,
        status: 'rejected',
        message: expect.any(String),
      }),
      { index: 3, status: 'accepted', id: expect.any(String) },
      { index: 4, status: 'known', id: body.results[0].id },
    ]);
  });

  it('refuses a batch that is wrong as a whole and names the field', async () => {
    await start();
    for (const [field, body] of [
      ['items', {}],
      ['items', { items: [] }],
      ['items', { items: Array(501).fill({}) }],
      ['items', { items: ['text'] }],
      ['colour', { items: [{}], colour: 'red' }],
    ] satisfies [string, object][]) {
      const answer = await started.post('/evidence/batch', body).expect(400);
      expect(errorOf(answer).message).toContain(field);
    }
  });

  it('lists evidence of a service, and the latest of it', async () => {
    await start();
    await started
      .post('/evidence/batch', {
        items: [
          deployment({ externalId: 'new' }),
          deployment({
            externalId: 'late',
            observedAt: '2026-01-29T12:00:00Z',
          }),
          deployment({ externalId: 'stage', environment: 'staging' }),
        ],
      })
      .expect(200);
    const ids = async (query: string) => {
      const { body } = await started
        .get(`${OF_PAYMENTS}?${query}`, ANNA)
        .expect(200);
      return body.items.map((item: { externalId: string }) => item.externalId);
    };
    expect(await ids('environment=production')).toEqual(['new', 'late']);
    expect((await ids('latest=true')).sort()).toEqual(['new', 'stage']);
    expect(await ids('latest=true&environment=staging')).toEqual(['stage']);
    expect(await ids('evidenceKind=rollback-plan')).toEqual([]);

    const { body } = await started
      .get(`${OF_PAYMENTS}?limit=2&environment=production`)
      .expect(200);
    expect(body).not.toHaveProperty('nextCursor');
  });

  it('opens any evidence by its id, however old it is', async () => {
    await start({ visible: ['component:default/payments-api'] });
    const { body } = await started
      .post('/evidence', deployment({ observedAt: '2024-01-30T12:00:00Z' }))
      .expect(201);
    await started.post('/evidence', deployment({ externalId: 'new' }));
    const opened = await started.get(`/evidence/${body.id}`, ANNA).expect(200);
    expect(opened.body).toEqual(body);
    await started.get(`/evidence/${body.id.toUpperCase()}`).expect(200);
  });

  it('does not tell hidden evidence, none and a malformed id apart', async () => {
    await start({ visible: [] });
    const { body } = await started.post('/evidence', deployment()).expect(201);
    for (const id of [
      body.id,
      randomUUID(),
      'nonsense',
      '%00',
      `${body.id}%20`,
      'batch',
    ]) {
      const answer = await started.get(`/evidence/${id}`, ANNA).expect(404);
      expect(errorOf(answer)).toMatchObject({
        name: 'NotFoundError',
        message: expect.stringMatching(/^id: there is no evidence/),
      });
    }
  });

  it('goes on after a cursor', async () => {
    await start();
    await started.post('/evidence/batch', {
      items: ['a', 'b', 'c'].map(externalId => deployment({ externalId })),
    });
    const first = await started.get(`${OF_PAYMENTS}?limit=2`).expect(200);
    const second = await started
      .get(`${OF_PAYMENTS}?limit=2&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(
      [...first.body.items, ...second.body.items]
        .map(({ externalId }) => externalId)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
  });

  it('refuses a list that is asked for wrongly and names the field', async () => {
    await start();
    for (const [field, query] of [
      ['limit', 'limit=1000'],
      ['latest', 'latest=perhaps'],
      ['cursor', 'cursor=nonsense'],
      ['colour', 'colour=red'],
    ]) {
      const answer = await started.get(`${OF_PAYMENTS}?${query}`).expect(400);
      expect(errorOf(answer).message).toContain(field);
    }
  });

  it('does not tell of an entity that is not in the catalog', async () => {
    await start();
    await started
      .get('/entities/component/default/hidden/evidence', ANNA)
      .expect(404);
  });

  it('asks for credentials and permissions', async () => {
    await start({
      denied: ['continuity.evidence.create', 'continuity.evidence.read'],
    });
    await started.post('/evidence', deployment(), NOBODY).expect(401);
    await started.get(OF_PAYMENTS, NOBODY).expect(401);
    const answer = await started.post('/evidence', deployment()).expect(403);
    expect(errorOf(answer).message).toContain('continuity.evidence.create');
    await started.post('/evidence/batch', { items: [{}] }).expect(403);
    await started.get(OF_PAYMENTS).expect(403);
    await started.get('/evidence-kinds').expect(403);
    await started.get(`/evidence/${randomUUID()}`).expect(403);
    await started.get(`/evidence/${randomUUID()}`, NOBODY).expect(401);
    await expect(knex('evidence')).resolves.toEqual([]);
  });
});
