import { randomUUID } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  calendarsOnly,
  deployment,
  payments,
  yearEndClose,
} from '../__testUtils__/entities';
import {
  ANNA,
  errorOf,
  NOBODY,
  PIPELINE_REF,
  readAgain,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { documentOf } from '../catalog/documents';

jest.setTimeout(60_000);

const databases = bothDatabases();

const QUESTION = {
  entity: 'component:default/payments-api',
  environment: 'production',
  region: 'eu-west-1',
};

describe.each(databases.eachId())('gate routes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  async function start(options: Partial<StartOptions> = {}) {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({
      knex,
      entities: [payments, yearEndClose],
      config: { gate: calendarsOnly },
      ...options,
    });
    return started;
  }

  afterEach(async () => {
    await started.stop();
  });

  const decide = (body: object, authorization?: string) =>
    started.post('/gate/decisions', body, authorization);

  it('decides, records, and says where', async () => {
    await start();
    const answer = await decide({ ...QUESTION, change: 'CHG-1' }).expect(201);
    expect(answer.body).toMatchObject({
      verdict: 'allow',
      dryRun: false,
      ledgerIndex: 0,
      decidedBy: PIPELINE_REF,
      request: {
        entity: 'component:default/payments-api',
        environment: 'production',
        region: 'eu-west-1',
        class: 'standard',
        change: 'CHG-1',
      },
    });
    const entries = await started.get('/ledger/entries').expect(200);
    const { ledgerIndex, ...recorded } = answer.body;
    expect(ledgerIndex).toBe(0);
    expect(JSON.parse(entries.body.items[0].canonical)).toMatchObject({
      type: 'gate.decision',
      actor: { ref: PIPELINE_REF },
      subjects: ['component:default/payments-api'],
      data: recorded,
    });
    const found = await started
      .get(`/gate/decisions/${answer.body.id}`)
      .expect(200);
    expect(found.body).toEqual(answer.body);
  });

  it('denies in a freeze and names the window and its end', async () => {
    await start();
    const { body } = await decide({
      ...QUESTION,
      at: '2026-12-01T12:00:00+01:00',
    }).expect(201);
    expect(body.verdict).toBe('deny');
    expect(body.request.at).toBe('2026-12-01T11:00:00.000Z');
    expect(body.reasons[0]).toMatchObject({
      rule: 'freeze:freezecalendar:default/year-end-close#close',
      verdict: 'deny',
      until: '2026-12-02T23:00:00.000Z',
      remedy: expect.any(String),
    });
  });

  it('denies what it does not know, with a reason and a remedy', async () => {
    await start();
    for (const change of [
      { entity: 'component:default/nobody' },
      { environment: 'moon' },
      { region: 'mars-1' },
    ]) {
      const { body } = await decide({ ...QUESTION, ...change }).expect(201);
      expect(body.verdict).toBe('deny');
      expect(body.reasons[0]).toMatchObject({
        rule: Object.keys(change)[0],
        verdict: 'deny',
        remedy: expect.any(String),
      });
    }
  });

  it('denies while the catalog was never read', async () => {
    await start();
    await knex('catalog_projection').update({ read_at: null });
    const { body } = await decide(QUESTION).expect(201);
    expect(body.verdict).toBe('deny');
  });

  it('denies when the reading of the catalog is stale', async () => {
    await start();
    await knex('catalog_projection').update({
      read_at: Date.now() - 3_600_000,
    });
    const { body } = await decide(QUESTION).expect(201);
    expect(body.verdict).toBe('deny');
  });

  it('answers a dry run without recording it', async () => {
    await start();
    const { body } = await decide({ ...QUESTION, dryRun: true }).expect(200);
    expect(body).toMatchObject({ verdict: 'allow', dryRun: true });
    expect(body).not.toHaveProperty('id');
    expect(body).not.toHaveProperty('ledgerIndex');
    const { body: checkpoint } = await started.get('/ledger/checkpoint');
    expect(checkpoint.treeSize).toBe(0);
  });

  it('uses evidence that was reported', async () => {
    await start({
      config: {
        gate: {
          policies: [
            {
              id: 'plan',
              title: 'Plan',
              checks: [{ check: 'rollback-plan-current', otherwise: 'deny' }],
            },
          ],
        },
      },
    });
    const before = await decide(QUESTION).expect(201);
    expect(before.body.verdict).toBe('deny');
    const plan = await started
      .post('/evidence', {
        kind: 'rollback-plan',
        source: 'wiki',
        externalId: 'plan-1',
        entityRef: QUESTION.entity,
        observedAt: new Date().toISOString(),
        payload: {
          steps: ['Deploy the version before'],
          decisionOwner: 'group:default/team-payments',
          decisionDeadline: 'PT15M',
          expectedDuration: 'PT10M',
          dataHandling: 'Nothing to undo',
        },
      })
      .expect(201);
    const after = await decide(QUESTION).expect(201);
    expect(after.body).toMatchObject({
      verdict: 'allow',
      reasons: expect.arrayContaining([
        expect.objectContaining({
          rule: 'check:rollback-plan-current',
          evidence: [plan.body.id],
        }),
      ]),
    });
  });

  it('counts every rollback that a check asks for, not only the newest', async () => {
    await start({
      config: {
        gate: {
          policies: [
            {
              id: 'rate',
              title: 'Rate',
              checks: [{ check: 'rollback-success-rate', otherwise: 'deny' }],
            },
          ],
        },
      },
    });
    const wentBack = (days: number) => {
      const at = new Date(Date.now() - days * 86_400_000).toISOString();
      return {
        ...deployment({ externalId: `back-${days}` }),
        kind: 'rollback-execution',
        observedAt: at,
        payload: {
          from: 'v2',
          to: 'v1',
          outcome: 'succeeded',
          startedAt: at,
          finishedAt: at,
        },
      };
    };
    await started.post('/evidence', wentBack(1)).expect(201);
    expect((await decide(QUESTION).expect(201)).body.verdict).toBe('deny');
    for (const days of [2, 3, 4]) {
      await started.post('/evidence', wentBack(days)).expect(201);
    }
    expect((await decide(QUESTION).expect(201)).body.verdict).toBe('allow');
  });

  describe('going back, and going on', () => {
    const RUNS = `sha256:${'a'.repeat(64)}`;
    const RAN = `sha256:${'b'.repeat(64)}`;
    const NEVER_RAN = `sha256:${'c'.repeat(64)}`;
    const FROZEN = '2026-12-01T12:00:00Z';
    const BEFORE = '2026-11-30T12:00:00Z';

    const report = (digest: string, observedAt: string) =>
      started
        .post('/evidence', {
          ...deployment({ externalId: digest.slice(-5) }),
          observedAt,
          payload: {
            version: digest.slice(-5),
            artifactDigest: digest,
            outcome: 'succeeded',
            startedAt: observedAt,
            finishedAt: observedAt,
          },
        })
        .expect(201);

    it('lets a rollback pass a freeze to what ran there before, and nothing else', async () => {
      await start();
      await report(RAN, '2026-01-20T12:00:00Z');
      await report(RUNS, '2026-01-30T12:00:00Z');
      const frozen = { ...QUESTION, at: FROZEN, dryRun: true };
      const deploy = await decide({ ...frozen, artifactDigest: RAN });
      expect(deploy.body.verdict).toBe('deny');
      const back = await decide({
        ...frozen,
        operation: 'rollback',
        artifactDigest: RAN,
      }).expect(200);
      expect(back.body).toMatchObject({
        verdict: 'allow',
        request: { operation: 'rollback', artifactDigest: RAN },
      });
      const unproven = await decide({
        ...frozen,
        operation: 'rollback',
        artifactDigest: NEVER_RAN,
      }).expect(200);
      expect(unproven.body.verdict).toBe('deny');
      expect(JSON.stringify(unproven.body.reasons)).toContain(
        'To count as a rollback',
      );
      // In another environment it never ran.
      const elsewhere = await decide({
        ...frozen,
        environment: 'staging',
        region: undefined,
        operation: 'rollback',
        artifactDigest: RAN,
      }).expect(200);
      expect(elsewhere.body.request.operation).toBe('rollback');
    });

    it('records that it is a rollback', async () => {
      await start();
      await report(RAN, '2026-01-20T12:00:00Z');
      const { body } = await decide({
        ...QUESTION,
        operation: 'rollback',
        artifactDigest: RAN,
      }).expect(201);
      expect(body.request.operation).toBe('rollback');
      const found = await started.get(`/gate/decisions/${body.id}`).expect(200);
      expect(found.body.request).toEqual(body.request);
    });

    it('lets a deployment finish that was allowed before the freeze, unless the window pauses it', async () => {
      await start();
      const begun = await decide({ ...QUESTION, artifactDigest: RUNS }).expect(
        201,
      );
      const on = (change: object = {}) =>
        decide({
          ...QUESTION,
          operation: 'continue',
          continues: begun.body.id.toUpperCase(),
          at: FROZEN,
          dryRun: true,
          ...change,
        });
      const { body } = await on().expect(200);
      expect(body).toMatchObject({
        verdict: 'allow',
        request: {
          operation: 'continue',
          continues: begun.body.id,
          artifactDigest: RUNS,
        },
      });
      await readAgain(
        knex,
        documentOf({
          ...yearEndClose,
          spec: {
            ...yearEndClose.spec,
            windows: [
              {
                ...(yearEndClose.spec?.windows as object[])[0],
                onRunning: 'pause',
              },
            ],
          },
        } as Entity),
      );
      expect((await on().expect(200)).body.verdict).toBe('deny');
    });

    it('goes on with nothing that was not allowed just so', async () => {
      await start();
      const begun = await decide({ ...QUESTION, artifactDigest: RUNS }).expect(
        201,
      );
      const denied = await decide({ ...QUESTION, region: 'mars' }).expect(201);
      expect(denied.body.verdict).toBe('deny');
      const other = await decide({ ...QUESTION, at: BEFORE }).expect(201);
      const on = async (change: object) => {
        const { body } = await decide({
          ...QUESTION,
          operation: 'continue',
          continues: begun.body.id,
          ...change,
        }).expect(400);
        return body.error.message;
      };
      await expect(on({ continues: randomUUID() })).resolves.toMatch(
        /^continues: there is no decision/,
      );
      await expect(on({ entity: 'component:default/other' })).resolves.toMatch(
        /^continues: there is no decision/,
      );
      await expect(on({ continues: denied.body.id })).resolves.toMatch(
        /^continues: .* is "deny"/,
      );
      await expect(on({ continues: other.body.id })).resolves.toMatch(
        /^continues: .* another moment/,
      );
      await expect(on({ region: undefined })).resolves.toMatch(
        /^continues: .* region eu-west-1, not \(none\)/,
      );
      await expect(on({ artifactDigest: RAN })).resolves.toMatch(
        /^continues: .* artifactDigest/,
      );
      const going = await decide({
        ...QUESTION,
        operation: 'continue',
        continues: begun.body.id,
      }).expect(201);
      await expect(on({ continues: going.body.id })).resolves.toMatch(
        /^continues: .* itself about a deployment that ran/,
      );
      await expect(on({ continues: undefined })).resolves.toMatch(
        /^continues: is missing/,
      );
      await expect(on({ operation: 'deploy' })).resolves.toMatch(
        /^operation: /,
      );
      await expect(on({ operation: undefined })).resolves.toMatch(
        /^operation: /,
      );
    });
  });

  describe('idempotency', () => {
    it('returns the same decision for the same question under the same key', async () => {
      await start();
      const first = await decide(QUESTION)
        .set('Idempotency-Key', 'k1')
        .expect(201);
      const second = await decide({
        ...QUESTION,
        entity: 'Component:default/Payments-API',
        class: 'standard',
      })
        .set('Idempotency-Key', 'k1')
        .expect(200);
      expect(second.body).toEqual(first.body);
      const { body } = await started.get('/ledger/checkpoint');
      expect(body.treeSize).toBe(1);
    });

    it('refuses another question under the same key', async () => {
      await start();
      await decide(QUESTION).set('Idempotency-Key', 'k1').expect(201);
      const answer = await decide({ ...QUESTION, class: 'major' })
        .set('Idempotency-Key', 'k1')
        .expect(409);
      expect(errorOf(answer)).toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('Idempotency-Key: "k1"'),
      });
    });

    it('keeps the keys of different askers apart', async () => {
      await start();
      await decide(QUESTION).set('Idempotency-Key', 'k1').expect(201);
      await decide(QUESTION, ANNA).set('Idempotency-Key', 'k1').expect(201);
    });

    it('decides once when asked several times at once', async () => {
      await start();
      const answers = await Promise.all(
        Array.from({ length: 10 }, async () =>
          decide(QUESTION).set('Idempotency-Key', 'k1'),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([
        ...Array(9).fill(200),
        201,
      ]);
      const [{ body: first }] = answers;
      answers.forEach(({ body }) => expect(body).toEqual(first));
      const { body } = await started.get('/ledger/verification');
      expect(body).toMatchObject({ ok: true, treeSize: 1 });
    });

    it('finds a decision whose recorder died before it was sequenced', async () => {
      await start();
      const first = await decide(QUESTION)
        .set('Idempotency-Key', 'k1')
        .expect(201);
      await knex('ledger_entries').update({
        leaf_index: null,
        root_hash: null,
      });
      await knex('ledger_head').update({ size: 0, frontier: '[]' });
      const again = await decide(QUESTION)
        .set('Idempotency-Key', 'k1')
        .expect(200);
      expect(again.body).toEqual(first.body);
    });
  });

  it('refuses a request that is wrong and names the field', async () => {
    await start();
    for (const [field, change] of [
      ['entity', { entity: 'nonsense' }],
      ['environment', { environment: '' }],
      ['environment', { environment: 'pro\u0000duction' }],
      ['change', { change: 'half \ud800 a character' }],
      ['environment', { environment: undefined }],
      ['class', { class: 'huge' }],
      ['artifactDigest', { artifactDigest: 'sha256:abc' }],
      ['at', { at: 'tomorrow' }],
      ['at', { at: '2026-12-01T12:00:00' }],
      ['dryRun', { dryRun: 'yes' }],
      ['colour', { colour: 'red' }],
    ] satisfies [string, object][]) {
      const answer = await decide({ ...QUESTION, ...change }).expect(400);
      expect(errorOf(answer).name).toBe('InputError');
      expect(errorOf(answer).message).toMatch(new RegExp(`^${field}: `));
    }
    await expect(knex('decisions')).resolves.toEqual([]);
  });

  it('refuses a body that is no JSON', async () => {
    await start();
    const answer = await started
      .post('/gate/decisions', {})
      .type('json')
      .send('{"entity":')
      .expect(400);
    expect(errorOf(answer).message).toContain('JSON');
  });

  it('answers 5xx, never a verdict, when the database fails', async () => {
    await start();
    await knex.schema.dropTable('evidence_series');
    const answer = await decide(QUESTION);
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.body).not.toHaveProperty('verdict');
  });

  it('answers 5xx when the ledger cannot be written, and records nothing', async () => {
    await start();
    await knex.schema.renameTable('ledger_entries', 'elsewhere');
    const answer = await decide(QUESTION);
    expect(answer.status).toBeGreaterThanOrEqual(500);
    await expect(knex('decisions')).resolves.toEqual([]);
  });

  describe('who may', () => {
    it('asks for credentials', async () => {
      await start();
      await decide(QUESTION, NOBODY).expect(401);
      await started.get('/gate/decisions', NOBODY).expect(401);
      await started.get(`/gate/decisions/${randomUUID()}`, NOBODY).expect(401);
    });

    it('asks for continuity.gate.decide to record', async () => {
      await start({ denied: ['continuity.gate.decide'] });
      const answer = await decide(QUESTION).expect(403);
      expect(errorOf(answer).message).toContain('continuity.gate.decide');
      await decide({ ...QUESTION, dryRun: true }).expect(200);
    });

    it('asks for continuity.gate.read to read and to try', async () => {
      await start({ denied: ['continuity.gate.read'] });
      await decide({ ...QUESTION, dryRun: true }).expect(403);
      await started.get('/gate/decisions').expect(403);
      await started.get(`/gate/decisions/${randomUUID()}`).expect(403);
    });

    it('shows people decisions about what they may see, and their own', async () => {
      await start();
      const hidden = { ...QUESTION, entity: 'component:default/hidden' };
      const { body: theirs } = await decide(hidden).expect(201);
      const { body: seen } = await decide(QUESTION).expect(201);
      const { body: own } = await decide(hidden, ANNA).expect(201);
      expect(own.verdict).toBe('deny');

      const list = await started.get('/gate/decisions', ANNA).expect(200);
      expect(
        list.body.items.map(({ id }: { id: string }) => id).sort(),
      ).toEqual([seen.id, own.id].sort());
      await started.get(`/gate/decisions/${own.id}`, ANNA).expect(200);
      await started.get(`/gate/decisions/${theirs.id}`, ANNA).expect(404);
      await started.get(`/gate/decisions/${theirs.id}`).expect(200);
    });
  });

  it('lists newest first, narrowed, page by page', async () => {
    await start();
    for (let i = 0; i < 5; i++) {
      await decide({ ...QUESTION, change: `CHG-${i}` }).expect(201);
    }
    await decide({ ...QUESTION, region: undefined, environment: 'staging' });
    await decide({ ...QUESTION, entity: 'component:default/other' });

    const changes: string[] = [];
    let cursor = '';
    do {
      const { body } = await started
        .get(
          `/gate/decisions?entity=Component:payments-api&environment=production&limit=2${cursor}`,
        )
        .expect(200);
      for (const { request } of body.items) {
        changes.push(request.change);
      }
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(changes.sort()).toEqual(
      Array.from({ length: 5 }, (_, i) => `CHG-${i}`),
    );
    const { body } = await started.get('/gate/decisions?verdict=deny');
    expect(body.items).toHaveLength(1);
    expect(body).not.toHaveProperty('nextCursor');
  });

  it('refuses a list that is asked for wrongly and names the field', async () => {
    await start();
    for (const [field, query] of [
      ['cursor', 'cursor=nonsense'],
      ['environment', 'environment=%00'],
      ['limit', 'limit=0'],
      ['limit', 'limit=many'],
      ['verdict', 'verdict=maybe'],
      ['entity', 'entity=nonsense'],
      ['colour', 'colour=red'],
    ]) {
      const answer = await started.get(`/gate/decisions?${query}`).expect(400);
      expect(errorOf(answer).message).toContain(field);
    }
  });

  it('says when there is no such decision, or no such id', async () => {
    await start();
    await started.get(`/gate/decisions/${randomUUID()}`).expect(404);
    const answer = await started.get('/gate/decisions/nonsense').expect(400);
    expect(errorOf(answer).message).toContain('id');
  });

  it('opens and closes an audit event around a decision, also when it fails', async () => {
    await start();
    const { body } = await decide(QUESTION).expect(201);
    expect(started.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'gate-decide',
        meta: { entityRef: QUESTION.entity, environment: 'production' },
      }),
    );
    expect(started.auditEvent.success).toHaveBeenCalledWith({
      meta: { id: body.id, verdict: 'allow' },
    });

    await knex.schema.dropTable('evidence_series');
    await decide(QUESTION);
    expect(started.auditEvent.fail).toHaveBeenCalledWith({
      // Not `expect.any(Error)`: the driver's errors are of the process, not of the test.
      error: expect.objectContaining({
        message: expect.stringContaining('evidence_series'),
      }),
    });
  });
});
