import { z } from 'zod';
import { isCanonical } from '../ledger';
import { parseInstant } from '../time';
import { subjectOf } from './makeDecisionStatement';
import {
  DECISION_PREDICATE,
  STATEMENT_TYPE,
  type DecisionStatement,
  type StatementRefusal,
} from './types';

const instant = z
  .string()
  .refine(text => parseInstant(text) !== undefined, 'is not a moment');
const verdict = z.enum(['allow', 'deny', 'needs-approval']);
const sha256 = z.string().regex(/^[a-f0-9]{64}$/, 'is not a SHA-256 in hex');

const reason = z.looseObject({
  rule: z.string(),
  policy: z.string().optional(),
  verdict,
  explanation: z.string(),
  until: instant.optional(),
  change: z.string().optional(),
  override: z.string().optional(),
});

/** What more a later writer says is no contradiction (in-toto: ignore it). */
const shape: z.ZodType<DecisionStatement> = z.looseObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(
      z.looseObject({ name: z.string(), digest: z.looseObject({ sha256 }) }),
    )
    .length(1),
  predicateType: z.literal(DECISION_PREDICATE),
  predicate: z.looseObject({
    id: z.string().min(1),
    verdict,
    dryRun: z.literal(false),
    request: z.looseObject({
      entity: z.string().min(1),
      environment: z.string().min(1),
      region: z.string().optional(),
      class: z.enum(['standard', 'major', 'emergency']),
      operation: z.enum(['deploy', 'rollback', 'continue']).optional(),
      continues: z.string().optional(),
      artifactDigest: z
        .string()
        .regex(/^sha256:[a-f0-9]{64}$/)
        .optional(),
      change: z.string().optional(),
      at: instant,
    }),
    reasons: z.array(reason).min(1),
    decidedAt: instant,
    decidedBy: z.string().optional(),
    validUntil: instant,
    ledger: z.looseObject({
      index: z.int().nonnegative(),
      leafHash: sha256,
    }),
  }),
});

/**
 * Reads a payload whose signature is verified already. Signed texts are in their RFC 8785
 * form, in which a value has one text: any other is refused.
 */
export function readDecisionStatement(
  payload: Uint8Array,
): { statement: DecisionStatement } | { refusal: StatementRefusal } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      payload,
    );
  } catch {
    return refuse('it is not UTF-8');
  }
  if (!isCanonical(text)) {
    return refuse('it is not JSON in its canonical form (RFC 8785)');
  }
  const parsed = shape.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return refuse(`${path.join('.') || 'the payload'}: ${message}`);
  }
  const { subject, predicate } = parsed.data;
  const expected = subjectOf(predicate);
  if (
    subject[0].name !== expected.name ||
    subject[0].digest.sha256 !== expected.digest.sha256
  ) {
    return refuse(
      `its subject ${subject[0].name} is not what was decided about`,
    );
  }
  const against = predicate.reasons.find(one => one.verdict !== 'allow');
  if (predicate.verdict === 'allow' && against) {
    return refuse(`it allows, but ${against.rule} is against it`);
  }
  return { statement: parsed.data };
}

function refuse(what: string): { refusal: StatementRefusal } {
  return {
    refusal: {
      code: 'statement',
      why: `What was signed is not a decision of the gate that this version understands: ${what}.`,
      next: 'Take the statement of a decision, and a version of continuity as new as the portal.',
    },
  };
}
