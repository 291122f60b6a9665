import { ObservedContext, type CheckSubject } from './ObservedContext';
import type { Check, CheckContext, CheckResult } from './types';

/**
 * Runs one check. Never throws: a check that fails to answer answers `unknown`.
 *
 * `until` is worked out from the evidence that the check looked at; a check only adds a
 * moment of its own if it judges by the clock in another way.
 */
export function runCheck(check: Check, subject: CheckSubject): CheckResult {
  const context = new ObservedContext(subject);
  const outcome = evaluate(check, context);
  const { until: ownUntil } = outcome;
  if (ownUntil !== undefined && ownUntil > subject.now) {
    context.changesAt(ownUntil);
  }
  // Field by field: this is done millions of times when all services are judged.
  const result: CheckResult = {
    check: check.id,
    verdict: outcome.verdict,
    reason: outcome.reason,
    evidence: outcome.evidence,
  };
  if (outcome.remedy !== undefined) result.remedy = outcome.remedy;
  if (context.until !== Infinity) result.until = context.until;
  return result;
}

function evaluate(
  check: Check,
  context: CheckContext,
): Omit<CheckResult, 'check'> {
  try {
    return check.evaluate(context);
  } catch (error) {
    return {
      verdict: 'unknown',
      reason: `The check could not be carried out: ${
        error instanceof Error ? error.message : String(error)
      }.`,
      remedy: `Report this to whoever runs Continuity: check "${check.id}" has a defect.`,
      evidence: [],
    };
  }
}
