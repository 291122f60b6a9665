import {
  latestEvidence,
  nextEvidenceChange,
  type Evidence,
  type EvidenceKind,
} from '../evidence';
import type { Instant } from '../time';
import type { Check, CheckContext, CheckResult } from './types';

/** What a check is asked about, with everything that it may know. */
export interface CheckSubject extends Omit<CheckContext, 'latest'> {
  /** Evidence of the entity; other entities' is not looked at. */
  evidence: readonly Evidence[];
}

/**
 * Runs one check. Never throws: a check that fails to answer answers `unknown`.
 *
 * `until` is worked out from the evidence that the check looked at; a check only adds a
 * moment of its own if it judges by the clock in another way.
 */
export function runCheck(check: Check, subject: CheckSubject): CheckResult {
  const { evidence, ...asked } = subject;
  const own = evidence.filter(item => item.entityRef === subject.entityRef);
  const changes: Instant[] = [];
  const latest: CheckContext['latest'] = <T>(kind: EvidenceKind<T>) => {
    const query = { ...asked, kind };
    const found = latestEvidence(own, query);
    const change = nextEvidenceChange(own, query, found);
    if (change !== undefined) {
      changes.push(change);
    }
    return found;
  };
  const { until: ownUntil, ...outcome } = evaluate(check, { ...asked, latest });
  if (ownUntil !== undefined && ownUntil > subject.now) {
    changes.push(ownUntil);
  }
  return {
    check: check.id,
    ...outcome,
    ...(changes.length > 0 && { until: Math.min(...changes) }),
  };
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
