import fc from 'fast-check';
import { formatProblem } from '../time';
import {
  IMPACT_CATEGORIES,
  defaultTierSettings,
  describeContinuity,
  parseContinuitySpec,
  parseTierSettings,
} from '.';

const describeDefault = (spec: unknown) =>
  describeContinuity(spec, defaultTierSettings);

describe('parseContinuitySpec', () => {
  const complete = {
    tier: 'tier-1',
    rto: 'PT1H',
    rpo: 'PT5M',
    impact: [{ category: 'regulatory', intolerableAfter: 'PT4H' }],
    rollbackOwner: 'group:default/team-payments',
    environments: [
      { name: 'production', region: 'eu-west-1', role: 'primary' },
      { name: 'production', region: 'eu-central-1', role: 'standby' },
    ],
    dependencies: [
      { ref: 'component:default/ledger', strength: 'hard' },
      { ref: 'resource:default/psp-a', group: 'psp', minAvailable: 1 },
      { ref: 'resource:default/psp-b', group: 'psp' },
      { ref: 'resource:default/cache', strength: 'soft', recoveryStep: 254 },
    ],
    availability: 0.9995,
    availabilityTarget: 1,
    recoveryTime: 'PT20M',
    saas: {
      vendor: 'Nordgate AS',
      sla: 0.999,
      supportHours: '24x7',
      exitPlan: 'https://wiki.example/exit/nordgate',
      dataRegions: ['eu-central-1', 'CH'],
      substitutes: ['resource:default/psp-b'],
    },
  };

  it.each([[{}], [complete]])('accepts %j', spec => {
    expect(parseContinuitySpec(spec)).toEqual({ spec, problems: [] });
  });

  it.each<[unknown, string]>([
    [
      { rto: '1 hour' },
      'spec.continuity.rto: "1 hour" is not an ISO 8601 duration, e.g. PT1H',
    ],
    [
      { rpo: 300 },
      'spec.continuity.rpo: 300 is not an ISO 8601 duration, e.g. PT1H',
    ],
    [
      { rtoo: 'PT1H' },
      'spec.continuity.rtoo: "rtoo" is not known here; expected one of tier, rto, rpo, impact, rollbackOwner, environments, dependencies, availability, availabilityTarget, recoveryTime, saas',
    ],
    [
      { impact: [{ category: 'legal', intolerableAfter: 'PT1H' }] },
      'spec.continuity.impact.0.category: "legal" is not one of financial, regulatory, customer, safety, reputation, operational',
    ],
    [
      { impact: [{ category: 'safety' }] },
      'spec.continuity.impact.0.intolerableAfter: is missing; expected an ISO 8601 duration, e.g. PT1H',
    ],
    [
      { availability: 99.9 },
      'spec.continuity.availability: 99.9 is not a share of the time, more than 0 and at most 1, e.g. 0.999 for 99.9 %',
    ],
    [
      { availabilityTarget: 0 },
      'spec.continuity.availabilityTarget: 0 is not a share of the time, more than 0 and at most 1, e.g. 0.999 for 99.9 %',
    ],
    [
      { recoveryTime: '20 minutes' },
      'spec.continuity.recoveryTime: "20 minutes" is not an ISO 8601 duration, e.g. PT1H',
    ],
    [
      { dependencies: [{ ref: 'component:ledger', recoveryStep: 255 }] },
      'spec.continuity.dependencies.0.recoveryStep: 255 is not a whole number from 0 to 254',
    ],
    [
      { saas: { sla: 0.99 } },
      'spec.continuity.saas.vendor: is missing; expected a text',
    ],
    [
      { saas: { vendor: 'Nordgate AS', uptime: 0.99 } },
      'spec.continuity.saas.uptime: "uptime" is not known here; expected one of vendor, sla, supportHours, exitPlan, dataRegions, substitutes',
    ],
    [
      {
        saas: {
          vendor: 'Nordgate AS',
          substitutes: ['resource:psp-b', 'Resource:default/psp-b'],
        },
      },
      'spec.continuity.saas.substitutes.1: "Resource:default/psp-b" stands at spec.continuity.saas.substitutes.0 already; expected each once',
    ],
    [
      { impact: [] },
      'spec.continuity.impact: [] is not a list of impacts, not empty',
    ],
    [
      {
        impact: [
          { category: 'safety', intolerableAfter: 'PT1H' },
          { category: 'safety', intolerableAfter: 'PT2H' },
        ],
      },
      'spec.continuity.impact.1.category: "safety" stands at spec.continuity.impact.0 already; expected each category once',
    ],
    [
      { rollbackOwner: 'component:default/x' },
      'spec.continuity.rollbackOwner: "component:default/x" is not a reference to a user or group, e.g. group:default/team-payments',
    ],
    [
      { environments: [{ name: 'production' }, { name: 'production' }] },
      'spec.continuity.environments.1: "production" stands at spec.continuity.environments.0 already; expected each name once per region',
    ],
    [
      { environments: [{ name: 'production', role: 'backup' }] },
      'spec.continuity.environments.0.role: "backup" is not one of primary, secondary, standby',
    ],
    [
      { dependencies: [{ ref: 'ledger' }] },
      'spec.continuity.dependencies.0.ref: "ledger" is not an entity reference, e.g. component:default/ledger',
    ],
    [
      {
        dependencies: [
          { ref: 'component:ledger' },
          { ref: 'Component:default/Ledger' },
        ],
      },
      'spec.continuity.dependencies.1.ref: "component:default/ledger" stands at spec.continuity.dependencies.0 already; expected each dependency once',
    ],
    [
      {
        dependencies: [{ ref: 'resource:psp', group: 'psp', minAvailable: 2 }],
      },
      'spec.continuity.dependencies.0.minAvailable: 2 is more than the 1 in group "psp"; expected at most 1',
    ],
    ['tier-1', 'spec.continuity: "tier-1" is not a continuity block'],
    [['x'], 'spec.continuity: ["x"] is not a continuity block'],
  ])('refuses %j', (spec, message) => {
    const { spec: read, problems } = parseContinuitySpec(spec);
    expect(read).toBeUndefined();
    expect(problems.map(formatProblem)).toEqual([message]);
  });

  it('says everything that is wrong at once', () => {
    const { problems } = parseContinuitySpec({ rto: 'x', rpo: 'y', z: 1 });
    expect(problems.map(({ path }) => path).sort()).toEqual([
      'spec.continuity.rpo',
      'spec.continuity.rto',
      'spec.continuity.z',
    ]);
  });
});

describe('parseTierSettings', () => {
  it.each([undefined, null, {}])('takes the defaults for %p', raw => {
    expect(parseTierSettings(raw)).toEqual({ settings: defaultTierSettings });
  });

  it('forgets default planning tiers that do not exist', () => {
    expect(
      parseTierSettings({
        tiers: [{ id: 'gold', title: 'Gold', maxRto: 'PT1H' }],
      }),
    ).toMatchObject({
      settings: { planning: { tiers: [], rtoAtMost: 'PT24H' } },
    });
  });

  const gold = { id: 'gold', title: 'Gold', maxRto: 'PT4H' };
  it.each<[unknown, string]>([
    [
      { tiers: [gold, { ...gold, maxRto: 'PT8H' }] },
      'continuity.tiers.1.id: "gold" stands at continuity.tiers.0 already; expected each id once',
    ],
    [
      { tiers: [gold, { ...gold, id: 'silver' }] },
      'continuity.tiers.1.maxRto: "PT4H" is not longer than the 4 h of "gold" before it; expected tiers in order, the shortest first (a month counts 30 days)',
    ],
    [
      { tiers: [{ ...gold, id: 'unclassified' }] },
      'continuity.tiers.0.id: "unclassified" is the word for services without a tier; expected another id',
    ],
    [
      { planning: { tiers: ['gold'] } },
      'continuity.planning.tiers.0: "gold" is not a tier; expected one of tier-1, tier-2, tier-3, tier-4',
    ],
    [{ tiers: [] }, 'continuity.tiers: [] is not a list of tiers, not empty'],
    [
      { planning: { rtoAtMost: '1d' } },
      'continuity.planning.rtoAtMost: "1d" is not an ISO 8601 duration, e.g. PT1H',
    ],
  ])('refuses %j', (raw, message) => {
    const result = parseTierSettings(raw);
    expect('problems' in result && result.problems.map(formatProblem)).toEqual([
      message,
    ]);
  });
});

describe('describeContinuity', () => {
  it.each<[string, unknown, object]>([
    [
      'derives the tier from the declared RTO',
      { rto: 'PT4H' },
      {
        classification: 'classified',
        tier: { id: 'tier-1', source: 'derived' },
        rto: { duration: 'PT4H', seconds: 14_400, source: 'declared' },
        findings: [],
        planning: { inScope: 'yes' },
      },
    ],
    [
      'derives the RTO as the shortest tolerable outage',
      {
        impact: [
          { category: 'financial', intolerableAfter: 'P2D' },
          { category: 'customer', intolerableAfter: 'PT36H' },
        ],
      },
      {
        tier: { id: 'tier-3', source: 'derived' },
        rto: { duration: 'PT36H', source: 'impact-analysis' },
        findings: [],
        planning: { inScope: 'no' },
      },
    ],
    [
      'keeps a declared RTO that the impact analysis does not allow, and says so',
      {
        rto: 'PT8H',
        impact: [{ category: 'regulatory', intolerableAfter: 'PT4H' }],
      },
      {
        tier: { id: 'tier-2' },
        rto: { duration: 'PT8H', source: 'declared' },
        findings: [{ id: 'rto-exceeds-impact' }],
        planning: { inScope: 'yes' },
      },
    ],
    [
      'keeps a declared tier that is too weak, with the derived one',
      { tier: 'tier-3', rto: 'PT1H' },
      {
        tier: { id: 'tier-3', source: 'declared' },
        derivedTier: { id: 'tier-1' },
        findings: [{ id: 'tier-weaker-than-impact' }],
      },
    ],
    [
      'keeps a declared tier that is stricter than needed',
      { tier: 'tier-1', rto: 'P2D' },
      {
        tier: { id: 'tier-1', source: 'declared' },
        derivedTier: { id: 'tier-3' },
        findings: [{ id: 'tier-stricter-than-impact' }],
      },
    ],
    [
      'does not use a tier that does not exist, but the RTO',
      { tier: 'gold', rto: 'PT1H' },
      {
        tier: { id: 'tier-1', source: 'derived' },
        findings: [{ id: 'unknown-tier' }],
      },
    ],
    [
      'leaves a service whose tier does not exist unclassified',
      { tier: 'gold' },
      {
        classification: 'unclassified',
        findings: [{ id: 'unknown-tier' }],
        planning: { inScope: 'unknown' },
      },
    ],
    [
      'finds no tier for an RTO beyond every tier',
      { rto: 'P2M' },
      {
        classification: 'unclassified',
        rto: { duration: 'P2M' },
        findings: [{ id: 'rto-exceeds-every-tier' }],
      },
    ],
    [
      'counts a month as 30 days',
      { rto: 'P30D' },
      { tier: { id: 'tier-4' }, findings: [] },
    ],
    [
      'takes no data loss at all as an objective',
      { tier: 'tier-4', rpo: 'PT0S' },
      { rpo: { seconds: 0 }, planning: { inScope: 'yes' } },
    ],
    [
      'asks for planning when harm is to people',
      {
        tier: 'tier-4',
        impact: [{ category: 'safety', intolerableAfter: 'P20D' }],
      },
      { planning: { inScope: 'yes' } },
    ],
    [
      'does not use a block with something wrong in it',
      { tier: 'tier-1', rto: '1 hour' },
      {
        classification: 'unclassified',
        findings: [
          {
            id: 'invalid-declaration',
            message:
              'spec.continuity.rto: "1 hour" is not an ISO 8601 duration, e.g. PT1H',
          },
        ],
        planning: { inScope: 'unknown' },
      },
    ],
  ])('%s', (_, spec, expected) => {
    expect(describeDefault(spec)).toMatchObject(expected);
  });

  it('tells an undeclared service how to classify itself', () => {
    const profile = describeDefault(undefined);
    expect(profile).toMatchObject({
      classification: 'unclassified',
      findings: [],
      planning: { inScope: 'unknown' },
    });
    expect(profile.tier).toBeUndefined();
    expect(profile.remedy).toContain('    rto: PT4H');
  });

  const anySpec = fc.oneof(
    fc.anything(),
    fc.record(
      {
        tier: fc.constantFrom('tier-1', 'tier-2', 'tier-3', 'tier-4', 'gold'),
        rto: fc.constantFrom('PT1H', 'PT24H', 'P8D', 'P2M', 'soon'),
        rpo: fc.constantFrom('PT0S', 'PT1H', '-PT1H'),
        impact: fc.uniqueArray(
          fc.record({
            category: fc.constantFrom(...IMPACT_CATEGORIES),
            intolerableAfter: fc.constantFrom('PT1H', 'P1D', 'P1Y'),
          }),
          { selector: line => line.category, minLength: 1 },
        ),
      },
      { requiredKeys: [] },
    ),
  );

  it('never throws, and always gives either a tier or a way to get one', () => {
    fc.assert(
      fc.property(anySpec, spec => {
        const profile = describeDefault(spec);
        const classified = profile.classification === 'classified';
        expect(profile.tier !== undefined).toBe(classified);
        expect(profile.remedy === undefined).toBe(classified);
        expect(profile.planning.reasons.length).toBeGreaterThan(0);
        expect(profile.planning.inScope === 'unknown' && classified).toBe(
          false,
        );
        for (const finding of profile.findings) {
          expect(finding.message && finding.remedy).toBeTruthy();
        }
      }),
    );
  });

  it('a shorter RTO never lands in a weaker tier', () => {
    const hours = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(hours, hours, (a, b) => {
        const rank = (h: number) => {
          const { derivedTier } = describeDefault({ rto: `PT${h}H` });
          const index = defaultTierSettings.tiers.findIndex(
            tier => tier.id === derivedTier?.id,
          );
          return index < 0 ? Infinity : index;
        };
        const [shorter, longer] = a <= b ? [a, b] : [b, a];
        expect(rank(shorter)).toBeLessThanOrEqual(rank(longer));
      }),
    );
  });
});
