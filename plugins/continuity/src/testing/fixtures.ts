import type { Entity } from '@backstage/catalog-model';
import type {
  ContinuityStatus,
  EntityContinuity,
  EntityWindow,
  Evidence,
  Fleet,
  FleetItem,
  GateDecision,
  GateRequest,
} from '@continuity/plugin-continuity-common';

/** What the backend would say, relative to a moment; for tests and for development. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const iso = (ms: number) => new Date(ms).toISOString();

export const paymentsApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments-api',
    namespace: 'default',
    annotations: { 'backstage.io/edit-url': 'https://git.example/edit' },
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/team-payments',
  },
};

export const freshStatus = (now: number): ContinuityStatus => ({
  state: 'fresh',
  catalogReadAt: iso(now - 20_000),
  maxCatalogAge: 'PT10M',
  entities: 62,
  calendars: 6,
  unreadableCalendars: [],
});

export const classified = (now: number): EntityContinuity => ({
  entityRef: 'component:default/payments-api',
  profile: {
    classification: 'classified',
    tier: { id: 'tier-2', title: 'Business critical', source: 'declared' },
    derivedTier: { id: 'tier-1', title: 'Mission critical' },
    rto: { duration: 'PT4H', seconds: 14400, source: 'impact-analysis' },
    rpo: { duration: 'PT5M', seconds: 300, source: 'declared' },
    findings: [
      {
        id: 'tier-weaker-than-impact',
        message:
          'Declared tier-2, but an outage is intolerable after PT4H, which is tier-1.',
        remedy: 'Declare tier-1, or correct the impact analysis.',
      },
    ],
    planning: { inScope: 'yes', reasons: ['RTO PT4H is at most PT4H.'] },
  },
  environments: [
    { name: 'production', region: 'eu-west-1', role: 'primary' },
    { name: 'production-dr', region: 'eu-central-1', role: 'standby' },
    { name: 'staging', role: 'primary' },
  ],
  environmentsSource: 'declared',
  rollbackOwner: 'group:default/team-payments',
  catalogReadAt: iso(now - 20_000),
});

export const unclassified = (now: number): EntityContinuity => ({
  entityRef: 'component:default/payments-api',
  profile: {
    classification: 'unclassified',
    findings: [],
    planning: {
      inScope: 'unknown',
      reasons: ['Nobody has said what an outage would mean.'],
    },
    remedy: 'Declare spec.continuity.impact, or a tier.',
  },
  environments: [{ name: 'production', role: 'primary' }],
  environmentsSource: 'organisation',
  catalogReadAt: iso(now - 20_000),
});

const base = (now: number, request: GateRequest) => ({
  dryRun: true,
  request: {
    entity: request.entity,
    environment: request.environment,
    region: request.region,
    class: request.class ?? 'standard',
    at: iso(now),
  },
  decidedAt: iso(now),
  validUntil: iso(now + 15 * 60_000),
});

export const denied = (now: number, request: GateRequest): GateDecision => ({
  ...base(now, request),
  verdict: 'deny',
  reasons: [
    {
      rule: 'check:rollback-plan-current',
      policy: 'core-production',
      verdict: 'allow',
      explanation: 'A rollback plan of 12 days ago is valid.',
      evidence: ['ev-1'],
    },
    {
      rule: 'major-release',
      policy: 'major-release',
      verdict: 'needs-approval',
      explanation: 'A major release of a tier-1 service needs one approval.',
      remedy: 'Ask a change manager to approve the change request.',
      evidence: [],
    },
    {
      rule: 'freeze:freezecalendar:default/month-end-close#month-end',
      policy: 'freeze-calendars',
      verdict: 'deny',
      overridable: true,
      explanation: 'Month-end close: books are closed until Monday.',
      remedy: 'Wait until it ends, or ask finance-operations for an exception.',
      evidence: [],
      until: iso(now + 2 * DAY),
    },
  ],
  nextChange: {
    at: iso(now + 2 * DAY),
    verdict: 'needs-approval',
    cause: 'Month-end close ends.',
  },
});

export const allowed = (now: number, request: GateRequest): GateDecision => ({
  ...base(now, request),
  verdict: 'allow',
  reasons: [
    {
      rule: 'freeze-calendars',
      policy: 'freeze-calendars',
      verdict: 'allow',
      explanation: 'No window is in force.',
      evidence: [],
    },
  ],
});

export const window = (
  now: number,
  overrides: Partial<EntityWindow> & { fromDay: number; days: number },
): EntityWindow => {
  const { fromDay, days, ...rest } = overrides;
  const start = now + fromDay * DAY;
  return {
    calendarRef: 'freezecalendar:default/month-end-close',
    calendarTitle: 'Month-end close',
    windowId: 'month-end',
    title: 'Books are closed',
    reason: 'Postings must not be interrupted.',
    owner: 'group:default/finance-operations',
    origin: { kind: 'catalog' },
    effect: 'freeze',
    enforcement: 'block',
    onRunning: 'finish',
    rollbacksExempt: true,
    scopeReasons: ['It is for tier tier-1.'],
    environments: ['production', 'production-dr'],
    classes: ['standard', 'major'],
    occurrence: {
      start: iso(start),
      end: iso(start + days * DAY),
      startLocal: iso(start),
      endLocal: iso(start + days * DAY),
      timezone: 'America/New_York',
    },
    ...rest,
  };
};

export const windows = (now: number): EntityWindow[] => [
  window(now, { fromDay: -1, days: 3 }),
  window(now, {
    fromDay: 6,
    days: 0.5,
    calendarRef: 'freezecalendar:default/card-scheme',
    calendarTitle: 'Card scheme',
    windowId: 'release',
    title: 'Scheme release',
    enforcement: 'approval',
    environments: ['production'],
  }),
  window(now, {
    fromDay: 13,
    days: 0.5,
    calendarRef: 'freezecalendar:default/card-scheme',
    calendarTitle: 'Card scheme',
    windowId: 'release',
    title: 'Scheme release',
    enforcement: 'approval',
    environments: ['production'],
  }),
  window(now, {
    fromDay: 20,
    days: 2,
    calendarRef: 'freezecalendar:default/holidays',
    calendarTitle: 'Public holidays',
    windowId: 'holiday',
    title: 'Public holiday in Zurich',
    enforcement: 'warn',
  }),
];

const evidenceBase = {
  source: 'github-actions',
  entityRef: 'component:default/payments-api',
  payload: {},
} as const;

export const evidence = (now: number): Evidence[] => [
  {
    ...evidenceBase,
    id: 'ev-1',
    externalId: '1',
    kind: 'deployment',
    kindTitle: 'Deployment',
    environment: 'production',
    region: 'eu-west-1',
    observedAt: iso(now - 3 * DAY),
    receivedAt: iso(now - 3 * DAY),
    expiresAt: iso(now + 87 * DAY),
    verdict: 'pass',
    headline: '4.2.0 succeeded',
  },
  {
    ...evidenceBase,
    id: 'ev-2',
    externalId: '2',
    kind: 'rollback-plan',
    kindTitle: 'Rollback plan',
    observedAt: iso(now - 200 * DAY),
    receivedAt: iso(now - 200 * DAY),
    expiresAt: iso(now - 20 * DAY),
    verdict: 'pass',
    headline: '5 steps in 30 minutes',
  },
];

export const decisions = (now: number): GateDecision[] => [
  {
    ...denied(now - 2 * HOUR, {
      entity: 'component:default/payments-api',
      environment: 'production',
      region: 'eu-west-1',
    }),
    id: '5b0b4f6c-6c1c-4f9e-9d11-000000000001',
    ledgerIndex: 4711,
    dryRun: false,
    decidedBy: 'service:example-pipeline',
  },
];

const item = (name: string, rest: Partial<FleetItem>): FleetItem => ({
  entityRef: `component:default/${name}`,
  name,
  kind: 'component',
  type: 'service',
  owner: 'group:default/team-payments',
  system: 'system:default/payments',
  classification: 'classified',
  tier: { id: 'tier-1', title: 'Mission critical' },
  rto: 'PT4H',
  rpo: 'PT5M',
  inScope: 'yes',
  findings: 0,
  frozen: [],
  ...rest,
});

export const fleet = (now: number): Fleet => ({
  at: iso(now),
  catalogReadAt: iso(now - 20_000),
  totals: {
    services: 62,
    frozen: 3,
    unclassified: 4,
    byTier: [
      { id: 'tier-1', title: 'Mission critical', count: 12, frozen: 3 },
      { id: 'tier-2', title: 'Business critical', count: 20, frozen: 0 },
      { id: 'tier-3', title: 'Important', count: 16, frozen: 0 },
      { id: 'tier-4', title: 'Deferrable', count: 10, frozen: 0 },
      { id: 'unclassified', title: 'Unclassified', count: 4, frozen: 0 },
    ],
  },
  items: [
    item('payments-api', {
      findings: 1,
      frozen: [
        {
          calendarRef: 'freezecalendar:default/month-end-close',
          windowId: 'month-end',
          title: 'Books are closed',
          enforcement: 'block',
          environments: ['production'],
          classes: ['standard', 'major'],
          until: iso(now + 2 * DAY),
        },
      ],
    }),
    item('ledger', { title: 'Core ledger' }),
    item('intranet', {
      tier: undefined,
      rto: undefined,
      rpo: undefined,
      classification: 'unclassified',
      system: undefined,
    }),
  ],
  totalItems: 62,
  upcoming: [
    {
      at: iso(now + 2 * DAY),
      change: 'lifts',
      calendarRef: 'freezecalendar:default/month-end-close',
      calendarTitle: 'Month-end close',
      windowId: 'month-end',
      title: 'Books are closed',
      enforcement: 'block',
      services: 3,
      occurrence: window(now, { fromDay: -1, days: 3 }).occurrence,
    },
  ],
  filters: {
    owners: ['group:default/team-payments', 'group:default/team-cards'],
    systems: ['system:default/payments'],
    tiers: [
      { id: 'tier-1', title: 'Mission critical' },
      { id: 'tier-2', title: 'Business critical' },
      { id: 'tier-3', title: 'Important' },
      { id: 'tier-4', title: 'Deferrable' },
      { id: 'unclassified', title: 'Unclassified' },
    ],
  },
  unreadableCalendars: [],
});
