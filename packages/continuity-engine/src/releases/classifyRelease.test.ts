import fc from 'fast-check';
import { classifyRelease, CLASS_ORDER } from './classifyRelease';
import { defaultReleaseSettings } from './defaults';
import type { ReleaseConditions, ReleaseFacts, ReleaseSettings } from './types';

const TIERS = ['tier-1', 'tier-2', 'tier-3'];
const settings = defaultReleaseSettings(TIERS);

/** Everything known, and nothing that makes it more than standard. */
const HARMLESS: ReleaseFacts = {
  tier: 'tier-1',
  blastRadius: { businessFunctions: 1, criticalServices: 0 },
  migration: 'none',
  touches: [],
  size: { files: 3, lines: 40 },
  majorUpdates: [],
  calendar: { freezes: [], peaks: [] },
  history: { deployments: 20, failed: 1 },
  pipeline: 'conformant',
};

const outcomesOf = (facts: ReleaseFacts) =>
  new Map(
    classifyRelease(facts, settings).rules.map(one => [one.rule, one.outcome]),
  );

describe('classifyRelease', () => {
  it('is standard when everything is known and no rule is met', () => {
    const { class: releaseClass, rules } = classifyRelease(HARMLESS, settings);
    expect(releaseClass).toBe('standard');
    expect(rules.map(({ outcome }) => outcome)).toEqual(
      settings.rules.map(() => 'not-met'),
    );
  });

  it.each<[string, Partial<ReleaseFacts>, string, string]>([
    [
      'incident',
      { incident: 'INC-7' },
      'emergency',
      'It is to end incident INC-7.',
    ],
    [
      'irreversible-migration',
      { tier: 'tier-3', migration: 'irreversible' },
      'major',
      'It migrates a database, and there is no way back without losing data.',
    ],
    [
      'core-migration',
      { migration: 'reversible' },
      'major',
      'It is tier-1; the rule is for tier-1 and tier-2. It migrates a database, and back.',
    ],
    [
      'wide-blast-radius',
      { blastRadius: { businessFunctions: 3, criticalServices: 0 } },
      'major',
      '3 business functions fail with it; the rule is for 3 or more.',
    ],
    [
      'critical-neighbours',
      { blastRadius: { businessFunctions: 0, criticalServices: 1 } },
      'major',
      '1 other service of the strictest tier fails with it; the rule is for 1 or more.',
    ],
    [
      'core-infrastructure',
      { touches: ['configuration', 'infrastructure'] },
      'major',
      'It is tier-1; the rule is for tier-1 and tier-2. It changes infrastructure.',
    ],
    [
      'large',
      { size: { files: 1, lines: 2_000 } },
      'major',
      'It is tier-1; the rule is for tier-1 and tier-2. 2000 lines are changed; the rule is for 2000 or more.',
    ],
    [
      'core-major-update',
      { majorUpdates: ['react'] },
      'major',
      'It is tier-1; the rule is for tier-1 and tier-2. The major version of "react" changes.',
    ],
    [
      'into-peak-or-freeze',
      { calendar: { freezes: ['Month end'], peaks: ['Enrolment'] } },
      'major',
      'It deploys into "Month end" and "Enrolment".',
    ],
    [
      'failing-lately',
      { history: { deployments: 5, failed: 1 } },
      'major',
      '1 of its last 5 deployments failed; the rule is for 20 % or more.',
    ],
    [
      'divergent-pipeline',
      { pipeline: 'divergent' },
      'major',
      'It is tier-1; the rule is for tier-1 and tier-2. Its pipeline differs from its template.',
    ],
  ])('says why the rule %s is met', (rule, facts, releaseClass, why) => {
    const classified = classifyRelease({ ...HARMLESS, ...facts }, settings);
    expect(classified.class).toBe(releaseClass);
    expect(classified.protocol).toBe(
      settings.protocols[releaseClass as 'major'],
    );
    expect(classified.rules[0]).toMatchObject({
      outcome: 'met',
      class: releaseClass,
    });
    expect(classified.rules).toContainEqual(
      expect.objectContaining({ rule, outcome: 'met', explanation: why }),
    );
  });

  it.each<[keyof ReleaseFacts, string[]]>([
    ['blastRadius', ['wide-blast-radius', 'critical-neighbours']],
    ['migration', ['irreversible-migration', 'core-migration']],
    ['touches', ['core-infrastructure']],
    ['size', ['large']],
    ['majorUpdates', ['core-major-update']],
    ['calendar', ['into-peak-or-freeze']],
    ['history', ['failing-lately']],
    ['pipeline', ['divergent-pipeline']],
  ])('counts what is not known of %s, and says how to know', (fact, rules) => {
    const { [fact]: _left, ...known } = HARMLESS;
    const classified = classifyRelease(known, settings);
    expect(classified.class).toBe('major');
    const counting = classified.rules.filter(one => one.outcome !== 'not-met');
    expect(counting.map(one => one.rule).sort()).toEqual([...rules].sort());
    for (const one of counting) {
      expect(one).toMatchObject({
        outcome: 'unknown',
        explanation: expect.stringMatching(/is not known\. What is not known/),
        remedy: expect.stringMatching(/\.$/),
      });
    }
  });

  it('lets a fact that does not fit settle a rule of which others are unknown', () => {
    const { migration: _unknown, ...known } = HARMLESS;
    expect(outcomesOf({ ...known, tier: 'tier-3' }).get('core-migration')).toBe(
      'not-met',
    );
  });

  it('says nothing from a handful of deployments', () => {
    expect(
      outcomesOf({
        ...HARMLESS,
        history: { deployments: 4, failed: 4 },
      }).get('failing-lately'),
    ).toBe('not-met');
  });

  it('never assumes an incident, and never assumes an emergency', () => {
    expect(classifyRelease({}, settings).class).toBe('major');
  });

  const anyFacts = fc.record(
    {
      tier: fc.constantFrom(...TIERS, 'unclassified'),
      blastRadius: fc.record({
        businessFunctions: fc.nat(5),
        criticalServices: fc.nat(2),
      }),
      migration: fc.constantFrom('none', 'reversible', 'irreversible'),
      touches: fc.subarray(['configuration', 'infrastructure'] as const),
      size: fc.record({ files: fc.nat(100), lines: fc.nat(5_000) }),
      majorUpdates: fc.subarray(['react', 'knex']),
      calendar: fc.record({
        freezes: fc.subarray(['a']),
        peaks: fc.subarray(['b']),
      }),
      history: fc.record({ deployments: fc.nat(10), failed: fc.constant(0) }),
      pipeline: fc.constantFrom('conformant', 'divergent'),
      incident: fc.constant('INC-1'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<ReleaseFacts>;
  const rank = (facts: ReleaseFacts, by: ReleaseSettings = settings) =>
    CLASS_ORDER.indexOf(classifyRelease(facts, by).class);

  it('is never of a lower class for knowing less, incidents aside', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...(Object.keys(HARMLESS) as (keyof ReleaseFacts)[])),
        (facts, forgotten) => {
          const { [forgotten]: _left, ...fewer } = facts;
          expect(rank(fewer)).toBeGreaterThanOrEqual(rank(facts));
        },
      ),
    );
  });

  it('is never of a lower class for one more rule, whatever their order', () => {
    const conditions: ReleaseConditions[] = [
      { tiers: ['tier-3'] },
      { files: 50 },
      { touches: ['configuration'], pipeline: 'divergent' },
    ];
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...conditions), (facts, when) => {
        const more: ReleaseSettings = {
          ...settings,
          rules: [
            { id: 'more', title: 'More', when, class: 'major' },
            ...[...settings.rules].reverse(),
          ],
        };
        expect(rank(facts, more)).toBeGreaterThanOrEqual(rank(facts));
      }),
    );
  });
});
