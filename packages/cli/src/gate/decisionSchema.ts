import { parseInstant } from '@continuity/engine';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import { z } from 'zod';

const instant = z
  .string()
  .refine(text => parseInstant(text) !== undefined, 'is not a moment');
const verdict = z.enum(['allow', 'deny', 'needs-approval']);

const reason = z.looseObject({
  rule: z.string(),
  policy: z.string().optional(),
  verdict,
  explanation: z.string().min(1),
  remedy: z.string().optional(),
  evidence: z.array(z.string()),
  until: instant.optional(),
  timezone: z.string().optional(),
});

/** What an answer of the gate must hold before it counts; more is welcome. */
export const decisionSchema: z.ZodType<GateDecision> = z.looseObject({
  id: z.string().min(1).optional(),
  ledgerIndex: z.int().nonnegative().optional(),
  dryRun: z.boolean(),
  verdict,
  request: z.looseObject({
    entity: z.string(),
    environment: z.string(),
    region: z.string().optional(),
    class: z.enum(['standard', 'major', 'emergency']),
    operation: z.enum(['deploy', 'rollback', 'continue']).optional(),
    continues: z.string().optional(),
    artifactDigest: z.string().optional(),
    change: z.string().optional(),
    at: instant,
  }),
  reasons: z.array(reason).min(1),
  nextChange: z
    .looseObject({ at: instant, verdict, cause: z.string() })
    .optional(),
  nextOpen: instant.optional(),
  longestOpen: z
    .looseObject({ start: instant, end: instant.optional() })
    .optional(),
  validUntil: instant,
  decidedAt: instant,
  decidedBy: z.string().optional(),
  statement: z
    .looseObject({
      payloadType: z.string().min(1),
      payload: z.string().min(1),
      signatures: z
        .array(z.looseObject({ keyid: z.string(), sig: z.string().min(1) }))
        .min(1),
    })
    .optional(),
});
