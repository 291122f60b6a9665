import { EvidenceShelf } from './EvidenceShelf';
import type { CheckSubject } from './ObservedContext';
import { runCheck } from './runCheck';
import type { Check, CheckResult } from './types';

const BADNESS: Record<CheckResult['verdict'], number> = {
  pass: 0,
  unknown: 1,
  fail: 2,
};

/**
 * Runs one check for several regions of an environment. A service is as good as in the
 * worst of them: one run a region, and the worst result counts, with what it rests on in
 * all of them.
 *
 * @param regions - empty when the environment is not bound to regions
 */
export function runCheckInRegions(
  check: Check,
  subject: Omit<CheckSubject, 'region'>,
  regions: readonly string[],
): CheckResult {
  if (regions.length === 0) {
    return runCheck(check, subject);
  }
  if (regions.length === 1) {
    return runCheck(check, { ...subject, region: regions[0] });
  }
  const evidence =
    subject.evidence instanceof EvidenceShelf
      ? subject.evidence
      : EvidenceShelf.of(subject.entityRef, subject.evidence);
  const results = regions.map(region => ({
    region,
    result: runCheck(check, { ...subject, evidence, region }),
  }));
  const worst = results.reduce((a, b) =>
    BADNESS[b.result.verdict] > BADNESS[a.result.verdict] ? b : a,
  );
  const { until: _, ...outcome } = worst.result;
  const moments = results.flatMap(({ result }) => result.until ?? []);
  const alike = results.every(({ result }) => result.reason === outcome.reason);
  return {
    ...outcome,
    reason: alike ? outcome.reason : `In ${worst.region}: ${outcome.reason}`,
    evidence: [
      ...new Set(results.flatMap(({ result }) => result.evidence)),
    ].sort(),
    ...(moments.length > 0 && { until: Math.min(...moments) }),
  };
}
