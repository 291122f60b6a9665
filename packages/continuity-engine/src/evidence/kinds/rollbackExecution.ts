import { z } from 'zod';
import { parseInstant } from '../../time';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { instantText, lineText, webAddress } from '../payloadSchemas';

const schema = z
  .strictObject({
    /** The version that was left. */
    from: lineText(200),
    /** The version that was gone back to. */
    to: lineText(200),
    outcome: z.enum(['succeeded', 'failed', 'cancelled']),
    /** When going back was decided; the time until then is not counted. */
    startedAt: instantText,
    /** When the service was seen to work again, or was given up. */
    finishedAt: instantText,
    /** Whether data was lost on the way. Absent: nobody looked. */
    dataLost: z.boolean().optional(),
    /** The incident that it ended. */
    incident: webAddress.optional(),
  })
  .refine(
    ({ startedAt, finishedAt }) =>
      (parseInstant(finishedAt) ?? 0) >= (parseInstant(startedAt) ?? 0),
    { path: ['finishedAt'], error: 'lies before startedAt' },
  );

export type RollbackExecutionPayload = z.infer<typeof schema>;

/**
 * Somebody went back, in earnest, and it took this long.
 *
 * One that lost data did not bring the service back to where it was, so it is a failure
 * however fast it was.
 */
export const rollbackExecution = defineEvidenceKind({
  id: 'rollback-execution',
  title: 'Rollback',
  schema,
  validFor: 'P365D',
  subject: { environment: 'required' },
  verdict: ({ outcome, dataLost }) => {
    if (outcome === 'cancelled') return 'unknown';
    return outcome === 'succeeded' && dataLost !== true ? 'pass' : 'fail';
  },
  headline: payload =>
    `${payload.from} -> ${payload.to} ${
      payload.outcome
    } after ${rollbackSeconds(payload)} s${
      payload.dataLost ? ', with data lost' : ''
    }`,
});

/** How long it took, in whole seconds, rounded up. */
export function rollbackSeconds({
  startedAt,
  finishedAt,
}: Pick<RollbackExecutionPayload, 'startedAt' | 'finishedAt'>): number {
  return Math.ceil(
    ((parseInstant(finishedAt) ?? 0) - (parseInstant(startedAt) ?? 0)) / 1000,
  );
}
