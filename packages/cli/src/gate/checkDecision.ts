import type {
  GateDecision,
  GateRequest,
} from '@continuity/plugin-continuity-common';
import { NoAnswerError } from '../failures';
import { describeIssues } from '../output/describeIssues';
import { decisionSchema } from './decisionSchema';

/**
 * Takes a server's answer for a decision only if it is one, answers this very question
 * and does not contradict itself. Anything else is no answer, never an allow: a proxy's
 * page, a cached reply, another version's verdict.
 *
 * @throws NoAnswerError
 */
export function checkDecision(
  answer: unknown,
  question: GateRequest,
  now: number,
): GateDecision {
  const parsed = decisionSchema.safeParse(answer);
  if (!parsed.success) {
    throw new NoAnswerError(
      `the server's answer is not a decision: ${describeIssues(parsed.error)}`,
    );
  }
  const decision = parsed.data;
  assertAnswers(decision, question);
  assertRecorded(decision, question);
  assertSigned(decision, question);
  assertConsistent(decision);
  assertReliable(decision, question, now);
  return decision;
}

function assertAnswers({ request }: GateDecision, question: GateRequest): void {
  const pairs: [string, string | undefined, string | undefined][] = [
    ['entity', question.entity, request.entity.toLowerCase()],
    ['environment', question.environment, request.environment],
    ['region', question.region, request.region],
    ['class', question.class, request.class],
    ['digest', question.artifactDigest, request.artifactDigest],
    ['change', question.change, request.change],
    ['operation', question.operation, request.operation],
    ['continues', question.continues, request.continues],
    ['at', question.at, question.at && toIso(request.at)],
  ];
  for (const [part, asked, answered] of pairs) {
    if (asked !== undefined && asked !== answered) {
      throw new NoAnswerError(
        `the server answered another question: ${part} "${asked}" was asked, "${answered}" was answered`,
      );
    }
  }
}

function toIso(text: string): string {
  return new Date(text).toISOString();
}

function assertRecorded(decision: GateDecision, question: GateRequest): void {
  if (decision.dryRun !== (question.dryRun === true)) {
    throw new NoAnswerError(
      question.dryRun
        ? 'the server recorded what was asked as a dry run'
        : 'the server answered with a dry run what was to be recorded',
    );
  }
  const isRecorded =
    decision.id !== undefined && decision.ledgerIndex !== undefined;
  if (!decision.dryRun && !isRecorded) {
    throw new NoAnswerError(
      'the decision carries no id or no ledger index, so it was not recorded',
    );
  }
}

/** Whether it is genuine, whoever has the public key finds out. */
function assertSigned(
  { statement }: GateDecision,
  question: GateRequest,
): void {
  if (question.statement && !statement) {
    throw new NoAnswerError(
      'the server did not sign the decision; it may be older than this version of continuity, so leave out --statement or update it',
    );
  }
}

function assertConsistent({ verdict, reasons }: GateDecision): void {
  const against = reasons.find(reason => reason.verdict !== 'allow');
  if (verdict === 'allow' && against) {
    throw new NoAnswerError(
      `the server allows but gives a reason against it (${against.rule}: ${against.explanation})`,
    );
  }
}

/** Under an idempotency key an old allow comes back; it must not outlive its validity. */
function assertReliable(
  { verdict, validUntil, decidedAt }: GateDecision,
  question: GateRequest,
  now: number,
): void {
  const isPast = Date.parse(validUntil) <= now;
  if (verdict === 'allow' && question.at === undefined && isPast) {
    throw new NoAnswerError(
      `this is the decision of ${decidedAt}, which could be relied on until ${validUntil}; ask again with another --idempotency-key`,
    );
  }
}
