import type { Evidence, EvidenceKind } from '../evidence';
import { formatInstant } from '../time';
import type { CheckContext, CheckResult } from './types';

/** What a check answers; `runCheck` adds which check it was. */
export type CheckOutcome = Omit<CheckResult, 'check'>;

/**
 * The common shape of a check: take the newest evidence of a kind and judge it. Only
 * valid evidence whose own verdict is `pass` reaches `judge`; everything else already has
 * its answer, and none of it is a pass.
 *
 * @param words - `report`: what to do to get (new) evidence, as a sentence; `repair`: what
 * to do about evidence that says `fail`, the same when absent
 */
export function judgeLatest<TPayload>(
  context: CheckContext,
  kind: EvidenceKind<TPayload>,
  words: { report: string; repair?: string },
  judge: (evidence: Evidence<TPayload>) => CheckOutcome,
): CheckOutcome {
  const latest = context.latest(kind);
  const noun = `evidence of kind "${kind.id}"`;
  switch (latest.state) {
    case 'missing':
      return {
        verdict: 'unknown',
        reason: `There is no ${noun} of ${context.entityRef} for ${context.environment}.`,
        remedy: words.report,
        evidence: [],
      };
    case 'expired':
      return {
        verdict: 'unknown',
        reason: `The newest ${noun}, ${seen(
          latest.evidence,
        )}, expired ${formatInstant(latest.evidence.expiresAt)}.`,
        remedy: words.report,
        evidence: [latest.evidence.id],
      };
    case 'contradicted':
      return {
        verdict: 'unknown',
        reason: `${
          latest.evidence.length
        } pieces of ${noun} of the same moment contradict each other: ${latest.evidence
          .map(item => `${item.source} ${item.externalId} says ${item.verdict}`)
          .join(', ')}.`,
        remedy: `Find out which is right, and report it anew. ${words.report}`,
        evidence: latest.evidence.map(item => item.id),
      };
    case 'unreadable':
      return {
        verdict: 'unknown',
        reason: `The newest ${noun}, ${seen(
          latest.evidence,
        )}, does not have the form that its kind has now.`,
        remedy: words.report,
        evidence: [latest.evidence.id],
      };
    default:
      return judgeValid(latest.evidence, words, judge);
  }
}

function judgeValid<TPayload>(
  evidence: Evidence<TPayload>,
  words: { report: string; repair?: string },
  judge: (evidence: Evidence<TPayload>) => CheckOutcome,
): CheckOutcome {
  if (evidence.verdict === 'pass') {
    return judge(evidence);
  }
  return {
    verdict: evidence.verdict,
    reason:
      evidence.verdict === 'fail'
        ? `The newest says no: ${evidence.headline} (${seen(evidence)}).`
        : `The newest proves nothing: ${evidence.headline} (${seen(
            evidence,
          )}).`,
    remedy:
      evidence.verdict === 'fail' ? words.repair ?? words.report : words.report,
    evidence: [evidence.id],
  };
}

function seen(evidence: Evidence): string {
  return `observed ${formatInstant(evidence.observedAt)} by ${evidence.source}`;
}
