import { mockServices } from '@backstage/backend-test-utils';
import {
  builtinEvidenceKinds,
  createEvidenceRegistry,
  defineEvidenceKind,
} from '@continuity/engine';
import {
  CollectorError,
  type CollectedService,
  type CollectorRun,
  type EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { createWorld } from '../calendars/__testUtils__/world';
import { bothDatabases } from '../catalog/__testUtils__/database';
import type { CatalogService } from '../catalog/types';
import { EvidenceService, KnexEvidenceStore } from '../evidence';
import { entity } from '../graph/__testUtils__/bank';
import { KnexLedgerStore, LedgerService } from '../ledger';
import { CollectedServices } from './CollectedServices';
import { CollectorRunner } from './CollectorRunner';
import { CollectorStore } from './CollectorStore';
import { ReportDesk } from './ReportDesk';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const start = Date.parse('2026-01-15T12:00:00Z');
const SHOP = 'component:default/shop';
const MAIL = 'component:default/mail';
const LEDGER = 'component:default/ledger';

const backupAge = defineEvidenceKind({
  id: 'backup-age',
  title: 'Age of the newest backup',
  schema: z.strictObject({ hours: z.number(), note: z.string().optional() }),
  validFor: 'P1D',
  subject: { environment: 'required' },
  verdict: ({ hours }) => (hours <= 24 ? 'pass' : 'fail'),
  headline: ({ hours }) => `${hours} h old`,
});

const databases = bothDatabases();

describe.each(databases.eachId())('collectors on %s', databaseId => {
  let knex: Knex;
  let now: number;
  let store: CollectorStore;
  let evidence: EvidenceService;
  let ledger: LedgerService;
  let runner: CollectorRunner;
  const never = new AbortController().signal;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    now = start;
    knex = await databases.migrated(databaseId);
    const { projection } = createWorld(
      [SHOP, MAIL, LEDGER].map(ref => entity(ref)),
    );
    const evidenceStore = new KnexEvidenceStore(knex);
    const kinds = createEvidenceRegistry([...builtinEvidenceKinds, backupAge]);
    ledger = new LedgerService(new KnexLedgerStore(knex));
    const clock = () => now;
    evidence = new EvidenceService({
      store: evidenceStore,
      ledger,
      kinds,
      logger,
      now: clock,
    });
    store = new CollectorStore(knex);
    runner = new CollectorRunner({
      store,
      services: new CollectedServices({ projection, evidenceStore }),
      desk: new ReportDesk({
        evidence,
        store: evidenceStore,
        kinds,
        now: clock,
      }),
      ledger,
      logger,
      now: clock,
      random: () => 0,
    });
  });

  const backups = (
    collect: (run: CollectorRun) => Promise<void>,
    more: Partial<EvidenceCollector> = {},
  ): EvidenceCollector => ({
    id: 'backups',
    title: 'Backups',
    kinds: [backupAge.id],
    everySeconds: 3600,
    collect,
    ...more,
  });

  const seen = (entityRef: string, payload: unknown = { hours: 2 }) => ({
    kind: backupAge.id,
    entityRef,
    environment: 'production',
    payload,
  });

  const run = (
    collect: (run: CollectorRun) => Promise<void>,
    more?: Partial<EvidenceCollector>,
    ended: AbortSignal = never,
  ) => runner.run(backups(collect, more), ended);

  async function evidenceOf(ref: string) {
    const { items } = await evidence.listForEntity(ref, {}, { limit: 50 });
    return items;
  }

  async function entries(type: string) {
    await ledger.sequence();
    const { items } = await ledger.entries(0, 100);
    return items
      .map(({ canonical }) => JSON.parse(canonical))
      .filter(entry => entry.type.startsWith(type));
  }

  it('stores what it saw, under an identity of its own, with its ledger entry', async () => {
    await run(session => session.report(seen(SHOP)));
    expect(await evidenceOf(SHOP)).toEqual([
      expect.objectContaining({
        kind: 'backup-age',
        source: 'collector:backups',
        environment: 'production',
        observedAt: start,
        verdict: 'pass',
        headline: '2 h old',
      }),
    ]);
    expect(await entries('evidence.')).toEqual([
      expect.objectContaining({ actor: { ref: 'collector:backups' } }),
    ]);
    expect(await store.read('backups')).toEqual({
      id: 'backups',
      startedAt: start,
      finishedAt: start,
      completedAt: start,
      nextAt: start + HOUR,
      failures: 0,
      counts: { accepted: 1, unchanged: 0, refused: 0 },
      problemCount: 0,
    });
  });

  it('masks what looks like a secret, and is not told apart by it', async () => {
    const note = 'password is in https://me:hunter2@db.example';
    const collect = (session: CollectorRun) =>
      session.report(seen(SHOP, { hours: 2, note }));
    await run(collect);
    const [{ payload }] = await evidenceOf(SHOP);
    expect(JSON.stringify(payload)).not.toContain('hunter2');
    now += HOUR;
    await run(collect);
    expect(await evidenceOf(SHOP)).toHaveLength(1);
  });

  it('says the same again when half of its validity is over, and news at once', async () => {
    const observed = async () =>
      (await evidenceOf(SHOP)).map(({ observedAt }) => observedAt - start);
    let hours = 2;
    const collect = (session: CollectorRun) =>
      session.report(seen(SHOP, { hours }));
    await run(collect);
    now += 11 * HOUR;
    await run(collect);
    expect(await observed()).toEqual([0]);
    expect((await store.read('backups'))?.counts.unchanged).toBe(1);
    now += HOUR;
    await run(collect);
    expect(await observed()).toEqual([12 * HOUR, 0]);
    hours = 30;
    now += HOUR;
    await run(collect);
    expect(await observed()).toEqual([13 * HOUR, 12 * HOUR, 0]);
    // Somebody else said something in between.
    await evidence.submit(
      [
        {
          ...seen(SHOP, { hours: 1 }),
          source: 'ci',
          externalId: '1',
          observedAt: new Date(now + 1).toISOString(),
        },
      ],
      'service:ci',
    );
    now += HOUR;
    await run(collect);
    expect(await observed()).toHaveLength(5);
  });

  it('refuses what does not fit, says so, and takes the rest', async () => {
    await run(session =>
      session.report(seen(SHOP, { hours: 'two' }), seen(MAIL), {
        ...seen(LEDGER),
        kind: 'deployment',
      }),
    );
    expect(await evidenceOf(MAIL)).toHaveLength(1);
    expect(await evidenceOf(SHOP)).toEqual([]);
    expect(await evidenceOf(LEDGER)).toEqual([]);
    expect((await store.read('backups'))?.counts).toEqual({
      accepted: 1,
      unchanged: 0,
      refused: 2,
    });
    const problems = await store.problems('backups', 10);
    expect(
      Object.fromEntries(
        problems.map(({ entityRef, reason }) => [entityRef, reason]),
      ),
    ).toEqual({
      [SHOP]: expect.stringContaining('payload.hours: "two": expected number'),
      [LEDGER]: expect.stringContaining('not a kind of this collector'),
    });
  });

  it('lets nobody else report under its name', async () => {
    const report = {
      ...seen(SHOP),
      source: 'collector:backups',
      externalId: '1',
      observedAt: new Date(now).toISOString(),
    };
    await expect(evidence.submit([report], 'service:ci')).resolves.toEqual([
      expect.objectContaining({
        status: 'rejected',
        cause: 'invalid',
        field: 'source',
      }),
    ]);
    await expect(
      evidence.submit([{ ...report, source: 'Collector:x' }], 'service:ci'),
    ).resolves.toMatchObject([{ status: 'rejected', field: 'source' }]);
  });

  it('goes on with the other services when one fails, hangs or is refused', async () => {
    const gone: string[] = [];
    await run(session =>
      session.forEachService(
        async ({ entityRef }) => {
          gone.push(entityRef);
          if (entityRef === SHOP) throw new Error('It is on fire');
          // Heeds no signal.
          if (entityRef === MAIL) await new Promise(() => {});
          await session.report(seen(entityRef));
        },
        { concurrency: 1, timeoutMs: 50 },
      ),
    );
    expect(gone.sort()).toEqual([LEDGER, MAIL, SHOP]);
    expect(await evidenceOf(LEDGER)).toHaveLength(1);
    const problems = await store.problems('backups', 10);
    expect(
      Object.fromEntries(
        problems.map(({ entityRef, reason }) => [entityRef, reason]),
      ),
    ).toEqual({
      [SHOP]: 'Error: It is on fire',
      [MAIL]: 'It took longer than 0.05 s.',
    });
    expect(await store.read('backups')).toMatchObject({
      completedAt: start,
      failures: 0,
      problemCount: 2,
    });
  });

  it('knows since when something cannot be seen, and forgets it when it can', async () => {
    let places = ['eu', 'us'];
    const collect = async (session: CollectorRun) => {
      for (const place of places) {
        session.problem({ place, reason: `${place} is away at ${now}.` });
      }
    };
    await run(collect);
    now += HOUR;
    places = ['us', 'ap'];
    await run(collect);
    expect(await store.problems('backups', 10)).toEqual([
      expect.objectContaining({
        place: 'us',
        since: start,
        at: now,
        reason: `us is away at ${now}.`,
        remedy: expect.stringContaining('asked again'),
      }),
      expect.objectContaining({ place: 'ap', since: now, at: now }),
    ]);
    now += HOUR;
    places = [];
    await run(collect);
    expect(await store.problems('backups', 10)).toEqual([]);
  });

  it('shows first what is about no single service', async () => {
    await run(async session => {
      session.problem({ entityRef: SHOP, reason: 'No.' });
      session.problem({ entityRef: MAIL, reason: 'No.' });
    });
    now += HOUR;
    await run(async session => {
      session.problem({ entityRef: SHOP, reason: 'No.' });
      session.problem({ entityRef: MAIL, reason: 'No.' });
      session.problem({ entityRef: LEDGER, reason: 'No.' });
      session.problem({ place: 'eu', reason: 'Away.' });
    });
    expect(
      (await store.problems('backups', 3)).map(
        ({ entityRef, place }) => entityRef ?? place,
      ),
    ).toEqual(['eu', MAIL, SHOP]);
  });

  it('keeps a bounded number of problems, and counts them all', async () => {
    await run(async session => {
      for (let index = 0; index < 1_200; index++) {
        session.problem({ place: `place ${index}`, reason: 'It is away.' });
        session.problem({ place: `place ${index}`, reason: 'It is away.' });
      }
    });
    expect(await store.problems('backups', 5_000)).toHaveLength(1_000);
    expect(await store.read('backups')).toMatchObject({ problemCount: 1_200 });
  });

  it('tries a run that failed again, later each time, and tells of it once', async () => {
    const collect = jest.fn(async (session: CollectorRun) => {
      await session.report(seen(SHOP));
      throw new CollectorError('The vault is away.', { remedy: 'Call Eve.' });
    });
    await run(collect);
    const first = await store.read('backups');
    expect(first).toMatchObject({
      failures: 1,
      failing: {
        reason: 'The vault is away.',
        remedy: 'Call Eve.',
        since: start,
        at: start,
      },
      nextAt: start + 5_000,
    });
    expect(first).not.toHaveProperty('completedAt');
    // What it saw before it failed counts.
    expect(await evidenceOf(SHOP)).toHaveLength(1);
    await run(collect);
    expect(collect).toHaveBeenCalledTimes(1);
    now += 5_000;
    await run(collect);
    expect(await store.read('backups')).toMatchObject({
      failures: 2,
      failing: { since: start, at: now },
      nextAt: now + 10_000,
    });
    now += 10_000;
    await run(async () => {});
    const well = await store.read('backups');
    expect(well).toMatchObject({ failures: 0, completedAt: now });
    expect(well).not.toHaveProperty('failing');
    expect((await entries('collector.')).map(({ type }) => type)).toEqual([
      'collector.failing',
      'collector.recovered',
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('waits as long as it is asked to', async () => {
    await run(async () => {
      throw new CollectorError('Too much.', { retryAfterMs: 2 * HOUR });
    });
    expect(await store.read('backups')).toMatchObject({
      nextAt: start + 2 * HOUR,
    });
  });

  it('keeps the problems of others when a run did not come to them', async () => {
    await run(async session =>
      session.problem({ place: 'eu', reason: 'Away.' }),
    );
    now += HOUR;
    await run(async session => {
      session.problem({ place: 'us', reason: 'Away.' });
      throw new Error('no');
    });
    expect(
      (await store.problems('backups', 10)).map(({ place }) => place),
    ).toEqual(['eu', 'us']);
    expect(await store.read('backups')).toMatchObject({ problemCount: 2 });
  });

  it('ends a run that takes too long, and counts nothing of it afterwards', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await run(
      async session => {
        await new Promise(resolve =>
          session.signal.addEventListener('abort', resolve),
        );
        late = new Promise(resolve => setTimeout(resolve, 100)).then(() =>
          session.report(seen(SHOP)).catch(error => error),
        );
        await late;
      },
      { timeoutSeconds: 0.05 },
    );
    expect(await store.read('backups')).toMatchObject({
      failing: { reason: expect.stringContaining('not done after 0.05 s') },
    });
    expect(await late).toBeInstanceOf(CollectorError);
    expect(await evidenceOf(SHOP)).toEqual([]);
  });

  it('stays due when the process ends in the middle of it', async () => {
    const ending = new AbortController();
    await run(
      async () => {
        ending.abort();
        await new Promise(() => {});
      },
      {},
      ending.signal,
    );
    const left = await store.read('backups');
    expect(left).toMatchObject({ failures: 0, nextAt: start });
    expect(left).not.toHaveProperty('runningUntil');
    const again = jest.fn(async () => {});
    await run(again);
    expect(again).toHaveBeenCalled();
  });

  it('is run by one at a time, and taken over from one that died', async () => {
    const died = new Promise<void>(() => {});
    const collector = { timeoutSeconds: 600 };
    void run(() => died, collector);
    while (!(await store.read('backups'))?.runningUntil) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    const other = jest.fn(async () => {});
    await run(other, collector);
    expect(other).not.toHaveBeenCalled();
    now += 11 * MINUTE;
    await run(other, collector);
    expect(other).toHaveBeenCalledTimes(1);
    expect(await store.read('backups')).toMatchObject({ completedAt: now });
  });

  it('is told of services with their last good releases', async () => {
    const seenAt = new Date(start - HOUR).toISOString();
    const deployed = (version: string, outcome: string, minute: number) => ({
      kind: 'deployment',
      source: 'ci',
      externalId: version,
      entityRef: SHOP,
      environment: 'production',
      observedAt: new Date(start - HOUR + minute * MINUTE).toISOString(),
      payload: { version, outcome, startedAt: seenAt, finishedAt: seenAt },
    });
    await evidence.submit(
      [deployed('v1', 'succeeded', 1), deployed('v2', 'failed', 2)],
      'service:ci',
    );
    const services: CollectedService[] = [];
    await run(session =>
      session.forEachService(async service => {
        services.push(service);
      }),
    );
    expect(services.map(({ entityRef }) => entityRef).sort()).toEqual([
      LEDGER,
      MAIL,
      SHOP,
    ]);
    expect(services.find(({ entityRef }) => entityRef === SHOP)).toMatchObject({
      annotations: {},
      environments: [{ name: 'production', role: 'primary' }],
      releases: [{ environment: 'production', version: 'v1', artifacts: [] }],
    });
    expect(
      services.find(({ entityRef }) => entityRef === MAIL)?.releases,
    ).toEqual([]);
  });

  it('fails as a whole while the catalog was never read', async () => {
    const services = new CollectedServices({
      projection: { current: async () => undefined },
      evidenceStore: { newestOfEach: async () => new Map() },
    });
    await expect(services.at(start).next()).rejects.toThrow('not read yet');
  });

  it('looks at many services in few questions, and no further than it is asked', async () => {
    const newestOfEach = jest.fn(async () => new Map());
    const many = new Map(
      Array.from({ length: 250 }, (_, index) => {
        const service = {
          entityRef: `component:default/s${index}`,
          entity: entity(`component:default/s${index}`),
          environments: [],
        } as unknown as CatalogService;
        return [service.entityRef, service];
      }),
    );
    const services = new CollectedServices({
      projection: {
        current: async () => ({ services: many } as never),
      },
      evidenceStore: { newestOfEach },
    });
    for await (const { entityRef } of services.at(start)) {
      if (entityRef.endsWith('/s120')) break;
    }
    expect(newestOfEach).toHaveBeenCalledTimes(2);
  });
});
