import fc from 'fast-check';
import type { ReleaseClass } from '../calendar/types';
import type { Evidence } from '../evidence';
import { decide } from './decide';
import { defaultGateSettings } from './defaults';
import {
  HOUR,
  MINUTE,
  NOW,
  deploymentEvidence,
  facts,
  planEvidence,
  profile,
  request,
  reviewEvidence,
  windowsFor,
  type TestWindow,
} from './__testUtils__/world';
import type {
  GateAnswer,
  GateFacts,
  GatePolicy,
  GateRequest,
  GateSettings,
} from './types';
import { byStrictness, strictest } from './verdicts';

const quarters = fc.integer({ min: -8, max: 24 }).map(n => n * 15 * MINUTE);

const anyWindow: fc.Arbitrary<TestWindow> = fc.record({
  calendar: fc.constantFrom('finance', 'tax', 'cards'),
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  times: fc
    .array(fc.tuple(quarters, fc.integer({ min: 1, max: 6 })), { maxLength: 4 })
    .map(list =>
      list.map(([start, n]): [number, number] => [
        start,
        start + n * 15 * MINUTE,
      ]),
    ),
  enforcement: fc.constantFrom('block', 'approval', 'warn'),
  inScope: fc.boolean(),
});

const anyWindows = fc.uniqueArray(anyWindow, {
  maxLength: 6,
  selector: ({ calendar, id }) => `${calendar}#${id}`,
});

const anyEvidence: fc.Arbitrary<Evidence[]> = fc
  .array(
    fc.record({
      make: fc.constantFrom(planEvidence, reviewEvidence, deploymentEvidence),
      observed: quarters,
      validFor: fc.integer({ min: 1, max: 20 }),
      verdict: fc.constantFrom('pass' as const, 'fail' as const),
    }),
    { maxLength: 6 },
  )
  .map(list =>
    list.map(({ make, observed, validFor, verdict }, i) =>
      make({
        id: `e-${i}`,
        externalId: String(i),
        observedAt: NOW + observed,
        expiresAt: NOW + observed + validFor * 15 * MINUTE,
        verdict,
      }),
    ),
  );

const anyPolicies: fc.Arbitrary<GatePolicy[]> = fc.oneof(
  fc.constant(defaultGateSettings.policies),
  fc
    .array(
      fc.record(
        {
          tiers: fc.constantFrom<string[]>(['tier-1'], ['unclassified']),
          classes: fc.constantFrom<ReleaseClass[]>(['standard'], ['emergency']),
          calendars: fc.constantFrom<'all' | string[]>('all', [
            'freezecalendar:default/tax',
          ]),
          freezeConsequence: fc.constantFrom(
            'deny' as const,
            'needs-approval' as const,
          ),
          otherwise: fc.constantFrom(
            'deny' as const,
            'needs-approval' as const,
            'inform' as const,
          ),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 4 },
    )
    .map(list =>
      list.map(
        ({ tiers, classes, otherwise, ...rest }, i): GatePolicy => ({
          id: `p-${i}`,
          title: `Policy ${i}`,
          when: { tiers, classes },
          ...rest,
          ...(otherwise && {
            checks: [
              { check: 'rollback-plan-current', otherwise },
              { check: 'last-deployment-succeeded', otherwise },
            ],
          }),
        }),
      ),
    ),
);

interface World {
  windows: TestWindow[];
  evidence: Evidence[];
  policies: GatePolicy[];
  releaseClass: ReleaseClass;
  tier: string | undefined;
}

const anyWorld: fc.Arbitrary<World> = fc.record({
  windows: anyWindows,
  evidence: anyEvidence,
  policies: anyPolicies,
  releaseClass: fc.constantFrom('standard', 'major', 'emergency'),
  tier: fc.constantFrom('tier-1', 'tier-3', undefined),
});

function situation(
  world: World,
  at = NOW,
): [GateRequest, GateFacts, GateSettings] {
  const known = facts({ windows: world.windows, evidence: world.evidence });
  return [
    request({ at, releaseClass: world.releaseClass }),
    {
      ...known,
      entity: known.entity && { ...known.entity, profile: profile(world.tier) },
    },
    { ...defaultGateSettings, policies: world.policies, horizon: 'PT12H' },
  ];
}

const answerOf = (world: World, at?: number) => decide(...situation(world, at));

const verdicts = ({ verdict, reasons }: GateAnswer) => {
  const standing = reasons.filter(reason => reason.verdict !== 'allow');
  return [verdict, ...standing.map(r => `${r.rule}=${r.verdict}`).sort()];
};

describe('decide, for any world', () => {
  it('gives the strictest of its reasons, and a remedy for each that stands', () => {
    fc.assert(
      fc.property(anyWorld, world => {
        const answer = answerOf(world);
        expect(answer.reasons.length).toBeGreaterThan(0);
        expect(answer.verdict).toBe(
          strictest(answer.reasons.map(({ verdict }) => verdict)),
        );
        expect(answer.reasons[0].verdict).toBe(answer.verdict);
        expect(
          answer.reasons.filter(r => r.verdict !== 'allow' && !r.remedy),
        ).toEqual([]);
        const rules = answer.reasons.map(({ rule }) => rule);
        expect(new Set(rules).size).toBe(rules.length);
        expect(answer.validUntil).toBeGreaterThan(NOW);
        expect(answer.validUntil).toBeLessThanOrEqual(
          answer.nextChange?.at ?? Infinity,
        );
      }),
    );
  });

  it('does not depend on the order in which facts and policies stand', () => {
    fc.assert(
      fc.property(anyWorld, world => {
        const reversed = {
          ...world,
          windows: [...world.windows].reverse(),
          evidence: [...world.evidence].reverse(),
          policies: [...world.policies].reverse(),
        };
        expect(answerOf(reversed)).toEqual(answerOf(world));
      }),
    );
  });

  it('is never opened by one more freeze', () => {
    fc.assert(
      fc.property(anyWorld, anyWindow, (world, extra) => {
        // The calendar must not be new: a policy may deny until it exists.
        const windows = [...world.windows, { ...extra, id: 'extra' }];
        const before = decide(...withCalendars(situation(world), [...windows]));
        const after = decide(
          ...withCalendars(situation({ ...world, windows }), windows),
        );
        expect(byStrictness(after.verdict, before.verdict)).toBeLessThanOrEqual(
          0,
        );
      }),
    );
  });

  it('changes at nextChange, and not before', () => {
    fc.assert(
      fc.property(anyWorld, world => {
        const answer = answerOf(world);
        const change = answer.nextChange;
        const end = change?.at ?? NOW + 12 * HOUR;
        for (let at = NOW; at < end; at += 5 * MINUTE) {
          expect(verdicts(answerOf(world, at))).toEqual(verdicts(answer));
        }
        const then = answerOf(world, end);
        expect(then.verdict).toBe(change?.verdict ?? answer.verdict);
        const differs =
          JSON.stringify(verdicts(then)) !== JSON.stringify(verdicts(answer));
        expect(differs).toBe(change !== undefined);
        expect(change?.cause ?? 'none').toBeTruthy();
      }),
      { numRuns: 40 },
    );
  });
});

describe('a remedy that says until when to wait', () => {
  it('names a moment at which no window stands against it', () => {
    fc.assert(
      fc.property(anyWorld, world => {
        for (const { rule, verdict, remedy } of answerOf(world).reasons) {
          const [, day, time] =
            /Wait until (\S+) (\S+) UTC/.exec(remedy ?? '') ?? [];
          if (verdict === 'allow' || !rule.startsWith('freeze:') || !day) {
            continue;
          }
          const then = answerOf(world, Date.parse(`${day}T${time}Z`));
          expect(
            then.reasons.filter(
              later =>
                later.verdict !== 'allow' && later.rule.startsWith('freeze:'),
            ),
          ).toEqual([]);
        }
      }),
    );
  });
});

describe('decide never fails open', () => {
  const sound = situation({
    windows: [],
    evidence: [planEvidence(), reviewEvidence(), deploymentEvidence()],
    policies: defaultGateSettings.policies,
    releaseClass: 'standard',
    tier: 'tier-1',
  });

  it('allows the sound world that the others differ from', () => {
    expect(decide(...sound).verdict).toBe('allow');
  });

  const gaps: Record<string, Partial<GateFacts>> = {
    'no catalog': { catalogReadAt: undefined },
    'a stale catalog': { catalogReadAt: NOW - 11 * MINUTE },
    'no entity': { entity: undefined },
    'no environments': {
      entity: sound[1].entity && { ...sound[1].entity, environments: [] },
    },
    'an unclassified service': {
      entity: sound[1].entity && { ...sound[1].entity, profile: profile() },
    },
    'a service without RTO': {
      entity: sound[1].entity && {
        ...sound[1].entity,
        profile: { ...profile('tier-1'), rto: undefined },
      },
    },
    'a calendar that cannot be read': {
      unreadableCalendars: [{ ref: 'freezecalendar:default/x', problem: 'p' }],
    },
    'no evidence': { evidence: [] },
    'evidence of another service': {
      evidence: sound[1].evidence.map(item => ({
        ...item,
        entityRef: 'component:default/other',
      })),
    },
    'expired evidence': {
      evidence: sound[1].evidence.map(item => ({ ...item, expiresAt: NOW })),
    },
    'evidence of the future': {
      evidence: sound[1].evidence.map(item => ({
        ...item,
        observedAt: NOW + 1,
      })),
    },
    'contradictory evidence': {
      evidence: sound[1].evidence.flatMap(item => [
        item,
        { ...item, id: 'other', verdict: 'fail' as const },
      ]),
    },
    'evidence that proves nothing': {
      evidence: sound[1].evidence.map(item => ({
        ...item,
        verdict: 'unknown' as const,
      })),
    },
    'evidence in a form of the past': {
      evidence: sound[1].evidence.map(item => ({ ...item, payload: {} })),
    },
    'a freeze': {
      windowsFor: windowsFor([{ id: 'w', times: [[-HOUR, HOUR]] }]),
    },
  };

  it.each(Object.entries(gaps))('%s', (_, gap) => {
    const [asked, known, settings] = sound;
    expect(decide(asked, { ...known, ...gap }, settings).verdict).not.toBe(
      'allow',
    );
  });

  it('whatever is missing besides', () => {
    const [asked, known, settings] = sound;
    const anyGaps = fc.subarray(Object.values(gaps), { minLength: 1 });
    fc.assert(
      fc.property(anyGaps, chosen => {
        const answer = decide(
          asked,
          Object.assign({}, known, ...chosen),
          settings,
        );
        expect(answer.verdict).not.toBe('allow');
      }),
    );
  });
});

/** The same situation, with the calendars of the given windows in the catalog. */
function withCalendars(
  [asked, known, settings]: [GateRequest, GateFacts, GateSettings],
  windows: TestWindow[],
): [GateRequest, GateFacts, GateSettings] {
  return [
    asked,
    { ...known, calendars: facts({ windows }).calendars },
    settings,
  ];
}
