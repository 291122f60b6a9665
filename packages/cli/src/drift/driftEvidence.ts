import {
  describeRef,
  driftScan,
  MOST_DRIFT_FINDINGS,
  type DriftReport,
  type DriftScanPayload,
} from '@continuity/engine';
import { evidenceLine } from '../migrations/evidenceLine';
import type { Verdict } from '../migrations/pushVerdict';

/** A scan as evidence that a gate can ask for; values stay out of it. */
export function driftEvidence(
  { objects, counts, problems, rules }: DriftReport,
  scannedAt: number,
): Verdict<DriftScanPayload> {
  const states = (which: string) =>
    rules.filter(({ state }) => state === which).length;
  const findings = [
    ...objects.flatMap(({ ref, state, changes }) => {
      const object = describeRef(ref);
      if (state === 'missing') return [{ object, what: 'is not live' }];
      if (state === 'extra') return [{ object, what: 'is not desired' }];
      return changes.slice(0, 2).map(({ label, ownership }) => ({
        object,
        what: `${label} differs; owner: ${ownership}`,
      }));
    }),
    ...problems.map(({ source, message }) => ({
      object: source,
      what: message,
    })),
  ];
  return {
    kind: driftScan,
    payload: {
      against: 'git',
      scannedAt: new Date(scannedAt).toISOString(),
      objects: counts.desired,
      inSync: counts.inSync,
      changed: counts.changed,
      missing: counts.missing,
      extra: counts.extra,
      fields: counts.fields,
      unauthorised: counts.unauthorised,
      unattributed: counts.unattributed,
      ignored: counts.ignored,
      notCompared: problems.length,
      rules: { expired: states('expired'), expiring: states('expiring') },
      findings: findings
        .slice(0, MOST_DRIFT_FINDINGS)
        .map(({ object, what }) => ({
          object: evidenceLine(object, 300),
          what: evidenceLine(what, 300),
        })),
    },
  };
}
