import { formatProblem } from '../../time';
import { builtinChecks } from '../checks';
import { defaultScorecards } from './defaultScorecards';
import { parseScorecardSettings } from './parseScorecardSettings';

const vocabulary = {
  tierIds: ['tier-1', 'tier-2', 'tier-3', 'tier-4'],
  checkIds: builtinChecks.map(({ id }) => id),
};

const problemsOf = (raw: unknown) => {
  const parsed = parseScorecardSettings(raw, vocabulary);
  return 'problems' in parsed ? parsed.problems.map(formatProblem) : [];
};

const card = (change: object) => [
  {
    id: 'mine',
    title: 'Mine',
    checks: [{ check: 'rollback-plan-current', weight: 1 }],
    levels: [{ id: 'a', title: 'A', requires: ['rollback-plan-current'] }],
    ...change,
  },
];

describe('parseScorecardSettings', () => {
  it('has built-in scorecards that are as good as configured ones', () => {
    const defaults = defaultScorecards(vocabulary.tierIds);
    expect(defaults.map(({ id }) => id)).toEqual([
      'rollback-readiness',
      'continuity-basics',
      'drift',
    ]);
    expect(parseScorecardSettings(undefined, vocabulary)).toEqual({
      settings: defaults,
    });
    expect(parseScorecardSettings(defaults, vocabulary)).toEqual({
      settings: defaults,
    });
  });

  it('asks everybody where an organisation has other tiers', () => {
    const [readiness] = defaultScorecards(['gold', 'silver']);
    expect(
      readiness.checks.filter(({ appliesTo }) => appliesTo !== undefined),
    ).toEqual([]);
  });

  it('may have none', () => {
    expect(parseScorecardSettings([], vocabulary)).toEqual({ settings: [] });
  });

  it('completes what is given', () => {
    expect(
      parseScorecardSettings(
        card({
          owner: 'group:default/platform',
          rolloutDate: '2027-01-31',
          audience: { tiers: ['tier-1', 'unclassified'] },
          checks: [
            {
              check: 'rollback-plan-current',
              weight: 3,
              appliesTo: { entities: { 'spec.type': 'service' } },
              remedy: {
                title: 'Write a plan',
                template: 'template:default/rollback-plan',
                entityField: 'component',
              },
            },
          ],
          levels: [{ id: 'a', title: 'A', atLeast: 50 }],
        }),
        vocabulary,
      ),
    ).toEqual({
      settings: [
        {
          id: 'mine',
          title: 'Mine',
          owner: 'group:default/platform',
          rolloutAt: Date.parse('2027-01-31T00:00:00Z'),
          audience: { tiers: ['tier-1', 'unclassified'] },
          environment: 'production',
          checks: [
            {
              check: 'rollback-plan-current',
              weight: 3,
              appliesTo: { entities: { 'spec.type': 'service' } },
              remedy: {
                title: 'Write a plan',
                template: 'template:default/rollback-plan',
                entityField: 'component',
              },
            },
          ],
          levels: [{ id: 'a', title: 'A', atLeast: 50, requires: [] }],
        },
      ],
    });
  });

  it.each<[string, unknown, string]>([
    [
      'no list',
      { id: 'a' },
      'continuity.scorecards: {"id":"a"} is not a list of scorecards',
    ],
    [
      'an id with capitals',
      card({ id: 'Mine' }),
      'continuity.scorecards.0.id: "Mine" is not an id in kebab-case',
    ],
    [
      'two of one id',
      [...card({}), ...card({})],
      'continuity.scorecards.1.id: "mine" stands at continuity.scorecards.0 already',
    ],
    [
      'an owner that owns nothing',
      card({ owner: 'component:default/a' }),
      'continuity.scorecards.0.owner: "component:default/a" is not a reference to a user or group',
    ],
    [
      'no such day',
      card({ rolloutDate: '2027-02-30' }),
      'continuity.scorecards.0.rolloutDate: "2027-02-30" is not a day',
    ],
    [
      'a check that does not exist',
      card({ checks: [{ check: 'nope', weight: 1 }] }),
      'continuity.scorecards.0.checks.0.check: "nope" is not one of rollback-plan-current',
    ],
    [
      'a check twice',
      card({
        checks: [
          { check: 'rollback-plan-current', weight: 1 },
          { check: 'rollback-plan-current', weight: 2 },
        ],
      }),
      'continuity.scorecards.0.checks.1.check: "rollback-plan-current" stands at continuity.scorecards.0.checks.0 already',
    ],
    [
      'no weight',
      card({ checks: [{ check: 'rollback-plan-current' }] }),
      'continuity.scorecards.0.checks.0.weight: is missing; expected a whole number from 1 to 100',
    ],
    [
      'a weight of nothing',
      card({ checks: [{ check: 'rollback-plan-current', weight: 0 }] }),
      'continuity.scorecards.0.checks.0.weight: 0 is not a whole number from 1 to 100',
    ],
    [
      'an unknown tier',
      card({ audience: { tiers: ['tier-9'] } }),
      'continuity.scorecards.0.audience.tiers.0: "tier-9" is not one of tier-1',
    ],
    [
      'a filter that matches nothing',
      card({ audience: { entities: { $any: [] } } }),
      'continuity.scorecards.0.audience.entities: {"$any":[]} is not a filter predicate',
    ],
    [
      'a remedy that no browser should open',
      card({
        checks: [
          {
            check: 'rollback-plan-current',
            weight: 1,
            remedy: { title: 'x', link: 'data:text/html,x' },
          },
        ],
      }),
      'continuity.scorecards.0.checks.0.remedy.link: "data:text/html,x" is not an http(s) address or a path of the portal',
    ],
    [
      'a level that asks for nothing',
      card({ levels: [{ id: 'a', title: 'A' }] }),
      'continuity.scorecards.0.levels.0: asks for nothing',
    ],
    [
      'a level that requires what is not asked',
      card({
        levels: [{ id: 'a', title: 'A', requires: ['continuity-classified'] }],
      }),
      'continuity.scorecards.0.levels.0.requires.0: "continuity-classified" is not asked by this scorecard',
    ],
    [
      'levels upside down',
      card({
        levels: [
          { id: 'a', title: 'A', atLeast: 80 },
          { id: 'b', title: 'B', atLeast: 50 },
        ],
      }),
      'continuity.scorecards.0.levels.1.atLeast: 50 is less than the 80 of a level below',
    ],
    [
      'a misspelt field',
      card({ threshold: 4 }),
      'continuity.scorecards.0.threshold: "threshold" is not known here',
    ],
  ])('refuses %s', (_, raw, problem) => {
    expect(problemsOf(raw)[0]).toContain(problem);
  });
});
