import { builtinChecks } from '../scorecards';
import { formatProblem } from '../time';
import { defaultGateSettings } from './defaults';
import { parseGateSettings } from './parseGateSettings';

const vocabulary = {
  tierIds: ['tier-1', 'tier-2', 'tier-3', 'tier-4'],
  checkIds: builtinChecks.map(({ id }) => id),
};

const problemsOf = (raw: unknown) => {
  const parsed = parseGateSettings(raw, vocabulary);
  return 'problems' in parsed ? parsed.problems.map(formatProblem) : [];
};

describe('parseGateSettings', () => {
  it.each([[undefined], [null], [{}]])('takes the defaults for %p', raw => {
    expect(parseGateSettings(raw, vocabulary)).toEqual({
      settings: defaultGateSettings,
    });
  });

  it('takes the first two tiers, whatever they are called, for core', () => {
    const parsed = parseGateSettings(
      {},
      { tierIds: ['gold', 'silver', 'tin'] },
    );
    expect(
      'settings' in parsed && parsed.settings.policies[2].when.tiers,
    ).toEqual(['gold', 'silver']);
  });

  it('asks about traffic by default where there is any to ask', () => {
    const asked = (observesTraffic?: boolean) => {
      const parsed = parseGateSettings({}, { ...vocabulary, observesTraffic });
      return (
        'settings' in parsed &&
        parsed.settings.policies.flatMap(({ id, checks = [] }) =>
          checks
            .filter(({ check }) => check === 'dependencies-match-traffic')
            .map(({ otherwise }) => [id, otherwise]),
        )
      );
    };
    expect(asked(true)).toEqual([['core-production', 'inform']]);
    expect(asked(false)).toEqual([]);
    expect(asked()).toEqual([]);
  });

  it('reads what is given, with titles and refs completed', () => {
    const parsed = parseGateSettings(
      {
        reliance: 'PT5M',
        policies: [
          {
            id: 'mine',
            when: { tiers: ['unclassified'], classes: ['major'] },
            calendars: ['month-end', 'FreezeCalendar:Bank/Tax'],
            freezeConsequence: 'needs-approval',
            checks: [{ check: 'rollback-plan-current', otherwise: 'inform' }],
          },
          { id: 'open', title: 'Open', calendars: 'all' },
        ],
      },
      vocabulary,
    );
    expect(parsed).toEqual({
      settings: {
        ...defaultGateSettings,
        reliance: 'PT5M',
        policies: [
          {
            id: 'mine',
            title: 'mine',
            when: { tiers: ['unclassified'], classes: ['major'] },
            calendars: [
              'freezecalendar:default/month-end',
              'freezecalendar:bank/tax',
            ],
            freezeConsequence: 'needs-approval',
            checks: [{ check: 'rollback-plan-current', otherwise: 'inform' }],
          },
          { id: 'open', title: 'Open', when: {}, calendars: 'all' },
        ],
      },
    });
  });

  const policy = (change: object) => ({ policies: [{ id: 'p', ...change }] });

  it.each<[string, unknown, string]>([
    ['no object', 'strict', 'continuity.gate: "strict" is not gate settings'],
    [
      'an unknown field',
      { maxAge: 'PT1M' },
      'continuity.gate.maxAge: "maxAge" is not known here; expected one of policies, maxCatalogAge, reliance, horizon',
    ],
    [
      'a duration in words',
      { reliance: '15 minutes' },
      'continuity.gate.reliance: "15 minutes" is not an ISO 8601 duration, e.g. PT1H, longer than zero',
    ],
    ['no time at all', { horizon: 'PT0S' }, 'continuity.gate.horizon: "PT0S"'],
    ['no policies', { policies: [] }, 'continuity.gate.policies: []'],
    [
      'a policy without id',
      { policies: [{ title: 'x' }] },
      'continuity.gate.policies.0.id: is missing; expected an id in kebab-case',
    ],
    [
      'an unknown tier',
      policy({ when: { tiers: ['tier-1', 'tier-9'] } }),
      'continuity.gate.policies.0.when.tiers.1: "tier-9" is not one of tier-1, tier-2, tier-3, tier-4, unclassified',
    ],
    [
      'an unknown class',
      policy({ when: { classes: ['urgent'] } }),
      'continuity.gate.policies.0.when.classes.0: "urgent" is not one of standard, major, emergency',
    ],
    [
      'an unknown check',
      policy({ checks: [{ check: 'rollback', otherwise: 'deny' }] }),
      'continuity.gate.policies.0.checks.0.check: "rollback" is not one of rollback-plan-current',
    ],
    [
      'a misspelt rule, which would leave the gate open',
      policy({ calendar: 'all' }),
      'continuity.gate.policies.0.calendar: "calendar" is not known here',
    ],
    [
      'a calendar of another kind',
      policy({ calendars: ['component:default/x'] }),
      'continuity.gate.policies.0.calendars',
    ],
    [
      'an override of what the policy does not ask for',
      policy({ calendars: 'all', overrides: ['freeze', 'check'] }),
      'continuity.gate.policies.0.overrides: ["check"] has no effect in a policy that asks for no such thing',
    ],
    [
      'an override of something that is never passed over',
      policy({ calendars: 'all', overrides: ['catalog'] }),
      'continuity.gate.policies.0.overrides.0: "catalog" is not one of freeze, check',
    ],
    [
      'a change without a consequence',
      policy({ change: {} }),
      'continuity.gate.policies.0.change.otherwise: is missing',
    ],
    [
      'a consequence without calendars',
      policy({ freezeConsequence: 'deny' }),
      'continuity.gate.policies.0.freezeConsequence: "deny" has no effect',
    ],
    [
      'an approval without a reason',
      policy({ approval: { remedy: 'ask' } }),
      'continuity.gate.policies.0.approval.reason: is missing',
    ],
    [
      'two policies of one id',
      { policies: [{ id: 'p' }, { id: 'p' }] },
      'continuity.gate.policies.1.id: "p" stands at continuity.gate.policies.0 already',
    ],
  ])('refuses %s', (_, raw, problem) => {
    expect(problemsOf(raw)).toEqual([expect.stringContaining(problem)]);
  });

  it('names every problem at once', () => {
    expect(problemsOf({ reliance: 1, horizon: 2 })).toHaveLength(2);
  });
});
