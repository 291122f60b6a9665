import type { DriftScanFinding, DriftScanPayload } from '../../evidence';
import { foldScan, NO_DRIFT_LIFE } from './foldScan';
import type { DriftLife } from './types';

const finding = (
  path: string,
  more: Partial<DriftScanFinding> = {},
): DriftScanFinding => ({
  object: 'ConfigMap shop/web',
  what: `${path} differs`,
  change: 'changed',
  path,
  live: { state: 'shown', text: '"a"' },
  managers: ['kubectl-edit'],
  ...more,
});

const scan = (
  findings: DriftScanFinding[],
  more: Partial<DriftScanPayload> = {},
): DriftScanPayload => ({
  against: 'git',
  scannedAt: '2026-11-01T00:00:00Z',
  objects: 2,
  inSync: findings.length > 0 ? 1 : 2,
  changed: findings.length > 0 ? 1 : 0,
  missing: 0,
  extra: 0,
  fields: findings.length,
  unauthorised: 0,
  unattributed: 0,
  ignored: 0,
  notCompared: 0,
  rules: { expired: 0, expiring: 0 },
  findings,
  unlisted: 0,
  ...more,
});

const fold = (...scans: DriftScanPayload[]): DriftLife =>
  scans.reduce(
    (life, payload, at) => foldScan(life, { observedAt: at + 1, payload }),
    NO_DRIFT_LIFE,
  );

const open = (life: DriftLife) =>
  life.findings.filter(({ resolvedAt }) => resolvedAt === undefined);

it('keeps the age of what stays, and ends what is gone', () => {
  const life = fold(
    scan([finding('/a')]),
    scan([finding('/a'), finding('/b')]),
    scan([finding('/b')]),
  );
  expect(life).toMatchObject({
    completeAt: 3,
    findings: [
      {
        finding: { path: '/b' },
        firstSeen: 2,
        lastSeen: 3,
        value: { seenAt: 2, unseenAt: 1 },
      },
      { finding: { path: '/a' }, firstSeen: 1, lastSeen: 2, resolvedAt: 3 },
    ],
  });
});

it('begins anew with what comes back', () => {
  expect(
    open(fold(scan([finding('/a')]), scan([]), scan([finding('/a')]))),
  ).toMatchObject([{ firstSeen: 3, value: { unseenAt: 2 } }]);
});

it.each([
  ['counts what it does not list', { unlisted: 3 }],
  ['does not say how much it leaves out', { unlisted: undefined }],
  ['could not compare everything', { notCompared: 1 }],
  ['compared nothing', { objects: 0, inSync: 0, changed: 0 }],
])('ends nothing when a scan %s', (_, more) => {
  const life = fold(scan([finding('/a')]), scan([finding('/b')], more));
  expect(open(life).map(one => one.finding.path)).toContain('/a');
  expect(life.completeAt).toBe(1);
});

it('asks anew when a value was written when it is another one', () => {
  const other = finding('/a', { live: { state: 'shown', text: '"b"' } });
  const life = fold(
    scan([finding('/a')]),
    scan([finding('/a')]),
    scan([other]),
  );
  expect(open(life)).toMatchObject([
    { firstSeen: 1, value: { seenAt: 3, unseenAt: 2 } },
  ]);
});

it('does not take another write of the owner for one of the field, when one can see it', () => {
  const written = (time: string, live: DriftScanFinding['live']) =>
    scan([finding('/a', { ownedAt: time, live })]);
  const shown = { state: 'shown', text: '"a"' } as const;
  const masked = { state: 'masked', text: '(masked)' } as const;
  const [first, later] = ['2026-10-01T00:00:00Z', '2026-10-09T00:00:00Z'];
  expect(
    open(fold(written(first, shown), written(later, shown)))[0].value.ownedAt,
  ).toBe(Date.parse(first));
  expect(
    open(fold(written(first, masked), written(later, masked)))[0].value.ownedAt,
  ).toBe(Date.parse(later));
});

it('does not take what could not be compared for drift', () => {
  const problem = finding('/x', { change: 'not-compared' });
  expect(
    fold(scan([problem], { changed: 0, inSync: 2, notCompared: 1 })).findings,
  ).toEqual([]);
});
