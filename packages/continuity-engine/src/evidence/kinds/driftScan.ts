import { z } from 'zod';
import { defineEvidenceKind } from '../defineEvidenceKind';
import { instantText, lineText } from '../payloadSchemas';

/** Findings that a report names; the rest is counted. */
export const MOST_DRIFT_FINDINGS = 40;

const count = z.int().min(0);

/** A value as it may be shown; masked and cut already. */
const shownValue = z.strictObject({
  state: z.enum(['shown', 'masked', 'absent']),
  text: lineText(300),
});

const finding = z.strictObject({
  /** e.g. `apps/Deployment shop/api`, or where what was not compared was read from. */
  object: lineText(300),
  what: lineText(300),
  /**
   * How it differs; of an object as a whole `missing`, `extra` or `not-compared`. Absent:
   * the report does not say.
   */
  change: z
    .enum([
      'changed',
      'added',
      'removed',
      'reordered',
      'missing',
      'extra',
      'not-compared',
    ])
    .optional(),
  /** JSON Pointer (RFC 6901). Absent: it is about the whole object, or too long. */
  path: lineText(500).optional(),
  /** The path for people. */
  label: lineText(300).optional(),
  desired: shownValue.optional(),
  live: shownValue.optional(),
  /** Who owns the field, in words. */
  owner: lineText(300).optional(),
  managers: z.array(lineText(130)).max(8).optional(),
  /** When the field's owner last wrote to the object. Absent: not recorded. */
  ownedAt: instantText.optional(),
  /** Whether a manager that deploys owns the field. */
  authorised: z.enum(['yes', 'no', 'unknown']).optional(),
});

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
    findings: z.array(finding).max(MOST_DRIFT_FINDINGS),
    /** Findings beyond those. Absent: not counted, so there may be more. */
    unlisted: count.optional(),
    /** What a secondary or standby was held against. */
    comparedWith: z
      .strictObject({
        environment: lineText(100),
        region: lineText(100).optional(),
      })
      .optional(),
    /** The baseline it was held against. */
    baseline: z.strictObject({ version: z.int().min(1) }).optional(),
  })
  .refine(
    ({ objects, inSync, changed, missing }) =>
      objects === inSync + changed + missing,
    {
      path: ['objects'],
      error: 'is not the sum of inSync, changed and missing',
    },
  )
  .refine(
    ({ against, comparedWith }) =>
      comparedWith === undefined || against === 'parity',
    { path: ['comparedWith'], error: 'is for parity only' },
  )
  .refine(
    ({ against, baseline }) => baseline === undefined || against === 'baseline',
    { path: ['baseline'], error: 'is for scans against a baseline only' },
  );

/** One thing that a scan found. */
export type DriftScanFinding = z.infer<typeof finding>;

export type DriftScanPayload = z.infer<typeof schema>;

/**
 * Findings that a report does not list: those that it says, and at least those that its
 * counts show.
 */
export function unlistedIn({
  fields,
  missing,
  extra,
  notCompared,
  findings,
  unlisted = 0,
}: DriftScanPayload): number {
  return Math.max(
    unlisted,
    fields + missing + extra + notCompared - findings.length,
  );
}

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
      rest.unauthorised > 0 &&
        `${rest.unauthorised} ${
          rest.unauthorised === 1 ? 'field' : 'fields'
        } unauthorised`,
      rest.notCompared > 0 && `${rest.notCompared} not compared`,
    ];
    return parts.filter(part => part !== false).join(', ');
  },
});
