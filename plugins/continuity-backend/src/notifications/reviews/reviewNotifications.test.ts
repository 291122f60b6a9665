import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { createWorld } from '../../calendars/__testUtils__/world';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import {
  createCatalogGraph,
  KnexSaasDecisionStore,
  type StoredSaasDecision,
} from '../../graph';
import {
  KnexLedgerStore,
  LedgerCursorStore,
  LedgerReader,
  LedgerService,
} from '../../ledger';
import { DeliveryStore } from '../DeliveryStore';
import { OwnerMail } from '../OwnerMail';
import { ReviewNoticeStore } from './ReviewNoticeStore';
import { ReviewSender } from './ReviewSender';
import { ReviewWatch } from './ReviewWatch';

jest.setTimeout(60_000);

const databases = bothDatabases();
const REF = 'resource:default/mailer';

const mailer = (spec: object = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'mailer', namespace: 'default', title: 'Mailer' },
  spec: { type: 'saas', owner: 'group:default/marketing', ...spec },
});

const decision = (
  change: Partial<StoredSaasDecision> = {},
): StoredSaasDecision => ({
  entityRef: REF,
  revision: 1,
  inPlanning: 'no',
  ruleSaid: 'yes',
  reason: 'Letters can wait',
  reviewOn: '2026-04-01',
  decidedBy: 'user:default/anna',
  decidedAt: Date.parse('2026-01-01T09:00:00Z'),
  ...change,
});

/** Everything that tells of reviews, with a catalog in memory and a clock that tests move. */
async function open(
  knex: Knex,
  entities: Entity[] = [mailer()],
  decisions: StoredSaasDecision[] = [decision()],
) {
  const world = createWorld(entities, {
    now: Date.parse('2026-03-01T12:00:00Z'),
  });
  const ledger = new LedgerService(new KnexLedgerStore(knex));
  const store = new KnexSaasDecisionStore(knex);
  const told: NotificationSendOptions[] = [];
  const state = { isDown: false };
  const notifications = {
    async send(options: NotificationSendOptions) {
      if (state.isDown) throw new ServiceUnavailableError('down');
      told.push(options);
    },
  };
  const replica = () => {
    const graph = createCatalogGraph(world);
    const deliveries = new DeliveryStore(knex);
    const watch = new ReviewWatch({
      decisions: store,
      notices: new ReviewNoticeStore(knex),
      graph,
      ledger,
      noticeMs: 14 * 86_400_000,
      now: world.now,
    });
    const reader = new LedgerReader({
      follower: new ReviewSender({
        mail: new OwnerMail({ notifications, deliveries }),
        deliveries,
        graph,
        decisions: store,
        pagePath: '/continuity',
      }),
      store: new LedgerCursorStore(knex),
      ledger,
      logger: mockServices.logger.mock(),
      now: world.now,
    });
    return { watch, reader };
  };
  const replicas = [replica(), replica()];
  for (const { reader } of replicas) await reader.begin();
  const decide = (one: StoredSaasDecision) =>
    knex.transaction(tx => store.insert(tx, one));
  for (const one of decisions) await decide(one);
  return {
    world,
    state,
    told,
    decide,
    /** Both replicas look at once, and send; what was said of it: to whom, and the title. */
    async tellAt(now: string): Promise<string[]> {
      world.state.now = Date.parse(now);
      const before = told.length;
      await Promise.all(replicas.map(({ watch }) => watch.look()));
      await ledger.sequence();
      for (const { reader } of replicas) {
        await reader.run(new AbortController().signal);
      }
      return told
        .slice(before)
        .map(({ recipients, payload }) =>
          recipients.type === 'entity'
            ? `${recipients.entityRef} | ${payload.title}`
            : 'everybody',
        );
    },
  };
}

describe.each(databases.eachId())('telling of reviews on %s', databaseId => {
  const fresh = () => databases.migrated(databaseId);

  it('tells the owner once that it comes up and once that it is due', async () => {
    const office = await open(await fresh());
    expect(await office.tellAt('2026-03-17T12:00:00Z')).toEqual([]);
    expect(await office.tellAt('2026-03-18T00:00:00Z')).toEqual([
      'group:default/marketing | Review coming up: Mailer',
    ]);
    const { payload } = office.told[0];
    expect(payload).toEqual({
      title: 'Review coming up: Mailer',
      description:
        'user:default/anna decided on 2026-01-01 that resource:default/mailer is not in continuity planning: Letters can wait. That is to be reviewed on 2026-04-01; from then on it no longer counts, and the rule answers. Look at its contract and at who fails without it, and have it decided again.',
      link: '/continuity/dependencies/third-parties',
      severity: 'low',
      topic: 'Reviews of third-party services',
      scope: expect.stringMatching(/^continuity:saas-review:[0-9a-f]{64}$/),
    });
    expect(await office.tellAt('2026-03-31T23:00:00Z')).toEqual([]);
    expect(await office.tellAt('2026-04-01T00:00:00Z')).toEqual([
      'group:default/marketing | Review due: Mailer',
    ]);
    expect(office.told[1].payload).toMatchObject({
      // It takes the place of the first.
      scope: payload.scope,
      link: '/continuity/dependencies/third-parties?due=true',
      severity: 'normal',
      description: expect.stringContaining(
        'That was to be reviewed on 2026-04-01, so it no longer counts',
      ),
    });
    expect(await office.tellAt('2026-06-01T00:00:00Z')).toEqual([]);
  });

  it('begins anew with the next decision, and says nothing late of the one before', async () => {
    const office = await open(await fresh());
    office.state.isDown = true;
    expect(await office.tellAt('2026-04-01T08:00:00Z')).toEqual([]);
    await office.decide(
      decision({
        revision: 2,
        reviewOn: '2026-05-01',
        decidedAt: Date.parse('2026-04-01T09:00:00Z'),
      }),
    );
    office.state.isDown = false;
    expect(await office.tellAt('2026-04-02T08:00:00Z')).toEqual([]);
    expect(await office.tellAt('2026-05-02T08:00:00Z')).toEqual([
      'group:default/marketing | Review due: Mailer',
    ]);
  });

  it('is told once notifications work again', async () => {
    const office = await open(await fresh());
    office.state.isDown = true;
    expect(await office.tellAt('2026-04-01T08:00:00Z')).toEqual([]);
    office.state.isDown = false;
    expect(await office.tellAt('2026-04-01T18:00:00Z')).toEqual([
      'group:default/marketing | Review due: Mailer',
    ]);
  });

  it.each<[string, Entity[], string[]]>([
    [
      'whoever decided, where nobody owns it',
      [mailer({ owner: undefined })],
      ['user:default/anna | Review due: Mailer'],
    ],
    ['nobody of what is gone', [], []],
    [
      'nobody of what is no third-party service any more',
      [mailer({ type: 'database' })],
      [],
    ],
  ])('tells %s', async (_, entities, said) => {
    const office = await open(await fresh(), entities);
    expect(await office.tellAt('2026-04-01T08:00:00Z')).toEqual(said);
  });

  it('tells of one that comes back to the catalog', async () => {
    const office = await open(await fresh(), []);
    expect(await office.tellAt('2026-04-01T08:00:00Z')).toEqual([]);
    office.world.change(mailer());
    expect(await office.tellAt('2026-04-02T08:00:00Z')).toEqual([
      'group:default/marketing | Review due: Mailer',
    ]);
  });
});
