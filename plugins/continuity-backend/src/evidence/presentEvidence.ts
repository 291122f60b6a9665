import type { Evidence, EvidenceKind } from '@continuity/engine';
import type { components } from '@continuity/plugin-continuity-common';
import { z } from 'zod';
import { describeEvidence } from './evidenceEntry';

type Schemas = components['schemas'];

/** Evidence as the API shows it. */
export function presentEvidence(
  evidence: Evidence,
  kindTitle: string,
): Schemas['Evidence'] {
  return {
    ...describeEvidence(evidence),
    kindTitle,
    payload: Object(evidence.payload),
  };
}

/** A kind as the API shows it, with the JSON schema of its payload. */
export function presentKind(kind: EvidenceKind): Schemas['EvidenceKind'] {
  return {
    id: kind.id,
    title: kind.title,
    validFor: kind.validFor,
    environment: kind.subject.environment,
    // Refinements have no place in JSON schema; reports are checked against both.
    schema: z.toJSONSchema(kind.schema, {
      io: 'input',
      unrepresentable: 'any',
    }),
  };
}
