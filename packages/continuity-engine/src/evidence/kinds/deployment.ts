import { z } from 'zod';
import { parseInstant } from '../../time';
import { defineEvidenceKind } from '../defineEvidenceKind';
import {
  digestText,
  instantText,
  lineText,
  repositoryText,
} from '../payloadSchemas';

const artifact = z.strictObject({
  /** Without its registry, which is another in every region: e.g. `shop/payments-api`. */
  repository: repositoryText,
  digest: digestText,
});

const schema = z
  .strictObject({
    version: lineText(200),
    /** Of the one that the release is known by; the gate is asked about it. */
    artifactDigest: digestText.optional(),
    /**
     * Everything of it that lies in registries, and where. Absent: `artifactDigest` is all
     * that is known.
     */
    artifacts: z.array(artifact).min(1).max(50).optional(),
    outcome: z.enum(['succeeded', 'failed', 'rolled-back', 'cancelled']),
    startedAt: instantText,
    finishedAt: instantText,
  })
  .refine(
    ({ startedAt, finishedAt }) =>
      (parseInstant(finishedAt) ?? 0) >= (parseInstant(startedAt) ?? 0),
    { path: ['finishedAt'], error: 'lies before startedAt' },
  )
  .refine(
    ({ artifacts = [] }) =>
      new Set(
        artifacts.map(({ repository, digest }) => `${repository}@${digest}`),
      ).size === artifacts.length,
    { path: ['artifacts'], error: 'names an artifact twice' },
  )
  .refine(
    ({ artifactDigest, artifacts }) =>
      artifactDigest === undefined ||
      artifacts === undefined ||
      artifacts.some(({ digest }) => digest === artifactDigest),
    { path: ['artifactDigest'], error: 'is that of none of the artifacts' },
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
