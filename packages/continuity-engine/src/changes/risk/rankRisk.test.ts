import fc from 'fast-check';
import type { ReleaseFacts } from '../../releases/types';
import { rankRisk } from './rankRisk';
import type { RiskFacts } from './types';

const TIERS = ['tier-1', 'tier-2', 'tier-3', 'tier-4'];
const harmless: ReleaseFacts = {
  tier: 'tier-4',
  blastRadius: { businessFunctions: 0, criticalServices: 0 },
  migration: 'none',
  history: { deployments: 10, failed: 0 },
};
const risk = (
  facts: ReleaseFacts | ReleaseFacts[],
  more: Partial<RiskFacts> = {},
) =>
  rankRisk({
    class: 'standard',
    releases: new Map(
      [facts].flat().map((one, at) => [`component:default/s${at}`, one]),
    ),
    tiers: TIERS,
    readiness: { checks: {}, closings: {} },
    ...more,
  });

describe('rankRisk', () => {
  it('gives nothing to what is harmless and known to be', () => {
    expect(risk(harmless)).toEqual({ points: 0, factors: [] });
  });

  it.each<[string, ReleaseFacts, Partial<RiskFacts>, number]>([
    ['class', harmless, { class: 'major' }, 10],
    ['class', harmless, { class: 'emergency' }, 20],
    ['tier', { ...harmless, tier: 'tier-1' }, {}, 20],
    ['tier', { ...harmless, tier: 'tier-2' }, {}, 12],
    ['tier', { ...harmless, tier: 'unclassified' }, {}, 20],
    ['tier', { ...harmless, tier: undefined }, {}, 20],
    [
      'blast-radius',
      {
        ...harmless,
        blastRadius: { businessFunctions: 2, criticalServices: 3 },
      },
      {},
      11,
    ],
    [
      'blast-radius',
      {
        ...harmless,
        blastRadius: { businessFunctions: 50, criticalServices: 9 },
      },
      {},
      20,
    ],
    ['blast-radius', { ...harmless, blastRadius: undefined }, {}, 20],
    ['migration', { ...harmless, migration: 'reversible' }, {}, 6],
    ['migration', { ...harmless, migration: 'irreversible' }, {}, 20],
    ['migration', { ...harmless, migration: undefined }, {}, 20],
    ['checks', harmless, { readiness: { closings: {} } }, 20],
    [
      'checks',
      harmless,
      { readiness: { checks: { plan: 'unknown' }, closings: {} } },
      10,
    ],
    [
      'checks',
      harmless,
      {
        readiness: {
          checks: { a: 'fail', b: 'fail', c: 'fail' },
          closings: {},
        },
      },
      20,
    ],
    ['closings', harmless, { readiness: { checks: {} } }, 20],
    [
      'closings',
      harmless,
      { readiness: { checks: {}, closings: { 'c#1': 'Month end' } } },
      10,
    ],
    ['history', { ...harmless, history: { deployments: 4, failed: 1 } }, {}, 5],
    [
      'history',
      { ...harmless, history: { deployments: 0, failed: 0 } },
      {},
      20,
    ],
  ])('sees %s (%#)', (kind, facts, more, points) => {
    expect(risk(facts, more)).toMatchObject({
      points,
      factors: [{ kind, points }],
    });
  });

  it('takes the worst of several entities for each factor', () => {
    expect(
      risk([
        { ...harmless, tier: 'tier-1' },
        { ...harmless, migration: 'irreversible' },
      ]).points,
    ).toBe(40);
  });

  it('never becomes less risky by knowing less, nor by changing more', () => {
    const facts = fc.record(
      {
        tier: fc.constantFrom(...TIERS),
        blastRadius: fc.record({
          businessFunctions: fc.nat(9),
          criticalServices: fc.nat(9),
        }),
        migration: fc.constantFrom('none', 'reversible', 'irreversible'),
        history: fc.record({ deployments: fc.nat(9), failed: fc.constant(0) }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<ReleaseFacts>;
    fc.assert(
      fc.property(
        facts,
        facts,
        fc.constantFrom('tier', 'blastRadius', 'migration', 'history'),
        (one, other, hidden) => {
          const { [hidden as 'tier']: _, ...less } = one;
          const before = risk(one).points;
          expect(risk(less).points).toBeGreaterThanOrEqual(before);
          expect(risk([one, other]).points).toBeGreaterThanOrEqual(before);
          expect(risk([other, one])).toMatchObject({
            points: risk([one, other]).points,
          });
          expect(risk([one, other]).points).toBeLessThanOrEqual(140);
        },
      ),
    );
  });
});
