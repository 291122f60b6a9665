import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { instantText, lineText } from '../payloadSchemas';

const schema = z.strictObject({
  phase: z.enum(['began', 'ended']),
  reason: lineText(500),
  /** Where its work goes meanwhile. */
  to: lineText(100).optional(),
  /** When it is expected to be over; it is over when its end is reported. */
  expectedEnd: instantText.optional(),
});

/** A service fails over from a region, or has done so (ISO/IEC 27031). */
export const regionFailover = defineEvidenceKind({
  id: 'region-failover',
  title: 'Region failover',
  schema,
  validFor: 'P1D',
  subject: { environment: 'required' },
  verdict: ({ phase }) => (phase === 'ended' ? 'pass' : 'fail'),
  headline: ({ phase, reason, to }) =>
    phase === 'ended'
      ? `failover ended: ${reason}`
      : `failing over${to === undefined ? '' : ` to ${to}`}: ${reason}`,
});

export type RegionFailoverPayload = z.infer<typeof schema>;
