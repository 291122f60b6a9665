import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import {
  leafHash,
  verifyDecisionStatement,
  type StatementExpectations,
} from '@continuity/engine';
import type { SigningKey } from '@continuity/plugin-continuity-common';
import type { Knex } from 'knex';
import { calendarsOnly, payments } from '../__testUtils__/entities';
import {
  ANNA,
  errorOf,
  NOBODY,
  PIPELINE_REF,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { KnexLedgerStore, LedgerService } from '../ledger';
import { readKeyPair } from './keyMaterial';
import { SigningKeys } from './SigningKeys';
import { SigningKeyStore } from './SigningKeyStore';

jest.setTimeout(60_000);

const databases = bothDatabases();

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const QUESTION = {
  entity: 'component:default/payments-api',
  environment: 'production',
  artifactDigest: DIGEST,
};

/** Verifies as somebody who has the public keys and nothing else. */
function verified(
  envelope: unknown,
  keys: SigningKey[],
  expected: Partial<StatementExpectations> = {},
) {
  return verifyDecisionStatement(
    JSON.stringify(envelope),
    keys.map(({ keyId, pem }) => ({
      keyId,
      verifies: (message, signature) =>
        verify(null, message, createPublicKey(pem), signature),
    })),
    {
      entity: QUESTION.entity,
      environment: QUESTION.environment,
      digest: DIGEST,
      now: Date.now(),
      ...expected,
    },
  );
}

function newPem(): string {
  return generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

describe.each(databases.eachId())('signed decisions on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity | undefined;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
  });

  afterEach(async () => {
    await started?.stop();
    started = undefined;
  });

  async function start(options: Partial<StartOptions> = {}) {
    started = await startContinuity({
      knex,
      entities: [payments],
      config: { gate: calendarsOnly },
      ...options,
    });
    return started;
  }

  const keysOf = async ({ get }: StartedContinuity): Promise<SigningKey[]> =>
    (await get('/gate/signing-keys').expect(200)).body.items;

  it('come with the decision, and say what was recorded', async () => {
    const portal = await start();
    const { body } = await portal
      .post('/gate/decisions', { ...QUESTION, statement: true })
      .expect(201);
    const { statement: envelope, ...decision } = body;
    const keys = await keysOf(portal);
    const result = verified(envelope, keys);
    expect(result).toMatchObject({ ok: true, keyId: keys[0].keyId });
    const { id, verdict, request, decidedAt, validUntil, ledgerIndex } =
      decision;
    const { body: ledger } = await portal.get('/ledger/entries').expect(200);
    const { canonical } = ledger.items[ledgerIndex];
    expect(result.statement?.predicate).toMatchObject({
      id,
      verdict,
      request,
      decidedAt,
      validUntil,
      decidedBy: PIPELINE_REF,
      ledger: { index: ledgerIndex, leafHash: leafHash(canonical) },
    });
    expect(JSON.parse(canonical).data).not.toHaveProperty('statement');
  });

  it('are fetched later, and are the same', async () => {
    const portal = await start();
    const { body } = await portal
      .post('/gate/decisions', { ...QUESTION, statement: true })
      .expect(201);
    const again = await portal
      .get(`/gate/decisions/${body.id.toUpperCase()}/statement`)
      .expect(200);
    expect(again.body).toEqual(body.statement);
    const plain = await portal.get(`/gate/decisions/${body.id}`).expect(200);
    expect(plain.body).not.toHaveProperty('statement');
  });

  it('do not come unasked, and not twice for one key', async () => {
    const portal = await start();
    const ask = (body: object) =>
      portal.post('/gate/decisions', body).set('Idempotency-Key', 'run-1');
    const plain = await ask(QUESTION).expect(201);
    expect(plain.body).not.toHaveProperty('statement');
    // Whether it is to be signed is no part of the question.
    const signed = await ask({ ...QUESTION, statement: true }).expect(200);
    expect(signed.body.id).toBe(plain.body.id);
    expect(verified(signed.body.statement, await keysOf(portal)).ok).toBe(true);
  });

  it('are made of denials too, which open nothing', async () => {
    const portal = await start();
    const { body } = await portal
      .post('/gate/decisions', {
        ...QUESTION,
        environment: 'moon',
        statement: true,
      })
      .expect(201);
    expect(body.verdict).toBe('deny');
    expect(
      verified(body.statement, await keysOf(portal), { environment: 'moon' }),
    ).toMatchObject({ ok: false, refusals: [{ code: 'verdict' }] });
  });

  it('are never made of a dry run', async () => {
    const portal = await start();
    const refused = await portal
      .post('/gate/decisions', { ...QUESTION, dryRun: true, statement: true })
      .expect(400);
    expect(errorOf(refused).message).toMatch(/^statement: a dry run/);
    expect(await knex('signing_keys')).toEqual([]);
  });

  it('are for those who may see the decision', async () => {
    const portal = await start();
    const { body } = await portal.post('/gate/decisions', QUESTION).expect(201);
    const path = `/gate/decisions/${body.id}/statement`;
    await portal.get(path, NOBODY).expect(401);
    await portal.get(path, ANNA).expect(200);
    portal.become({ visible: [] });
    const hidden = await portal.get(path, ANNA).expect(404);
    expect(errorOf(hidden).message).toMatch(/^id: there is no decision/);
    await portal.get('/gate/decisions/nonsense/statement').expect(400);
    portal.become({ denied: ['continuity.gate.read'] });
    await portal.get(path).expect(403);
    await portal.get('/gate/signing-keys').expect(403);
  });

  it('can still be verified after a rotation, which the ledger tells of', async () => {
    const portal = await start();
    const before = await portal
      .post('/gate/decisions', { ...QUESTION, statement: true })
      .expect(201);
    const [old] = await keysOf(portal);
    portal.become({ denied: ['continuity.gate.rotate-key'] });
    await portal.post('/gate/signing-keys', {}).expect(403);
    portal.become({ denied: [] });
    const rotated = await portal.post('/gate/signing-keys', {}).expect(201);
    expect(rotated.body.items).toEqual([
      expect.not.objectContaining({ retiredAt: expect.anything() }),
      { ...old, retiredAt: rotated.body.items[0].since },
    ]);
    const after = await portal
      .get(`/gate/decisions/${before.body.id}/statement`)
      .expect(200);
    const [newKey, oldKey] = await keysOf(portal);
    expect(verified(before.body.statement, [oldKey]).ok).toBe(true);
    expect(verified(before.body.statement, [newKey]).ok).toBe(false);
    expect(verified(after.body, [newKey]).ok).toBe(true);
    expect(verified(after.body, [oldKey]).ok).toBe(false);
    const { body: ledger } = await portal.get('/ledger/entries').expect(200);
    const told = ledger.items
      .map((item: { canonical: string }) => JSON.parse(item.canonical))
      .filter(({ type }: { type: string }) => type === 'gate.signing-key');
    expect(told).toMatchObject([
      { actor: { ref: 'system' }, data: { keyId: oldKey.keyId } },
      { actor: { ref: PIPELINE_REF }, data: { keyId: newKey.keyId } },
    ]);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'gate-rotate-signing-key' }),
    );
  });

  it('let no private key out, and keep none that is retired', async () => {
    const portal = await start();
    await portal.post('/gate/decisions', { ...QUESTION, statement: true });
    const [{ private_key: first }] = await knex('signing_keys');
    expect(first).toContain('PRIVATE KEY');
    await portal.post('/gate/signing-keys', {}).expect(201);
    const rows = await knex('signing_keys').orderBy('sequence');
    expect(rows.map(row => row.private_key === null)).toEqual([true, false]);
    const answers = await Promise.all([
      portal.get('/gate/signing-keys'),
      portal.get('/ledger/entries'),
      portal.get('/gate/decisions'),
      portal.get('/status'),
    ]);
    const seeds = [first, rows[1].private_key].map(pem =>
      pem.split('\n')[1].slice(-40),
    );
    const said = JSON.stringify([
      answers.map(({ body }) => body),
      portal.auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
      portal.auditEvent.success.mock.calls,
    ]);
    for (const seed of seeds) {
      expect(said).not.toContain(seed);
    }
    expect(said).not.toContain('PRIVATE KEY');
  });

  describe('keys', () => {
    const replica = (configured?: string, now = Date.now()) =>
      new SigningKeys({
        store: new SigningKeyStore(knex),
        ledger: new LedgerService(new KnexLedgerStore(knex)),
        configured:
          configured === undefined ? undefined : readKeyPair(configured),
        now: () => now,
      });

    it('are one for all replicas, however many start at once', async () => {
      const signers = await Promise.all(
        Array.from({ length: 5 }, () => replica().signer()),
      );
      expect(new Set(signers.map(({ keyId }) => keyId)).size).toBe(1);
      expect(await knex('signing_keys')).toHaveLength(1);
    });

    it('are new everywhere at once when two rotate at once', async () => {
      const [one, two] = [replica(), replica()];
      const { keyId } = await one.signer();
      const outcomes = await Promise.allSettled([
        one.rotate('user:default/anna'),
        two.rotate('user:default/anna'),
      ]);
      expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
      const signers = await Promise.all([one.signer(), two.signer()]);
      expect(signers[0].keyId).toBe(signers[1].keyId);
      expect(signers[0].keyId).not.toBe(keyId);
    });

    it('of the configuration are used, and stay there', async () => {
      const pem = newPem();
      const { keyId } = await replica(pem).signer();
      expect(keyId).toBe(readKeyPair(pem)?.keyId);
      expect(await knex('signing_keys')).toMatchObject([
        { key_id: keyId, private_key: null },
      ]);
      await expect(replica(pem).rotate('user:default/anna')).rejects.toThrow(
        'continuity.signing.privateKey',
      );
    });

    it('that were retired sign nothing, until they are configured again', async () => {
      const [first, second] = [newPem(), newPem()];
      const before = replica(first, 1_000);
      await before.signer();
      await replica(second, 2_000).signer();
      await expect(before.signer()).rejects.toThrow(
        'give all replicas the same continuity.signing.privateKey',
      );
      const again = replica(first, 3_000);
      const { keyId } = await again.signer();
      expect(keyId).toBe(readKeyPair(first)?.keyId);
      expect(await again.list()).toMatchObject([
        { keyId, since: '1970-01-01T00:00:01.000Z' },
        { retiredAt: '1970-01-01T00:00:03.000Z' },
      ]);
    });

    it('are made anew when the configured one is taken away', async () => {
      await replica(newPem()).signer();
      const without = replica();
      await without.signer();
      expect(await without.list()).toHaveLength(2);
    });
  });
});

describe('a configured key', () => {
  it.each([
    ['nonsense', 'nonsense'],
    [
      'a public key',
      createPublicKey(newPem()).export({ type: 'spki', format: 'pem' }),
    ],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
        type: 'pkcs8',
        format: 'pem',
      }),
    ],
  ])('that is %s is none', (_, pem) => {
    expect(readKeyPair(String(pem))).toBeUndefined();
  });

  it('may have its line breaks written out', () => {
    const pem = newPem();
    expect(readKeyPair(pem.replace(/\n/g, '\\n'))?.keyId).toBe(
      readKeyPair(pem)?.keyId,
    );
  });
});
