import fc from 'fast-check';
import {
  DRIFT_CULPRITS_SOURCE,
  driftCulprits,
  driftScan,
  materialise,
  type DriftCulpritsPayload,
  type DriftScanPayload,
  type Evidence,
} from '../../evidence';
import { runCheck } from '../runCheck';
import type { Check } from '../types';
import { noDriftFromBaseline } from './driftFromBaseline';
import { driftHasCulprit } from './driftHasCulprit';
import {
  driftScanned,
  ignoreRulesCurrent,
  noDriftFromGit,
  noUnauthorisedChanges,
} from './driftScans';
import { standbyParity } from './standbyParity';

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

interface Place {
  environment?: string;
  region?: string;
  observedAt?: string;
  source?: string;
}

const scanned = (
  payload: DriftScanPayload,
  { environment = 'production', ...place }: Place = {},
  id = JSON.stringify([payload, environment, place]),
): Evidence =>
  materialise(
    {
      kind: driftScan.id,
      source: 'continuity-cli',
      externalId: id,
      entityRef,
      environment,
      observedAt,
      ...place,
      payload,
    },
    driftScan,
    { id, receivedAt: at },
  );

const SCAN_ID = '4f2b0a3c-0c58-4c5e-9a53-2f1d7b6a9e01';

const matched = (
  counts: Partial<DriftCulpritsPayload>,
  { source = DRIFT_CULPRITS_SOURCE, ...place }: Place = {},
): Evidence => {
  const payload: DriftCulpritsPayload = {
    scan: SCAN_ID,
    against: 'git',
    scannedAt: observedAt,
    attributed: 0,
    unauthorised: 0,
    ambiguous: 0,
    unknown: 0,
    unlisted: 0,
    unanswered: [],
    ...counts,
  };
  const id = JSON.stringify([payload, source, place]);
  return materialise(
    {
      kind: driftCulprits.id,
      source,
      externalId: id,
      entityRef,
      environment: 'production',
      observedAt,
      ...place,
      payload,
    },
    driftCulprits,
    { id, receivedAt: at },
  );
};

function judge(check: Check, payloads: DriftScanPayload[], now = at) {
  return judgeEvidence(
    check,
    payloads.map((payload, place) => scanned(payload, {}, `e${place}`)),
    now,
  );
}

function judgeEvidence(check: Check, evidence: Evidence[], now = at) {
  return runCheck(check, {
    now,
    entityRef,
    profile: {
      classification: 'unclassified',
      findings: [],
      planning: { inScope: 'unknown', reasons: [] },
    },
    environment: 'production',
    evidence,
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

it('asks every region for itself', () => {
  const inSync = scanned(scan(), { region: 'eu-west-1' });
  const earlier = scanned(scan(changed), {
    region: 'eu-central-1',
    observedAt: '2026-10-01T09:00:00.000Z',
  });
  expect(judgeEvidence(noDriftFromGit, [inSync, earlier]).verdict).toBe('fail');
});

it.each<[string, Evidence[], string]>([
  ['nothing was scanned', [], 'unknown'],
  ['only Git was scanned', [scanned(scan())], 'unknown'],
  [
    'it is as promoted',
    [scanned(scan({ against: 'baseline', baseline: { version: 4 } }))],
    'pass',
  ],
  [
    'nobody knows which one it is like',
    [scanned(scan({ against: 'baseline' }))],
    'unknown',
  ],
  [
    'it differs',
    [
      scanned(
        scan({ against: 'baseline', baseline: { version: 4 }, ...changed }),
      ),
    ],
    'fail',
  ],
  [
    'something was not compared',
    [scanned(scan({ against: 'baseline', notCompared: 1 }))],
    'unknown',
  ],
])('no-drift-from-baseline when %s', (_, evidence, verdict) => {
  expect(judgeEvidence(noDriftFromBaseline, evidence).verdict).toBe(verdict);
});

const parity = (change: Partial<DriftScanPayload>, place: Place = {}) =>
  scanned(
    scan({
      against: 'parity',
      comparedWith: { environment: 'production', region: 'eu-west-1' },
      ...change,
    }),
    { environment: 'production-dr', region: 'eu-central-1', ...place },
  );
const lacks = {
  inSync: 2,
  missing: 1,
  findings: [{ object: 'ConfigMap shop/limits', what: 'is not live' }],
};

it.each<[string, Evidence[], string]>([
  ['nothing was compared', [], 'unknown'],
  ['it is like its primary', [parity({})], 'pass'],
  ['a config map is missing', [parity(lacks)], 'fail'],
  ['something was not compared', [parity({ notCompared: 1 })], 'unknown'],
  [
    'it was held against nobody knows what',
    [parity({ comparedWith: undefined })],
    'unknown',
  ],
  [
    'it was held against itself',
    [
      parity({
        comparedWith: { environment: 'production-dr', region: 'eu-central-1' },
      }),
      parity(
        { comparedWith: { environment: 'production', region: 'eu-west-1' } },
        { environment: 'production', region: 'eu-west-1' },
      ),
    ],
    'unknown',
  ],
  [
    'it is like one primary and not like the other',
    [
      parity({}),
      parity({
        ...lacks,
        comparedWith: { environment: 'production', region: 'eu-west-2' },
      }),
    ],
    'fail',
  ],
  [
    'one of two standbys differs',
    [parity({}), parity(lacks, { environment: 'production-us' })],
    'fail',
  ],
  [
    'another environment was compared',
    [
      parity(
        { comparedWith: { environment: 'staging' } },
        { environment: 'staging-dr' },
      ),
    ],
    'unknown',
  ],
])('standby-parity when %s', (_, evidence, verdict) => {
  const result = judgeEvidence(standbyParity, evidence);
  expect(result.verdict).toBe(verdict);
  expect(
    result.remedy?.includes('ConfigMap shop/limits: is not live.') ?? false,
  ).toBe(verdict === 'fail');
});

const drifted = scanned(scan(changed), {}, SCAN_ID);

it.each<[string, Evidence[], string]>([
  ['nothing was scanned', [], 'unknown'],
  ['nothing differs', [scanned(scan())], 'pass'],
  ['nobody has looked for culprits', [drifted], 'unknown'],
  ['each has one', [drifted, matched({ attributed: 1 })], 'pass'],
  ['one has none', [drifted, matched({ unauthorised: 1 })], 'fail'],
  ['one is ambiguous', [drifted, matched({ ambiguous: 1 })], 'unknown'],
  ['one is not known', [drifted, matched({ unknown: 1 })], 'unknown'],
  [
    'some are only counted',
    [drifted, matched({ attributed: 1, unlisted: 2 })],
    'unknown',
  ],
  [
    'somebody else says that each has one',
    [drifted, matched({ attributed: 1 }, { source: 'a-pipeline' })],
    'unknown',
  ],
  [
    'the culprits are those of another scan',
    [drifted, matched({ attributed: 1, scan: SCAN_ID.replace('4f', '5f') })],
    'unknown',
  ],
  [
    'a change was found for it since',
    [
      drifted,
      matched({ unauthorised: 1 }, { observedAt: '2026-10-01T11:00:00.000Z' }),
      matched({ attributed: 1 }),
    ],
    'pass',
  ],
  [
    'both is said of one moment',
    [drifted, matched({ attributed: 1 }), matched({ unauthorised: 1 })],
    'fail',
  ],
])('drift-has-culprit when %s', (_, evidence, verdict) => {
  const result = judgeEvidence(driftHasCulprit, evidence);
  expect(result.verdict).toBe(verdict);
  expect(result.remedy === undefined).toBe(verdict === 'pass');
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
