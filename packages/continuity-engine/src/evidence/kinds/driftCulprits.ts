import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { instantText, lineText } from '../payloadSchemas';

/** Findings without an answer that a report names; the rest is counted. */
export const MOST_UNANSWERED = 10;

/** Who reports them; nobody else may, and what others say of culprits is not believed. */
export const DRIFT_CULPRITS_SOURCE = 'collector:continuity-drift';

const count = z.int().min(0);

const schema = z.strictObject({
  /** Id of the evidence of the scan whose findings these are. */
  scan: z.uuid(),
  against: z.enum(['git', 'baseline', 'parity']),
  scannedAt: instantText,
  /** Findings with a change, a deployment or an override of their time. */
  attributed: count,
  /** Findings without any. */
  unauthorised: count,
  /** Findings for which several may be answerable, or one for a part of the time. */
  ambiguous: count,
  /** Findings of which nobody knows when they were written, or what happened then. */
  unknown: count,
  /** Findings that the scan only counts. */
  unlisted: count,
  unanswered: z
    .array(
      z.strictObject({
        object: lineText(300),
        what: lineText(300),
        reason: lineText(500),
      }),
    )
    .max(MOST_UNANSWERED),
});

export type DriftCulpritsPayload = z.infer<typeof schema>;

/**
 * Who is answerable for what a scan found. The portal reports it itself, since it knows the
 * changes and overrides, and again whenever these change.
 */
export const driftCulprits = defineEvidenceKind({
  id: 'drift-culprits',
  title: 'Culprits of drift',
  schema,
  validFor: 'P1D',
  subject: { environment: 'required' },
  verdict: ({ unauthorised, ambiguous, unknown, unlisted }) => {
    if (unauthorised > 0) return 'fail';
    return ambiguous + unknown + unlisted > 0 ? 'unknown' : 'pass';
  },
  headline: ({ against, attributed, unauthorised, ...rest }) => {
    const parts = [
      `against ${against}: ${attributed} attributed`,
      unauthorised > 0 && `${unauthorised} unauthorised`,
      rest.ambiguous > 0 && `${rest.ambiguous} ambiguous`,
      rest.unknown > 0 && `${rest.unknown} not known`,
      rest.unlisted > 0 && `${rest.unlisted} only counted`,
    ];
    return parts.filter(part => part !== false).join(', ');
  },
});
