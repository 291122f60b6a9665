import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { instantText, lineText } from '../payloadSchemas';

/** Findings that a report names; the rest is counted. */
export const MOST_DRIFT_FINDINGS = 20;

const count = z.int().min(0);

const schema = z
  .strictObject({
    /** What the live objects were held against. */
    against: z.enum(['git', 'baseline', 'parity']),
    scannedAt: instantText,
    /** Objects that are desired, and were compared or looked for. */
    objects: count,
    inSync: count,
    changed: count,
    missing: count,
    /** Live, and not desired. */
    extra: count,
    /** Fields that differ. */
    fields: count,
    /** Fields that differ and are owned by nobody who deploys. */
    unauthorised: count,
    /** Fields that differ and of which no owner is recorded. */
    unattributed: count,
    /** Fields that differ and that a rule leaves out. */
    ignored: count,
    /** What could not be compared: its drift is not known. */
    notCompared: count,
    /** Ignore rules that have ended, and that end within 14 days. */
    rules: z.strictObject({ expired: count, expiring: count }),
    findings: z
      .array(z.strictObject({ object: lineText(300), what: lineText(300) }))
      .max(MOST_DRIFT_FINDINGS),
  })
  .refine(
    ({ objects, inSync, changed, missing }) =>
      objects === inSync + changed + missing,
    {
      path: ['objects'],
      error: 'is not the sum of inSync, changed and missing',
    },
  );

export type DriftScanPayload = z.infer<typeof schema>;

/**
 * What `continuity drift` says of an environment. A scan that could not compare something,
 * or had nothing to compare, does not say that there is no drift.
 */
export const driftScan = defineEvidenceKind({
  id: 'drift-scan',
  title: 'Drift scan',
  schema,
  // Whoever changes something by hand does it any day.
  validFor: 'P1D',
  subject: { environment: 'required' },
  verdict: ({ changed, missing, extra, notCompared, objects }) => {
    if (changed + missing + extra > 0) return 'fail';
    return notCompared > 0 || objects === 0 ? 'unknown' : 'pass';
  },
  headline: ({
    against,
    objects,
    inSync,
    changed,
    missing,
    extra,
    ...rest
  }) => {
    const parts = [
      `against ${against}: ${inSync} of ${objects} objects in sync`,
      changed > 0 && `${changed} changed`,
      missing > 0 && `${missing} missing`,
      extra > 0 && `${extra} extra`,
      rest.unauthorised > 0 && `${rest.unauthorised} fields unauthorised`,
      rest.notCompared > 0 && `${rest.notCompared} not compared`,
    ];
    return parts.filter(part => part !== false).join(', ');
  },
});
