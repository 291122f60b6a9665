import { readShape, type Problem, type Reading } from '../../time';
import { contentShape } from './contentShape';
import type { ChangeContent } from './types';

/**
 * Reads what a change says of itself. A draft may leave most of it out: what a change of
 * its class must say is a matter of `findGaps`.
 *
 * @param raw - as it arrived; instants in ISO 8601
 */
export function parseChangeContent(raw: unknown): Reading<ChangeContent> {
  const reading = readShape(contentShape, raw, '');
  if (!reading.ok) return reading;
  const content: ChangeContent = reading.value;
  const problems = foreignDigests(content);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: content };
}

/** A digest of something else would be approved and never be deployed. */
function foreignDigests({ digests = {}, entities }: ChangeContent): Problem[] {
  return Object.keys(digests)
    .filter(ref => !entities.includes(ref))
    .map(ref => ({
      path: `digests.${ref}`,
      message: `is not one of the entities of the change; expected one of ${entities.join(
        ', ',
      )}`,
    }));
}
