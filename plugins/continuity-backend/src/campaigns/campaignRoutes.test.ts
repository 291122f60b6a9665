import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  Campaign,
  CampaignProgress,
  CampaignService,
} from '@continuity/plugin-continuity-common';
import type { Knex } from 'knex';
import {
  ANNA,
  errorOf,
  NOBODY,
  PIPELINE,
  readAgain,
  startContinuity,
  type StartedContinuity,
  type StartOptions,
} from '../__testUtils__/startContinuity';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { component } from '../catalog/__testUtils__/FakeCatalog';
import { documentOf } from '../catalog/documents';

jest.setTimeout(60_000);

const databases = bothDatabases();
const BEN = mockCredentials.user.header('user:default/ben');
const PLATFORM = 'group:default/platform';
const DAY = 86_400_000;

const owned = (
  name: string,
  owner: string,
  continuity?: object,
  system?: string,
): Entity => {
  const entity = component(name, continuity);
  return {
    ...entity,
    spec: { ...entity.spec, owner, ...(system && { system }) },
  };
};

const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
});

const entities = [
  owned(
    'shop',
    'team-a',
    { tier: 'tier-1', rto: 'PT1H', rpo: 'PT5M' },
    'sales',
  ),
  owned('cart', 'team-a', { tier: 'tier-2', rto: 'PT8H' }, 'sales'),
  owned('blog', 'team-b', { tier: 'tier-4', rto: 'P20D', rpo: 'PT5M' }),
  owned('wiki', 'team-b'),
  group('platform'),
];

const config = {
  scorecards: [
    {
      id: 'basics',
      title: 'Basics',
      audience: { entities: { 'spec.type': 'service' } },
      checks: [
        { check: 'continuity-classified', weight: 2 },
        { check: 'recovery-objectives-declared', weight: 1 },
      ],
      levels: [
        { id: 'known', title: 'Known', requires: ['continuity-classified'] },
        { id: 'kept', title: 'Kept', atLeast: 100 },
      ],
    },
  ],
};

const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const content = (change: object = {}) => ({
  title: 'Declare objectives',
  description: 'Nobody knows how long we may be down.',
  scorecard: 'basics',
  level: 'kept',
  scope: {},
  startsOn: inDays(0),
  endsOn: inDays(30),
  timezone: 'UTC',
  owner: PLATFORM,
  reminders: [7, 1],
  ...change,
});

describe.each(databases.eachId())('campaign routes on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  async function start(options: Partial<StartOptions> = {}) {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({
      knex,
      entities,
      config,
      groupsOfAnna: [PLATFORM],
      ...options,
    });
    await started.runTask('continuity-scorecards');
  }

  afterEach(async () => {
    await started.stop();
  });

  const make = async (change: object = {}, authorization = ANNA) => {
    const { body } = await started
      .post('/campaigns', { content: content(change) }, authorization)
      .expect(201);
    return body as Campaign;
  };

  const services = async (id: string, query = '', authorization = ANNA) => {
    const { body } = await started
      .get(`/campaigns/${id}/services${query}`, authorization)
      .expect(200);
    return body.items as CampaignService[];
  };

  it('makes a campaign, and says how far it is', async () => {
    await start({ denied: ['continuity.campaign.administer'] });
    const made = await make();
    expect(made).toMatchObject({
      revision: 2,
      state: 'running',
      scorecardTitle: 'Basics',
      levelTitle: 'Kept',
      content: { owner: PLATFORM, reminders: [7, 1] },
      counts: {
        services: 4,
        reached: 2,
        exempt: 0,
        notKnown: 0,
        notReached: 2,
      },
      joined: 0,
      left: 0,
      createdBy: 'user:default/anna',
      may: { change: true, cancel: true },
    });
    const { body, headers } = await started
      .get(`/campaigns/${made.id}`, ANNA)
      .expect(200);
    expect(body).toEqual(made);
    expect(headers.etag).toBe('"2"');
    const { body: page } = await started
      .get('/campaigns?state=running&scorecard=basics', BEN)
      .expect(200);
    expect(page).toMatchObject({
      items: [{ id: made.id, may: { change: false, cancel: false } }],
      // Of himself.
      may: { create: true },
    });
    expect(started.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'campaign-create' }),
    );
  });

  it('says what is in the way, who owns the rest, and what each lacks', async () => {
    await start();
    const { id } = await make();
    const { body } = await started
      .get(`/campaigns/${id}/progress`, ANNA)
      .expect(200);
    const progress: CampaignProgress = body;
    expect(progress.blockers).toEqual([
      {
        check: 'recovery-objectives-declared',
        title: 'Recovery objectives are declared',
        services: 2,
        alone: 1,
      },
      {
        check: 'continuity-classified',
        title: 'Service is classified',
        services: 1,
        alone: 0,
      },
    ]);
    expect(
      progress.owners.map(({ owner, counts }) => [
        owner,
        counts.reached,
        counts.services,
      ]),
    ).toEqual([
      ['group:default/team-a', 1, 2],
      ['group:default/team-b', 1, 2],
    ]);
    expect(progress.days).toEqual([
      { day: inDays(0), services: 4, reached: 2 },
    ]);
    expect(progress.lost).toEqual([]);
    expect(await services(id, '?which=open')).toMatchObject([
      {
        name: 'cart',
        standing: 'not-reached',
        missing: ['recovery-objectives-declared'],
        next: {
          check: 'recovery-objectives-declared',
          title: 'Recovery objectives are declared',
          reason: expect.any(String),
          remedy: expect.any(String),
        },
      },
      { name: 'wiki' },
    ]);
    expect(
      (await services(id, '?owner=group:default/team-b&text=BL')).map(
        ({ name }) => name,
      ),
    ).toEqual(['blog']);
    expect(await services(id, '?owner=none')).toEqual([]);
  });

  it('tells a service what is asked of it, until it is over', async () => {
    await start();
    const { id, revision } = await make({
      scope: { systems: ['system:default/sales'] },
    });
    const asked = async (name: string) => {
      const { body } = await started
        .get(`/entities/component/default/${name}/campaigns`, ANNA)
        .expect(200);
      return body.items;
    };
    expect(await asked('cart')).toMatchObject([
      {
        id,
        title: 'Declare objectives',
        level: 'Kept',
        standing: 'not-reached',
        missing: ['recovery-objectives-declared'],
        endsOn: inDays(30),
      },
    ]);
    expect(await asked('wiki')).toEqual([]);
    await started
      .post(
        `/campaigns/${id}/cancellation`,
        { revision, reason: 'Wrong scorecard' },
        ANNA,
      )
      .expect(200);
    expect(await asked('cart')).toEqual([]);
  });

  it('shows and counts only services that one may see', async () => {
    await start({ visible: ['component:default/cart', PLATFORM] });
    const made = await make();
    expect(made.counts).toMatchObject({ services: 1, reached: 0 });
    expect((await services(made.id)).map(({ name }) => name)).toEqual(['cart']);
    const { body } = await started
      .get(`/campaigns/${made.id}/progress`, ANNA)
      .expect(200);
    expect(body.owners).toHaveLength(1);
    expect(body.blockers).toMatchObject([{ services: 1 }]);
    await started
      .get('/entities/component/default/wiki/campaigns', ANNA)
      .expect(404);
    const { body: all } = await started
      .get(`/campaigns/${made.id}`, PIPELINE)
      .expect(200);
    expect(all.counts.services).toBe(4);
  });

  it('notices services that join, and whom the catalog has no more', async () => {
    await start();
    const { id } = await make();
    const added = owned('new', 'team-b');
    await readAgain(knex, documentOf(added));
    await started.runTask('continuity-campaigns');
    const { body } = await started.get(`/campaigns/${id}`, PIPELINE);
    expect(body).toMatchObject({ joined: 1, counts: { services: 5 } });
    const [joined] = await services(id, '?which=joined', PIPELINE);
    expect(joined).toMatchObject({
      name: 'new',
      standing: 'not-known',
      missing: [],
      joinedAt: expect.any(String),
    });
  });

  describe('a draft', () => {
    const preview = async (change: object = {}, id?: string) => {
      const { body } = await started
        .post(
          '/campaigns/preview',
          { content: content(change), ...(id && { id }) },
          ANNA,
        )
        .expect(200);
      return body;
    };

    it('is shown with its services, those that are not there first', async () => {
      await start();
      const body = await preview({ scope: { tiers: ['tier-1', 'tier-2'] } });
      expect(body).toMatchObject({
        problems: [],
        counts: { services: 2, reached: 1 },
        startsAt: `${inDays(0)}T00:00:00.000Z`,
        endsAt: `${inDays(31)}T00:00:00.000Z`,
        reminders: [
          `${inDays(23)}T09:00:00.000Z`,
          `${inDays(29)}T09:00:00.000Z`,
        ],
        services: [{ name: 'cart' }, { name: 'shop', standing: 'reached' }],
      });
    });

    it('tells as much as it can while it is not complete', async () => {
      await start();
      expect(
        await preview({ title: '', owner: '', endsOn: 'soon' }),
      ).toMatchObject({
        problems: [{ path: 'owner' }, { path: 'title' }, { path: 'endsOn' }],
        counts: { services: 4 },
        reminders: [],
      });
      expect(await preview({ level: 'x' })).toMatchObject({
        problems: [{ path: 'level' }],
        services: [],
      });
    });
  });

  it.each<[object, RegExp]>([
    [{ title: '' }, /^title: is empty/],
    [{ title: 'a\nb' }, /^title: expected one line/],
    [{ level: 'gold' }, /^level: "gold" is not one of known, kept/],
    [{ scorecard: 'x' }, /^scorecard: "x" is not one of basics/],
    [{ timezone: 'CET+1' }, /^timezone: /],
    [{ endsOn: '2020-01-01' }, /^endsOn: /],
    [{ endsOn: inDays(3), reminders: [7] }, /^reminders\.0: 7 days before/],
    [{ reminders: [1.5] }, /^content\.reminders\.0: /],
    [{ scope: { owners: ['!'] } }, /^scope\.owners\.0: /],
    [{ scope: { tiers: ['tier-9'] } }, /^scope\.tiers\.0: /],
    [{ scope: { entities: { $nope: 1 } } }, /^scope\.entities: /],
    [{ scope: { labels: {} } }, /^content\.scope\.labels: /],
    [{ owner: '' }, /^owner: is empty; expected a group or user/],
    [{ owner: 'component:default/shop' }, /^owner: .*is not a group or user/],
    [{ owner: 'group:default/ghosts' }, /^owner: /],
    [{ extra: 1 }, /^content\.extra: /],
  ])('refuses %j, and names the field', async (change, message) => {
    await start({ groupsOfAnna: [PLATFORM, 'group:default/ghosts'] });
    const refusal = await started
      .post('/campaigns', { content: content(change) }, ANNA)
      .expect(400);
    expect(errorOf(refusal).message).toMatch(message);
    expect(await knex('campaigns')).toEqual([]);
  });

  it('keeps no secret that somebody pasted', async () => {
    await start();
    const made = await make({
      description: 'See token=ghp_0123456789abcdefghijklmnopqrstuvwxyz',
    });
    expect(made.content.description).not.toContain('ghp_0123456789');
    expect(JSON.stringify(await knex('campaigns'))).not.toContain(
      'ghp_0123456789',
    );
  });

  describe('changes', () => {
    it('are made to what was seen, with why', async () => {
      await start();
      const made = await make();
      const { body } = await started
        .put(
          `/campaigns/${made.id}`,
          {
            revision: made.revision,
            content: content({ endsOn: inDays(40) }),
            comment: 'Holidays',
          },
          ANNA,
        )
        .expect(200);
      expect(body).toMatchObject({
        revision: 3,
        content: { endsOn: inDays(40) },
      });
      const stale = await started
        .put(
          `/campaigns/${made.id}`,
          {
            content: content({ title: 'Other' }),
            comment: 'I was slower',
          },
          ANNA,
        )
        .set('if-match', '"2"')
        .expect(409);
      expect(errorOf(stale)).toMatchObject({
        message: expect.stringMatching(/^revision: 2 is not the newest/),
        current: { revision: 3, updatedBy: 'user:default/anna' },
      });
      const { body: history } = await started
        .get(`/campaigns/${made.id}/history`, BEN)
        .expect(200);
      expect(
        history.items.map((one: { change: string; comment?: string }) => [
          one.change,
          one.comment,
        ]),
      ).toEqual([
        ['changed', 'Holidays'],
        ['started', undefined],
        ['created', undefined],
      ]);
    });

    it.each([
      [{ level: 'known' }, /^level: it is running/],
      [{ startsOn: inDays(1) }, /^startsOn: it is running/],
    ])('leave what a running one asks for: %j', async (change, message) => {
      await start();
      const made = await make();
      const response = await started
        .put(
          `/campaigns/${made.id}`,
          { revision: 2, content: content(change), comment: 'Easier' },
          ANNA,
        )
        .expect(409);
      expect(errorOf(response).message).toMatch(message);
    });

    it('of what one that is planned asks for are free', async () => {
      await start();
      const made = await make({ startsOn: inDays(2) });
      expect(made).toMatchObject({ state: 'planned', revision: 1 });
      const { body } = await started
        .put(
          `/campaigns/${made.id}`,
          {
            revision: 1,
            content: content({ level: 'known', scope: { tiers: ['tier-1'] } }),
            comment: 'Start now',
          },
          ANNA,
        )
        .expect(200);
      expect(body).toMatchObject({
        state: 'running',
        levelTitle: 'Known',
        counts: { services: 1, reached: 1 },
      });
    });

    it('need the revision', async () => {
      await start();
      const { id } = await make();
      const response = await started
        .put(`/campaigns/${id}`, { content: content(), comment: 'x' }, ANNA)
        .expect(400);
      expect(errorOf(response).message).toMatch(/^revision: is missing/);
    });
  });

  it('cannot be changed or cancelled once it is over', async () => {
    await start();
    const { id, revision } = await make();
    await started
      .post(
        `/campaigns/${id}/cancellation`,
        { revision, reason: 'token=ghp_0123456789abcdefghijklmnopqrstuvwxyz' },
        ANNA,
      )
      .expect(200);
    const { body } = await started.get(`/campaigns/${id}`, ANNA).expect(200);
    expect(body).toMatchObject({
      state: 'cancelled',
      cancellation: { by: 'user:default/anna' },
      total: { services: 4 },
      may: { change: false, cancel: false },
    });
    expect(body.cancellation.reason).not.toContain('ghp_0123456789');
    const again = await started
      .post(`/campaigns/${id}/cancellation`, { revision: 3, reason: 'x' }, ANNA)
      .expect(409);
    expect(errorOf(again).message).toMatch(
      /^A campaign that is cancelled cannot be cancelled/,
    );
  });

  describe('rights', () => {
    it.each([
      ['get', '/campaigns', 'continuity.campaign.read'],
      ['post', '/campaigns', 'continuity.campaign.create'],
      ['post', '/campaigns/preview', 'continuity.campaign.read'],
      ['put', '/campaigns/ID', 'continuity.campaign.update'],
      ['post', '/campaigns/ID/cancellation', 'continuity.campaign.update'],
      ['get', '/campaigns/ID', 'continuity.campaign.read'],
      ['get', '/campaigns/ID/progress', 'continuity.campaign.read'],
      ['get', '/campaigns/ID/services', 'continuity.campaign.read'],
      ['get', '/campaigns/ID/history', 'continuity.campaign.read'],
      [
        'get',
        '/entities/component/default/shop/campaigns',
        'continuity.campaign.read',
      ],
    ] as const)('%s %s needs %s', async (method, path, permission) => {
      await start({
        denied: [permission, 'continuity.campaign.administer'],
      });
      const at = path.replace('ID', '0190b6a2-7c1e-7b0a-9f3e-000000000001');
      const body = {
        content: content(),
        ...(path.endsWith('ID') && { revision: 1, comment: 'x' }),
      };
      const asked = (authorization: string) => {
        if (method === 'get') return started.get(at, authorization);
        return method === 'put'
          ? started.put(at, body, authorization)
          : started.post(
              at,
              at.endsWith('cancellation') ? { revision: 1, reason: 'x' } : body,
              authorization,
            );
      };
      const refusal = await asked(ANNA).expect(403);
      expect(errorOf(refusal).message).toContain(permission);
      await asked(NOBODY).expect(401);
    });

    it('are those of the owner, unless one administers campaigns', async () => {
      await start({ denied: ['continuity.campaign.administer'] });
      const { id, revision } = await make();
      const response = await started
        .post('/campaigns', { content: content() }, BEN)
        .expect(403);
      expect(errorOf(response).message).toMatch(
        /^owner: user:default\/ben does not belong to group:default\/platform/,
      );
      await started
        .put(
          `/campaigns/${id}`,
          { revision, content: content(), comment: 'x' },
          BEN,
        )
        .expect(403);
      // Neither may one hand it to somebody to get hold of theirs.
      await started
        .put(
          `/campaigns/${id}`,
          {
            revision,
            content: content({ owner: 'group:default/team-a' }),
            comment: 'x',
          },
          ANNA,
        )
        .expect(403);
      started.become({ denied: [] });
      await started
        .post(`/campaigns/${id}/cancellation`, { revision, reason: 'x' }, BEN)
        .expect(200);
    });
  });

  it('knows no campaign of another id, nor takes one that is none', async () => {
    await start();
    await started
      .get('/campaigns/0190b6a2-7c1e-7b0a-9f3e-000000000001', ANNA)
      .expect(404);
    await started.get('/campaigns/x', ANNA).expect(400);
    await started.get('/campaigns?state=done', ANNA).expect(400);
    await started.get('/campaigns?cursor=x', ANNA).expect(400);
  });
});
