import type { WindowSubject } from '../calendar/types';
import { runCheck, type Check, type CheckResult } from '../scorecards';
import type { Instant } from '../time';
import type { Finding } from './Finding';
import type {
  Consequence,
  GateFacts,
  GatePolicy,
  GateRequest,
  GateSettings,
} from './types';
import { verdictOf } from './verdicts';

/** What every check that a policy names finds at one moment. */
export function judgeChecks(
  policies: readonly GatePolicy[],
  subject: WindowSubject,
  at: Instant,
  known: {
    request: GateRequest;
    entity: NonNullable<GateFacts['entity']>;
    facts: GateFacts;
    settings: GateSettings;
  },
): Finding[] {
  const results = new Map<string, RegionalResult>();
  const resultOf = (check: Check): RegionalResult => {
    const result =
      results.get(check.id) ?? runEverywhere(check, subject, at, known);
    results.set(check.id, result);
    return result;
  };
  return policies.flatMap(policy =>
    (policy.checks ?? []).map(({ check: id, otherwise }) => {
      const check = known.settings.checks.find(other => other.id === id);
      return check
        ? judged(policy, check, otherwise, resultOf(check))
        : notRegistered(policy, id);
    }),
  );
}

interface RegionalResult extends CheckResult {
  /** Earliest and further moments at which it may change. */
  changes: Instant[];
}

/**
 * A deployment to several regions is as good as the worst of them: one check a region,
 * the worst result counts.
 */
function runEverywhere(
  check: Check,
  { environment, regions }: WindowSubject,
  at: Instant,
  known: {
    request: GateRequest;
    entity: NonNullable<GateFacts['entity']>;
    facts: GateFacts;
  },
): RegionalResult {
  const places = regions.length > 0 ? regions : [undefined];
  const results = places.map(region => ({
    region,
    result: runCheck(check, {
      now: at,
      entityRef: known.request.entityRef,
      profile: known.entity.profile,
      environment,
      ...(region !== undefined && { region }),
      evidence: known.facts.evidence,
    }),
  }));
  const changes = results.flatMap(({ result }) => result.until ?? []);
  const evidence = [
    ...new Set(results.flatMap(({ result }) => result.evidence)),
  ].sort();
  const worst = results.reduce((a, b) =>
    BADNESS[b.result.verdict] > BADNESS[a.result.verdict] ? b : a,
  );
  const differs = results.some(
    ({ result }) => result.reason !== worst.result.reason,
  );
  return {
    ...worst.result,
    ...(differs &&
      worst.region !== undefined && {
        reason: `In ${worst.region}: ${worst.result.reason}`,
      }),
    evidence,
    ...(changes.length > 0 && { until: Math.min(...changes) }),
    changes,
  };
}

const BADNESS: Record<CheckResult['verdict'], number> = {
  pass: 0,
  unknown: 1,
  fail: 2,
};

function judged(
  policy: GatePolicy,
  check: Check,
  otherwise: Consequence,
  result: RegionalResult,
): Finding {
  const met = result.verdict === 'pass';
  const state = { pass: 'met', fail: 'not met', unknown: 'not known' }[
    result.verdict
  ];
  const note =
    !met && otherwise === 'inform'
      ? ' This is for information; it stops nothing.'
      : '';
  return {
    rule: `check:${check.id}`,
    label: `Check "${check.title}"`,
    policy: policy.id,
    verdict: met ? 'allow' : verdictOf(otherwise),
    explanation: `${check.title}: ${state}. ${result.reason}${note}`,
    ...(!met && {
      remedy:
        result.remedy ??
        `Bring check "${check.id}" to a pass: ${check.question}`,
    }),
    evidence: result.evidence,
    ...(result.until !== undefined && { until: result.until }),
    changes: result.changes,
  };
}

function notRegistered(policy: GatePolicy, id: string): Finding {
  return {
    rule: `check:${id}`,
    label: `Check "${id}"`,
    policy: policy.id,
    verdict: 'deny',
    explanation: `Policy "${policy.id}" asks for check "${id}", which does not exist here, so nobody can tell whether it is met.`,
    remedy: `Have whoever runs Continuity install the module that brings check "${id}", or correct the policy.`,
    evidence: [],
    changes: [],
  };
}
