import type {
  GateDecision,
  GateRequest,
} from '@continuity/plugin-continuity-common';
import { z } from 'zod';
import { NoAnswerError } from '../exitCodes';

const verdict = z.enum(['allow', 'deny', 'needs-approval']);

/** The parts that a pipeline relies on; anything less is not an answer. */
const answer = z.looseObject({
  verdict,
  dryRun: z.boolean(),
  validUntil: z.iso.datetime({ offset: true }),
  decidedAt: z.iso.datetime({ offset: true }),
  request: z.looseObject({
    entity: z.string(),
    environment: z.string(),
    class: z.string(),
  }),
  reasons: z
    .array(
      z.looseObject({
        rule: z.string(),
        verdict,
        explanation: z.string(),
      }),
    )
    .min(1),
});

/**
 * Makes sure that what came back answers what was asked. A login page, a cached answer
 * to something else or a half-written body must not open anything.
 *
 * @throws NoAnswerError that says what does not fit
 */
export function checkDecision(
  decision: GateDecision,
  request: GateRequest,
): GateDecision {
  const read = answer.safeParse(decision);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new NoAnswerError(
      `the server's answer is not a decision (${
        issue.path.join('.') || 'body'
      }: ${issue.message})`,
    );
  }
  const asked = read.data.request;
  const differs = (
    [
      ['entity', request.entity, asked.entity],
      ['environment', request.environment, asked.environment],
      ['class', request.class, asked.class],
      ['dryRun', request.dryRun, read.data.dryRun],
    ] as const
  ).find(([, ours, theirs]) => ours !== theirs);
  if (differs) {
    throw new NoAnswerError(
      `the server answered another question (${differs[0]}: "${differs[2]}" instead of "${differs[1]}")`,
    );
  }
  const recorded =
    decision.id !== undefined && decision.ledgerIndex !== undefined;
  if (!decision.dryRun && !recorded) {
    throw new NoAnswerError(
      'the server did not say where in the ledger the decision is',
    );
  }
  const worse = decision.reasons.find(reason => reason.verdict !== 'allow');
  if (decision.verdict === 'allow' && worse) {
    throw new NoAnswerError(
      `the server allows although ${worse.rule} says ${worse.verdict}`,
    );
  }
  return decision;
}
