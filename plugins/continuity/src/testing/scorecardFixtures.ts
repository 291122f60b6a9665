import type {
  EntityScorecard,
  Scorecard,
  ScorecardChange,
  ScorecardDay,
  ScorecardExemption,
  ScorecardResult,
  ScorecardResultsPage,
  ScorecardRollUp,
  Scorecards,
  ScorecardService,
  ScorecardSummary,
} from '@continuity/plugin-continuity-common';

/** What the backend would say of scorecards; for tests and for development. */

const DAY = 86_400_000;
const iso = (at: number) => new Date(at).toISOString();
const day = (at: number) => iso(at).slice(0, 10);

export const PAYMENTS = 'component:default/payments-api';

/** The built-in scorecard, shortened. */
export const rollback: Scorecard = {
  id: 'rollback-readiness',
  title: 'Rollback readiness',
  description: 'Whether going back to the last good release would work.',
  owner: 'group:default/resilience',
  environment: 'production',
  inForce: true,
  checks: [
    {
      id: 'rollback-plan-current',
      title: 'Rollback plan',
      question: 'Is there a plan to go back, and is it current?',
      weight: 20,
      needs: ['rollback-plan'],
    },
    {
      id: 'rollback-rehearsed',
      title: 'Rehearsal',
      question: 'Has going back been tried recently?',
      weight: 20,
      needs: ['rollback-rehearsal'],
    },
    {
      id: 'previous-artifact-available',
      title: 'Previous artifact',
      question: 'Is the last good release still there?',
      weight: 20,
      needs: ['artifact'],
    },
    {
      id: 'kill-switch-rehearsed',
      title: 'Kill switch',
      question: 'Was the switch thrown in a rehearsal?',
      weight: 10,
      needs: ['kill-switch'],
    },
  ],
  levels: [
    { id: 'planned', title: 'Planned', requires: ['rollback-plan-current'] },
    {
      id: 'possible',
      title: 'Possible',
      requires: ['previous-artifact-available'],
      atLeast: 50,
    },
    {
      id: 'proven',
      title: 'Proven',
      requires: ['rollback-rehearsed'],
      atLeast: 80,
    },
  ],
  services: 3,
};

export const scorecardExemption = (
  now: number,
  overrides: Partial<ScorecardExemption> = {},
): ScorecardExemption => ({
  id: '6d6f1f5c-0000-4000-8000-000000000001',
  scorecard: rollback.id,
  check: 'rollback-rehearsed',
  entityRef: PAYMENTS,
  state: 'requested',
  reason: 'The new database comes in spring.',
  until: day(now + 90 * DAY),
  requestedBy: 'user:default/cleo.marin',
  requestedAt: iso(now - DAY),
  ...overrides,
});

/** As {@link scorecardExemption}, approved by somebody else. */
export const exemptionInForce = (
  now: number,
  overrides: Partial<ScorecardExemption> = {},
): ScorecardExemption =>
  scorecardExemption(now, {
    state: 'in-force',
    decidedBy: 'user:default/ines.fuchs',
    decidedAt: iso(now - DAY / 2),
    decisionComment: 'Until the move.',
    ...overrides,
  });

/** One of each: passes, fails with an exemption, is not known, does not apply. */
export const rollbackOfPayments = (
  now: number,
  overrides: Partial<EntityScorecard> = {},
): EntityScorecard => ({
  scorecard: rollback,
  standing: {
    level: 'planned',
    levelAtBest: 'possible',
    next: {
      level: 'possible',
      missing: ['previous-artifact-available'],
      atLeast: 50,
    },
  },
  points: { pass: 20, fail: 20, unknown: 20, exempt: 20, total: 60 },
  score: { worst: 33.3, best: 66.6 },
  checks: [
    {
      check: 'rollback-plan-current',
      title: 'Rollback plan',
      question: 'Is there a plan to go back, and is it current?',
      weight: 20,
      state: 'pass',
      reason: 'It was reviewed 12 days ago and takes 30 minutes.',
      evidence: ['ev-1', 'ev-gone'],
      until: iso(now + 78 * DAY),
    },
    {
      check: 'rollback-rehearsed',
      title: 'Rehearsal',
      question: 'Has going back been tried recently?',
      weight: 20,
      state: 'fail',
      reason: 'The rehearsal of 3 days ago lost 4 rows.',
      remedy: 'Mend the way back, and rehearse it again.',
      evidence: [],
      exemption: exemptionInForce(now),
    },
    {
      check: 'previous-artifact-available',
      title: 'Previous artifact',
      question: 'Is the last good release still there?',
      weight: 20,
      state: 'unknown',
      reason: 'Nobody has looked.',
      remedy: 'Have the pipeline look for the last good release.',
      action: { title: 'How to', link: 'https://docs.example/artifacts' },
      evidence: [],
    },
    {
      check: 'kill-switch-rehearsed',
      title: 'Kill switch',
      question: 'Was the switch thrown in a rehearsal?',
      weight: 10,
      state: 'not-applicable',
      reason: 'It is asked of tier-1 only.',
      evidence: [],
    },
  ],
  nextSteps: ['previous-artifact-available', 'rollback-rehearsed'],
  until: iso(now + 78 * DAY),
  stale: false,
  judgedAt: iso(now - 60_000),
  ...overrides,
});

/** Newest first: an exemption, a fall, and the first judgement. */
export const scorecardHistory = (now: number): ScorecardChange[] => [
  {
    at: iso(now - DAY / 2),
    level: 'planned',
    levelBefore: 'planned',
    score: { worst: 33.3, best: 66.6 },
    checks: [
      {
        check: 'rollback-rehearsed',
        from: 'fail',
        to: 'fail',
        exempt: true,
        reason: 'The rehearsal of 3 days ago lost 4 rows.',
      },
    ],
  },
  {
    at: iso(now - 3 * DAY),
    level: 'planned',
    levelBefore: 'proven',
    score: { worst: 33.3, best: 66.6 },
    checks: [
      {
        check: 'rollback-rehearsed',
        from: 'pass',
        to: 'fail',
        reason: 'The rehearsal of 3 days ago lost 4 rows.',
      },
    ],
  },
  {
    at: iso(now - 9 * DAY),
    level: 'proven',
    score: { worst: 100, best: 100 },
    checks: [
      { check: 'rollback-plan-current', to: 'pass' },
      { check: 'rollback-rehearsed', to: 'pass' },
    ],
  },
];

export const entityScorecards = (now: number): EntityScorecard[] => [
  rollbackOfPayments(now),
];

export const scorecards = (
  overrides: Partial<Scorecards> = {},
): Scorecards => ({
  items: [
    rollback,
    { ...rollback, id: 'continuity-basics', title: 'Continuity basics' },
  ],
  may: { exempt: true, approve: true },
  judging: { waiting: 0 },
  ...overrides,
});

const payments: ScorecardService = {
  entityRef: PAYMENTS,
  name: 'payments-api',
  title: 'Payments API',
  owner: 'group:default/team-payments',
  system: 'system:default/payments',
  tier: 'tier-1',
  tierTitle: 'Mission critical',
};

export const scorecardResult = (
  now: number,
  overrides: Partial<ScorecardResult> = {},
): ScorecardResult => ({
  service: payments,
  standing: { level: 'planned', levelAtBest: 'possible' },
  points: { pass: 20, fail: 20, unknown: 20, exempt: 20, total: 60 },
  score: { worst: 33.3, best: 66.6 },
  risk: 60,
  states: ['pass', 'fail', 'unknown', 'not-applicable'],
  exempt: ['rollback-rehearsed'],
  stale: false,
  judgedAt: iso(now - 60_000),
  ...overrides,
});

export const scorecardResults = (now: number): ScorecardResultsPage => ({
  checks: rollback.checks.map(({ id }) => id),
  items: [
    scorecardResult(now),
    scorecardResult(now, {
      service: {
        entityRef: 'component:default/reports',
        name: 'reports',
        tier: 'unclassified',
      },
      standing: {},
      score: undefined,
      risk: 0,
      states: [
        'not-applicable',
        'not-applicable',
        'not-applicable',
        'not-applicable',
      ],
      exempt: [],
    }),
  ],
  nextCursor: 'page-2',
  totals: { services: 5000, levels: [{ services: 5000 }] },
});

const rolledUp: ScorecardRollUp = {
  group: 'group:default/team-payments',
  services: 3,
  level: 'planned',
  strictestTier: 'tier-1',
  exempt: 1,
  risk: 1260,
  byTier: [
    {
      tier: 'tier-1',
      tierTitle: 'Mission critical',
      services: 2,
      lowestScore: 33.3,
      levels: [
        { level: 'planned', services: 1 },
        { level: 'proven', services: 1 },
      ],
    },
    { tier: 'unclassified', services: 1, levels: [{ services: 1 }] },
  ],
  worst: [payments],
};

export const scorecardSummary = (): ScorecardSummary => ({
  total: { ...rolledUp, group: undefined },
  groups: [
    rolledUp,
    {
      services: 1,
      exempt: 0,
      risk: 0,
      byTier: [
        { tier: 'unclassified', services: 1, levels: [{ services: 1 }] },
      ],
      worst: [],
    },
  ],
});

export const scorecardTrend: ScorecardDay[] = [
  { day: '2026-03-01', services: 3, levels: [{ services: 3 }] },
  {
    day: '2026-03-04',
    services: 3,
    levels: [{ services: 1 }, { level: 'proven', services: 2 }],
  },
];
