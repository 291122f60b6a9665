import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { userRefText, webAddress } from '../payloadSchemas';

const schema = z.strictObject({
  reviewedBy: userRefText,
  document: webAddress,
  outcome: z.enum(['approved', 'changes-requested']),
  notes: z.string().max(4000).optional(),
});

/** Somebody read the continuity plan of a service and said whether it holds (ISO 22301, 9.3). */
export const continuityPlanReview = defineEvidenceKind({
  id: 'continuity-plan-review',
  title: 'Continuity plan review',
  schema,
  validFor: 'P365D',
  subject: { environment: 'none' },
  verdict: ({ outcome }) => (outcome === 'approved' ? 'pass' : 'fail'),
  headline: ({ outcome, reviewedBy }) =>
    outcome === 'approved'
      ? `approved by ${reviewedBy}`
      : `changes requested by ${reviewedBy}`,
});

export type ContinuityPlanReviewPayload = z.infer<typeof schema>;
