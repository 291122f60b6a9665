import { mockServices } from '@backstage/backend-test-utils';
import {
  builtinEvidenceKinds,
  createEvidenceRegistry,
  dependenciesMatchTraffic,
  runCheck,
} from '@continuity/engine';
import type { GraphExemption } from '@continuity/plugin-continuity-common';
import type { Knex } from 'knex';
import { createWorld } from '../../calendars/__testUtils__/world';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import { EvidenceService, KnexEvidenceStore } from '../../evidence';
import { KnexLedgerStore, LedgerService } from '../../ledger';
import { CatalogGraph } from '../CatalogGraph';
import { entity } from '../__testUtils__/bank';
import { undocumentedId } from './observedFindings';
import { Traffic } from './Traffic';
import { TrafficReporter } from './TrafficReporter';
import { KnexTrafficStore } from './TrafficStore';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHOP = 'component:default/shop';
const MAIL = 'component:default/mail';
/** When the catalog was read. */
const start = Date.parse('2026-01-15T12:00:00Z');

const settings = {
  refreshMs: HOUR,
  lookbackMs: DAY,
  unseenAfterMs: DAY,
  sources: ['jaeger', 'mimir'].map(id => ({
    id,
    type: 'jaeger' as const,
    url: `https://${id}.example`,
  })),
};

const entities = [
  entity(SHOP, {
    relations: {
      dependsOn: ['component:default/orders', 'resource:default/db'],
      consumesApi: ['api:default/prices'],
    },
  }),
  entity('Component:default/orders'),
  entity('Resource:default/db', { type: 'database' }),
  entity('API:default/prices', {
    relations: { apiProvidedBy: ['component:default/prices'] },
  }),
  entity('Component:default/prices'),
  entity('Component:default/mail'),
  entity('Component:default/never-traced'),
];

const databases = bothDatabases();

describe.each(databases.eachId())('traffic as evidence on %s', databaseId => {
  let knex: Knex;
  let traffic: KnexTrafficStore;
  let evidence: KnexEvidenceStore;
  let now = start;
  let maxAge = 'P30D';
  const exempted = new Map<string, GraphExemption>();
  const warn = jest.fn();
  const world = createWorld(entities, { now: start });
  const graph = new CatalogGraph({
    projection: world.projection,
    tiers: world.settings.tiers,
    rules: { parts: 'hard' },
  });

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    traffic = new KnexTrafficStore(knex);
    evidence = new KnexEvidenceStore(knex);
    now = start;
    maxAge = 'P30D';
    exempted.clear();
    warn.mockClear();
  });

  const reporter = () =>
    new TrafficReporter({
      graph,
      traffic: new Traffic({ store: traffic, settings, now: () => now }),
      exemptions: { open: async () => exempted },
      evidence: new EvidenceService({
        store: evidence,
        ledger: new LedgerService(new KnexLedgerStore(knex)),
        kinds: createEvidenceRegistry(builtinEvidenceKinds),
        logger: mockServices.logger.mock(),
        now: () => now,
      }),
      store: evidence,
      logger: mockServices.logger.mock({ warn }),
      unseenAfterMs: settings.unseenAfterMs,
      maxAge,
      now: () => now,
    });
  const read = async (
    calls: [string, string, number][],
    sources: string[] = ['jaeger', 'mimir'],
  ) => {
    for (const source of sources) {
      await traffic.write(source, {
        readAt: now,
        lookbackMs: DAY,
        calls:
          source === 'jaeger'
            ? calls.map(([client, server, count]) => ({
                client,
                server,
                calls: count,
              }))
            : [],
        forgetBefore: now - 2 * DAY,
      });
    }
    await reporter().report();
  };
  const reports = async (ref = SHOP) =>
    (
      await evidence.listForEntity(
        ref,
        { kind: 'observed-dependencies' },
        { limit: 50 },
      )
    ).items;
  const verdict = async (ref = SHOP) =>
    runCheck(dependenciesMatchTraffic, {
      now,
      entityRef: ref,
      profile: {
        classification: 'unclassified',
        findings: [],
        planning: { inScope: 'unknown', reasons: [] },
      },
      environment: 'production',
      evidence: await evidence.aroundMoment(ref, now),
    });

  const asDeclared: [string, string, number][] = [
    ['shop', 'orders', 40],
    ['shop', 'prices', 2],
  ];

  it('reports what was compared, once and in the ledger', async () => {
    await read([...asDeclared, ['shop', 'mail', 3]]);
    const [report, ...others] = await reports();
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      source: 'continuity-traffic',
      observedAt: start,
      expiresAt: start + 3 * DAY,
      verdict: 'fail',
      headline: 'calls component:default/mail undeclared',
      payload: {
        period: {
          from: new Date(start - DAY).toISOString(),
          to: new Date(start).toISOString(),
        },
        sources: [
          { id: 'jaeger', state: 'fresh' },
          { id: 'mimir', state: 'fresh' },
        ],
        calls: 45,
        declared: 3,
        agreeing: 2,
        undocumented: { total: 1, refs: [MAIL] },
        unseen: { total: 0, refs: [] },
        untraced: { total: 1, refs: ['resource:default/db'] },
      },
    });
    expect(await knex('ledger_entries')).toHaveLength(4);
    expect(await verdict()).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining('component:default/mail'),
      remedy: expect.stringContaining('Declare what it calls'),
    });
  });

  it('says nothing anew while nothing but the number of calls changes', async () => {
    await read(asDeclared);
    for (let hour = 1; hour < 36; hour++) {
      now = start + hour * HOUR;
      await read([
        ['shop', 'orders', 40 + hour],
        ['shop', 'prices', 9],
      ]);
    }
    expect(await reports()).toHaveLength(1);
    // Half of three days.
    now = start + 36 * HOUR;
    await read(asDeclared);
    expect(await reports()).toHaveLength(2);
    expect((await verdict()).verdict).toBe('pass');
  });

  it('says at once what is different, also when it is as it was before', async () => {
    await read(asDeclared);
    now = start + HOUR;
    await read([...asDeclared, ['shop', 'mail', 1]]);
    expect((await verdict()).verdict).toBe('fail');
    now = start + 26 * HOUR;
    await read(asDeclared);
    expect((await verdict()).verdict).toBe('pass');
    expect((await reports()).map(one => one.verdict)).toEqual([
      'pass',
      'fail',
      'pass',
    ]);
  });

  it('finds what is declared and no longer called', async () => {
    await read(asDeclared);
    now = start + 20 * HOUR;
    await read([['shop', 'prices', 1]]);
    now = start + 25 * HOUR;
    await read([['shop', 'prices', 1]]);
    expect(await verdict()).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining(
        'declares component:default/orders and does not call it',
      ),
    });
  });

  it('is unknown while a source is away, and passes no more on what it said before', async () => {
    await read(asDeclared);
    expect((await verdict()).verdict).toBe('pass');
    // More than three readings of the other were missed.
    now = start + 4 * HOUR;
    await read(asDeclared, ['jaeger']);
    expect(await verdict()).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('traffic of mimir could not be read'),
    });
    now = start + 5 * HOUR;
    await read(asDeclared);
    expect((await verdict()).verdict).toBe('pass');
  });

  it('is unknown for a source that was never read, and for what was never traced', async () => {
    await read(asDeclared, ['jaeger']);
    expect((await verdict()).verdict).toBe('unknown');
    expect(await verdict('component:default/never-traced')).toMatchObject({
      verdict: 'unknown',
      remedy: expect.stringContaining('continuity.dev/traced-as'),
    });
  });

  it('lets an exemption in force count, and only that', async () => {
    const findingId = undocumentedId(SHOP, MAIL);
    const exempt = (state: GraphExemption['state']) =>
      exempted.set(findingId, { findingId, state } as GraphExemption);
    const calls = [...asDeclared, ['shop', 'mail', 1]] as typeof asDeclared;
    exempt('requested');
    await read(calls);
    expect((await verdict()).verdict).toBe('fail');
    exempt('in-force');
    now = start + HOUR;
    await read(calls);
    expect(await verdict()).toMatchObject({
      verdict: 'pass',
      reason: expect.stringContaining('1 exempted'),
    });
  });

  it('compares nothing against a catalog that is too old, and what was said expires', async () => {
    await read(asDeclared);
    maxAge = 'PT10M';
    now = start + 3 * DAY;
    await read(asDeclared);
    expect(await reports()).toHaveLength(1);
    expect(await verdict()).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('is valid only until'),
    });
  });

  it('survives a database that is away, and says so', async () => {
    await read(asDeclared);
    jest.spyOn(evidence, 'latestOfKind').mockRejectedValue(new Error('away'));
    await reporter().report();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('away'));
  });
});
