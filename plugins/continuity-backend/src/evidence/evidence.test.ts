import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import {
  builtinEvidenceKinds,
  createEvidenceRegistry,
} from '@continuity/engine';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { KnexLedgerStore, LedgerService } from '../ledger';
import { EvidenceService, KnexEvidenceStore } from './index';

jest.setTimeout(60_000);

const databases = bothDatabases();

const NOW = Date.parse('2026-11-30T17:00:00Z');
const PAYMENTS = 'component:default/payments-api';

function deployment(change: Record<string, unknown> = {}) {
  return {
    kind: 'deployment',
    source: 'github-actions',
    externalId: 'run-1',
    entityRef: PAYMENTS,
    environment: 'production',
    region: 'eu-west-1',
    observedAt: '2026-11-30T12:00:00Z',
    payload: {
      version: 'v1.4.2',
      outcome: 'succeeded',
      startedAt: '2026-11-30T11:57:00Z',
      finishedAt: '2026-11-30T12:00:00Z',
    },
    ...change,
  };
}

function observed(
  externalId: string,
  observedAt: string,
  region = 'eu-west-1',
) {
  return deployment({ externalId, observedAt, region });
}

describe.each(databases.eachId())('evidence on %s', databaseId => {
  let knex: Knex;
  let ledger: LedgerService;
  let ledgerStore: KnexLedgerStore;
  let store: KnexEvidenceStore;
  let service: EvidenceService;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    ledgerStore = new KnexLedgerStore(knex);
    ledger = new LedgerService(ledgerStore);
    store = new KnexEvidenceStore(knex);
    service = new EvidenceService({
      store,
      ledger,
      kinds: createEvidenceRegistry(builtinEvidenceKinds),
      logger: mockServices.logger.mock(),
      now: () => NOW,
    });
  });

  async function latestIds(at = NOW): Promise<string[]> {
    const latest = await store.latestForEntity(PAYMENTS, at);
    return latest.map(({ externalId }) => externalId);
  }

  it('stores a report with its entry in the ledger', async () => {
    const [result] = await service.submit([deployment()], 'service:ci');
    expect(result).toMatchObject({
      status: 'accepted',
      evidence: {
        kind: 'deployment',
        entityRef: PAYMENTS,
        observedAt: Date.parse('2026-11-30T12:00:00Z'),
        receivedAt: NOW,
        verdict: 'pass',
      },
    });
    const { items } = await ledger.entries(0, 10);
    expect(items.map(({ canonical }) => JSON.parse(canonical))).toEqual([
      expect.objectContaining({
        type: 'evidence.recorded',
        actor: { ref: 'service:ci' },
        subjects: [PAYMENTS],
        data: expect.objectContaining({
          externalId: 'run-1',
          observedAt: '2026-11-30T12:00:00.000Z',
        }),
      }),
    ]);
    const { items: stored } = await store.listForEntity(
      PAYMENTS,
      {},
      { limit: 5 },
    );
    expect(stored).toEqual([
      expect.objectContaining({ payload: deployment().payload }),
    ]);
  });

  it('knows a report again, also one written differently', async () => {
    const [first] = await service.submit([deployment()], 'service:ci');
    const [second] = await service.submit(
      [
        deployment({
          entityRef: 'Component:Payments-API',
          observedAt: '2026-11-30T13:00:00+01:00',
        }),
      ],
      'service:other',
    );
    expect(second).toEqual({ ...first, status: 'known' });
    await expect(ledger.checkpoint()).resolves.toMatchObject({ treeSize: 1 });
  });

  it('refuses a different report under a taken identity', async () => {
    await service.submit([deployment()], 'service:ci');
    await expect(
      service.submit([deployment({ region: 'eu-central-1' })], 'service:ci'),
    ).resolves.toEqual([
      {
        status: 'rejected',
        cause: 'conflict',
        field: 'externalId',
        message: expect.stringContaining('"run-1" of github-actions is taken'),
      },
    ]);
    await expect(ledger.checkpoint()).resolves.toMatchObject({ treeSize: 1 });
  });

  it('keeps the rest of a batch when some of it is wrong', async () => {
    await service.submit([deployment({ externalId: 'old' })], 'service:ci');
    const results = await service.submit(
      [
        deployment({ externalId: 'a' }),
        deployment({ externalId: 'b', payload: { outcome: 'exploded' } }),
        'not even an object',
        deployment({ externalId: 'old' }),
        deployment({ externalId: 'a' }),
        deployment({ externalId: 'a', region: 'us-east-1' }),
        deployment({ externalId: 'half \ud800 a character' }),
        deployment({ externalId: 'z' }),
      ],
      'service:ci',
    );
    expect(
      results.map(result =>
        result.status === 'rejected' ? result.field : result.status,
      ),
    ).toEqual([
      'accepted',
      expect.stringMatching(/^payload\./),
      '',
      'known',
      'known',
      'externalId',
      'externalId',
      'accepted',
    ]);
    await expect(ledger.verify()).resolves.toMatchObject({
      ok: true,
      treeSize: 3,
    });
  });

  it('refuses reports that are too large or too deep, and those only', async () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    const results = await service.submit(
      [
        deployment({ externalId: 'a', payload: { deep } }),
        deployment({ externalId: 'b', payload: { text: 'x'.repeat(200_000) } }),
        deployment({ externalId: 'c' }),
      ],
      'service:ci',
    );
    expect(results).toEqual([
      expect.objectContaining({ status: 'rejected', field: 'payload' }),
      expect.objectContaining({ status: 'rejected', field: 'payload' }),
      expect.objectContaining({ status: 'accepted' }),
    ]);
  });

  it('stores nothing of a batch when the database fails, so that it can be sent again', async () => {
    const append = jest
      .spyOn(ledgerStore, 'append')
      .mockRejectedValueOnce(new Error('connection lost'));
    const batch = [deployment(), deployment({ externalId: 'run-2' })];
    await expect(service.submit(batch, 'service:ci')).rejects.toThrow(
      'connection lost',
    );
    append.mockRestore();
    await expect(latestIds()).resolves.toEqual([]);
    const again = await service.submit(batch, 'service:ci');
    expect(again.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  });

  it('does not turn a stored report into an error when sequencing fails', async () => {
    // Somebody else has the lock, and then the connection is lost.
    const sequence = jest
      .spyOn(ledgerStore, 'sequence')
      .mockResolvedValueOnce({ indexes: new Map(), full: false })
      .mockRejectedValueOnce(new Error('connection lost'));
    const [result] = await service.submit([deployment()], 'service:ci');
    expect(result.status).toBe('accepted');
    sequence.mockRestore();
    await ledger.catchUp();
    await expect(ledger.checkpoint()).resolves.toMatchObject({ treeSize: 1 });
  });

  it('gives what judging needs of many services as it was stored', async () => {
    const ofBoth = ['a', 'b'].flatMap(name => {
      const entityRef = `component:default/${name}`;
      return [
        deployment({ entityRef, externalId: `${name} "1", \\ ü 😀` }),
        deployment({
          entityRef,
          externalId: `${name} 2`,
          region: undefined,
          observedAt: '2026-11-30T13:00:00Z',
        }),
      ];
    });
    const results = await service.submit(ofBoth, 'service:ci');
    const stored = results.map(result =>
      result.status === 'rejected' ? undefined : result.evidence,
    );
    // The same kind both ways: nothing is there twice.
    for (const history of [[], ['deployment']]) {
      const found = await store.aroundMomentOf(
        ['component:default/a', 'component:default/b', PAYMENTS],
        { latest: ['deployment'], history },
        NOW,
      );
      expect([...found.keys()].sort()).toEqual([
        'component:default/a',
        'component:default/b',
      ]);
      const all = [...found.values()].flat();
      expect(all).toHaveLength(4);
      expect(all).toEqual(expect.arrayContaining(stored));
    }
  });

  it('is not confused by what looks like a separator', async () => {
    const [result] = await service.submit([deployment()], 'service:ci');
    if (result.status === 'rejected') throw new Error(result.message);
    const odd = {
      ...result.evidence,
      id: randomUUID(),
      externalId: 'odd',
      observedAt: NOW,
      headline: 'v1\u001f \u001e2',
      payload: { note: 'a\u001fb\u001ec\n' },
    };
    await knex.transaction(tx =>
      store.insert(tx, [{ evidence: odd, contentHash: '0'.repeat(64) }]),
    );
    const found = await store.aroundMomentOf(
      [PAYMENTS],
      { latest: ['deployment'], history: [] },
      NOW,
    );
    const [newest] = found.get(PAYMENTS) ?? [];
    expect(newest).toMatchObject({
      externalId: 'odd',
      verdict: 'pass',
      payload: odd.payload,
      headline: expect.stringMatching(/^v1.* .*2$/),
    });
  });

  it('stores a report once that arrives several times at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 12 }, () =>
        service.submit(
          [deployment(), deployment({ externalId: 'run-2' })],
          'service:ci',
        ),
      ),
    );
    const statuses = results.map(([{ status }]) => status);
    expect(statuses.filter(status => status === 'accepted')).toHaveLength(1);
    expect(statuses.filter(status => status === 'known')).toHaveLength(11);
    await expect(ledger.verify()).resolves.toMatchObject({ treeSize: 2 });
  });

  it('does not wait in a circle when batches cross', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `run-${i}`);
    const batch = ids.map(externalId => deployment({ externalId }));
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        service.submit(i % 2 ? batch : [...batch].reverse(), 'service:ci'),
      ),
    );
    await expect(ledger.verify()).resolves.toMatchObject({ treeSize: 30 });
  });

  it('masks secrets before anything is stored', async () => {
    await service.submit(
      [
        deployment({
          kind: 'continuity-plan-review',
          environment: undefined,
          region: undefined,
          payload: {
            reviewedBy: 'user:default/anna',
            document: 'https://anna:hunter2@wiki.example.com/plan',
            outcome: 'approved',
            notes: 'key is AKIAABCDEFGHIJKLMNOP',
          },
        }),
      ],
      'service:ci',
    );
    const stored = JSON.stringify([
      await knex('evidence'),
      await knex('ledger_entries'),
    ]);
    expect(stored).toContain('[masked]');
    expect(stored).not.toContain('hunter2');
    expect(stored).not.toContain('AKIAABCDEFGHIJKLMNOP');
  });

  it('takes the newest by when it was observed, not by when it arrived', async () => {
    await service.submit([observed('new', '2026-11-30T12:00:00Z')], 's');
    await service.submit([observed('late', '2026-11-29T12:00:00Z')], 's');
    await expect(latestIds()).resolves.toEqual(['new']);
  });

  it('gives all that share the newest moment, and each series its own', async () => {
    await service.submit(
      [
        observed('old', '2026-11-01T12:00:00Z'),
        observed('one', '2026-11-30T12:00:00Z'),
        observed('two', '2026-11-30T12:00:00Z'),
        observed('other', '2026-11-02T12:00:00Z', 'eu-central-1'),
      ],
      's',
    );
    expect((await latestIds()).sort()).toEqual(['one', 'other', 'two']);
  });

  it('knows what was the newest at an earlier moment, and what came next', async () => {
    await service.submit(
      [
        observed('first', '2026-11-01T12:00:00Z'),
        observed('second', '2026-11-10T12:00:00Z'),
        observed('third', '2026-11-20T12:00:00Z'),
      ],
      's',
    );
    const at = Date.parse('2026-11-05T00:00:00Z');
    await expect(latestIds(at)).resolves.toEqual(['first']);
    const around = await store.aroundMoment(PAYMENTS, at);
    expect(around.map(({ externalId }) => externalId)).toEqual([
      'second',
      'first',
    ]);
    await expect(latestIds(0)).resolves.toEqual([]);
    await expect(
      store.aroundMoment('component:default/other', at),
    ).resolves.toEqual([]);
  });

  it('narrows the newest to a kind and an environment', async () => {
    await service.submit(
      [deployment(), deployment({ externalId: 'b', environment: 'staging' })],
      's',
    );
    const staging = await store.latestForEntity(PAYMENTS, NOW, {
      kind: 'deployment',
      environment: 'staging',
    });
    expect(staging.map(({ externalId }) => externalId)).toEqual(['b']);
    await expect(
      store.latestForEntity(PAYMENTS, NOW, { kind: 'rollback-plan' }),
    ).resolves.toEqual([]);
  });

  it('pages through everything once, newest observation first, also where moments tie', async () => {
    const reports = Array.from({ length: 23 }, (_, i) =>
      observed(`run-${i}`, `2026-11-30T12:00:0${i % 3}Z`),
    );
    await service.submit(reports, 's');
    const seen: { at: number; id: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.listForEntity(
        PAYMENTS,
        { kind: 'deployment' },
        { limit: 5, cursor },
      );
      seen.push(
        ...page.items.map(({ observedAt, externalId }) => ({
          at: observedAt,
          id: externalId,
        })),
      );
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
    expect(seen).toHaveLength(23);
    expect(seen.map(({ at }) => at)).toEqual(
      seen.map(({ at }) => at).sort((a, b) => b - a),
    );
  });

  it('has the same newest whatever the order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 })
          .chain(days =>
            fc.tuple(
              fc.constant(days),
              fc.shuffledSubarray(
                days.map((_, i) => i),
                { minLength: days.length },
              ),
            ),
          ),
        async ([days, order]) => {
          const entityRef = `component:default/${randomUUID()}`;
          const reports = days.map((day, i) =>
            deployment({
              entityRef,
              externalId: `${entityRef}-${i}`,
              observedAt: `2026-11-0${day + 1}T00:00:00Z`,
            }),
          );
          for (const i of order) {
            await service.submit([reports[i]], 's');
          }
          const latest = await store.latestForEntity(entityRef, NOW);
          const newest = Math.max(...days);
          expect(latest.map(({ externalId }) => externalId).sort()).toEqual(
            reports
              .filter((_, i) => days[i] === newest)
              .map(({ externalId }) => externalId)
              .sort(),
          );
        },
      ),
      { numRuns: 15 },
    );
  });
});
