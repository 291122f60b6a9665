import fc from 'fast-check';
import { judgeBlastRadius } from './judgeBlastRadius';
import { parseGateSettings } from './parseGateSettings';
import type { BlastRadius, GatePolicy } from './types';

const at = Date.parse('2026-11-25T10:00:00Z');
const known = (
  change: Partial<Extract<BlastRadius, { state: 'known' }>> = {},
): BlastRadius => ({
  state: 'known',
  at,
  failed: 12,
  degraded: 3,
  functions: 2,
  named: ['Move money', 'Pay by card'],
  shortestRto: 'PT15M',
  ...change,
});
const policy = (blastRadius: GatePolicy['blastRadius']): GatePolicy => ({
  id: 'careful',
  title: 'Careful',
  when: {},
  ...(blastRadius && { blastRadius }),
});
const judge = (of: BlastRadius | undefined, ...policies: GatePolicy[]) =>
  judgeBlastRadius(policies, of ? { blastRadius: of } : {}).map(finding => ({
    verdict: finding.verdict,
    policy: finding.policy,
    ...finding.explain(),
  }));

describe('the blast radius', () => {
  it('is told with its counts and the business functions that fall', () => {
    expect(judge(known(), policy(undefined))).toEqual([
      {
        verdict: 'allow',
        policy: undefined,
        explanation:
          'If this goes wrong, 12 others fail and 3 degrade, among those that fail 2 business functions: Move money and Pay by card. The shortest recovery time objective among those that fail is 15 min. This is for information; it stops nothing.',
      },
    ]);
  });

  it('counts business functions that may not be named', () => {
    const [{ explanation }] = judge(
      known({ functions: 9, named: ['Move money'] }),
    );
    expect(explanation).toContain(
      '9 business functions: Move money and 8 more',
    );
  });

  it.each<[string, BlastRadius | undefined]>([
    [
      'nothing would fail',
      known({ failed: 0, degraded: 0, functions: 0, named: [] }),
    ],
    ['it is not known', { state: 'unknown', problem: 'the graph is stale' }],
    ['nobody asked', undefined],
  ])('is not worth a word without a policy when %s', (_, of) => {
    expect(judge(of, policy(undefined))).toEqual([]);
  });

  it.each<[string, BlastRadius | undefined, GatePolicy['blastRadius'], string]>(
    [
      ['within', known(), { services: 12, otherwise: 'deny' }, 'allow'],
      ['over', known(), { services: 11, otherwise: 'deny' }, 'deny'],
      [
        'functions within',
        known(),
        { businessFunctions: 2, otherwise: 'deny' },
        'allow',
      ],
      [
        'functions over',
        known(),
        { businessFunctions: 1, otherwise: 'needs-approval' },
        'needs-approval',
      ],
      [
        'over, to inform',
        known(),
        { services: 0, otherwise: 'inform' },
        'allow',
      ],
      [
        'unknown',
        { state: 'unknown', problem: 'the graph is stale' },
        { services: 99, otherwise: 'deny' },
        'deny',
      ],
      [
        'never asked',
        undefined,
        { services: 99, otherwise: 'needs-approval' },
        'needs-approval',
      ],
    ],
  )('is bounded by a policy: %s', (_, of, bound, verdict) => {
    const [finding] = judge(of, policy(bound));
    expect(finding.verdict).toBe(verdict);
    expect(finding.policy).toBe('careful');
    expect(finding.explanation.length).toBeGreaterThan(20);
    expect(finding.verdict === 'allow' || finding.remedy !== undefined).toBe(
      true,
    );
  });

  it('never passes what is not known, whatever the bound', () => {
    fc.assert(
      fc.property(
        fc.option(fc.nat(), { nil: undefined }),
        fc.option(fc.nat(), { nil: undefined }),
        fc.constantFrom('deny' as const, 'needs-approval' as const),
        (services, businessFunctions, otherwise) => {
          const bound = {
            ...(services !== undefined && { services }),
            ...(businessFunctions !== undefined && { businessFunctions }),
            otherwise,
          };
          const unknown: BlastRadius = { state: 'unknown', problem: 'x' };
          expect(judge(unknown, policy(bound))[0].verdict).toBe(otherwise);
        },
      ),
    );
  });
});

describe('a bound in the settings', () => {
  const read = (blastRadius: unknown) => {
    const parsed = parseGateSettings(
      { policies: [{ id: 'careful', blastRadius }] },
      { tierIds: ['tier-1'] },
    );
    return 'problems' in parsed
      ? parsed.problems.map(({ path, message }) => `${path}: ${message}`)
      : parsed.settings.policies[0].blastRadius;
  };

  it('is read', () => {
    const bound = { businessFunctions: 0, services: 20, otherwise: 'deny' };
    expect(read(bound)).toEqual(bound);
  });

  it.each([
    [
      { otherwise: 'deny' },
      'continuity.gate.policies.0.blastRadius: bounds nothing; expected businessFunctions, services, or both beside otherwise',
    ],
    [
      { services: -1, otherwise: 'deny' },
      'continuity.gate.policies.0.blastRadius.services: -1 is not a whole number, 0 or more',
    ],
    [
      { services: 1 },
      'continuity.gate.policies.0.blastRadius.otherwise: is missing; expected one of deny, needs-approval, inform',
    ],
  ])('refuses %j', (bound, problem) => {
    expect(read(bound)).toEqual([problem]);
  });
});
