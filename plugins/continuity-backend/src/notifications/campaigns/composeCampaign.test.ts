import type { CampaignNews } from './campaignNews';
import { composeCampaign } from './composeCampaign';

const news = (change: Partial<CampaignNews> = {}): CampaignNews => ({
  kind: 'reminded',
  by: 'service:continuity',
  id: 'c1',
  state: 'running',
  title: 'Have a plan',
  owner: 'group:default/platform',
  scorecardTitle: 'Readiness',
  levelTitle: 'Planned',
  endsOn: '2027-03-31',
  timezone: 'Europe/Zurich',
  days: 7,
  counts: { services: 30, reached: 10, exempt: 1, notKnown: 2, notReached: 17 },
  recipients: [
    {
      owner: 'group:default/a',
      open: 8,
      services: 9,
      examples: [1, 2, 3, 4, 5, 6, 7, 8].map(n => `component:default/s${n}`),
    },
    { owner: 'group:default/b', open: 0, services: 3, examples: [] },
  ],
  unowned: 0,
  ...change,
});

const told = (change: Partial<CampaignNews> = {}) =>
  composeCampaign(news(change), '/continuity').map(({ owner, payload }) => [
    owner.replace('group:default/', ''),
    payload.title,
    payload.severity,
  ]);

describe('what people are told of campaigns', () => {
  it.each<[Partial<CampaignNews>, string[][]]>([
    [
      {},
      [
        ['a', '7 days left: Have a plan', 'normal'],
        ['platform', '7 days left: Have a plan', 'normal'],
      ],
    ],
    [
      { days: 0 },
      [
        ['a', 'Last day: Have a plan', 'high'],
        ['platform', 'Last day: Have a plan', 'high'],
      ],
    ],
    [
      { kind: 'ended', state: 'missed' },
      [
        ['a', 'Campaign missed: Have a plan', 'high'],
        ['b', 'Campaign missed: Have a plan', 'high'],
        ['platform', 'Campaign missed: Have a plan', 'high'],
      ],
    ],
    [{ kind: 'created' }, []],
    [{ kind: 'changed' }, []],
    // It had not begun, so nobody had been told of it.
    [{ kind: 'cancelled', recipients: undefined }, []],
  ])('%j', (change, letters) => {
    expect(told(change)).toEqual(letters);
  });

  it('names some services and counts the rest', () => {
    const [{ payload }] = composeCampaign(news(), '/continuity');
    expect(payload.description).toBe(
      '8 of your 9 services are not there yet. They are asked to stand on "Planned" of Readiness by the end of 2027-03-31 (Europe/Zurich). component:default/s1, component:default/s2, component:default/s3, component:default/s4, component:default/s5 and 3 more.',
    );
  });

  it('is one letter for who answers for it and owns services in it', () => {
    const letters = composeCampaign(
      news({ owner: 'group:default/a', unowned: 2 }),
      '/continuity',
    );
    expect(letters).toHaveLength(1);
    expect(letters[0].payload.description).toMatch(
      /^8 of your 9 .* In all, 10 of 30 services are there; 1 exempt; 2 not known; 2 that are not there have no owner who could be told\.$/,
    );
  });

  it('is not for whoever did it', () => {
    const [letter] = composeCampaign(
      news({
        kind: 'cancelled',
        by: 'user:default/anna',
        comment: 'Wrong level',
      }),
      '/continuity',
    );
    expect(letter.except).toBe('user:default/anna');
    expect(letter.payload.description).toBe(
      'Nothing is asked of your services for it any more. Wrong level. component:default/s1, component:default/s2, component:default/s3, component:default/s4, component:default/s5 and 3 more.',
    );
  });
});
