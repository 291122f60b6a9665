import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  EntityScorecard,
  ScorecardExemption,
  ScorecardResultsPage,
} from '@continuity/plugin-continuity-common';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  ANNA,
  errorOf,
  NOBODY,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { component } from '../catalog/__testUtils__/FakeCatalog';

jest.setTimeout(60_000);

const databases = bothDatabases();
const BEN = mockCredentials.user.header('user:default/ben');
const SHOP = '/entities/component/default/shop/scorecards';
const TASK = 'continuity-scorecards';

const owned = (name: string, owner: string, continuity?: object): Entity => {
  const entity = component(name, continuity);
  return { ...entity, spec: { ...entity.spec, owner, system: 'sales' } };
};

const entities = [
  owned('shop', 'team-a', { tier: 'tier-1', rto: 'PT1H', rpo: 'PT5M' }),
  owned('cart', 'team-a', { tier: 'tier-2', rto: 'PT8H' }),
  owned('blog', 'team-b', { tier: 'tier-4', rto: 'P20D', rpo: 'PT5M' }),
  owned('wiki', 'team-b'),
  { ...component('lib'), spec: { type: 'library', owner: 'team-b' } },
];

const now = new Date();
const minutesAgo = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();

const review = (name: string, id: string, outcome = 'approved') => ({
  kind: 'continuity-plan-review',
  source: 'test',
  externalId: id,
  entityRef: `component:default/${name}`,
  observedAt: minutesAgo(5),
  payload: {
    reviewedBy: 'user:default/anna',
    document: 'https://example.com/plan',
    outcome,
  },
});

const config = {
  scorecards: [
    {
      id: 'basics',
      title: 'Basics',
      owner: 'group:default/platform',
      audience: { entities: { 'spec.type': 'service' } },
      checks: [
        { check: 'continuity-classified', weight: 2 },
        { check: 'recovery-objectives-declared', weight: 1 },
        {
          check: 'continuity-plan-reviewed',
          weight: 1,
          appliesTo: { tiers: ['tier-1', 'tier-2'] },
          remedy: {
            title: 'Review the plan',
            template: 'template:default/review',
            entityField: 'component',
          },
        },
      ],
      levels: [
        { id: 'known', title: 'Known', requires: ['continuity-classified'] },
        { id: 'kept', title: 'Kept', atLeast: 100 },
      ],
    },
  ],
};

const inDays = (days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

const asking = (change: object = {}) => ({
  scorecard: 'basics',
  check: 'continuity-plan-reviewed',
  entityRef: 'component:default/shop',
  reason: 'The plan is being rewritten',
  until: inDays(30),
  ...change,
});

describe.each(databases.eachId())('scorecard routes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  async function start(options: Partial<StartOptions> = {}) {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({ knex, entities, config, ...options });
    await started.runTask(TASK);
  }

  afterEach(async () => {
    await started.stop();
  });

  const results = async (query = '', authorization = ANNA) => {
    const { body } = await started
      .get(`/scorecards/basics/results${query}`, authorization)
      .expect(200);
    return body as ScorecardResultsPage;
  };

  const names = async (query = '', authorization = ANNA) => {
    const { items } = await results(query, authorization);
    return items.map(({ service }) => service.name);
  };

  const ofShop = async (): Promise<EntityScorecard> => {
    const { body } = await started.get(SHOP, ANNA).expect(200);
    return body.items[0];
  };

  it('lists the scorecards with what one may do', async () => {
    await start({ denied: ['continuity.scorecard.approve'] });
    const { body } = await started.get('/scorecards', ANNA).expect(200);
    expect(body).toMatchObject({
      items: [
        {
          id: 'basics',
          environment: 'production',
          inForce: true,
          services: 4,
          checks: [
            {
              id: 'continuity-classified',
              title: 'Service is classified',
              weight: 2,
              needs: [],
            },
            { id: 'recovery-objectives-declared' },
            {
              id: 'continuity-plan-reviewed',
              needs: ['continuity-plan-review'],
              remedy: { template: 'template:default/review' },
            },
          ],
        },
      ],
      may: { exempt: true, approve: false },
      judging: { waiting: 0 },
    });
  });

  it('shows services by check, the greatest risk first', async () => {
    await start();
    const page = await results();
    expect(page.checks).toEqual([
      'continuity-classified',
      'recovery-objectives-declared',
      'continuity-plan-reviewed',
    ]);
    expect(
      page.items.map(({ service, risk, states, standing, score }) => [
        service.name,
        risk,
        states,
        standing.level,
        score,
      ]),
    ).toEqual([
      [
        'wiki',
        16,
        ['fail', 'fail', 'unknown'],
        undefined,
        { worst: 0, best: 25 },
      ],
      [
        'cart',
        6,
        ['pass', 'fail', 'unknown'],
        'known',
        { worst: 50, best: 75 },
      ],
      [
        'shop',
        4,
        ['pass', 'pass', 'unknown'],
        'known',
        { worst: 75, best: 100 },
      ],
      [
        'blog',
        0,
        ['pass', 'pass', 'not-applicable'],
        'kept',
        { worst: 100, best: 100 },
      ],
    ]);
    expect(page.totals).toEqual({
      services: 4,
      levels: [
        { services: 1 },
        { level: 'known', services: 2 },
        { level: 'kept', services: 1 },
      ],
    });
  });

  it.each<[string, string, string[]]>([
    ['an owner', '?owner=group:default/team-b', ['wiki', 'blog']],
    ['two owners', '?owner=none&owner=group:default/team-a', ['cart', 'shop']],
    ['a tier', '?tier=tier-1&tier=unclassified', ['wiki', 'shop']],
    ['a system', '?system=system:default/sales&tier=tier-4', ['blog']],
    ['no level', '?level=none', ['wiki']],
    ['a level', '?level=kept', ['blog']],
    ['a state of any check', '?state=fail', ['wiki', 'cart']],
    [
      'a state of one check',
      '?check=continuity-plan-reviewed&state=unknown&state=not-applicable',
      ['wiki', 'cart', 'shop', 'blog'],
    ],
    ['a text', '?text=ho', ['shop']],
    ['a text that would match anything', '?text=%25', []],
    ['a score', '?sort=score', ['wiki', 'cart', 'shop', 'blog']],
    ['a name', '?sort=name', ['blog', 'cart', 'shop', 'wiki']],
  ])('narrows or sorts by %s', async (_, query, expected) => {
    await start();
    expect(await names(query)).toEqual(expected);
  });

  it.each(['risk', 'score', 'name'])(
    'pages by %s without losing or repeating any',
    async sort => {
      await start();
      const all = await names(`?sort=${sort}`);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await results(
          `?sort=${sort}&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
        );
        paged.push(...page.items.map(({ service }) => service.name));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(paged).toEqual(all);
    },
  );

  it('refuses a cursor of another order', async () => {
    await start();
    const { nextCursor } = await results('?limit=1');
    const response = await started
      .get(`/scorecards/basics/results?sort=name&cursor=${nextCursor}`, ANNA)
      .expect(400);
    expect(errorOf(response).message).toMatch(/^cursor: /);
  });

  it('answers 304 while nothing changed', async () => {
    await start();
    const first = await started.get('/scorecards/basics/results', ANNA);
    const again = () =>
      started
        .get('/scorecards/basics/results', ANNA)
        .set('if-none-match', first.headers.etag);
    await again().expect(304);
    await started.post('/evidence', review('shop', 'r1')).expect(201);
    await started.runTask(TASK);
    await again().expect(200);
  });

  it('shows and counts only what one may see', async () => {
    await start({ visible: ['component:default/blog'] });
    const page = await results();
    expect(page.items.map(({ service }) => service.name)).toEqual(['blog']);
    expect(page.totals.services).toBe(1);
    const { body: summary } = await started
      .get('/scorecards/basics/summary', ANNA)
      .expect(200);
    expect(summary.total.services).toBe(1);
    await started.get(SHOP, ANNA).expect(404);
    await started.get(`${SHOP}/basics/history`, ANNA).expect(404);
  });

  it('needs the permission to read, and a scorecard that there is', async () => {
    await start({ denied: ['continuity.scorecard.read'] });
    await started.get('/scorecards', ANNA).expect(403);
    await started.get(SHOP, NOBODY).expect(401);
    started.become({ denied: [] });
    const response = await started
      .get('/scorecards/nope/results', ANNA)
      .expect(404);
    expect(errorOf(response).message).toBe(
      'There is no scorecard "nope"; there is basics',
    );
  });

  it('exports the heat map', async () => {
    await start();
    const { text } = await started
      .get('/scorecards/basics/results.csv?sort=name', ANNA)
      .expect(200)
      .expect('content-type', /text\/csv/);
    const [head, first] = text.split('\r\n');
    expect(head).toBe(
      'ref,title,owner,system,tier,tier title,level,level at best,worst,best,risk,judged at,to be judged again,continuity-classified,recovery-objectives-declared,continuity-plan-reviewed',
    );
    expect(first).toMatch(
      /^component:default\/blog,,group:default\/team-b,system:default\/sales,tier-4,Deferrable,kept,kept,100,100,0,.*Z,no,pass,pass,not-applicable$/,
    );
  });

  it('says which services were not judged since something changed', async () => {
    await start();
    expect((await results()).items.filter(({ stale }) => stale)).toEqual([]);
    await knex('scorecard_services')
      .where('entity_ref', 'component:default/shop')
      .update({ due_at: 1 });
    expect((await results()).items.filter(({ stale }) => stale)).toMatchObject([
      { service: { name: 'shop' } },
    ]);
    const { text } = await started
      .get('/scorecards/basics/results.csv?text=shop', ANNA)
      .expect(200);
    expect(text.split('\r\n')[1]).toMatch(/Z,yes,/);
  });

  it('keeps no secret that somebody typed in', async () => {
    await start();
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
    const { body } = await started
      .post(
        '/scorecard-exemptions',
        asking({ reason: `It needs ${secret}` }),
        ANNA,
      )
      .expect(201);
    expect(body.reason).toBe('It needs [masked]');
    await started
      .post(
        `/scorecard-exemptions/${body.id}/revocation`,
        { reason: `Not with ${secret}` },
        ANNA,
      )
      .expect(200);
    expect(JSON.stringify(await knex('scorecard_exemptions'))).not.toContain(
      'ghp_',
    );
  });

  it('rolls up to the weakest of the strictest tier', async () => {
    await start();
    const { body } = await started
      .get('/scorecards/basics/summary?by=owner', ANNA)
      .expect(200);
    expect(body.groups).toEqual([
      expect.objectContaining({
        group: 'group:default/team-b',
        services: 2,
        // The strictest tier that it has is tier-4; what is unclassified comes last.
        strictestTier: 'tier-4',
        level: 'kept',
        risk: 16,
        worst: [expect.objectContaining({ name: 'wiki' })],
      }),
      expect.objectContaining({
        group: 'group:default/team-a',
        strictestTier: 'tier-1',
        level: 'known',
        risk: 10,
        byTier: [
          {
            tier: 'tier-1',
            tierTitle: 'Mission critical',
            services: 1,
            lowestScore: 75,
            levels: [
              { services: 0 },
              { level: 'known', services: 1 },
              { level: 'kept', services: 0 },
            ],
          },
          expect.objectContaining({ tier: 'tier-2', lowestScore: 50 }),
        ],
      }),
    ]);
    expect(body.total).toMatchObject({ services: 4, strictestTier: 'tier-1' });
  });

  it('says of a service what, why and what to do next', async () => {
    await start();
    const card = await ofShop();
    expect(card).toMatchObject({
      scorecard: { id: 'basics' },
      standing: {
        level: 'known',
        levelAtBest: 'kept',
        next: { level: 'kept', missing: [], atLeast: 100 },
      },
      score: { worst: 75, best: 100 },
      points: { pass: 3, fail: 0, unknown: 1, exempt: 0, total: 4 },
      nextSteps: ['continuity-plan-reviewed'],
      stale: false,
    });
    expect(card.checks[2]).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('There is no evidence'),
      remedy: expect.stringContaining('Have the continuity plan reviewed'),
      action: {
        title: 'Review the plan',
        template: 'template:default/review',
        entityField: 'component',
      },
    });
    expect(card.checks[0]).not.toHaveProperty('action');
  });

  it('has the new result moments after evidence came, and its history', async () => {
    await start();
    await started.post('/evidence', review('shop', 'r1')).expect(201);
    await started.runTask(TASK);
    const card = await ofShop();
    expect(card.standing).toEqual({ level: 'kept', levelAtBest: 'kept' });
    expect(card.until).toBeDefined();
    const { body } = await started
      .get(`${SHOP}/basics/history`, ANNA)
      .expect(200);
    expect(body.items).toMatchObject([
      {
        level: 'kept',
        levelBefore: 'known',
        score: { worst: 100, best: 100 },
        checks: [
          { check: 'continuity-plan-reviewed', from: 'unknown', to: 'pass' },
        ],
      },
      { level: 'known', checks: [{}, {}, {}] },
    ]);
    const { body: trend } = await started
      .get('/scorecards/basics/trend?days=7', ANNA)
      .expect(200);
    expect(trend.items.at(-1)).toMatchObject({
      services: 4,
      levels: [
        { services: 1 },
        { level: 'known', services: 1 },
        { level: 'kept', services: 2 },
      ],
    });
  });

  describe('exemptions', () => {
    const request = async (change: object = {}, authorization = ANNA) => {
      const { body } = await started
        .post('/scorecard-exemptions', asking(change), authorization)
        .expect(201);
      return body as ScorecardExemption;
    };
    const decide = (id: string, decision: string, authorization = BEN) =>
      started.post(
        `/scorecard-exemptions/${id}/decision`,
        { decision, comment: 'So be it' },
        authorization,
      );

    it('is asked for by one, approved by another, and changes no number', async () => {
      await start();
      const before = await ofShop();
      const asked = await request();
      expect(asked).toMatchObject({
        state: 'requested',
        requestedBy: 'user:default/anna',
      });
      const refused = await decide(asked.id, 'approve', ANNA).expect(403);
      expect(errorOf(refused).message).toMatch(/yourself/);
      const { body } = await decide(asked.id, 'approve').expect(200);
      expect(body).toMatchObject({
        state: 'in-force',
        decidedBy: 'user:default/ben',
      });
      await started.runTask(TASK);
      const card = await ofShop();
      expect(card.score).toEqual(before.score);
      expect(card.standing).toEqual(before.standing);
      expect(card.points).toEqual({ ...before.points, exempt: 1 });
      expect(card.checks[2]).toMatchObject({
        state: 'unknown',
        exemption: { id: asked.id, state: 'in-force' },
      });
      expect(await names('?exempt=true')).toEqual(['shop']);
      expect(
        await names('?check=continuity-plan-reviewed&exempt=true'),
      ).toEqual(['shop']);
      expect(await names('?check=continuity-classified&exempt=true')).toEqual(
        [],
      );
      const { text } = await started.get(
        '/scorecards/basics/results.csv?text=shop',
        ANNA,
      );
      expect(text).toContain('unknown (exempt)');
      // It is no risk that anybody has to look at now.
      const { items } = await results('?text=shop');
      expect(items[0]).toMatchObject({
        risk: 0,
        exempt: ['continuity-plan-reviewed'],
      });
    });

    it('needs an approval of its own to be renewed', async () => {
      await start();
      const first = await request();
      await decide(first.id, 'approve').expect(200);
      const renewal = await request({ until: inDays(60) });
      expect(renewal.state).toBe('requested');
      await started.runTask(TASK);
      expect((await ofShop()).checks[2]).toMatchObject({
        exemption: { id: first.id },
        requested: { id: renewal.id },
      });
      const again = await started
        .post('/scorecard-exemptions', asking(), BEN)
        .expect(409);
      expect(errorOf(again).message).toMatch(/waits for a decision already/);
      await decide(renewal.id, 'approve').expect(200);
      await started.runTask(TASK);
      expect((await ofShop()).checks[2].exemption?.id).toBe(renewal.id);
    });

    it('ends when it is revoked, and the check is asked again', async () => {
      await start();
      const { id } = await request();
      await decide(id, 'approve').expect(200);
      await started.runTask(TASK);
      await started
        .post(
          `/scorecard-exemptions/${id}/revocation`,
          { reason: 'Done' },
          ANNA,
        )
        .expect(200);
      await started.runTask(TASK);
      const card = await ofShop();
      expect(card.points.exempt).toBe(0);
      expect(card.checks[2]).not.toHaveProperty('exemption');
      await started
        .post(
          `/scorecard-exemptions/${id}/revocation`,
          { reason: 'Again' },
          ANNA,
        )
        .expect(409);
      await decide(id, 'approve').expect(409);
    });

    it('is not in force when it is refused', async () => {
      await start();
      const { id } = await request();
      await decide(id, 'refuse').expect(200);
      await started.runTask(TASK);
      expect((await ofShop()).points.exempt).toBe(0);
      const { body } = await started
        .get('/scorecard-exemptions?state=refused', ANNA)
        .expect(200);
      expect(body.items).toMatchObject([{ id, state: 'refused' }]);
      // Whoever was refused may ask again.
      await request();
    });

    it.each<[string, object, RegExp]>([
      ['a scorecard', { scorecard: 'nope' }, /^scorecard: "nope" is not one/],
      ['a check', { check: 'nope' }, /^check: "nope" is not asked by "basics"/],
      ['a day', { until: inDays(-1) }, /^until: .* is not a day from today/],
      ['a time', { until: inDays(400) }, /^until: .* 366 days ahead/],
    ])('refuses %s that is not right', async (_, change, problem) => {
      await start();
      const response = await started
        .post('/scorecard-exemptions', asking(change), ANNA)
        .expect(400);
      expect(errorOf(response).message).toMatch(problem);
    });

    it('is for services that one may see, and for those who may', async () => {
      await start({ visible: ['component:default/blog'] });
      await started.post('/scorecard-exemptions', asking(), ANNA).expect(404);
      started.become({ visible: undefined });
      const { id } = await request();
      started.become({ visible: ['component:default/blog'] });
      await started.get(`/scorecard-exemptions/${id}`, ANNA).expect(404);
      const { body } = await started
        .get('/scorecard-exemptions', ANNA)
        .expect(200);
      expect(body.items).toEqual([]);
      started.become({
        denied: ['continuity.scorecard.exempt', 'continuity.scorecard.approve'],
      });
      await started.post('/scorecard-exemptions', asking(), ANNA).expect(403);
      await decide(id, 'approve').expect(403);
    });

    it('stands in the ledger, step by step', async () => {
      await start();
      const { id } = await request();
      await decide(id, 'approve').expect(200);
      await started
        .post(
          `/scorecard-exemptions/${id}/revocation`,
          { reason: 'Done' },
          ANNA,
        )
        .expect(200);
      await started.runTask('continuity-ledger-sequencing');
      const { body } = await started.get('/ledger/entries').expect(200);
      const entries = body.items
        .map(({ canonical }: { canonical: string }) => JSON.parse(canonical))
        .filter(({ type }: { type: string }) => type.startsWith('scorecard.'));
      expect(entries).toMatchObject([
        {
          type: 'scorecard.exemption.requested',
          data: { decider: 'group:default/platform' },
        },
        { type: 'scorecard.exemption.approved', data: { comment: 'So be it' } },
        { type: 'scorecard.exemption.revoked', data: { revocation: 'Done' } },
      ]);
    });
  });
});
