import type { Knex } from 'knex';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import {
  ANNA,
  errorOf,
  NOBODY,
  startContinuity,
  type StartedContinuity,
} from '../../__testUtils__/startContinuity';
import { bank } from '../__testUtils__/bank';

jest.setTimeout(60_000);

const databases = bothDatabases();
const REF = {
  sell: 'businessfunction:default/sell',
  shop: 'component:default/shop',
  ordersApi: 'api:default/orders',
  orders: 'component:default/orders',
  ordersDb: 'resource:default/orders-db',
  recommender: 'component:default/recommender',
  pspA: 'resource:default/psp-a',
  pspB: 'resource:default/psp-b',
  network: 'resource:default/network',
};

type Path = { node: { ref?: string } }[];
const refsOf = (path: Path) => path.map(({ node }) => node.ref);

describe('questions about the graph', () => {
  let knex: Knex;
  let started: StartedContinuity;

  beforeAll(async () => {
    knex = await databases.migrated('SQLITE_3');
    started = await startContinuity({ knex, entities: bank });
  });

  afterAll(() => started.stop());

  const impact = async (body: object) => {
    const { status, body: answer } = await started.post('/graph/impact', body);
    expect([status, answer.error]).toEqual([200, undefined]);
    return answer;
  };

  it('says how large and how old the graph is', async () => {
    const { body } = await started.get('/graph/status');
    expect(body).toMatchObject({
      graph: { state: 'fresh', readAt: expect.any(String) },
      maxAge: 'PT10M',
      nodes: 9,
      edges: 9,
      groups: 1,
      unresolved: 0,
      regions: [
        { name: 'east', entities: 2 },
        { name: 'west', entities: 3 },
      ],
      sources: [],
    });
  });

  it('follows a failure through an API to the business, and says by which way', async () => {
    const answer = await impact({ down: [REF.ordersDb] });
    expect(answer.totals).toMatchObject({
      total: 4,
      hidden: 0,
      byHops: [
        { hops: 1, failed: 1, degraded: 0 },
        { hops: 2, failed: 1, degraded: 0 },
        { hops: 3, failed: 1, degraded: 0 },
        { hops: 4, failed: 1, degraded: 0 },
      ],
      byTier: [
        { id: 'tier-1', failed: 2, degraded: 0 },
        { id: 'tier-2', failed: 1, degraded: 0 },
        { id: 'unclassified', failed: 1, degraded: 0 },
      ],
      businessFunctions: [
        { node: { ref: REF.sell, title: 'Sell' }, outcome: 'failed', hops: 4 },
      ],
    });
    expect(answer.items[3]).toMatchObject({
      node: { ref: REF.sell },
      hops: 4,
      outcome: 'failed',
      breaches: [],
    });
    expect(answer.items[3].path).toEqual([
      { node: expect.objectContaining({ ref: REF.ordersDb }) },
      {
        node: expect.objectContaining({ ref: REF.orders }),
        strength: 'hard',
        source: 'depends-on',
      },
      {
        node: expect.objectContaining({ ref: REF.ordersApi }),
        strength: 'hard',
        source: 'provides-api',
      },
      {
        node: expect.objectContaining({ ref: REF.shop }),
        strength: 'hard',
        source: 'consumes-api',
      },
      {
        node: expect.objectContaining({ ref: REF.sell }),
        strength: 'hard',
        source: 'supports',
      },
    ]);
  });

  it('has a group absorb one provider, and fail with what both stand on', async () => {
    expect((await impact({ down: [REF.pspA] })).items).toEqual([]);
    const both = await impact({ down: [REF.network] });
    const shop = both.items.find(
      ({ node }: { node: { ref: string } }) => node.ref === REF.shop,
    );
    expect(shop).toMatchObject({ outcome: 'failed', hops: 2 });
    expect(shop.path[2].group).toEqual({
      name: 'psp',
      minAvailable: 1,
      size: 2,
    });
  });

  it('degrades by a soft dependency and never fails by it', async () => {
    const { items } = await impact({ down: [REF.recommender] });
    expect(
      items.map((one: { node: { ref: string }; outcome: string }) => [
        one.node.ref,
        one.outcome,
      ]),
    ).toEqual([
      [REF.shop, 'degraded'],
      [REF.sell, 'degraded'],
    ]);
  });

  it('takes with a region what serves there alone; staging elsewhere saves nothing', async () => {
    const answer = await impact({ regions: ['west'] });
    expect(answer.down.map(({ ref }: { ref: string }) => ref)).toEqual([
      REF.shop,
    ]);
    expect(answer.totals).toMatchObject({
      businessFunctions: [{ outcome: 'failed' }],
    });
    const standby = answer.items.find(
      ({ node }: { node: { ref: string } }) => node.ref === REF.orders,
    );
    expect(standby.outcome).toBe('degraded');
  });

  it('names what it does not know instead of leaving it out in silence', async () => {
    const answer = await impact({
      down: ['component:default/gone', REF.pspA],
      regions: ['moon'],
    });
    expect(answer.unknown).toEqual(['component:default/gone', 'moon']);
    expect(answer.downTotal).toBe(1);
  });

  it('narrows and pages, and refuses a cursor of another list', async () => {
    const first = await impact({ down: [REF.ordersDb], limit: 3 });
    expect(first.items).toHaveLength(3);
    const second = await impact({
      down: [REF.ordersDb],
      limit: 3,
      cursor: first.nextCursor,
    });
    expect(refsOf(second.items)).toEqual([REF.sell]);
    expect(second.nextCursor).toBeUndefined();
    const tier = await impact({ down: [REF.ordersDb], tier: 'tier-2' });
    expect(refsOf(tier.items)).toEqual([REF.orders]);
    expect(tier.totals.total).toBe(4);
    const refused = await started.post('/graph/impact', {
      down: [REF.ordersDb],
      cursor: 'bm9wZQ',
    });
    expect([refused.status, errorOf(refused).message]).toEqual([
      400,
      expect.stringContaining('cursor'),
    ]);
  });

  it('says which objective is broken, when, and what a group absorbed', async () => {
    const answer = await impact({ down: [REF.orders], duration: 'PT3H' });
    expect(answer.breached).toBe(2);
    const shop = answer.items.find(
      ({ node }: { node: { ref: string } }) => node.ref === REF.shop,
    );
    expect(shop.breaches[0]).toMatchObject({
      objective: 'rto',
      allowed: 'PT1H',
      after: 'PT1H',
    });
    const absorbed = await impact({ down: [REF.pspA], duration: 'PT1H' });
    expect(absorbed.absorbed).toMatchObject([
      {
        owner: { ref: REF.shop },
        group: { name: 'psp', minAvailable: 1, size: 2 },
        failed: [{ ref: REF.pspA }],
        left: [{ ref: REF.pspB }],
      },
    ]);
  });

  it('exports everything as CSV', async () => {
    const response = await started.post('/graph/impact.csv', {
      down: [REF.ordersDb],
    });
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toContain('text/csv');
    expect(response.text.split('\r\n')).toEqual([
      'ref,title,outcome,hops,tier,owner,system,breaches,path',
      `${REF.orders},,failed,1,tier-2,group:default/team-b,,,${REF.ordersDb} < ${REF.orders}`,
      `${REF.ordersApi},,failed,2,,group:default/team-a,,,${REF.ordersDb} < ${REF.orders} < ${REF.ordersApi}`,
      `${REF.shop},Shop,failed,3,tier-1,group:default/team-a,,,${REF.ordersDb} < ${REF.orders} < ${REF.ordersApi} < ${REF.shop}`,
      `${REF.sell},Sell,failed,4,tier-1,group:default/sales,,,${REF.ordersDb} < ${REF.orders} < ${REF.ordersApi} < ${REF.shop} < ${REF.sell}`,
      '',
    ]);
  });

  it('says in the file what is breached, as the page does', async () => {
    const { text } = await started.post('/graph/impact.csv', {
      down: [REF.orders],
      duration: 'PT3H',
    });
    const shop = text.split('\r\n').find(line => line.startsWith(REF.shop));
    expect(shop).toMatch(
      /RTO of 1 h is breached after 1 h: down for (at least )?3 h/,
    );
  });

  it.each([
    ['nothing', {}, 'down'],
    ['a length that is none', { down: [REF.shop], duration: '3h' }, 'duration'],
    [
      'breaches without a length',
      { down: [REF.shop], breached: true },
      'breached',
    ],
    ['a ref that is none', { down: ['shop'] }, 'down'],
    ['more than fifty', { down: Array(51).fill(REF.shop) }, 'down'],
    ['what the document does not know', { down: [REF.shop], who: 1 }, 'who'],
    ['an owner that is none', { down: [REF.shop], owner: 'payments' }, 'owner'],
  ])('refuses %s and names the field', async (_, body, field) => {
    const response = await started.post('/graph/impact', body);
    expect(response.status).toBe(400);
    expect(errorOf(response).message).toContain(field);
  });

  it('finds what brings the business down alone, and what would shield it', async () => {
    const { body } = await started.post('/graph/points-of-failure', {});
    expect(body.roots).toBe(1);
    expect(refsOf(body.items).sort()).toEqual(
      [REF.network, REF.orders, REF.ordersApi, REF.ordersDb, REF.shop].sort(),
    );
    const network = body.items.find(
      ({ node }: { node: { ref: string } }) => node.ref === REF.network,
    );
    expect(refsOf(network.roots[0].path)).toEqual([
      REF.network,
      REF.pspA,
      REF.shop,
      REF.sell,
    ]);
    expect(network.shield).toContain('Group psp');
    // The title of whom the sentence names stands beside it, by the ref in the sentence.
    expect(network.shield).toContain(`of ${REF.shop} can do without`);
    expect(network.mentions[0]).toMatchObject({ ref: REF.shop, title: 'Shop' });
    expect(refsOf(network.mentions.map((node: object) => ({ node })))).toEqual([
      REF.shop,
      REF.network,
      REF.pspA,
      REF.pspB,
    ]);
  });

  it('exports points of failure as CSV, and names none that is hidden', async () => {
    const { text, headers } = await started.post(
      '/graph/points-of-failure.csv',
      { owner: 'group:default/platform', limit: 1 },
    );
    expect(headers['content-disposition']).toContain('points-of-failure.csv');
    const [columns, row, ...rest] = text.split('\r\n');
    expect(columns).toBe(
      'ref,title,tier,owner,system,roots,some of them,path,shield',
    );
    expect(row).toContain(
      `${REF.network},,tier-1,group:default/platform,,1,${REF.sell},${REF.network} < ${REF.pspA} < ${REF.shop} < ${REF.sell},`,
    );
    expect(rest).toEqual(['']);

    const visible = [REF.sell, REF.shop, REF.orders, REF.ordersApi];
    started.become({ visible });
    const shown = await started.post('/graph/points-of-failure.csv', {}, ANNA);
    expect(shown.text).not.toMatch(/network|orders-db/);
    expect(shown.text).toContain('2 more that you may not see');
    started.become({ visible: undefined });

    const wrong = await started.post('/graph/points-of-failure.csv', {
      roots: ['shop'],
    });
    expect([wrong.status, errorOf(wrong).message]).toEqual([
      400,
      expect.stringContaining('roots'),
    ]);
  });

  it('finds what brings a root down together, and how often it works', async () => {
    const { body } = await started.post('/graph/cut-sets', {
      root: REF.shop,
      max: 2,
    });
    expect(body.complete).toBe(true);
    expect(
      body.sets.map(({ members }: { members: { ref: string }[] }) =>
        members.map(({ ref }) => ref),
      ),
    ).toEqual(
      [
        [REF.ordersApi],
        [REF.orders],
        [REF.network],
        [REF.ordersDb],
        [REF.pspA, REF.pspB],
      ].sort((a, b) => a.length - b.length || (a[0] < b[0] ? -1 : 1)),
    );
    // Its own, the service behind the API, its database, the network, and both providers.
    const works = 0.999 * 0.999 * 0.9999 * 0.9999 * (1 - (1 - 0.999) ** 2);
    expect(body.availability).toMatchObject({
      exact: true,
      unknown: 0,
      target: 0.99,
      holds: 'yes',
    });
    expect(body.availability.lower).toBeCloseTo(works, 9);
  });

  it('orders a deployment by what lies between, and a recovery with its times', async () => {
    const deployment = await started.post('/graph/waves', {
      entities: [REF.shop, REF.ordersDb],
    });
    expect(
      deployment.body.waves.map(
        ({ parts }: { parts: { members: { ref: string }[] }[] }) =>
          parts.flatMap(({ members }) => members.map(({ ref }) => ref)),
      ),
    ).toEqual([[REF.ordersDb], [REF.shop]]);
    const recovery = await started.post('/graph/waves', {
      purpose: 'recovery',
      impactOf: { down: [REF.ordersDb] },
    });
    expect(
      recovery.body.waves.map(
        (wave: { readyAfter: string; total: number }) => wave.readyAfter,
      ),
    ).toEqual(['PT1H', 'PT1H30M', 'PT1H30M', 'PT1H40M', 'PT1H40M']);
    const none = await started.post('/graph/waves', {});
    expect([none.status, errorOf(none).message]).toEqual([
      400,
      expect.stringContaining('exactly one'),
    ]);
  });

  it('shows what is around an entity, absorbed dependants included', async () => {
    const { status, body } = await started.get(
      '/entities/resource/default/psp-a/dependencies',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      inGraph: true,
      dependants: { direct: 1, counts: { total: 0 } },
      dependencies: { direct: 1, counts: { total: 1, businessFunctions: [] } },
    });
    expect(body.picture.nodes).toHaveLength(3);
    expect(body.picture.edges).toHaveLength(2);
    const { body: list } = await started.get(
      '/entities/resource/default/psp-a/dependencies/dependants',
    );
    expect(list.items).toMatchObject([
      { node: { ref: REF.shop }, outcome: 'unaffected', hops: 1 },
    ]);
  });

  it('lists what an entity needs, and which of it fails it alone', async () => {
    const { body } = await started.get(
      '/entities/component/default/shop/dependencies/dependencies?maxHops=1',
    );
    expect(
      body.items.map((one: { node: { ref: string }; outcome: string }) => [
        one.node.ref,
        one.outcome,
      ]),
    ).toEqual([
      [REF.ordersApi, 'failed'],
      [REF.recommender, 'degraded'],
      [REF.pspA, 'degraded'],
      [REF.pspB, 'degraded'],
    ]);
    const { body: shop } = await started.get(
      '/entities/component/default/shop/dependencies',
    );
    expect(shop.groups).toMatchObject([
      { name: 'psp', minAvailable: 1, members: [{}, {}] },
    ]);
    expect(shop.recovery).toMatchObject({
      duration: 'PT1H40M',
      rto: 'PT1H',
      holds: 'no',
      unknown: 0,
    });
  });

  it('says nothing to nobody, and 404 of what is not there', async () => {
    expect((await started.get('/graph/status', NOBODY)).status).toBe(401);
    const gone = await started.get(
      '/entities/component/default/gone/dependencies',
    );
    expect(gone.status).toBe(404);
  });
});

describe('what may not be seen', () => {
  it('needs the permission', async () => {
    const knex = await databases.migrated('SQLITE_3');
    const started = await startContinuity({
      knex,
      entities: bank,
      denied: ['continuity.graph.read'],
    });
    try {
      for (const path of ['/graph/status', '/graph/findings', '/saas']) {
        const response = await started.get(path, ANNA);
        expect([path, response.status]).toEqual([path, 403]);
        expect(errorOf(response).message).toContain('continuity.graph.read');
      }
    } finally {
      await started.stop();
    }
  });
});
