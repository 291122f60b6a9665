import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import {
  durationText,
  lineText,
  ownerRefText,
  webAddress,
} from '../payloadSchemas';

const schema = z.strictObject({
  steps: z.array(z.string().min(1).max(1000)).min(1).max(100),
  decisionOwner: ownerRefText,
  /** How long after the deployment the decision to go back is due. */
  decisionDeadline: durationText,
  /** How long going back takes once it is decided. */
  expectedDuration: durationText,
  /** What happens to data written in between. */
  dataHandling: lineText(2000),
  document: webAddress.optional(),
});

/** How to go back, who decides, until when, how long it takes and what becomes of the data. */
export const rollbackPlan = defineEvidenceKind({
  id: 'rollback-plan',
  title: 'Rollback plan',
  schema,
  validFor: 'P180D',
  subject: { environment: 'optional' },
  // That a plan exists is what it proves; whether it is fast enough, a check judges.
  verdict: () => 'pass',
  headline: ({ steps, expectedDuration, decisionOwner }) =>
    `${steps.length} ${
      steps.length === 1 ? 'step' : 'steps'
    } in ${expectedDuration}, decided by ${decisionOwner}`,
});

export type RollbackPlanPayload = z.infer<typeof schema>;
