import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { digestText, instantText, lineText } from '../payloadSchemas';

const trouble = z.strictObject({
  digest: digestText,
  /** What the registry said, e.g. `layer sha256:9f... is not found`. */
  reason: lineText(300),
});

const schema = z
  .strictObject({
    /** The release to go back to: the last that was good. */
    release: z.strictObject({
      version: lineText(200),
      deployedAt: instantText.optional(),
    }),
    /** Everything that it is made of. */
    digests: z.array(digestText).min(1).max(50),
    /** Where each digest was asked for, manifest and layers. */
    regions: z
      .array(
        z.strictObject({
          region: lineText(100),
          registry: lineText(300),
          /** The registry answered, and does not have them whole. */
          missing: z.array(trouble).max(50),
          /** The registry gave no answer about them. */
          unanswered: z.array(trouble).max(50),
        }),
      )
      .min(1)
      .max(50),
  })
  .refine(
    ({ regions }) =>
      new Set(regions.map(({ region, registry }) => `${region} ${registry}`))
        .size === regions.length,
    { path: ['regions'], error: 'names a registry of a region twice' },
  );

export type ArtifactAvailabilityPayload = z.infer<typeof schema>;

/**
 * Whether the artifacts of the last good release can still be pulled in every region
 * (OCI distribution specification, by digest).
 *
 * A registry that does not answer proves nothing either way. One that lacks a layer lacks
 * the artifact: its manifest alone starts nothing.
 */
export const artifactAvailability = defineEvidenceKind({
  id: 'artifact-availability',
  title: 'Artifact availability',
  schema,
  // Retention rules of registries run daily; a week-old answer is an old one.
  validFor: 'P3D',
  subject: { environment: 'required' },
  verdict: ({ regions }) => {
    if (regions.some(({ missing }) => missing.length > 0)) return 'fail';
    return regions.some(({ unanswered }) => unanswered.length > 0)
      ? 'unknown'
      : 'pass';
  },
  headline: ({ release, digests, regions }) => {
    const lacking = regions.filter(({ missing }) => missing.length > 0);
    if (lacking.length > 0) {
      return `${release.version} is not whole in ${placesOf(lacking)}`;
    }
    const silent = regions.filter(({ unanswered }) => unanswered.length > 0);
    return silent.length > 0
      ? `${release.version} could not be looked for in ${placesOf(silent)}`
      : `${release.version}: ${digests.length} of ${
          digests.length
        } digests in ${placesOf(regions)}`;
  },
});

function placesOf(regions: ArtifactAvailabilityPayload['regions']): string {
  return [...new Set(regions.map(({ region }) => region))].join(', ');
}
