import type { WindowsForSubject } from '../../calendar';
import { indexOf } from '../../calendar/answer/__testUtils__/windows';
import type { FreezeCalendar, FreezeWindow } from '../../calendar/types';
import {
  continuityPlanReview,
  deployment,
  materialise,
  rollbackPlan,
  type Evidence,
  type EvidenceKind,
} from '../../evidence';
import type { ContinuityProfile } from '../../tiers';
import type { Instant } from '../../time';
import type { GateFacts, GateRequest } from '../types';

/** A small world for the gate's tests, in which time is counted from one Friday afternoon. */
export const NOW = Date.parse('2026-01-30T16:00:00Z');
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

export const ENTITY = 'component:default/payments-api';

export const request = (change: Partial<GateRequest> = {}): GateRequest => ({
  entityRef: ENTITY,
  environment: 'production',
  releaseClass: 'standard',
  at: NOW,
  ...change,
});

export const profile = (tier?: string): ContinuityProfile =>
  tier === undefined
    ? {
        classification: 'unclassified',
        findings: [],
        planning: { inScope: 'unknown', reasons: [] },
        remedy: 'Declare spec.continuity.',
      }
    : {
        classification: 'classified',
        tier: { id: tier, title: `Title of ${tier}`, source: 'declared' },
        rto: { duration: 'PT1H', seconds: 3600, source: 'declared' },
        findings: [],
        planning: { inScope: 'yes', reasons: [] },
      };

/** A window of these tests: where it applies is given, when it applies are stretches. */
export interface TestWindow
  extends Partial<
    Pick<
      FreezeWindow,
      'effect' | 'enforcement' | 'onRunning' | 'rollbacksExempt' | 'link'
    >
  > {
  calendar?: string;
  id: string;
  /** Half-open stretches in ms since `NOW`. */
  times: [number, number][];
  inScope?: boolean;
}

const isoAt = (at: Instant) => new Date(at).toISOString();

export const refOf = (window: TestWindow) =>
  `freezecalendar:default/${window.calendar ?? 'finance'}`;

/** What calendars would answer, without recurrence rules, zones or scopes. */
export function windowsFor(
  windows: readonly TestWindow[],
): () => WindowsForSubject {
  const found = indexOf(
    windows.map(({ calendar = 'finance', times, ...window }) => ({
      ...window,
      calendarRef: refOf({ calendar, times, ...window }),
      calendarTitle: calendar,
      timezone: 'Europe/Zurich',
      times: times.map(([start, end]): [Instant, Instant] => [
        NOW + start,
        NOW + end,
      ]),
    })),
    at => isoAt(at + HOUR).replace('.000Z', '+01:00'),
  );
  return () => found;
}

export function evidenceOf<T>(
  kind: EvidenceKind<T>,
  payload: T,
  change: Partial<Evidence> = {},
): Evidence {
  const stored = materialise(
    {
      kind: kind.id,
      source: 'test',
      externalId: '1',
      entityRef: ENTITY,
      ...(kind.subject.environment === 'required' && {
        environment: 'production',
      }),
      observedAt: isoAt(NOW - HOUR),
      payload,
    },
    kind,
    { id: kind.id, receivedAt: NOW - HOUR },
  );
  return { ...stored, ...change };
}

export const planEvidence = (change: Partial<Evidence> = {}) =>
  evidenceOf(
    rollbackPlan,
    {
      steps: ['Go back'],
      decisionOwner: 'group:default/payments',
      decisionDeadline: 'PT5M',
      expectedDuration: 'PT10M',
      dataHandling: 'Nothing to undo',
    },
    change,
  );

export const reviewEvidence = (change: Partial<Evidence> = {}) =>
  evidenceOf(
    continuityPlanReview,
    {
      reviewedBy: 'user:default/anna',
      document: 'https://example.com/plan',
      outcome: 'approved',
    },
    change,
  );

export const deploymentEvidence = (change: Partial<Evidence> = {}) =>
  evidenceOf(
    deployment,
    {
      version: 'v1',
      outcome: 'succeeded',
      startedAt: isoAt(NOW - HOUR),
      finishedAt: isoAt(NOW - HOUR),
    },
    change,
  );

export const soundEvidence = (): Evidence[] => [
  planEvidence(),
  reviewEvidence(),
  deploymentEvidence(),
];

/** Everything known and in order: nothing stands against a deployment. */
export function facts(
  change: Partial<GateFacts> & { windows?: readonly TestWindow[] } = {},
): GateFacts {
  const { windows = [], ...rest } = change;
  const calendars = [...new Set(windows.map(refOf))].map(
    (ref): FreezeCalendar => ({
      ref,
      title: ref,
      owner: 'group:default/finance',
      origin: { kind: 'catalog' },
      windows: [],
    }),
  );
  return {
    entity: {
      entity: {
        kind: 'Component',
        metadata: { name: 'payments-api' },
      },
      profile: profile('tier-1'),
      environments: [
        { name: 'production', region: 'eu-west-1' },
        { name: 'production-dr', region: 'eu-central-1', role: 'standby' },
        { name: 'test' },
      ],
      systems: ['system:default/payments'],
      businessFunctions: [],
    },
    calendars,
    unreadableCalendars: [],
    evidence: soundEvidence(),
    now: NOW,
    catalogReadAt: NOW - MINUTE,
    windowsFor: windowsFor(windows),
    ...rest,
  };
}
