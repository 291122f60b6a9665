import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { verifyBaselineStatement } from '@continuity/engine';
import type { BaselineDetails } from '@continuity/plugin-continuity-common';
import type { Knex } from 'knex';
import {
  NOBODY,
  startContinuity,
  type StartedContinuity,
} from '../../__testUtils__/startContinuity';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import {
  anna,
  bank,
  ben,
  carl,
  complete,
  dora,
  olga,
  PAYMENTS,
  settings,
  TEAM,
} from '../../changes/__testUtils__/changeWorld';

jest.setTimeout(120_000);

const databases = bothDatabases();
const PATH = '/entities/component/default/payments-api/baselines';

const objects = (image: string) => [
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'api', namespace: 'shop', uid: image },
    spec: { containers: [{ name: 'api', image }] },
    status: { phase: 'Running' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'db', namespace: 'shop' },
    data: { password: 'enEtdmVyeS1zZWNyZXQ=' },
  },
];

describe.each(databases.eachId())('baselines on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;
  const surroundings = { entities: bank, groupsOfAnna: [TEAM] };

  beforeAll(async () => {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({
      knex,
      config: settings,
      ...surroundings,
    });
  });
  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    await started.startOver(surroundings);
  });
  afterAll(() => started.stop());

  const drafted = async (content: object = complete): Promise<string> =>
    (await started.post('/changes', { content }, anna.header).expect(201)).body
      .summary.id;
  const approved = async (id: string) => {
    let { body } = await started.get(`/changes/${id}`, anna.header);
    for (const event of ['assess', 'request-approval']) {
      ({ body } = await started
        .post(
          `/changes/${id}/transitions`,
          { event, revision: body.summary.revision },
          anna.header,
        )
        .expect(200));
    }
    for (const who of [ben, carl, dora]) {
      ({ body } = await started
        .post(
          `/changes/${id}/approvals`,
          { decision: 'approve', revision: body.summary.revision },
          who.header,
        )
        .expect(200));
    }
  };
  const propose = (changeId: string, more: object = {}, who = ben) =>
    started.post(
      PATH,
      {
        environment: 'production',
        changeId,
        objects: objects('api:1'),
        ...more,
      },
      who.header,
    );
  const promote = (id: string, who = carl) =>
    started.post(`/baselines/${id}/promotion`, {}, who.header);
  const current = async (): Promise<BaselineDetails> =>
    (
      await started
        .get(`${PATH}/current?environment=production`, olga.header)
        .expect(200)
    ).body;

  it('counts once it was promoted under an approved change, by somebody else', async () => {
    const change = await drafted();
    const { body: proposed } = await propose(change).expect(201);
    expect(proposed).toMatchObject({
      state: 'proposed',
      objectCount: 2,
      masked: 1,
      proposedBy: ben.ref,
    });
    await started
      .get(`${PATH}/current?environment=production`, olga.header)
      .expect(404);
    await started
      .get(`/baselines/${proposed.id}/statement`, olga.header)
      .expect(409);
    const early = await promote(proposed.id).expect(409);
    expect(early.body.error.message).toContain('is draft');
    await approved(change);
    // She wrote the change, and he proposed the baseline.
    await promote(proposed.id, anna).expect(403);
    await promote(proposed.id, ben).expect(403);
    const { body } = await promote(proposed.id).expect(200);
    expect(body).toMatchObject({
      state: 'current',
      version: 1,
      promotedBy: carl.ref,
    });
    await promote(proposed.id).expect(409);

    const { body: next } = await propose(change, {
      objects: objects('api:2'),
    }).expect(201);
    await promote(next.id).expect(200);
    expect(await current()).toMatchObject({ id: next.id, version: 2 });
    const { body: list } = await started.get(PATH, olga.header).expect(200);
    expect(
      list.items.map((one: { state: string }) => one.state).sort(),
    ).toEqual(['current', 'superseded']);
    const { body: ledger } = await started.get('/ledger/entries');
    const types = ledger.items.map(
      ({ canonical }: { canonical: string }) => JSON.parse(canonical).type,
    );
    expect(
      types.filter((type: string) => type.startsWith('baseline.')),
    ).toHaveLength(4);
  });

  it('is signed over the digest of what is in it, without secrets', async () => {
    const change = await drafted();
    await approved(change);
    const { body: proposed } = await propose(change).expect(201);
    await promote(proposed.id).expect(200);
    const baseline = await current();
    expect(JSON.stringify(baseline)).not.toContain('enEtdmVyeS');
    expect(JSON.stringify(baseline)).not.toContain('Running');
    const { body: envelope } = await started
      .get(`/baselines/${baseline.id}/statement`, olga.header)
      .expect(200);
    const { body: keys } = await started.get('/gate/signing-keys', olga.header);
    const trusted = keys.items.map(
      ({ keyId, pem }: { keyId: string; pem: string }) => ({
        keyId,
        verifies: (message: Uint8Array, signature: Uint8Array) =>
          verify(null, message, createPublicKey(pem), signature),
      }),
    );
    expect(
      verifyBaselineStatement(JSON.stringify(envelope), trusted, {
        entity: PAYMENTS,
        environment: 'production',
        digest: baseline.digest,
        version: 1,
      }),
    ).toMatchObject({ ok: true });
  });

  it.each([
    ['a change that is not there', { changeId: randomUUID() }, 'changeId'],
    ['another environment', { environment: 'staging' }, 'not for staging'],
    ['objects that are none', { objects: [{ a: 1 }] }, 'objects.0'],
    ['no objects', { objects: [] }, 'objects'],
  ])('is not proposed for %s', async (_, more, said) => {
    const { body } = await propose(await drafted(), more).expect(400);
    expect(body.error.message).toContain(said);
  });

  it('is not proposed under a change of another service', async () => {
    const change = await drafted({
      ...complete,
      entities: ['component:default/payments-db'],
      digests: undefined,
    });
    const { body } = await propose(change).expect(400);
    expect(body.error.message).toContain('does not change');
  });

  it('needs permissions', async () => {
    const change = await drafted();
    const { body: proposed } = await propose(change).expect(201);
    await started.get(PATH, NOBODY).expect(401);
    started.become({
      ...surroundings,
      denied: [
        'continuity.baseline.propose',
        'continuity.baseline.promote',
        'continuity.drift.read',
      ],
    });
    await propose(change).expect(403);
    await promote(proposed.id).expect(403);
    for (const path of [
      PATH,
      `${PATH}/current?environment=production`,
      `/baselines/${proposed.id}`,
      `/baselines/${proposed.id}/statement`,
    ]) {
      await started.get(path, olga.header).expect(403);
    }
  });
});
