import type {
  EntityDependencies,
  GraphCounts,
  GraphFinding,
  GraphFindingGroupsPage,
  GraphFindingsPage,
  GraphFreshness,
  GraphNode,
  GraphPath,
  GraphPicture,
  GraphReachPage,
  Impact,
  PointsOfFailure,
  Saas,
  SaasPage,
  Waves,
} from '@continuity/plugin-continuity-common';

/** What the backend would say of dependencies; for tests and for development. */

const HOUR = 3_600_000;

export const freshGraph = (now: number): GraphFreshness => ({
  state: 'fresh',
  revision: 7,
  readAt: new Date(now - 60_000).toISOString(),
});

export const staleGraph = (now: number): GraphFreshness => ({
  state: 'stale',
  revision: 7,
  readAt: new Date(now - 2 * HOUR).toISOString(),
  lastProblem: 'Reading the catalog failed: 503',
});

const tierOne = { id: 'tier-1', title: 'Mission critical' };

export const graphNode = (
  name: string,
  overrides: Partial<GraphNode> = {},
): GraphNode => ({
  id: name,
  ref: `component:default/${name}`,
  known: true,
  title: name,
  kind: 'component',
  owner: 'group:default/team-payments',
  tier: tierOne,
  ...overrides,
});

export const checkout = graphNode('checkout');
export const payments = graphNode('payments-api');
export const ledger = graphNode('ledger');
export const reports = graphNode('reports', { tier: undefined });
export const selling = graphNode('selling', {
  ref: 'businessfunction:default/selling',
  title: 'Selling',
  kind: 'businessfunction',
  type: 'sales',
});
const hidden: GraphNode = { id: 'hidden-1' };

export const pathTo = (...nodes: GraphNode[]): GraphPath =>
  nodes.map((node, index) =>
    index === 0 ? { node } : { node, strength: 'hard', source: 'depends-on' },
  );

export const counts = (overrides: Partial<GraphCounts> = {}): GraphCounts => ({
  total: 3,
  hidden: 1,
  byHops: [{ hops: 1, failed: 2, degraded: 1 }],
  byTier: [{ ...tierOne, failed: 2, degraded: 0 }],
  byOwner: [{ owner: 'group:default/team-payments', failed: 2, degraded: 1 }],
  businessFunctions: [{ node: selling, outcome: 'failed', hops: 2 }],
  ...overrides,
});

export const noCounts: GraphCounts = {
  total: 0,
  hidden: 0,
  byHops: [],
  byTier: [],
  byOwner: [],
  businessFunctions: [],
};

/** Who needs payments-api on the left, and the ledger that it needs on the right. */
export const picture: GraphPicture = {
  nodes: [
    { node: payments, hops: 0 },
    { node: checkout, hops: 1, direction: 'dependants', outcome: 'failed' },
    { node: reports, hops: 1, direction: 'dependants', outcome: 'degraded' },
    { node: ledger, hops: 1, direction: 'dependencies', outcome: 'failed' },
  ],
  edges: [
    {
      from: 'checkout',
      to: 'payments-api',
      strength: 'hard',
      source: 'depends-on',
    },
    {
      from: 'reports',
      to: 'payments-api',
      strength: 'soft',
      source: 'continuity',
    },
    {
      from: 'payments-api',
      to: 'ledger',
      strength: 'hard',
      source: 'depends-on',
    },
  ],
  groups: [
    {
      id: 'rest',
      title: '37 services of team-cards',
      count: 37,
      direction: 'dependants',
      attachedTo: ['payments-api'],
      filter: { owner: 'group:default/team-cards' },
    },
  ],
};

export const inversion: GraphFinding = {
  id: 'rto-inversion-1',
  kind: 'rto-inversion',
  severity: 'high',
  because: 'It is missed by a factor of 4.',
  node: payments,
  other: ledger,
  title: 'payments-api recovers faster than ledger allows',
  explanation:
    'component:default/payments-api promises to be back within 1 h, and fails until component:default/ledger is back, which may take 4 h.',
  remedy:
    'Shorten the RTO of component:default/ledger, or let component:default/payments-api do without it.',
  mentions: [payments, ledger],
  numbers: [
    { label: 'RTO of payments-api', value: 'PT1H' },
    { label: 'RTO of ledger', value: 'PT4H' },
  ],
  path: pathTo(ledger, payments),
  changeable: false,
};

export const undocumented: GraphFinding = {
  ...inversion,
  id: 'undocumented-1',
  kind: 'undocumented-dependency',
  severity: 'medium',
  title: 'payments-api calls fraud and does not declare it',
  numbers: [{ label: 'Calls', value: '1200' }],
  changeable: true,
  exemption: {
    id: '00000000-0000-4000-8000-000000000001',
    findingId: 'undocumented-1',
    entityRef: 'component:default/payments-api',
    kind: 'undocumented-dependency',
    state: 'requested',
    reason: 'Goes away in March',
    until: '2027-03-31',
    requestedBy: 'user:default/anna.keller',
    requestedAt: '2026-11-01T08:00:00Z',
  },
};

export const dependencies = (
  now: number,
  overrides: Partial<EntityDependencies> = {},
): EntityDependencies => ({
  graph: freshGraph(now),
  node: payments,
  inGraph: true,
  findings: [inversion],
  totalFindings: 1,
  dependants: { direct: 2, counts: counts() },
  dependencies: { direct: 1, counts: counts({ total: 1, hidden: 0 }) },
  groups: [
    { name: 'psp', minAvailable: 1, members: [graphNode('psp-a'), hidden] },
  ],
  availability: {
    lower: 0.9985,
    upper: 0.9991,
    exact: false,
    target: 0.9995,
    holds: 'no',
    unknown: 2,
  },
  recovery: {
    duration: 'PT90M',
    rto: 'PT1H',
    holds: 'no',
    unknown: 1,
    path: pathTo(ledger, payments),
  },
  picture,
  ...overrides,
});

export const reachPage = (now: number): GraphReachPage => ({
  graph: freshGraph(now),
  items: [
    {
      node: checkout,
      hops: 1,
      outcome: 'failed',
      path: pathTo(payments, checkout),
    },
    {
      node: reports,
      hops: 1,
      outcome: 'degraded',
      path: pathTo(payments, reports),
    },
  ],
  totalItems: 2,
  hidden: 1,
});

export const impact = (
  now: number,
  overrides: Partial<Impact> = {},
): Impact => ({
  graph: freshGraph(now),
  down: [ledger],
  downTotal: 1,
  unknown: [],
  totals: counts(),
  breached: 1,
  backAfter: 'PT5H',
  absorbed: [
    {
      owner: payments,
      group: { name: 'psp', minAvailable: 1, size: 2 },
      failed: [graphNode('psp-a')],
      left: [graphNode('psp-b')],
    },
  ],
  totalItems: 2,
  items: [
    {
      node: payments,
      outcome: 'failed',
      hops: 1,
      path: pathTo(ledger, payments),
      breaches: [
        {
          objective: 'rto',
          allowed: 'PT1H',
          after: 'PT1H',
          expected: 'PT5H',
          exact: true,
        },
      ],
    },
    {
      node: selling,
      outcome: 'failed',
      hops: 2,
      path: pathTo(ledger, payments, selling),
      breaches: [],
    },
  ],
  picture: {
    nodes: [
      { node: ledger, hops: 0, outcome: 'down' },
      { node: payments, hops: 1, outcome: 'failed' },
      { node: selling, hops: 2, outcome: 'failed' },
    ],
    edges: [
      {
        from: 'payments-api',
        to: 'ledger',
        strength: 'hard',
        source: 'depends-on',
      },
      {
        from: 'selling',
        to: 'payments-api',
        strength: 'hard',
        source: 'supports',
      },
    ],
    groups: [],
  },
  ...overrides,
});

export const points = (now: number): PointsOfFailure => ({
  graph: freshGraph(now),
  roots: 4,
  unknown: [],
  totalItems: 1,
  hidden: 0,
  items: [
    {
      node: ledger,
      rootCount: 2,
      hiddenRoots: 1,
      roots: [
        { node: selling, path: pathTo(ledger, payments, selling) },
        { node: checkout, path: pathTo(ledger, payments, checkout) },
      ],
      shield: 'A second component:default/ledger in a group with it.',
      mentions: [ledger],
    },
  ],
});

export const waves = (now: number): Waves => ({
  graph: freshGraph(now),
  purpose: 'deployment',
  unknown: [],
  total: 3,
  hidden: 0,
  waves: [
    { parts: [{ members: [ledger], cycle: false }], total: 1, hidden: 0 },
    {
      parts: [{ members: [payments, checkout], cycle: true }],
      total: 2,
      hidden: 0,
      readyAfter: 'PT30M',
    },
  ],
});

export const findingsPage = (now: number): GraphFindingsPage => ({
  graph: freshGraph(now),
  items: [inversion, undocumented],
  totalItems: 2,
  hidden: 1,
  totals: [{ kind: 'rto-inversion', total: 1, exempted: 0 }],
  severities: [
    { severity: 'high', total: 1, exempted: 0 },
    { severity: 'medium', total: 1, exempted: 0 },
    { severity: 'low', total: 0, exempted: 0 },
  ],
  filters: { owners: ['group:default/team-payments'] },
});

/** The same findings, by what would mend them. */
export const findingGroupsPage = (now: number): GraphFindingGroupsPage => {
  const { items: _, ...page } = findingsPage(now);
  return {
    ...page,
    totalItems: 2,
    totalFindings: 26,
    items: [
      {
        node: ledger,
        severity: 'high',
        because: 'It is missed by a factor of 4.',
        total: 25,
        severities: { high: 1, medium: 4, low: 20 },
        kinds: [
          { kind: 'single-point-of-failure', total: 24 },
          { kind: 'rto-inversion', total: 1 },
        ],
        affected: { total: 7, items: [payments, selling, hidden] },
        findings: [inversion],
      },
      {
        node: payments,
        severity: 'medium',
        because: 'Something of the strictest tier relies on it.',
        total: 1,
        severities: { high: 0, medium: 1, low: 0 },
        kinds: [{ kind: 'undocumented-dependency', total: 1 }],
        affected: { total: 0, items: [] },
        findings: [undocumented],
      },
    ],
  };
};

export const mailer: Saas = {
  node: graphNode('mailer', {
    ref: 'resource:default/mailer',
    kind: 'resource',
  }),
  vendor: 'Mail Ltd',
  availability: 0.999,
  supportHours: '24x7',
  dataRegions: ['eu-west-1'],
  inPlanning: 'unknown',
  decidedBy: 'rule',
  reasons: [
    'Without it the business fails at businessfunction:default/selling.',
  ],
  mentions: [selling],
  problems: [{ message: 'No exit plan.', remedy: 'Declare one.' }],
  dependants: {
    total: 3,
    hidden: 0,
    failing: 2,
    mostCritical: tierOne,
    businessFunctions: [selling],
  },
};

export const saasPage = (now: number): SaasPage => ({
  graph: freshGraph(now),
  items: [mailer],
  totals: { yes: 0, no: 0, unknown: 1, due: 0 },
});
