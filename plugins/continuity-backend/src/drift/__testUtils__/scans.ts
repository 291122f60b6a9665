import type { DriftScanFinding, DriftScanPayload } from '@continuity/engine';

/** A finding of a field that somebody edited by hand. */
export const edited = (
  path: string,
  more: Partial<DriftScanFinding> = {},
): DriftScanFinding => ({
  object: 'apps/Deployment shop/payments-api',
  what: `${path} differs; owner: kubectl-edit`,
  change: 'changed',
  path,
  label: path.slice(1).replace(/\//g, '.'),
  desired: { state: 'shown', text: '"1.4.2"' },
  live: { state: 'shown', text: '"1.4.3-hotfix"' },
  owner: 'kubectl-edit (Update)',
  managers: ['kubectl-edit'],
  authorised: 'no',
  ...more,
});

export const scanPayload = (
  findings: DriftScanFinding[],
  more: Partial<DriftScanPayload> = {},
): DriftScanPayload => {
  const missing = findings.filter(({ change }) => change === 'missing').length;
  const changed = findings.length > missing ? 1 : 0;
  return {
    against: 'git',
    scannedAt: new Date().toISOString(),
    objects: 12,
    inSync: 12 - changed - missing,
    changed,
    missing,
    extra: 0,
    fields: findings.length - missing,
    unauthorised: 0,
    unattributed: 0,
    ignored: 0,
    notCompared: 0,
    rules: { expired: 0, expiring: 0 },
    findings,
    unlisted: 0,
    ...more,
  };
};
