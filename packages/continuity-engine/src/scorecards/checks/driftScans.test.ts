import fc from 'fast-check';
import { driftScan, materialise, type DriftScanPayload } from '../../evidence';
import { runCheck } from '../runCheck';
import type { Check } from '../types';
import {
  driftScanned,
  ignoreRulesCurrent,
  noDriftFromGit,
  noUnauthorisedChanges,
} from './driftScans';

const entityRef = 'component:default/payments-api';
const observedAt = '2026-10-01T12:00:00.000Z';
const at = Date.parse(observedAt);

const scan = (change: Partial<DriftScanPayload> = {}): DriftScanPayload => ({
  against: 'git',
  scannedAt: observedAt,
  objects: 3,
  inSync: 3,
  changed: 0,
  missing: 0,
  extra: 0,
  fields: 0,
  unauthorised: 0,
  unattributed: 0,
  ignored: 0,
  notCompared: 0,
  rules: { expired: 0, expiring: 0 },
  findings: [],
  ...change,
});

function judge(check: Check, payloads: DriftScanPayload[], now = at) {
  return runCheck(check, {
    now,
    entityRef,
    profile: {
      classification: 'unclassified',
      findings: [],
      planning: { inScope: 'unknown', reasons: [] },
    },
    environment: 'production',
    evidence: payloads.map((payload, place) =>
      materialise(
        {
          kind: driftScan.id,
          source: 'continuity-cli',
          externalId: `${place}`,
          entityRef,
          environment: 'production',
          observedAt,
          payload,
        },
        driftScan,
        { id: `e${place}`, receivedAt: at },
      ),
    ),
  });
}

const changed = { inSync: 2, changed: 1, fields: 1 };

it.each<[Check, string, Partial<DriftScanPayload>, string]>([
  [driftScanned, 'all is compared', {}, 'pass'],
  [driftScanned, 'drift is found', changed, 'pass'],
  [driftScanned, 'something is not compared', { notCompared: 1 }, 'unknown'],
  [driftScanned, 'there is nothing', { objects: 0, inSync: 0 }, 'unknown'],
  [noDriftFromGit, 'nothing differs', {}, 'pass'],
  [noDriftFromGit, 'a field differs', changed, 'fail'],
  [noDriftFromGit, 'one is missing', { inSync: 2, missing: 1 }, 'fail'],
  [noDriftFromGit, 'one is extra', { extra: 1 }, 'fail'],
  [noDriftFromGit, 'something is not compared', { notCompared: 1 }, 'unknown'],
  [noUnauthorisedChanges, 'nothing differs', {}, 'pass'],
  [noUnauthorisedChanges, 'a deployer wrote it', changed, 'pass'],
  [
    noUnauthorisedChanges,
    'another did',
    { ...changed, unauthorised: 1 },
    'fail',
  ],
  [
    noUnauthorisedChanges,
    'who is not known',
    { ...changed, unattributed: 1 },
    'unknown',
  ],
  [ignoreRulesCurrent, 'none ends', {}, 'pass'],
  [
    ignoreRulesCurrent,
    'one ends soon',
    { rules: { expired: 0, expiring: 1 } },
    'fail',
  ],
  [
    ignoreRulesCurrent,
    'one has ended',
    { rules: { expired: 1, expiring: 0 } },
    'fail',
  ],
])('$id: $1', (check, _, change, verdict) => {
  const result = judge(check, [scan(change)]);
  expect(result.verdict).toBe(verdict);
  expect(result.remedy === undefined).toBe(verdict === 'pass');
});

it.each([
  driftScanned,
  noDriftFromGit,
  noUnauthorisedChanges,
  ignoreRulesCurrent,
])(
  '$id does not know of what was not scanned within a day, or not against Git',
  check => {
    expect(judge(check, []).verdict).toBe('unknown');
    expect(judge(check, [scan({ against: 'parity' })]).verdict).toBe('unknown');
    expect(judge(check, [scan()], at + 86_400_000 - 1).verdict).toBe('pass');
    expect(judge(check, [scan()], at + 86_400_000).verdict).toBe('unknown');
  },
);

it('goes by the worst of scans of the same moment', () => {
  expect(judge(noDriftFromGit, [scan(), scan(changed)]).verdict).toBe('fail');
  const half = scan({ notCompared: 1 });
  expect(judge(noDriftFromGit, [scan(), half]).verdict).toBe('unknown');
});

it('passes only when nothing differs and everything was compared', () => {
  const count = fc.nat({ max: 2 });
  fc.assert(
    fc.property(
      fc.record({
        inSync: count,
        changed: count,
        missing: count,
        extra: count,
        notCompared: count,
      }),
      counts => {
        const objects = counts.inSync + counts.changed + counts.missing;
        const { verdict } = judge(noDriftFromGit, [
          scan({ ...counts, objects }),
        ]);
        const against = counts.changed + counts.missing + counts.extra;
        expect(verdict === 'fail').toBe(against > 0);
        expect(verdict === 'pass').toBe(
          against + counts.notCompared === 0 && objects > 0,
        );
      },
    ),
  );
});

it.each<[string, object]>([
  ['counts that do not add up', { objects: 9 }],
  ['a count below zero', { extra: -1 }],
  ['something else that it was held against', { against: 'memory' }],
  ['a field that it does not know', { passed: true }],
])('takes no report with %s', (_, change) => {
  expect(driftScan.schema.safeParse(scan()).success).toBe(true);
  expect(driftScan.schema.safeParse({ ...scan(), ...change }).success).toBe(
    false,
  );
});
