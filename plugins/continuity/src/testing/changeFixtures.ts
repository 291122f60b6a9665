import type {
  Change,
  ChangeBoard,
  ChangeHappening,
  ChangeRevision,
  ChangeState,
  ChangeSummary,
  ReleaseClassification,
} from '@continuity/plugin-continuity-common';

/** Changes as the backend would tell them, relative to a moment. */
const HOUR = 3_600_000;

const at = (now: number, hours: number) =>
  new Date(now + hours * HOUR).toISOString();

export const CHANGE_ID = '0b5a4d52-7d9d-4f66-8f0c-000000000001';
const ANNA = 'user:default/anna.keller';
const BEN = 'user:default/ben.oduya';
const CLEO = 'user:default/cleo.marin';
const PAYMENTS = 'component:default/payments-api';

export const changeSummary = (
  now: number,
  part: Partial<ChangeSummary> = {},
): ChangeSummary => ({
  id: CHANGE_ID,
  revision: 3,
  state: 'awaiting-approval',
  class: 'major',
  title: 'Raise the payment limits',
  entities: [PAYMENTS],
  environments: ['production'],
  window: { start: at(now, 30), end: at(now, 31) },
  implementer: CLEO,
  suspended: false,
  seats: { filled: 1, required: 2 },
  createdBy: ANNA,
  createdAt: at(now, -20),
  updatedAt: at(now, -2),
  ...part,
});

export const classification = (): ReleaseClassification => ({
  class: 'major',
  rules: [
    {
      rule: 'core-tier',
      title: 'A service of the core',
      class: 'major',
      outcome: 'met',
      explanation: 'payments-api is of tier-2.',
      remedy: 'Nothing; it is what it is.',
    },
    {
      rule: 'large',
      title: 'A large change',
      class: 'major',
      outcome: 'unknown',
      explanation: 'How large it is was not said.',
      remedy: 'Say how many files and lines it changes.',
    },
    {
      rule: 'incident',
      title: 'Ends an incident',
      class: 'emergency',
      outcome: 'not-met',
      explanation: 'No incident is named.',
    },
  ],
  protocol: {
    approvals: [
      {
        id: 'owners',
        title: 'Owners',
        required: 1,
        from: { owners: true },
        except: ['author'],
      },
      {
        id: 'cab',
        title: 'Advisory board',
        required: 1,
        from: { groups: ['group:default/change-advisory-board'] },
      },
    ],
    checks: ['rollback-rehearsed'],
    windows: 'open-only',
    communication: ['The service desk, an hour before'],
    reviewWithin: 'P3D',
  },
});

/** Major, and one of its two approvals is missing: that of the advisory board. */
export const change = (now: number, part: Partial<Change> = {}): Change => ({
  summary: changeSummary(now),
  content: {
    title: 'Raise the payment limits',
    description: 'New limits by the regulator',
    entities: [PAYMENTS],
    environments: ['production'],
    digests: { [PAYMENTS]: `sha256:${'a'.repeat(64)}` },
    window: { start: at(now, 30), end: at(now, 31) },
    plan: '1. Deploy\n2. Watch',
    rollbackPlan: {
      steps: ['Deploy the version before', 'Watch the error rate'],
      decisionOwner: 'group:default/team-payments',
      decisionDeadline: 'PT15M',
      expectedDuration: 'PT10M',
      dataHandling: 'Nothing is written in another shape',
    },
    tests: [{ summary: 'Staged', link: 'https://ci.example/1' }],
    communication: 'The service desk',
    implementer: CLEO,
    committers: [ANNA],
    facts: { migration: 'none', touches: ['configuration'] },
  },
  authors: [ANNA],
  updatedBy: ANNA,
  classification: classification(),
  protocol: classification().protocol,
  problems: [],
  approvals: {
    rules: [
      {
        id: 'owners',
        title: 'Owners',
        required: 1,
        filledBy: [BEN],
        eligible: [BEN],
        eligibleCount: 1,
      },
      {
        id: 'cab',
        title: 'Advisory board',
        required: 1,
        filledBy: [],
        eligible: ['user:default/test', 'user:default/dora.lind'],
        eligibleCount: 2,
      },
    ],
    isComplete: false,
    missing: 'one of the Advisory board',
    given: [
      {
        id: '0b5a4d52-7d9d-4f66-8f0c-0000000000a1',
        by: BEN,
        decision: 'approve',
        comment: 'Looks sound',
        at: at(now, -1),
        state: 'counts',
        expiresAt: at(now, 300),
        revision: 1,
      },
    ],
    escalatesAt: at(now, 20),
  },
  readiness: {
    fingerprint: 'f1',
    now: {
      at: at(now, 0),
      class: 'major',
      checks: { 'rollback-rehearsed': 'pass' },
    },
    refusals: [],
  },
  conflicts: [],
  next: [
    { event: 'revise', allowed: true, refusals: [] },
    { event: 'approve', allowed: true, refusals: [] },
    { event: 'reject', allowed: true, refusals: [] },
    { event: 'cancel', allowed: true, refusals: [] },
  ],
  ...part,
});

/** It was approved; then a freeze appeared and a check is not known any more. */
export const suspendedChange = (now: number): Change =>
  change(now, {
    summary: changeSummary(now, {
      revision: 6,
      suspended: true,
      seats: { filled: 0, required: 2 },
    }),
    suspension: {
      at: at(now, -1),
      because: ['A freeze appeared: Month-end close.'],
    },
    readiness: {
      fingerprint: 'f1',
      approved: {
        at: at(now, -9),
        class: 'major',
        checks: { 'rollback-rehearsed': 'pass' },
        closings: {},
        blastRadius: ['component:default/checkout'],
      },
      now: {
        at: at(now, 0),
        class: 'major',
        checks: { 'rollback-rehearsed': 'unknown' },
        closings: { 'freezecalendar:default/finance#me': 'Month-end close' },
        blastRadius: [],
      },
      differences: [
        {
          part: 'blastRadius',
          regressed: false,
          explanation: 'checkout does not fail with it any more.',
        },
        {
          part: 'closings',
          subject: 'freezecalendar:default/finance#me',
          regressed: true,
          explanation: 'Month-end close closes at the planned time.',
        },
        {
          part: 'checks',
          subject: 'rollback-rehearsed',
          regressed: true,
          explanation: 'rollback-rehearsed was pass and is unknown.',
        },
      ],
      refusals: [
        {
          reason: 'Month-end close is in force.',
          remedy: 'Plan it after Monday 06:00.',
        },
      ],
    },
  });

export const changeTimeline = (now: number): ChangeHappening[] => [
  {
    id: '0b5a4d52-7d9d-4f66-8f0c-0000000000b1',
    at: at(now, -20),
    by: ANNA,
    event: 'create',
    from: 'draft',
    to: 'draft',
    revision: 1,
  },
  {
    id: '0b5a4d52-7d9d-4f66-8f0c-0000000000b2',
    at: at(now, -19),
    by: ANNA,
    event: 'assess',
    from: 'draft',
    to: 'assessed',
    revision: 2,
    comment: 'Ready to look at',
    details: ['It is major by the rule core-tier.'],
  },
];

export const changeRevisions = (now: number): ChangeRevision[] => {
  const { content } = change(now);
  return [
    {
      revision: 2,
      at: at(now, -18),
      by: ANNA,
      comment: 'A plan to go back',
      content,
    },
    {
      revision: 1,
      at: at(now, -20),
      by: ANNA,
      content: { ...content, rollbackPlan: undefined, title: 'Limits' },
    },
  ];
};

const STATES: ChangeState[] = [
  'draft',
  'assessed',
  'awaiting-approval',
  'approved',
  'scheduled',
  'implementing',
  'in-review',
  'closed',
  'cancelled',
  'rejected',
  'expired',
];

/** One that waits, of many. */
export const changeBoard = (now: number): ChangeBoard => ({
  columns: STATES.map(state => ({
    state,
    total: state === 'awaiting-approval' ? 41 : 0,
    items: state === 'awaiting-approval' ? [changeSummary(now)] : [],
  })),
});
