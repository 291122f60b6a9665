import {
  latestEvidence,
  nextEvidenceChange,
  recentEvidence,
  type Evidence,
  type EvidenceKind,
} from '../evidence';
import type { Instant } from '../time';
import { EvidenceShelf } from './EvidenceShelf';
import type { Check, CheckContext, CheckResult } from './types';

/** What a check is asked about, with everything that it may know. */
export interface CheckSubject extends Omit<CheckContext, 'latest' | 'recent'> {
  /** Evidence of the entity; other entities' is not looked at. */
  evidence: readonly Evidence[] | EvidenceShelf;
}

/**
 * Runs one check. Never throws: a check that fails to answer answers `unknown`.
 *
 * `until` is worked out from the evidence that the check looked at; a check only adds a
 * moment of its own if it judges by the clock in another way.
 */
export function runCheck(check: Check, subject: CheckSubject): CheckResult {
  const { evidence, ...asked } = subject;
  const shelf =
    evidence instanceof EvidenceShelf
      ? evidence
      : EvidenceShelf.of(subject.entityRef, evidence);
  let until = Infinity;
  const changesAt = (at: Instant | undefined) => {
    if (at !== undefined && at < until) until = at;
  };
  const queryOf = <T>(kind: EvidenceKind<T>) => ({ ...asked, kind });
  const latest: CheckContext['latest'] = <T>(kind: EvidenceKind<T>) => {
    const own = shelf.ofKind(kind.id);
    const found = latestEvidence(own, queryOf(kind));
    changesAt(nextEvidenceChange(own, queryOf(kind), found));
    return found;
  };
  const recent: CheckContext['recent'] = <T>(kind: EvidenceKind<T>) => {
    const found = recentEvidence(shelf.ofKind(kind.id), queryOf(kind));
    changesAt(found.until);
    return found.evidence;
  };
  const { until: ownUntil, ...outcome } = evaluate(check, {
    ...asked,
    latest,
    recent,
  });
  if (ownUntil !== undefined && ownUntil > subject.now) {
    changesAt(ownUntil);
  }
  return {
    check: check.id,
    ...outcome,
    ...(until !== Infinity && { until }),
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
