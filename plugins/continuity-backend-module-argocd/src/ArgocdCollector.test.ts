import { driftScan, type DriftScanPayload } from '@continuity/engine';
import type {
  CollectedReport,
  CollectedService,
  CollectorProblem,
  CollectorRun,
} from '@continuity/plugin-continuity-node';
import {
  ArgocdServer,
  type TestApplication,
} from './__testUtils__/ArgocdServer';
import { ArgocdCollector } from './ArgocdCollector';
import type { ArgocdSettings } from './config';

const SHOP = 'component:default/shop';
const SEEN_AT = '2026-11-29T21:00:00.000Z';

const map = (mode: string, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'shop', namespace: 'shop' },
  data: { mode },
  ...more,
});
const deployment = (more: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'api', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'api' } },
    template: {
      metadata: { labels: { app: 'api' } },
      spec: { containers: [{ name: 'api', image: 'api:1', ...more }] },
    },
  },
});
const job = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'migrate', namespace: 'shop' },
};

const app = (
  name: string,
  change: Partial<TestApplication> = {},
): TestApplication => ({
  name,
  labels: { app: 'shop' },
  status: { reconciledAt: SEEN_AT },
  managed: [
    {
      target: deployment({}),
      // Argo CD says that it is modified, for fields that the API server fills in.
      live: deployment({ resources: {}, imagePullPolicy: 'IfNotPresent' }),
    },
    { target: map('strict'), live: map('strict') },
    { target: job, hook: true },
  ],
  ...change,
});

let server: ArgocdServer | undefined;
afterEach(() => server?.stop());

const service = (
  annotations: Record<string, string>,
  change: Partial<CollectedService> = {},
): CollectedService => ({
  entityRef: SHOP,
  annotations,
  labels: {},
  environments: [{ name: 'production', region: 'eu', role: 'primary' }],
  releases: [],
  ...change,
});

type Seen = CollectedReport & { payload: DriftScanPayload; verdict: string };

async function collected(
  applications: TestApplication[],
  services: CollectedService[] = [service({ 'argocd/app-name': 'shop' })],
  change: Partial<ArgocdSettings['instances'][number]> = {},
  prepare: (started: ArgocdServer) => void = () => {},
) {
  server = await ArgocdServer.start(applications);
  prepare(server);
  const reports: Seen[] = [];
  const problems: CollectorProblem[] = [];
  const { signal } = new AbortController();
  const run: CollectorRun = {
    signal,
    startedAt: Date.parse('2026-11-30T12:00:00Z'),
    async *services() {
      yield* services;
    },
    forEachService: async collect => {
      for (const one of services) await collect(one, { signal });
    },
    report: async (...some) => {
      for (const one of some) {
        const payload = driftScan.schema.parse(one.payload);
        reports.push({ ...one, payload, verdict: driftScan.verdict(payload) });
      }
    },
    problem: problem => problems.push(problem),
  };
  await new ArgocdCollector({
    instances: [
      {
        name: 'eu',
        url: server.url,
        token: 'argo-token',
        environments: ['production'],
        ...change,
      },
    ],
    everySeconds: 3_600,
    timeoutMs: 500,
    comparison: 'two-way',
    ignore: [],
  }).collect(run);
  expect(JSON.stringify([reports, problems])).not.toContain('argo-token');
  return { reports, problems, asked: server.asked };
}

it('does not take for drift what Argo CD does, and says when that was seen', async () => {
  const { reports, problems, asked } = await collected([app('shop')]);
  expect(problems).toEqual([]);
  expect(reports).toEqual([
    {
      kind: 'drift-scan',
      entityRef: SHOP,
      environment: 'production',
      region: 'eu',
      observedAt: Date.parse(SEEN_AT),
      verdict: 'pass',
      payload: expect.objectContaining({
        against: 'git',
        scannedAt: SEEN_AT,
        objects: 2,
        inSync: 2,
      }),
    },
  ]);
  expect(asked).toEqual([
    '/api/v1/applications/shop',
    '/api/v1/applications/shop/managed-resources?appNamespace=argocd',
  ]);
});

it('reports what differs, is missing, and nobody desires', async () => {
  const managed = [
    { target: map('strict'), live: map('lenient') },
    { target: deployment({}) },
    { live: { ...map('x'), metadata: { name: 'old', namespace: 'shop' } } },
  ];
  const { reports } = await collected([app('shop', { managed })]);
  expect(reports[0]).toMatchObject({
    verdict: 'fail',
    payload: { objects: 2, changed: 1, missing: 1, extra: 1, inSync: 0 },
  });
});

it('finds secrets that Argo CD has hidden, and differ', async () => {
  const secret = (value: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'db', namespace: 'shop' },
    data: { password: value },
  });
  const states = async (live: string) =>
    (
      await collected([
        app('shop', {
          managed: [{ target: secret('++++++++'), live: secret(live) }],
        }),
      ])
    ).reports[0].verdict;
  expect(await states('++++++++')).toBe('pass');
  await server?.stop();
  expect(await states('+++++++++')).toBe('fail');
});

it.each<[string, Record<string, string>, string[]]>([
  ['by its selector', { 'argocd/app-selector': 'app=shop' }, ['a', 'b']],
  [
    'for its environment',
    { 'continuity.dev/argocd-app.production': 'a' },
    ['a'],
  ],
  [
    'by the environment',
    { 'continuity.dev/argocd-app': '{region}-{environment}' },
    ['eu-production'],
  ],
  [
    'in its namespace',
    { 'argocd/app-name': 'c', 'argocd/app-namespace': 'teams' },
    ['c'],
  ],
])('finds applications %s', async (_, annotations, expected) => {
  const { asked, problems } = await collected(
    [
      app('a'),
      app('b'),
      app('c', { namespace: 'teams', labels: {} }),
      app('eu-production', { labels: {} }),
    ].map((one, index) => ({
      ...one,
      managed: [
        {
          target: { ...map('x'), metadata: { name: `map-${index}` } },
          live: {
            ...map('x'),
            metadata: { name: `map-${index}`, namespace: 'shop' },
          },
        },
      ],
    })),
    [service(annotations)],
  );
  expect(problems).toEqual([]);
  expect(
    asked.flatMap(path => /\/([^/]+)\/managed-resources/.exec(path)?.[1] ?? []),
  ).toEqual(expected);
});

it('counts applications of one cluster only, where it is told to', async () => {
  const { reports } = await collected(
    [
      app('a', { destination: { server: 'https://eu.example' } }),
      app('b', { destination: { name: 'us' } }),
    ],
    [service({ 'argocd/app-selector': 'app=shop' })],
    { destination: 'us' },
  );
  expect(reports[0].payload).toMatchObject({ objects: 2, inSync: 2 });
});

it.each<[string, Partial<TestApplication>, string]>([
  [
    'could not compare',
    {
      status: {
        conditions: [{ type: 'ComparisonError', message: 'https://me:pw@git' }],
      },
    },
    'ComparisonError',
  ],
  [
    'knows no state of',
    { status: { sync: { status: 'Unknown' } } },
    'sync status Unknown',
  ],
  [
    'sends no JSON of',
    {
      managed: [
        { target: map('strict'), liveText: '{' },
        { target: deployment({}), live: deployment({}) },
      ],
    },
    'ConfigMap shop: Argo CD sent no JSON for it',
  ],
])('does not call in sync what Argo CD %s', async (_, change, reason) => {
  const { reports, problems } = await collected([app('shop', change)]);
  expect(reports[0].verdict).not.toBe('pass');
  expect(problems[0].reason).toContain(reason);
  expect(JSON.stringify([reports, problems])).not.toContain('me:pw');
});

it.each<[string, (started: ArgocdServer) => void, object]>([
  [
    'an expired token',
    started => {
      started.status = 401;
    },
    {
      place: 'eu',
      reason: expect.stringContaining('(401)'),
      remedy: expect.stringContaining('token of eu'),
    },
  ],
  [
    'a server that is away',
    started => {
      started.status = 503;
    },
    { place: 'eu', reason: expect.stringContaining('It answered 503') },
  ],
  [
    'a redirect',
    started => {
      started.status = 302;
    },
    expect.objectContaining({
      reason: expect.stringContaining('It answered 302'),
    }),
  ],
  [
    'nonsense',
    started => {
      started.nonsense = '<html>';
    },
    expect.objectContaining({
      entityRef: SHOP,
      reason: expect.stringContaining('no JSON'),
    }),
  ],
  [
    'an answer of something else',
    started => {
      started.nonsense = '{"items": 7}';
    },
    expect.objectContaining({
      reason: expect.stringContaining('no answer of Argo CD'),
    }),
  ],
])('reports nothing after %s', async (_, prepare, problem) => {
  const { reports, problems } = await collected(
    [app('shop')],
    undefined,
    {},
    prepare,
  );
  expect(reports).toEqual([]);
  expect(problems).toEqual([problem]);
});

it.each<[string, Record<string, string>, string]>([
  [
    'is not there',
    { 'argocd/app-name': 'none' },
    'There is no application none, or we must not see it (403)',
  ],
  [
    'match nothing',
    { 'argocd/app-selector': 'app=none' },
    'There is no application with app=none',
  ],
])('says that applications %s', async (_, annotations, reason) => {
  const { reports, problems } = await collected(
    [app('shop')],
    [service(annotations)],
  );
  expect(reports).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({
      entityRef: SHOP,
      reason: expect.stringContaining(reason),
      remedy: expect.any(String),
    }),
  ]);
});

it.each<[string, CollectedService]>([
  ['name no application', service({})],
  [
    'name another instance',
    service({ 'argocd/app-name': 'shop', 'argocd/instance-name': 'us' }),
  ],
  [
    'run elsewhere',
    service(
      { 'argocd/app-name': 'shop' },
      { environments: [{ name: 'staging', role: 'primary' }] },
    ),
  ],
])('leaves out services that %s', async (_, one) => {
  expect(await collected([app('shop')], [one])).toEqual({
    reports: [],
    problems: [],
    asked: [],
  });
});

it.each<[string, Record<string, unknown> | undefined]>([
  ['has not looked at one of them so far', undefined],
  ['does not say when it looked', {}],
  ['says what is no time', { reconciledAt: 'a moment ago' }],
])(
  'knows nothing of what Argo CD %s, and is no younger for the others',
  async (_, status) => {
    const { reports } = await collected(
      [app('shop'), { ...app('shop-jobs'), status }],
      [service({ 'argocd/app-selector': 'app=shop' })],
    );
    expect(reports).toMatchObject([
      { verdict: 'unknown', observedAt: Date.parse(SEEN_AT) },
    ]);
  },
);
