import {
  foldScan,
  isDrift,
  NO_DRIFT_LIFE,
  unlistedIn,
  type DriftCulprit,
  type DriftScanPayload,
  type Evidence,
} from '@continuity/engine';
import type {
  DriftPlaceHead,
  DriftPlaceKey,
  DriftPlaceState,
  JudgedFinding,
  NewestScan,
  OpenFindings,
} from './types';

/** Until somebody has looked; nobody is answerable yet, and nothing is excused. */
const NOT_MATCHED: DriftCulprit = {
  standing: 'unknown',
  reason: 'Nobody has looked yet who is answerable.',
  candidates: [],
};

/** A place after another scan, which looked after all those that are in it. */
export function afterScan(
  before: DriftPlaceState | undefined,
  key: DriftPlaceKey,
  scan: Evidence<DriftScanPayload>,
): DriftPlaceState {
  const { payload } = scan;
  const culprits = new Map(
    before?.life.findings.map(({ key: id, culprit }) => [id, culprit]),
  );
  const life = foldScan(before?.life ?? NO_DRIFT_LIFE, scan);
  return {
    key,
    newest: newestOf(scan),
    life: {
      ...life,
      findings: life.findings.map(finding => ({
        ...finding,
        culprit: culprits.get(finding.key) ?? NOT_MATCHED,
      })),
    },
    notCompared: payload.findings
      .filter(finding => !isDrift(finding, payload))
      .map(({ object, what }) => ({ object, what })),
    ...(before?.reported !== undefined && { reported: before.reported }),
  };
}

function newestOf(scan: Evidence<DriftScanPayload>): NewestScan {
  const { payload } = scan;
  const { objects, inSync, changed, missing, extra, fields } = payload;
  const { ignored, notCompared, comparedWith, baseline } = payload;
  return {
    evidenceId: scan.id,
    source: scan.source,
    observedAt: scan.observedAt,
    expiresAt: scan.expiresAt,
    verdict: scan.verdict,
    headline: scan.headline,
    counts: {
      objects,
      inSync,
      changed,
      missing,
      extra,
      fields,
      ignored,
      notCompared,
    },
    ...(comparedWith && { comparedWith }),
    ...(baseline && { baselineVersion: baseline.version }),
    unlisted: unlistedIn(payload),
  };
}

export function isOpen({ resolvedAt }: JudgedFinding): boolean {
  return resolvedAt === undefined;
}

export function openFindings({ life }: DriftPlaceState): JudgedFinding[] {
  return life.findings.filter(isOpen);
}

export function countOpen(state: DriftPlaceState): OpenFindings {
  const open = { attributed: 0, unauthorised: 0, ambiguous: 0, unknown: 0 };
  for (const { culprit } of openFindings(state)) open[culprit.standing] += 1;
  return open;
}

export function headOf(state: DriftPlaceState): DriftPlaceHead {
  const first = openFindings(state).map(({ firstSeen }) => firstSeen);
  return {
    key: state.key,
    newest: state.newest,
    open: countOpen(state),
    ...(first.length > 0 && { since: Math.min(...first) }),
  };
}
