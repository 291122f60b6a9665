import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readScorecards } from './readScorecards';

const read = (data: JsonObject) => [
  ...readScorecards(mockServices.rootConfig({ data })),
];

describe('readScorecards', () => {
  it.each<[string, JsonObject, [string, string][]]>([
    [
      'those that are built in',
      {},
      [
        ['continuityRollbackReadiness', 'rollback-readiness'],
        ['continuityContinuityBasics', 'continuity-basics'],
        ['continuityDrift', 'drift'],
      ],
    ],
    [
      'those that are configured',
      { continuity: { scorecards: [{ id: 'tier-1' }, { id: 'ours' }] } },
      [
        ['continuityTier1', 'tier-1'],
        ['continuityOurs', 'ours'],
      ],
    ],
    [
      'those that are named, wherever they are configured',
      {
        continuity: {
          scorecards: [{ id: 'ours' }],
          techInsights: { scorecards: ['theirs', 'theirs'] },
        },
      },
      [['continuityTheirs', 'theirs']],
    ],
    ['none', { continuity: { techInsights: { scorecards: [] } } }, []],
  ])('takes %s', (_, data, expected) => {
    expect(read(data)).toEqual(expected);
  });

  it('refuses two that would have one name', () => {
    expect(() =>
      read({ continuity: { techInsights: { scorecards: ['a-b', 'a_b'] } } }),
    ).toThrow(/"a-b" and "a_b" would both be the fact retriever continuityAB/);
  });
});
