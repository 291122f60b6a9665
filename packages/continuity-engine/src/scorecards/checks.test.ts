import {
  continuityPlanReview,
  deployment,
  materialise,
  rollbackPlan,
  type Evidence,
  type EvidenceKind,
} from '../evidence';
import { durationSeconds } from '../time';
import type { ContinuityProfile } from '../tiers/types';
import {
  builtinChecks,
  continuityPlanReviewed,
  lastDeploymentSucceeded,
  rollbackPlanCurrent,
} from './checks';
import { createCheckRegistry } from './createCheckRegistry';
import { defineCheck } from './defineCheck';
import { runCheck } from './runCheck';
import type { Check } from './types';

const now = Date.parse('2026-01-30T17:00:00Z');
const entityRef = 'component:default/payments-api';

const profile = (rto?: string): ContinuityProfile => ({
  classification: 'classified',
  tier: { id: 'tier-1', title: 'Mission critical', source: 'declared' },
  ...(rto && {
    rto: { duration: rto, seconds: durationSeconds(rto), source: 'declared' },
  }),
  findings: [],
  planning: { inScope: 'yes', reasons: [] },
});

let serial = 0;
function report<T>(
  kind: EvidenceKind<T>,
  payload: T,
  at: string,
  rest: Partial<Evidence> = {},
): Evidence {
  serial += 1;
  const stored = materialise(
    {
      kind: kind.id,
      source: 'test',
      externalId: `x-${serial}`,
      entityRef,
      observedAt: at,
      payload,
    },
    kind,
    { id: `${kind.id}@${at}`, receivedAt: now },
  );
  return { ...stored, ...rest };
}

const plan = (expectedDuration: string, at: string, rest?: Partial<Evidence>) =>
  report(
    rollbackPlan,
    {
      steps: ['back'],
      decisionOwner: 'group:default/a',
      decisionDeadline: 'PT5M',
      expectedDuration,
      dataHandling: 'none',
    },
    at,
    rest,
  );

const review = (outcome: 'approved' | 'changes-requested', at: string) =>
  report(
    continuityPlanReview,
    {
      reviewedBy: 'user:default/anna',
      document: 'https://example.com/plan',
      outcome,
    },
    at,
  );

const deployed = (
  outcome: 'succeeded' | 'failed' | 'cancelled',
  at: string,
  rest?: Partial<Evidence>,
) =>
  report(
    deployment,
    { version: 'v2', outcome, startedAt: at, finishedAt: at },
    at,
    { environment: 'production', ...rest },
  );

const run = (check: Check, evidence: Evidence[], rto: string | undefined) =>
  runCheck(check, {
    now,
    entityRef,
    profile: profile(rto),
    environment: 'production',
    region: 'eu-west-1',
    evidence,
  });

const january = '2026-01-10T00:00:00Z';

describe('built-in checks', () => {
  it.each<
    [string, Check, Evidence[], string | undefined, string, string, string?]
  >([
    [
      'no plan',
      rollbackPlanCurrent,
      [],
      'PT1H',
      'unknown',
      'There is no evidence of kind "rollback-plan" of component:default/payments-api for production.',
    ],
    [
      'a plan that fits',
      rollbackPlanCurrent,
      [plan('PT1H', january)],
      'PT1H',
      'pass',
      'Going back takes 1 h, within the recovery time objective of 1 h.',
      '2026-07-09T00:00:00Z',
    ],
    [
      'a plan that is too slow',
      rollbackPlanCurrent,
      [plan('PT1H1S', january)],
      'PT1H',
      'fail',
      'Going back takes 1 h 1 s, longer than the recovery time objective of 1 h.',
      '2026-07-09T00:00:00Z',
    ],
    [
      'a plan without an objective',
      rollbackPlanCurrent,
      [plan('PT1H', january)],
      undefined,
      'unknown',
      'the service has no recovery time objective',
      '2026-07-09T00:00:00Z',
    ],
    [
      'a plan that expired',
      rollbackPlanCurrent,
      [plan('PT1M', '2025-01-10T00:00:00Z')],
      'PT1H',
      'unknown',
      'is valid only until 2025-07-09 00:00 UTC',
    ],
    [
      'a newer plan that is too slow',
      rollbackPlanCurrent,
      [
        plan('PT1M', '2026-01-01T00:00:00Z'),
        plan('PT3H', january, { environment: 'production' }),
      ],
      'PT1H',
      'fail',
      'Going back takes 3 h',
      '2026-07-09T00:00:00Z',
    ],
    [
      'a plan of another service',
      rollbackPlanCurrent,
      [plan('PT1M', january, { entityRef: 'component:default/other' })],
      'PT1H',
      'unknown',
      'There is no evidence',
    ],
    [
      'an approved review',
      continuityPlanReviewed,
      [review('approved', january)],
      undefined,
      'pass',
      'The continuity plan was approved by user:default/anna on 2026-01-10.',
      '2027-01-10T00:00:00Z',
    ],
    [
      'a review that asks for changes',
      continuityPlanReviewed,
      [
        review('approved', '2026-01-09T00:00:00Z'),
        review('changes-requested', january),
      ],
      undefined,
      'fail',
      'changes requested by user:default/anna',
      '2027-01-10T00:00:00Z',
    ],
    [
      'two reviews of one moment that disagree',
      continuityPlanReviewed,
      [review('approved', january), review('changes-requested', january)],
      undefined,
      'unknown',
      'contradict each other',
    ],
    [
      'a deployment that succeeded',
      lastDeploymentSucceeded,
      [deployed('succeeded', january)],
      undefined,
      'pass',
      'v2 succeeded',
      '2026-04-10T00:00:00Z',
    ],
    [
      'a deployment that failed',
      lastDeploymentSucceeded,
      [deployed('failed', january)],
      undefined,
      'fail',
      'The newest says no: v2 failed',
      '2026-04-10T00:00:00Z',
    ],
    [
      'a deployment that was cancelled',
      lastDeploymentSucceeded,
      [deployed('cancelled', january)],
      undefined,
      'unknown',
      'The newest proves nothing: v2 cancelled',
      '2026-04-10T00:00:00Z',
    ],
    [
      'a deployment elsewhere',
      lastDeploymentSucceeded,
      [deployed('succeeded', january, { region: 'eu-central-1' })],
      undefined,
      'unknown',
      'There is no evidence',
    ],
    [
      'a deployment not seen yet',
      lastDeploymentSucceeded,
      [deployed('succeeded', '2026-01-30T17:01:00Z')],
      undefined,
      'unknown',
      'There is no evidence',
      '2026-01-30T17:01:00Z',
    ],
    [
      'evidence in a form of the past',
      lastDeploymentSucceeded,
      [deployed('succeeded', january, { payload: { v: 1 } })],
      undefined,
      'unknown',
      'does not have the form',
    ],
  ])('%s', (_, check, evidence, rto, verdict, reason, until = '') => {
    const result = run(check, evidence, rto);
    expect(result).toMatchObject({ check: check.id, verdict });
    expect(result.reason).toContain(reason);
    expect(result.until).toBe(until ? Date.parse(until) : undefined);
    // Whatever is not a pass says what to do.
    expect(result.remedy === undefined).toBe(verdict === 'pass');
  });

  it('never passes without evidence', () => {
    const proven = builtinChecks.filter(({ needs }) => needs.length > 0);
    expect(proven.length).toBeGreaterThan(7);
    for (const check of proven) {
      expect(run(check, [], 'PT1H').verdict).toBe('unknown');
    }
  });
});

describe('runCheck', () => {
  it('takes a check that throws for unknown', () => {
    const broken = defineCheck({
      id: 'broken',
      title: 'Broken',
      question: '?',
      needs: [],
      evaluate: () => {
        throw new Error('no idea');
      },
    });
    expect(run(broken, [], 'PT1H')).toEqual({
      check: 'broken',
      verdict: 'unknown',
      reason: 'The check could not be carried out: no idea.',
      remedy: expect.stringContaining('broken'),
      evidence: [],
    });
  });

  it('keeps the sooner of its own moment and the check’s', () => {
    const soon = defineCheck({
      id: 'soon',
      title: 'Soon',
      question: '?',
      needs: [deployment],
      evaluate: context => ({
        ...lastDeploymentSucceeded.evaluate(context),
        until: now + 1,
      }),
    });
    expect(run(soon, [deployed('succeeded', january)], undefined).until).toBe(
      now + 1,
    );
  });
});

describe('check registry', () => {
  it('refuses two checks with one id, and an id that is not kebab-case', () => {
    const registry = createCheckRegistry(builtinChecks);
    expect(registry.list()).toEqual(builtinChecks);
    expect(registry.get('rollback-plan-current')).toBe(rollbackPlanCurrent);
    expect(registry.get('toString')).toBeUndefined();
    expect(() =>
      createCheckRegistry([rollbackPlanCurrent, rollbackPlanCurrent]),
    ).toThrow('registered twice');
    expect(() => defineCheck({ ...rollbackPlanCurrent, id: 'A b' })).toThrow(
      'kebab-case',
    );
  });
});
