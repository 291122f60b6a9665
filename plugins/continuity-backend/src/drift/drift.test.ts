import type {
  DriftPage,
  DriftParityPage,
  DriftScan,
} from '@continuity/plugin-continuity-common';
import type { DriftScanFinding, DriftScanPayload } from '@continuity/engine';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  ANNA,
  NOBODY,
  startContinuity,
  type StartedContinuity,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { component } from '../catalog/__testUtils__/FakeCatalog';
import { edited, scanPayload } from './__testUtils__/scans';

jest.setTimeout(120_000);

const databases = bothDatabases();
const READER = 'continuity-ledger-reader-drift';
const PAYMENTS = 'component:default/payments';
const DAY = 86_400_000;

const owned = (name: string, owner: string, continuity: object): Entity => {
  const entity = component(name, continuity);
  return { ...entity, spec: { ...entity.spec, owner } };
};

const environments = [
  { name: 'production', region: 'eu-west-1', role: 'primary' },
  { name: 'production-dr', region: 'eu-central-1', role: 'standby' },
];

const entities = [
  owned('payments', 'team-a', { tier: 'tier-1', environments }),
  owned('cart', 'team-b', { tier: 'tier-3' }),
  owned('blog', 'team-b', { tier: 'tier-4' }),
];

const config = {
  gate: {
    policies: [
      {
        id: 'core',
        title: 'Core services',
        when: { tiers: ['tier-1'] },
        checks: [{ check: 'drift-has-culprit', otherwise: 'deny' }],
      },
    ],
  },
};

describe.each(databases.eachId())('drift on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;
  let runs = 0;
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

  const startOver = async () => {
    knex = await databases.migrated(databaseId);
    // The cursor, too, was emptied away.
    await knex('ledger_readers').insert({ name: 'drift', next_index: 0 });
    await started.startOver({ entities });
  };
  beforeAll(async () => {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({ knex, entities, config });
  });
  beforeEach(startOver);
  afterAll(() => started.stop());

  const report = async (
    kind: string,
    payload: object,
    {
      entityRef = PAYMENTS,
      environment = 'production',
      region,
      at = ago(1000),
    }: {
      entityRef?: string;
      environment?: string;
      region?: string;
      at?: string;
    } = {},
  ) => {
    runs += 1;
    await started
      .post('/evidence', {
        kind,
        source: 'test',
        externalId: `run-${runs}`,
        entityRef,
        environment,
        ...(region !== undefined && { region }),
        observedAt: at,
        payload,
      })
      .expect(201);
  };
  const scanned = (
    findings: DriftScanFinding[],
    place: Parameters<typeof report>[2] = {},
    more: Partial<DriftScanPayload> = {},
  ) => report('drift-scan', scanPayload(findings, more), place);
  const deployed = (from: string, to: string) =>
    report('deployment', {
      version: '1.4.3',
      outcome: 'succeeded',
      startedAt: from,
      finishedAt: to,
    });
  const follow = async () => {
    await started.runTask(READER);
    // What it reported itself.
    await started.runTask(READER);
  };
  const drift = async (query = ''): Promise<DriftPage> =>
    (await started.get(`/drift${query}`, ANNA).expect(200)).body;
  const ofPayments = async (query = ''): Promise<DriftScan[]> =>
    (
      await started
        .get(`/entities/component/default/payments/drift${query}`, ANNA)
        .expect(200)
    ).body.items;
  const ask = async () =>
    (
      await started
        .post(
          '/gate/decisions',
          { entity: PAYMENTS, environment: 'production', dryRun: true },
          ANNA,
        )
        .expect(200)
    ).body;

  it('needs a permission, and a service that one may see', async () => {
    await started.get('/drift', NOBODY).expect(401);
    await started
      .get('/entities/component/default/nothing/drift', ANNA)
      .expect(404);
    started.become({ denied: ['continuity.drift.read'] });
    for (const path of [
      '/drift',
      '/drift/parity',
      '/entities/component/default/payments/drift',
    ]) {
      await started.get(path, ANNA).expect(403);
    }
    started.become({ denied: [], visible: ['component:default/cart'] });
    await scanned([edited('/spec/image')]);
    await follow();
    expect((await drift()).items).toEqual([]);
    started.become({ visible: undefined });
  });

  it('finds a hotfix unauthorised, keeps its age, and ends it when it is gone', async () => {
    const written = ago(5 * DAY);
    await scanned([], { at: ago(6 * DAY) });
    await scanned([edited('/spec/image', { ownedAt: written })], {
      at: ago(4 * DAY),
    });
    await scanned([edited('/spec/image', { ownedAt: written })]);
    await follow();
    const [entry] = (await drift()).items;
    expect(entry).toMatchObject({
      entityRef: PAYMENTS,
      tier: 'tier-1',
      standing: 'unauthorised',
      open: { unauthorised: 1 },
      current: true,
    });
    expect(Date.parse(entry.since ?? '')).toBeLessThan(Date.now() - 3.9 * DAY);
    const [scan] = await ofPayments();
    expect(scan.findings).toEqual([
      expect.objectContaining({
        path: '/spec/image',
        live: { state: 'shown', text: '"1.4.3-hotfix"' },
        seenLast: true,
        culprit: expect.objectContaining({
          standing: 'unauthorised',
          window: { from: written, to: written, by: 'owner' },
        }),
      }),
    ]);
    expect(scan.waysOut.map(({ way }) => way)).toEqual(['revert', 'adopt']);

    await scanned([], { at: ago(0) });
    await follow();
    const [after] = await ofPayments();
    expect(after).toMatchObject({ standing: 'in-sync', findings: [] });
    expect(after.resolved).toHaveLength(1);
  });

  it('finds the deployment that wrote it, also when that is reported later', async () => {
    const written = ago(DAY / 2);
    const tool: Partial<DriftScanFinding> = {
      managers: ['argocd-controller'],
      authorised: 'yes',
    };
    await deployed(ago(9 * DAY), ago(9 * DAY - 60_000));
    await scanned([edited('/spec/image', { ...tool, ownedAt: written })]);
    await follow();
    expect((await drift()).items[0].standing).toBe('unauthorised');
    await deployed(ago(DAY / 2 + 60_000), ago(DAY / 2 - 60_000));
    await follow();
    const [scan] = await ofPayments();
    expect(scan).toMatchObject({ standing: 'attributed' });
    expect(scan.findings[0].culprit.candidates).toMatchObject([
      { kind: 'deployment', title: '1.4.3' },
    ]);
    started.become({ denied: ['continuity.change.read'] });
    const [hidden] = await ofPayments();
    expect(hidden.findings[0].culprit.candidates).toEqual([]);
    expect(JSON.stringify(hidden.findings[0].culprit)).not.toContain('1.4.3');
    started.become({ denied: [] });
  });

  it('knows the same of the same scans, in whatever order they come and however often', async () => {
    const at = [6, 5, 4, 3, 2, 1].map(days => ago(days * DAY));
    const a = edited('/spec/a');
    const b = edited('/spec/b');
    const scans: [string, DriftScanFinding[]][] = [
      [at[0], []],
      [at[1], [a]],
      [at[2], [a, b]],
      [at[3], [b]],
      [at[4], [a, b]],
      [at[5], [a]],
    ];
    const known = async (order: number[]) => {
      await startOver();
      for (const place of order) {
        const [moment, findings] = scans[place];
        await scanned(findings, { at: moment }, { scannedAt: moment });
        await follow();
      }
      // Read anew from the first entry: everything is handed over again.
      const [scan] = await ofPayments();
      const shown = ({ findings, resolved }: DriftScan) =>
        [...findings, ...resolved]
          .map(one => [one.path, one.firstSeen, one.lastSeen, one.resolvedAt])
          .sort();
      const once = shown(scan);
      await knex('ledger_readers')
        .where('name', 'drift')
        .update({ next_index: 0 });
      await follow();
      expect(shown((await ofPayments())[0])).toEqual(once);
      return once;
    };
    const inOrder = await known([0, 1, 2, 3, 4, 5]);
    expect(await known([5, 3, 4, 0, 2, 1])).toEqual(inOrder);
    expect(inOrder).toEqual([
      ['/spec/a', at[4], at[5], undefined],
      ['/spec/b', at[2], at[4], at[5]],
    ]);
  });

  it('lists the greatest risk first, filters and pages', async () => {
    const place = (name: string) => ({
      entityRef: `component:default/${name}`,
    });
    await scanned(
      [edited('/spec/image', { ownedAt: ago(DAY) })],
      place('blog'),
    );
    await scanned([edited('/spec/image', { ownedAt: ago(DAY) })]);
    await scanned([], place('cart'));
    await scanned([], {
      ...place('cart'),
      region: 'eu-west-1',
      at: ago(2 * DAY),
    });
    await follow();
    const names = ({ items }: DriftPage) =>
      items.map(
        ({ entityRef, standing }) => `${entityRef.slice(18)} ${standing}`,
      );
    const all = await drift();
    expect(names(all)).toEqual([
      'payments unauthorised',
      'blog unauthorised',
      'cart unknown',
      'cart in-sync',
    ]);
    expect(all.totals).toEqual({
      services: 3,
      scans: 4,
      standings: { 'in-sync': 1, attributed: 0, unauthorised: 2, unknown: 1 },
    });
    const first = await drift('?limit=3');
    expect(names(first)).toHaveLength(3);
    expect(names(await drift(`?limit=3&cursor=${first.nextCursor}`))).toEqual([
      'cart in-sync',
    ]);
    expect(
      names(await drift('?owner=group:default/team-b&standing=unauthorised')),
    ).toEqual(['blog unauthorised']);
    expect(names(await drift('?tier=tier-3&environment=production'))).toEqual([
      'cart unknown',
      'cart in-sync',
    ]);
    expect((await drift('?olderThanDays=1')).items).toEqual([]);
    expect((await drift('?text=nothing')).items).toEqual([]);
    await started.get('/drift?cursor=x', ANNA).expect(400);
    await started.get('/drift?standing=odd', ANNA).expect(400);
  });

  it('shows a standby that lacks a config map, and one that was never compared', async () => {
    const parity = async (query = ''): Promise<DriftParityPage> =>
      (await started.get(`/drift/parity${query}`, ANNA).expect(200)).body;
    expect((await parity()).items).toMatchObject([
      {
        entityRef: PAYMENTS,
        cells: [{ state: 'not-compared', role: 'standby' }],
      },
    ]);
    await scanned(
      [
        {
          object: 'ConfigMap shop/limits',
          what: 'is not live',
          change: 'missing',
        },
      ],
      { environment: 'production-dr', region: 'eu-central-1' },
      {
        against: 'parity',
        comparedWith: { environment: 'production', region: 'eu-west-1' },
      },
    );
    await follow();
    expect(await parity('?state=findings')).toMatchObject({
      columns: [{ environment: 'production-dr', region: 'eu-central-1' }],
      items: [
        {
          primary: { environment: 'production', region: 'eu-west-1' },
          cells: [{ state: 'findings', findings: 1 }],
        },
      ],
      totals: { services: 1, findings: 1 },
    });
    expect((await parity('?state=in-sync')).items).toEqual([]);
  });

  it('closes the gate of a core service by policy, and says why and what to do', async () => {
    const reasons = async () => {
      const { verdict, reasons: all } = await ask();
      return [
        verdict,
        all.find(({ rule }: { rule: string }) => rule.includes('drift')),
      ];
    };
    // Nobody scanned it.
    expect(await reasons()).toEqual([
      'deny',
      expect.objectContaining({
        verdict: 'deny',
        remedy: expect.stringContaining('continuity drift'),
      }),
    ]);
    await scanned([edited('/spec/image', { ownedAt: ago(DAY) })]);
    // Nobody has looked for culprits yet.
    expect((await reasons())[0]).toBe('deny');
    await follow();
    expect(await reasons()).toEqual([
      'deny',
      expect.objectContaining({
        explanation: expect.stringContaining('unauthorised'),
        remedy: expect.stringContaining('raise a change'),
      }),
    ]);
    await scanned([], { at: ago(0) });
    await follow();
    expect((await reasons())[0]).toBe('allow');
  });

  it('believes nobody else about culprits', async () => {
    await started
      .post('/evidence', {
        kind: 'drift-culprits',
        source: 'collector:continuity-drift',
        externalId: 'forged',
        entityRef: PAYMENTS,
        environment: 'production',
        observedAt: ago(0),
        payload: {},
      })
      .expect(400);
  });
});
