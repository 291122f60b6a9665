import { parseDuration } from '../time';
import type { EvidenceKind } from './types';

/**
 * Declares a kind of evidence.
 *
 * Keep the schema free of transforms: it is also published as JSON schema, and evidence
 * that was stored is checked against it again whenever it is read.
 *
 * @throws Error when the id is not kebab-case or `validFor` not a positive ISO 8601
 *   duration. That is a mistake in code and shows on first import.
 */
export function defineEvidenceKind<TPayload>(
  kind: EvidenceKind<TPayload>,
): EvidenceKind<TPayload> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kind.id)) {
    throw new Error(
      `Evidence kind "${kind.id}": an id is kebab-case, e.g. "rollback-plan"`,
    );
  }
  if (!((parseDuration(kind.validFor)?.seconds ?? 0) > 0)) {
    throw new Error(
      `Evidence kind "${kind.id}": validFor "${kind.validFor}" is not an ISO 8601 duration longer than zero, e.g. P90D`,
    );
  }
  return Object.freeze({ ...kind });
}
