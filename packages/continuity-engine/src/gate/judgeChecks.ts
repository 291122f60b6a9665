import type { Check, CheckResult } from '../scorecards';
import type { Instant } from '../time';
import type { CheckMemo } from './CheckMemo';
import type { Finding } from './Finding';
import type { Consequence, GatePolicy } from './types';
import { verdictOf } from './verdicts';

/**
 * What every check that a policy names finds at one moment.
 *
 * @param checks - those that exist; a policy may name one that does not
 */
export function judgeChecks(
  policies: readonly GatePolicy[],
  checks: readonly Check[],
  at: Instant,
  memo: CheckMemo,
): Finding[] {
  return policies.flatMap(policy =>
    (policy.checks ?? []).map(({ check: id, otherwise }) => {
      const check = checks.find(other => other.id === id);
      return check
        ? judged(policy, check, otherwise, memo.resultOf(check, at))
        : notRegistered(policy, id);
    }),
  );
}

const STATE: Record<CheckResult['verdict'], string> = {
  pass: 'met',
  fail: 'not met',
  unknown: 'not known',
};

function judged(
  policy: GatePolicy,
  check: Check,
  otherwise: Consequence,
  result: CheckResult,
): Finding {
  const met = result.verdict === 'pass';
  const note =
    !met && otherwise === 'inform'
      ? ' This is for information; it stops nothing.'
      : '';
  return {
    rule: `check:${check.id}`,
    label: `Check "${check.title}"`,
    policy: policy.id,
    verdict: met ? 'allow' : verdictOf(otherwise),
    explain: () => ({
      explanation: `${check.title}: ${STATE[result.verdict]}. ${
        result.reason
      }${note}`,
      ...(!met && {
        remedy:
          result.remedy ??
          `Bring check "${check.id}" to a pass: ${check.question}`,
      }),
      ...(result.until !== undefined && { until: result.until }),
    }),
    evidence: result.evidence,
    ...(result.until !== undefined && { nextChange: result.until }),
  };
}

function notRegistered(policy: GatePolicy, id: string): Finding {
  return {
    rule: `check:${id}`,
    label: `Check "${id}"`,
    policy: policy.id,
    verdict: 'deny',
    explain: () => ({
      explanation: `Policy "${policy.id}" asks for check "${id}", which does not exist here, so nobody can tell whether it is met.`,
      remedy: `Have whoever runs Continuity install the module that brings check "${id}", or correct the policy.`,
    }),
    evidence: [],
  };
}
