import { edgesFrom, graphOf } from '../__testUtils__/worlds';
import type { GraphNode } from '../types';
import { judgeThirdParty } from './judgeThirdParty';

const CONTRACT = {
  vendor: 'Nordgate AS',
  sla: 0.999,
  supportHours: '24x7',
  exitPlan: 'docs/exit.md',
  dataRegions: ['CH'],
  substitutes: ['resource:default/other'],
};

const judge = (
  text: string,
  nodes: GraphNode[],
  contract = CONTRACT as typeof CONTRACT | undefined,
  slaAtLeast?: number,
) =>
  judgeThirdParty(
    graphOf({ nodes: [{ node: 'saas' }, ...nodes], edges: edgesFrom(text) }),
    'saas',
    contract,
    { tiers: ['tier-1', 'tier-2'], businessFunctions: true, slaAtLeast },
  );

it.each<[string, string, GraphNode[], 'yes' | 'no' | 'unknown', string]>([
  [
    'a business function fails',
    'f>saas',
    [{ node: 'f', kind: 'business-function' }],
    'yes',
    'Without it the business fails at f.',
  ],
  [
    'something critical fails',
    'a>b b>saas',
    [
      { node: 'a', tier: 'tier-1' },
      { node: 'b', tier: 'tier-3' },
    ],
    'yes',
    'Without it 1 of tier-1 fails: a.',
  ],
  [
    'somebody promises more',
    'a>saas',
    [{ node: 'a', tier: 'tier-3', availabilityTarget: 0.9995 }],
    'yes',
    'Its contract promises 99.9 %, and a, which fails without it, promises 99.95 %.',
  ],
  ['nothing depends on it', '', [], 'no', 'Nothing depends on it.'],
  [
    'something stands in',
    'a>saas:g a>b:g',
    [{ node: 'a', tier: 'tier-1' }],
    'no',
    'Nothing fails without it: what depends on it has a stand-in or can do without.',
  ],
  [
    'they can do without',
    'a~saas',
    [{ node: 'a', tier: 'tier-1' }],
    'no',
    'Nothing fails without it: what depends on it has a stand-in or can do without.',
  ],
  [
    'only the less critical fail',
    'a>saas',
    [{ node: 'a', tier: 'tier-3' }],
    'no',
    'Of the 1 that fails without it none is of tier-1 or tier-2.',
  ],
  [
    'nobody classified what fails',
    'a>saas',
    [{ node: 'a' }],
    'unknown',
    '1 fails without it, and 1 of them has no tier, so nobody knows what that would mean. Classify them.',
  ],
  [
    'what stands for others has no tier to ask for',
    'a>saas s>a p>a',
    [
      { node: 'a', tier: 'tier-3' },
      { node: 's', kind: 'system' },
      { node: 'p', kind: 'api', availability: 1 },
    ],
    'no',
    'Of the 3 that fail without it none is of tier-1 or tier-2.',
  ],
])('%s', (_, text, nodes, inPlanning, reason) => {
  const judgement = judge(text, nodes);
  expect(judgement).toMatchObject({ inPlanning, reasons: [reason], gaps: [] });
});

it('cannot compare a promise that nobody knows', () => {
  const nodes = [{ node: 'a', tier: 'tier-3' }];
  const contract = { ...CONTRACT, sla: undefined, dataRegions: [] } as never;
  const judgement = judge('a>saas', nodes, contract, 0.99);
  expect(judgement.inPlanning).toBe('unknown');
  expect(judgement.gaps.map(({ field }) => field)).toEqual([
    'sla',
    'dataRegions',
  ]);
  expect(judge('a>saas', nodes, CONTRACT, 0.9995).inPlanning).toBe('yes');
  expect(judge('a>saas', nodes, CONTRACT, 0.99).inPlanning).toBe('no');
});
