import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { PlacedEntry } from '../../ledger';
import type { DeliveryStore } from '../DeliveryStore';
import { OwnerMail } from '../OwnerMail';
import { ScorecardSender } from './ScorecardSender';

const SHOP = 'component:default/shop';

const lost = (change: object = {}) => ({
  scorecard: 'basics',
  title: 'Continuity basics',
  cause: 'service',
  inForce: true,
  owner: 'group:default/team-a',
  before: 'Kept',
  level: 'Known',
  because: [
    {
      check: 'continuity-plan-reviewed',
      state: 'unknown',
      reason: 'The newest review is valid only until 2026-06-30',
      remedy: 'Have the continuity plan reviewed.',
    },
  ],
  ...change,
});

const exemption = (change: object = {}) => ({
  id: 'x1',
  scorecard: 'basics',
  title: 'Continuity basics',
  check: 'continuity-plan-reviewed',
  until: '2026-12-31',
  requestedBy: 'user:default/anna',
  reason: 'It is being rewritten',
  decider: 'group:default/platform',
  ...change,
});

describe('following scorecards', () => {
  const sent: NotificationSendOptions[] = [];
  const deliveries = {
    reached: async () => new Set<string>(),
    note: async () => undefined,
    forget: async () => undefined,
  } as unknown as DeliveryStore;
  const sender = new ScorecardSender({
    mail: new OwnerMail({
      notifications: { send: async options => void sent.push(options) },
      deliveries,
    }),
    deliveries,
    pagePath: '/continuity',
  });
  const told = async (
    type: string,
    data: object,
    by = 'service:continuity',
  ) => {
    sent.splice(0);
    const entry: PlacedEntry = {
      index: 0,
      entry: {
        id: 'e1',
        type,
        at: '2026-06-30T12:00:00Z',
        actor: { ref: by },
        subjects: [SHOP],
        data: data as never,
      },
    };
    await sender.handle([entry], AbortSignal.timeout(1_000));
    return sent;
  };

  it('tells the owner of a lost level what, why and what to do', async () => {
    expect(await told('scorecard.level.lost', lost())).toMatchObject([
      {
        recipients: { entityRef: 'group:default/team-a' },
        payload: {
          title:
            'Level lost: component:default/shop is not "Kept" on Continuity basics any more',
          description:
            'It is on "Known" now. The newest review is valid only until 2026-06-30. Have the continuity plan reviewed.',
          link: '/continuity/scorecards/basics?entity=component%3Adefault%2Fshop',
          severity: 'high',
          scope: 'continuity:scorecard:basics:component:default/shop',
        },
      },
    ]);
  });

  it('says when it is on no level at all', async () => {
    const [letter] = await told(
      'scorecard.level.lost',
      lost({ level: undefined }),
    );
    expect(letter.payload.description).toMatch(/^It is not even on the lowest/);
  });

  it.each<[string, string, object]>([
    ['a level that was reached', 'scorecard.level.reached', lost()],
    [
      'a scorecard that became stricter',
      'scorecard.level.lost',
      lost({ cause: 'scorecard' }),
    ],
    [
      'a scorecard before its rollout',
      'scorecard.level.lost',
      lost({ inForce: false }),
    ],
    ['a service of nobody', 'scorecard.level.lost', lost({ owner: undefined })],
  ])('makes no noise about %s', async (_, type, data) => {
    expect(await told(type, data)).toEqual([]);
  });

  it.each<[string, object, string, string | undefined, string]>([
    [
      'requested',
      {},
      'user:default/anna',
      'group:default/platform',
      'Exemption waits for your decision: continuity-plan-reviewed of component:default/shop',
    ],
    ['requested', { decider: undefined }, 'user:default/anna', undefined, ''],
    [
      'approved',
      { comment: 'Fine' },
      'user:default/ben',
      'user:default/anna',
      'Exemption approved: continuity-plan-reviewed of component:default/shop',
    ],
    [
      'refused',
      { comment: 'No' },
      'user:default/ben',
      'user:default/anna',
      'Exemption refused: continuity-plan-reviewed of component:default/shop',
    ],
    [
      'revoked',
      { revocation: 'Over' },
      'user:default/ben',
      'user:default/anna',
      'Exemption ended: continuity-plan-reviewed of component:default/shop',
    ],
    ['revoked', {}, 'user:default/anna', undefined, ''],
    [
      'approved',
      { requestedBy: 'service:external:ci' },
      'user:default/ben',
      undefined,
      '',
    ],
  ])(
    'tells of an exemption that was %s',
    async (step, change, by, to, title) => {
      const letters = await told(
        `scorecard.exemption.${step}`,
        exemption(change),
        by,
      );
      expect(
        letters.map(({ recipients, payload }) => [
          'entityRef' in recipients && recipients.entityRef,
          payload.title,
        ]),
      ).toEqual(to === undefined ? [] : [[to, title]]);
    },
  );

  it('refuses an entry that it does not understand, so that it is set aside', async () => {
    await expect(told('scorecard.level.lost', { id: 1 })).rejects.toThrow();
  });
});
