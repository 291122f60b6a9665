import {
  artifactAvailability,
  killSwitch,
  materialise,
  rollbackExecution,
  type ArtifactAvailabilityPayload,
  type Evidence,
  type EvidenceKind,
  type KillSwitchPayload,
  type RollbackExecutionPayload,
} from '../../evidence';
import { defaultTierSettings, describeContinuity } from '../../tiers';
import { runCheckInRegions } from '../runCheckInRegions';
import type { Check } from '../types';
import { artifactAvailable } from './artifactAvailable';
import { continuityClassified } from './continuityClassified';
import { killSwitchRehearsed } from './killSwitchRehearsed';
import { recoveryObjectivesDeclared } from './recoveryObjectivesDeclared';
import { rollbackSuccessRate } from './rollbackSuccessRate';
import { rollbackWithinRto } from './rollbackWithinRto';

const now = Date.parse('2026-06-30T12:00:00Z');
const entityRef = 'component:default/payments-api';
const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;

let serial = 0;
function report<T>(
  kind: EvidenceKind<T>,
  payload: T,
  at: string = '2026-06-30T06:00:00Z',
  region?: string,
): Evidence {
  serial += 1;
  return materialise(
    {
      kind: kind.id,
      source: 'test',
      externalId: `x-${serial}`,
      entityRef,
      environment: 'production',
      ...(region !== undefined && { region }),
      observedAt: at,
      payload,
    },
    kind,
    { id: `e-${serial}`, receivedAt: now },
  );
}

const available = (
  regions: Partial<ArtifactAvailabilityPayload['regions'][number]>[],
) =>
  report(artifactAvailability, {
    release: { version: 'v1.4.1' },
    digests: [DIGEST, OTHER],
    regions: regions.map(region => ({
      region: 'eu-west-1',
      registry: 'registry.example.com',
      missing: [],
      unanswered: [],
      ...region,
    })),
  });

const rollback = (
  minutes: number,
  rest: Partial<RollbackExecutionPayload> = {},
  at: string = '2026-06-01T10:00:00Z',
) =>
  report(
    rollbackExecution,
    {
      from: 'v2',
      to: 'v1',
      outcome: 'succeeded',
      startedAt: at,
      finishedAt: new Date(Date.parse(at) + minutes * 60_000).toISOString(),
      ...rest,
    },
    at,
  );

const rollbacks = (good: number, bad: number) => [
  ...Array.from({ length: good }, (_, day) =>
    rollback(5, {}, new Date(now - (day + 1) * 86_400_000).toISOString()),
  ),
  ...Array.from({ length: bad }, (_, day) =>
    rollback(
      5,
      { outcome: 'failed' },
      new Date(now - (day + 60) * 86_400_000).toISOString(),
    ),
  ),
];

const flag = (rest: Partial<KillSwitchPayload>) =>
  report(killSwitch, {
    flag: 'new-pricing',
    provider: 'flagd',
    exists: true,
    ...rest,
  });

const thrown = (toggledAt: string, effective = true) =>
  flag({ rehearsal: { toggledAt, effective, seconds: 4 } });

const judge = (
  check: Check,
  evidence: Evidence[],
  continuity: object = { tier: 'tier-1', rto: 'PT1H' },
  regions: string[] = ['eu-west-1'],
) =>
  runCheckInRegions(
    check,
    {
      now,
      entityRef,
      profile: describeContinuity(continuity, defaultTierSettings),
      environment: 'production',
      evidence,
    },
    regions,
  );

const missing = [{ digest: DIGEST, reason: 'layer is not found' }];

describe('rollback checks', () => {
  it.each<[string, Check, Evidence[], string, string]>([
    [
      'nobody asked a registry',
      artifactAvailable,
      [],
      'unknown',
      'There is no evidence of kind "artifact-availability"',
    ],
    [
      'every digest is there',
      artifactAvailable,
      [available([{}])],
      'pass',
      'All 2 digests of v1.4.1 are there, in eu-west-1.',
    ],
    [
      'a layer is gone',
      artifactAvailable,
      [available([{ missing }])],
      'fail',
      'v1.4.1 is not whole in eu-west-1',
    ],
    [
      'a layer is gone, and another registry is silent',
      artifactAvailable,
      [available([{ missing }, { region: 'b', unanswered: missing }])],
      'fail',
      'v1.4.1 is not whole in eu-west-1',
    ],
    [
      'a registry does not answer',
      artifactAvailable,
      [available([{}, { region: 'eu-central-1', unanswered: missing }])],
      'unknown',
      'could not be looked for in eu-central-1',
    ],
    [
      'the region of the service was not looked at',
      artifactAvailable,
      [available([{ region: 'us-east-1' }])],
      'unknown',
      'No registry was asked for eu-west-1; only for us-east-1.',
    ],
    [
      'nobody ever went back',
      rollbackWithinRto,
      [],
      'unknown',
      'There is no evidence of kind "rollback-execution"',
    ],
    [
      'as long as the objective to the second',
      rollbackWithinRto,
      [rollback(60)],
      'pass',
      'Going back from v2 to v1 took 1 h, within the recovery time objective of 1 h.',
    ],
    [
      'longer than the objective',
      rollbackWithinRto,
      [rollback(61)],
      'fail',
      'took 1 h 1 min, longer than the recovery time objective of 1 h.',
    ],
    [
      'fast, and data was lost',
      rollbackWithinRto,
      [rollback(1, { dataLost: true })],
      'fail',
      'with data lost',
    ],
    [
      'given up half-way',
      rollbackWithinRto,
      [rollback(1, { outcome: 'cancelled' })],
      'unknown',
      'proves nothing',
    ],
    [
      'no rollback to count',
      rollbackSuccessRate,
      [rollback(1, { outcome: 'cancelled' })],
      'unknown',
      'No rollback of component:default/payments-api in production was reported within a year.',
    ],
    [
      'three good ones are too few',
      rollbackSuccessRate,
      rollbacks(3, 0),
      'unknown',
      '3 of 3 rollbacks within a year went well; with 95 % confidence the rate is 44 to 100 %',
    ],
    [
      'four good ones are enough',
      rollbackSuccessRate,
      rollbacks(4, 0),
      'pass',
      'the rate is 51 to 100 %.',
    ],
    [
      'half of ten',
      rollbackSuccessRate,
      rollbacks(5, 5),
      'fail',
      'the rate is 24 to 76 %, below the 90 % that are expected.',
    ],
    [
      'more than a year ago',
      rollbackSuccessRate,
      [rollback(5, {}, '2025-06-01T00:00:00Z')],
      'unknown',
      'No rollback',
    ],
    [
      'no switch',
      killSwitchRehearsed,
      [],
      'unknown',
      'There is no evidence of kind "kill-switch"',
    ],
    [
      'a name that the provider does not know',
      killSwitchRehearsed,
      [flag({ exists: false })],
      'fail',
      'flagd has no flag new-pricing',
    ],
    [
      'never thrown',
      killSwitchRehearsed,
      [flag({})],
      'unknown',
      'was never thrown in a rehearsal',
    ],
    [
      'thrown, and nothing stopped',
      killSwitchRehearsed,
      [thrown('2026-06-01T00:00:00Z', false)],
      'fail',
      'turned nothing off',
    ],
    [
      'thrown, and it stopped',
      killSwitchRehearsed,
      [thrown('2026-06-01T00:00:00Z')],
      'pass',
      'On 2026-06-01 00:00 UTC new-pricing turned the risky part off in 4 s.',
    ],
    [
      'thrown half a year ago, to the moment',
      killSwitchRehearsed,
      [thrown('2026-01-01T12:00:00Z')],
      'unknown',
      'more than 180 days ago',
    ],
    [
      'thrown tomorrow',
      killSwitchRehearsed,
      [thrown('2026-07-01T00:00:00Z')],
      'unknown',
      'which lies ahead',
    ],
  ])('%s', (_, check, evidence, verdict, reason) => {
    const result = judge(check, evidence);
    expect(result).toMatchObject({ check: check.id, verdict });
    expect(result.reason).toContain(reason);
    expect(result.remedy === undefined).toBe(verdict === 'pass');
  });

  it('ends the pass of a switch with its rehearsal, not with the report', () => {
    const { until } = judge(killSwitchRehearsed, [
      thrown('2026-01-10T00:00:00Z'),
    ]);
    expect(until).toBe(Date.parse('2026-07-09T00:00:00Z'));
  });

  it('ends a rate with the oldest rollback in it', () => {
    const [oldest] = [rollback(5, {}, '2025-07-02T00:00:00Z')];
    const { until } = judge(rollbackSuccessRate, [...rollbacks(4, 0), oldest]);
    expect(until).toBe(Date.parse('2026-07-02T00:00:00Z'));
  });

  it('holds every region against its own registry', () => {
    const result = judge(artifactAvailable, [available([{}])], undefined, [
      'eu-west-1',
      'eu-central-1',
    ]);
    expect(result).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('In eu-central-1: No registry was asked'),
    });
  });

  it.each<[string, Check, object, string, string]>([
    ['a tier', continuityClassified, { tier: 'tier-1' }, 'pass', 'as declared'],
    ['an RTO', continuityClassified, { rto: 'PT1H' }, 'pass', 'from its RTO'],
    ['nothing', continuityClassified, {}, 'fail', 'Neither a tier'],
    [
      'a tier below what an outage means',
      continuityClassified,
      { tier: 'tier-3', rto: 'PT1H' },
      'fail',
      'which is stricter',
    ],
    [
      'a tier above what an outage means',
      continuityClassified,
      { tier: 'tier-1', rto: 'P3D' },
      'pass',
      'tier-1',
    ],
    [
      'a misspelt block',
      continuityClassified,
      { teir: 'tier-1' },
      'fail',
      'Neither a tier',
    ],
    [
      'both objectives',
      recoveryObjectivesDeclared,
      { rto: 'PT1H', rpo: 'PT0S' },
      'pass',
      'RTO 1 h, RPO no time.',
    ],
    [
      'no RPO',
      recoveryObjectivesDeclared,
      { rto: 'PT1H' },
      'fail',
      'There is no RPO.',
    ],
    [
      'neither',
      recoveryObjectivesDeclared,
      {},
      'fail',
      'There is no RTO and no RPO.',
    ],
  ])('declares %s', (_, check, continuity, verdict, reason) => {
    const result = judge(check, [], continuity);
    expect(result).toMatchObject({ verdict, evidence: [] });
    expect(result.reason).toContain(reason);
    expect(result.remedy === undefined).toBe(verdict === 'pass');
  });
});
