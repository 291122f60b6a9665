import {
  artifactAvailability,
  type ArtifactAvailabilityPayload,
} from '../../evidence';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** Whoever goes back needs something to go back to. */
export const artifactAvailable = defineCheck({
  id: 'previous-artifact-available',
  title: 'Previous artifact is available',
  question:
    'Can every artifact of the last good release still be pulled, in every region?',
  needs: [artifactAvailability],
  evaluate: context =>
    judgeLatest(
      context,
      artifactAvailability,
      {
        report:
          'Have the registries asked for the digests of the last good release, and report it as evidence of kind "artifact-availability".',
        repair: payload =>
          `Push ${
            payload.release.version
          } again, or exempt it from the retention rules: ${firstOf(
            payload,
            'missing',
          )}.`,
        settle: payload =>
          `Find out why a registry does not answer: ${firstOf(
            payload,
            'unanswered',
          )}.`,
      },
      ({ id, payload }) => {
        const { release, digests, regions } = payload;
        const asked = new Set(regions.map(({ region }) => region));
        if (context.region !== undefined && !asked.has(context.region)) {
          return {
            verdict: 'unknown',
            reason: `No registry was asked for ${context.region}; only for ${[
              ...asked,
            ].join(', ')}.`,
            remedy: `Add the registry that ${context.region} pulls from to what is asked.`,
            evidence: [id],
          };
        }
        return {
          verdict: 'pass',
          reason: `All ${digests.length} digests of ${
            release.version
          } are there, in ${[...asked].join(', ')}.`,
          evidence: [id],
        };
      },
    ),
});

function firstOf(
  { regions }: ArtifactAvailabilityPayload,
  field: 'missing' | 'unanswered',
): string {
  const place = regions.find(region => region[field].length > 0);
  const [trouble] = place?.[field] ?? [];
  return place && trouble
    ? `${place.registry} (${place.region}), ${trouble.digest.slice(0, 19)}: ${
        trouble.reason
      }`
    : 'see the evidence';
}
