import type { Knex } from 'knex';
import { createWorld } from '../../calendars/__testUtils__/world';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import { catalogChange } from '../findings/catalogChange';
import { CatalogGraph } from '../CatalogGraph';
import { entity } from '../__testUtils__/bank';
import { observedFindings } from './observedFindings';
import { Traffic } from './Traffic';
import { type Call, KnexTrafficStore } from './TrafficStore';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const start = Date.parse('2026-10-01T00:00:00Z');
const settings = {
  refreshMs: DAY / 4,
  lookbackMs: DAY,
  unseenAfterMs: 30 * DAY,
  sources: [
    { id: 'jaeger', type: 'jaeger' as const, url: 'https://j.example' },
  ],
};

const entities = [
  entity('Component:default/shop', {
    relations: {
      dependsOn: ['component:default/orders', 'component:default/stock'],
      consumesApi: ['api:default/prices'],
    },
    dependsOn: ['component:orders', 'component:default/stock'],
    annotations: {
      'backstage.io/source-location': 'url:https://git.example/shop/',
      'backstage.io/edit-url': 'https://git.example/shop/edit',
    },
    continuity: {
      dependencies: [{ ref: 'component:default/stock', strength: 'soft' }],
    },
  }),
  entity('Component:default/orders'),
  entity('Component:default/stock'),
  entity('API:default/prices', {
    relations: { apiProvidedBy: ['component:default/prices'] },
  }),
  entity('Component:default/prices'),
  entity('Component:default/mailer', {
    annotations: { 'continuity.dev/traced-as': 'mail-prod, mail-batch' },
  }),
  entity('Component:other/orders'),
];

const databases = bothDatabases();

describe.each(databases.eachId())('observed dependencies on %s', databaseId => {
  let knex: Knex;
  let store: KnexTrafficStore;
  let now = start;
  const world = createWorld(entities);
  const graph = new CatalogGraph({
    projection: world.projection,
    tiers: world.settings.tiers,
    rules: { parts: 'hard' },
  });

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    store = new KnexTrafficStore(knex);
    now = start;
  });

  const read = (...calls: [string, string, number][]) =>
    store.write('jaeger', {
      readAt: now,
      lookbackMs: DAY,
      calls: calls.map(
        ([client, server, count]): Call => ({ client, server, calls: count }),
      ),
      forgetBefore: now - 60 * DAY,
    });
  const look = async () => {
    const snapshot = await graph.current();
    if (!snapshot) throw new Error('There is no graph');
    const traffic = new Traffic({ store, settings, now: () => now });
    const observed = await traffic.observed(snapshot);
    const findings = observedFindings(snapshot, observed, {
      tiers: world.settings.tiers.tiers,
      unseenAfterMs: settings.unseenAfterMs,
      now,
    });
    return { traffic, snapshot, observed, findings };
  };

  it('finds what is called and not declared, by annotation and by name', async () => {
    await read(
      ['shop', 'stock', 40],
      ['shop', 'prices', 7],
      ['shop', 'mail-batch', 2],
      ['shop', 'mail-prod', 3],
      ['gateway', 'shop', 1],
    );
    const { findings, snapshot, traffic } = await look();
    expect(findings).toMatchObject([
      {
        kind: 'undocumented-dependency',
        node: 'component:default/shop',
        about: 'component:default/mailer',
        numbers: [{ value: '5' }, {}, { value: 'jaeger' }],
      },
    ]);
    expect(catalogChange(findings[0], snapshot)).toEqual({
      entityRef: 'component:default/shop',
      summary: expect.stringContaining('component:default/mailer'),
      file: 'https://git.example/shop/',
      editUrl: 'https://git.example/shop/edit',
      patch: [
        'spec:',
        '  continuity:',
        '    dependencies:',
        '      - ref: component:default/stock',
        '        strength: soft',
        '      - ref: component:default/mailer',
        '        strength: hard',
        '',
      ].join('\n'),
    });
    expect(await traffic.present(snapshot)).toMatchObject([
      {
        id: 'jaeger',
        state: 'fresh',
        pairs: 5,
        unmatched: [{ name: 'gateway', calls: 1 }],
      },
    ]);
  });

  it('leaves a name that two answer to with nobody', async () => {
    await read(['shop', 'orders', 9]);
    const { findings, observed } = await look();
    expect(findings).toEqual([]);
    expect([...(observed.unmatched.get('jaeger') ?? [])]).toEqual([
      ['orders', 9],
    ]);
  });

  it('finds what is declared and not seen, after it was watched for long enough', async () => {
    for (let day = 0; day <= 31; day++) {
      now = start + day * DAY;
      await read(['shop', 'prices', 1], ['stock', 'prices', 1]);
    }
    const { findings, snapshot } = await look();
    const [unseen] = findings.filter(
      ({ kind }) => kind === 'unseen-dependency',
    );
    expect(unseen).toMatchObject({
      node: 'component:default/shop',
      about: 'component:default/stock',
      message: expect.stringContaining('30 days'),
    });
    expect(catalogChange(unseen, snapshot)?.patch).toBe(
      [
        'spec:',
        '  dependsOn:',
        '    - component:orders',
        '  continuity:',
        '    dependencies: []',
        '',
      ].join('\n'),
    );
  });

  it('takes a gap in the readings for not having looked', async () => {
    await read(['shop', 'prices', 1], ['stock', 'prices', 1]);
    now = start + 20 * DAY;
    await read(['shop', 'prices', 1], ['stock', 'prices', 1]);
    now = start + 20.9 * DAY;
    await read(['shop', 'prices', 1]);
    const [source] = await store.sources();
    expect(source).toMatchObject({
      watchedSince: start + 19 * DAY,
      revision: 3,
    });
    now = start + 35 * DAY;
    expect(
      (await look()).findings.filter(
        ({ kind }) => kind === 'unseen-dependency',
      ),
    ).toEqual([]);
  });

  it('keeps what was seen when a source fails, and says that it is stale', async () => {
    await read(['shop', 'mail-prod', 3]);
    await store.noteProblem('jaeger', 'It did not answer');
    now = start + 2 * DAY;
    const { traffic, snapshot, findings } = await look();
    expect(findings).toHaveLength(1);
    expect(await traffic.present(snapshot)).toMatchObject([
      { state: 'stale', lastProblem: 'It did not answer', pairs: 1 },
    ]);
  });

  it('lets an older reading not undo a newer one, and forgets', async () => {
    await read(['shop', 'stock', 1]);
    now = start - DAY;
    await expect(read(['shop', 'stock', 1])).rejects.toThrow(/another replica/);
    now = start + 61 * DAY;
    await read(['shop', 'prices', 2]);
    expect((await store.calls()).map(({ server }) => server)).toEqual([
      'prices',
    ]);
  });
});
