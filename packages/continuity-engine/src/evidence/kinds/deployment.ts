import { z } from 'zod';
import { parseInstant } from '../../time';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { digestText, instantText, lineText } from '../payloadSchemas';

const schema = z
  .strictObject({
    version: lineText(200),
    artifactDigest: digestText.optional(),
    outcome: z.enum(['succeeded', 'failed', 'rolled-back', 'cancelled']),
    startedAt: instantText,
    finishedAt: instantText,
  })
  .refine(
    ({ startedAt, finishedAt }) =>
      (parseInstant(finishedAt) ?? 0) >= (parseInstant(startedAt) ?? 0),
    { path: ['finishedAt'], error: 'lies before startedAt' },
  );

/** A deployment ran to its end, whichever that was. */
export const deployment = defineEvidenceKind({
  id: 'deployment',
  title: 'Deployment',
  schema,
  validFor: 'P90D',
  subject: { environment: 'required' },
  verdict: ({ outcome }) => {
    switch (outcome) {
      case 'succeeded':
        return 'pass';
      case 'cancelled':
        // Nothing was tried to the end, so nothing is proven either way.
        return 'unknown';
      default:
        return 'fail';
    }
  },
  headline: ({ version, outcome, startedAt, finishedAt }) => {
    const seconds = Math.round(
      ((parseInstant(finishedAt) ?? 0) - (parseInstant(startedAt) ?? 0)) / 1000,
    );
    return `${version} ${outcome} after ${seconds} s`;
  },
});

export type DeploymentPayload = z.infer<typeof schema>;
