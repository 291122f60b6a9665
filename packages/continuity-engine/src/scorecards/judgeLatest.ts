import { utc } from '../calendar/answer';
import type { Evidence, EvidenceKind } from '../evidence';
import type { CheckContext, CheckResult } from './types';

/** What a check answers; `runCheck` adds which check it was. */
export type CheckOutcome = Omit<CheckResult, 'check'>;

/** What to do about a verdict that is not a pass, in sentences. */
export interface CheckWords<TPayload> {
  report: string;
  repair?: string | ((payload: TPayload) => string);
  settle?: string | ((payload: TPayload) => string);
}

/**
 * The common shape of a check: take the newest evidence of a kind and judge it. Only
 * valid evidence whose own verdict is `pass` reaches `judge`; everything else already has
 * its answer, and none of it is a pass.
 *
 * @param words - `report`: what to do to get (new) evidence, as a sentence; `repair`: what
 * to do about evidence that says `fail`, and `settle`: about evidence that leaves it open;
 * the same as `report` when absent
 */
export function judgeLatest<TPayload>(
  context: CheckContext,
  kind: EvidenceKind<TPayload>,
  words: CheckWords<TPayload>,
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
        )}, is valid only until ${utc(latest.evidence.expiresAt)}.`,
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
  words: CheckWords<TPayload>,
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
    remedy: remedyFor(evidence, words),
    evidence: [evidence.id],
  };
}

function remedyFor<TPayload>(
  { verdict, payload }: Evidence<TPayload>,
  { report, repair, settle }: CheckWords<TPayload>,
): string {
  const words = (verdict === 'fail' ? repair : settle) ?? report;
  return typeof words === 'string' ? words : words(payload);
}

function seen(evidence: Evidence): string {
  return `observed ${utc(evidence.observedAt)} by ${evidence.source}`;
}
