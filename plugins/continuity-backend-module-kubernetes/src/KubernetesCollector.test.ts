import {
  driftScan,
  parseIgnoreRules,
  type DriftScanPayload,
} from '@continuity/engine';
import type {
  CollectedReport,
  CollectedService,
  CollectorProblem,
  CollectorRun,
} from '@continuity/plugin-continuity-node';
import {
  autoscalerOf,
  hotfixed,
  KubernetesServer,
  recordedShop,
  SHOP_MANIFESTS,
  type StoredObject,
} from 'dev-kubernetes';
import { folders } from './__testUtils__/folders';
import type { KubernetesSettings } from './config';
import { KubernetesCollector } from './KubernetesCollector';
import { ManifestReader } from './manifests';

jest.setTimeout(30_000);

const SHOP = 'component:default/shop';
const GIT = 'https://git.example/deploy';
const objects = recordedShop();
const deployment = objects[objects.length - 1];
const manifests = new ManifestReader(
  folders({
    [GIT]: { 'shop.yaml': SHOP_MANIFESTS },
    [`${GIT}/broken`]: { 'Chart.yaml': 'name: shop' },
  }),
);

let server: KubernetesServer;

beforeEach(async () => {
  server = await KubernetesServer.start({ objects, mostPerPage: 1 });
});

afterEach(() => server.stop());

const service = (change: Partial<CollectedService> = {}): CollectedService => ({
  entityRef: SHOP,
  annotations: {
    'continuity.dev/manifests-url': GIT,
    'backstage.io/kubernetes-namespace': 'shop',
  },
  labels: {},
  environments: [{ name: 'production', region: 'eu', role: 'primary' }],
  releases: [],
  ...change,
});

const settings = (
  change: Partial<KubernetesSettings> = {},
): KubernetesSettings => ({
  clusters: [
    {
      name: 'eu-production',
      server: server.url,
      token: { from: 'config', value: 'let-me-read' },
      skipTlsVerify: false,
      environments: ['production'],
      region: 'eu',
    },
  ],
  everySeconds: 3_600,
  timeoutMs: 2_000,
  annotation: 'continuity.dev/manifests-url',
  comparison: 'two-way',
  ignore: [],
  ...change,
});

type Seen = CollectedReport & { payload: DriftScanPayload; verdict: string };

async function collected({
  services = [service()],
  change = {},
  collector,
  end = new AbortController(),
  onReport = () => {},
}: {
  services?: CollectedService[];
  change?: Partial<KubernetesSettings>;
  collector?: KubernetesCollector;
  end?: AbortController;
  onReport?: (count: number) => void;
} = {}) {
  const reports: Seen[] = [];
  const problems: CollectorProblem[] = [];
  const { signal } = end;
  const run: CollectorRun = {
    signal,
    startedAt: Date.now(),
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
      onReport(reports.length);
    },
    problem: problem => problems.push(problem),
  };
  const used =
    collector ??
    new KubernetesCollector({
      settings: settings(change),
      manifests,
      patience: { pauseMs: 1, debounceMs: 20 },
    });
  await used.collect(run).catch(error => {
    if (!signal.aborted) throw error;
  });
  return { reports, problems };
}

const withReplicas = (replicas: number): StoredObject => ({
  ...deployment,
  spec: { ...(deployment.spec as object), replicas },
});

it('reports that everything is as Git says, over several pages', async () => {
  const { reports, problems } = await collected();
  expect(problems).toEqual([]);
  expect(reports).toEqual([
    expect.objectContaining({
      kind: 'drift-scan',
      entityRef: SHOP,
      environment: 'production',
      region: 'eu',
      verdict: 'pass',
      payload: expect.objectContaining({
        against: 'git',
        objects: 4,
        inSync: 4,
        notCompared: 0,
      }),
    }),
  ]);
  expect(server.asked.some(({ query }) => query.has('continue'))).toBe(true);
});

it('reports what somebody changed by hand, and no secret', async () => {
  server.store.put(hotfixed(objects));
  const [, , , secret] = objects;
  const password = Buffer.from('battery-staple').toString('base64');
  server.store.put({ ...secret, data: { password } });
  const { reports } = await collected();
  expect(reports[0]).toMatchObject({
    verdict: 'fail',
    payload: { changed: 2, unauthorised: 1 },
  });
  const text = JSON.stringify(reports);
  expect(text).toContain('kubectl-edit');
  expect(text).toContain('1.4.3-hotfix');
  expect(text).not.toMatch(/battery|staple|horse/);
  expect(text).not.toContain(password);
});

it('does not call missing what it must not list', async () => {
  server.forbid('Secret');
  const { reports, problems } = await collected();
  expect(reports[0]).toMatchObject({
    verdict: 'unknown',
    payload: { objects: 3, missing: 0, notCompared: 1 },
  });
  expect(problems).toEqual([
    {
      entityRef: SHOP,
      environment: 'production',
      region: 'eu',
      place: 'eu-production',
      reason: expect.stringContaining('Secret db could not be read'),
      remedy: expect.stringContaining('Grant list'),
    },
  ]);
});

it.each<[string, () => void, number, object]>([
  [
    'an expired token',
    () => server.revokeTokens(),
    10_000,
    {
      reason: expect.stringContaining('(401)'),
      remedy: expect.stringContaining('serviceAccountToken'),
    },
  ],
  [
    'silence',
    () => server.fallSilent(),
    300,
    {
      reason: expect.stringContaining('did not answer within 0.3 s'),
      remedy: expect.stringContaining('reaches'),
    },
  ],
  [
    'a busy cluster',
    () => [1, 2, 3].forEach(() => server.beBusyOnce(429, 60)),
    10_000,
    { reason: expect.stringContaining('busy or away') },
  ],
])(
  'reports nothing after %s, and says so once',
  async (_, prepare, timeoutMs, problem) => {
    prepare();
    const { reports, problems } = await collected({
      services: [service(), service({ entityRef: 'component:default/mail' })],
      change: { timeoutMs },
    });
    expect(reports).toEqual([]);
    expect(problems).toEqual([
      { place: 'eu-production', region: 'eu', ...problem },
    ]);
    expect(JSON.stringify(problems)).not.toContain('let-me-read');
  },
);

it('reads a list anew that expired', async () => {
  let expired = 0;
  server.onAsked = ({ query }) => {
    if (query.has('continue') && expired++ === 0) server.expireContinueTokens();
  };
  expect((await collected()).reports[0].verdict).toBe('pass');
  expect(expired).toBeGreaterThan(1);
});

it('leaves replicas to an autoscaler that stands in no Git', async () => {
  server.store.put(withReplicas(6));
  expect((await collected()).reports[0].verdict).toBe('fail');
  server.store.put(autoscalerOf('api'));
  expect((await collected()).reports[0].verdict).toBe('pass');
});

describe('a namespace', () => {
  it('that vanishes for good while it is read is read again: its objects are missing', async () => {
    let isGone = false;
    server.onAsked = ({ path }) => {
      if (!isGone && path.endsWith('/services')) {
        isGone = true;
        server.deleteNamespace('shop');
      }
    };
    const { reports } = await collected();
    expect(reports[0]).toMatchObject({
      verdict: 'fail',
      payload: { objects: 4, missing: 4 },
    });
  });

  it('that comes and goes is not known', async () => {
    server.onAsked = ({ path }) => {
      if (!path.endsWith('/services')) return;
      server.deleteNamespace('shop');
      const uid = String(server.store.revision);
      for (const object of objects) {
        server.store.put({
          ...object,
          metadata: { ...object.metadata, uid },
        });
      }
    };
    const { reports, problems } = await collected();
    expect(reports[0]).toMatchObject({
      verdict: 'unknown',
      payload: { objects: 0, notCompared: 4 },
    });
    expect(problems[0].reason).toContain('was deleted, or made anew');
  });

  it('that is being deleted is not known', async () => {
    const [namespace] = objects;
    server.store.put({
      ...namespace,
      metadata: {
        ...namespace.metadata,
        deletionTimestamp: '2026-11-30T00:00:00Z',
      },
    });
    expect((await collected()).reports[0].verdict).toBe('unknown');
  });

  it('that is not there has none of its objects', async () => {
    server.deleteNamespace('shop');
    expect((await collected()).reports[0]).toMatchObject({
      verdict: 'fail',
      payload: { missing: 4 },
    });
  });

  it('need not be seen itself', async () => {
    server.forbid('Namespace');
    expect((await collected()).reports[0].verdict).toBe('pass');
  });
});

it('reports live objects of a label that Git does not have', async () => {
  server.store.put({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'left', namespace: 'shop', labels: { app: 'shop' } },
  });
  const annotations = {
    ...service().annotations,
    'continuity.dev/manifests-label': 'app=shop',
  };
  const { reports } = await collected({ services: [service({ annotations })] });
  expect(reports[0].payload).toMatchObject({ extra: 1, changed: 0 });
});

it.each<[string, Partial<CollectedService>, string]>([
  [
    'what a label that is none selects',
    {
      annotations: {
        'continuity.dev/manifests-url': GIT,
        'continuity.dev/manifests-label': 'shop',
      },
    },
    'continuity.dev/manifests-label is no label.',
  ],
  [
    'an environment without a cluster',
    { environments: [{ name: 'staging', role: 'primary' }] },
    'No cluster is configured for staging.',
  ],
  [
    'a region without a cluster',
    { environments: [{ name: 'production', region: 'us', role: 'primary' }] },
    'No cluster is configured for production in us.',
  ],
  [
    'manifests that are not rendered',
    { annotations: { 'continuity.dev/manifests-url': `${GIT}/broken` } },
    'There is a Chart.yaml',
  ],
  [
    'manifests that are not there',
    { annotations: { 'continuity.dev/manifests-url': `${GIT}/none` } },
    'could not be read: NotFoundError.',
  ],
])('says why it cannot see %s', async (_, change, reason) => {
  const { reports, problems } = await collected({
    services: [service(change)],
  });
  expect(reports).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({
      entityRef: SHOP,
      reason: expect.stringContaining(reason),
      remedy: expect.any(String),
    }),
  ]);
});

it('leaves out services that name no manifests', async () => {
  expect(await collected({ services: [service({ annotations: {} })] })).toEqual(
    {
      reports: [],
      problems: [],
    },
  );
  expect(server.asked).toEqual([]);
});

it('says the same again with the time of the first, so that it is stored once', async () => {
  const collector = new KubernetesCollector({
    settings: settings(),
    manifests,
  });
  const scannedAt = async () =>
    (await collected({ collector })).reports[0].payload.scannedAt;
  const first = await scannedAt();
  await new Promise(resolve => setTimeout(resolve, 2));
  expect(await scannedAt()).toBe(first);
  server.store.put(hotfixed(objects));
  expect(await scannedAt()).not.toBe(first);
});

describe('parity', () => {
  let standby: KubernetesServer;

  beforeEach(async () => {
    standby = await KubernetesServer.start({ objects });
  });

  afterEach(() => standby.stop());

  const both: Partial<CollectedService> = {
    environments: [
      { name: 'production', region: 'eu', role: 'primary' },
      { name: 'production-dr', region: 'us', role: 'standby' },
    ],
  };

  const compared = async (
    allow: KubernetesSettings['ignore'] = [],
    change: Partial<CollectedService> = both,
  ) => {
    const [eu] = settings().clusters;
    const us = {
      ...eu,
      name: 'us-standby',
      server: standby.url,
      environments: ['production-dr'],
      region: 'us',
    };
    const { reports } = await collected({
      services: [service(change)],
      change: { clusters: [eu, us], parity: { allow } },
    });
    return reports.filter(({ payload }) => payload.against === 'parity');
  };

  it('of a standby is reported with what it was held against', async () => {
    expect(await compared()).toEqual([
      expect.objectContaining({
        environment: 'production-dr',
        region: 'us',
        verdict: 'pass',
        payload: expect.objectContaining({
          comparedWith: { environment: 'production', region: 'eu' },
        }),
      }),
    ]);
  });

  it('misses a config map that the standby lacks', async () => {
    const [, , settingsMap] = objects;
    standby.store.delete(settingsMap);
    const [{ verdict, payload }] = await compared();
    expect(verdict).toBe('fail');
    expect(payload).toMatchObject({ missing: 1, changed: 0, extra: 0 });
    expect(payload.findings[0]).toMatchObject({
      object: 'ConfigMap shop/shop',
      change: 'missing',
    });
  });

  it('allows what is meant to differ, and nothing else', async () => {
    standby.store.put(withReplicas(1));
    standby.store.put(autoscalerOf('other'));
    expect((await compared())[0]).toMatchObject({
      verdict: 'fail',
      payload: { changed: 1, extra: 0, missing: 0 },
    });
    const allow = parseIgnoreRules({
      rules: [
        {
          reason: 'half the size of the primary',
          expires: '2999-01-01',
          pointers: ['/spec/replicas'],
        },
      ],
    });
    const rules = 'rules' in allow ? allow.rules : [];
    expect((await compared(rules))[0].verdict).toBe('pass');
  });

  it('is not known of what either side hides', async () => {
    server.forbid('Secret');
    const [{ verdict, payload }] = await compared();
    expect(verdict).toBe('unknown');
    expect(payload).toMatchObject({ extra: 0, missing: 0, notCompared: 1 });
    standby.forbid('ConfigMap');
    expect((await compared())[0]).toMatchObject({
      verdict: 'unknown',
      payload: { extra: 0, missing: 0, notCompared: 2 },
    });
  });

  it('is not reported of what has no primary, or one that says nothing', async () => {
    expect(
      await compared([], {
        environments: [
          { name: 'production', region: 'eu', role: 'standby' },
          { name: 'production-dr', region: 'us', role: 'standby' },
        ],
      }),
    ).toEqual([]);
    server.revokeTokens();
    expect(await compared()).toEqual([]);
  });
});

describe('watching', () => {
  const follow = (onReport: (count: number, end: AbortController) => void) => {
    const end = new AbortController();
    return collected({
      change: { watchMs: 60_000 },
      end,
      onReport: count => onReport(count, end),
    });
  };

  /** Once the collector watches, after its first scan. */
  const whenWatched = (act: () => void) => {
    let isDone = false;
    server.onAsked = ({ path, query }) => {
      if (isDone || !query.has('watch') || !path.endsWith('/deployments')) {
        return;
      }
      isDone = true;
      setImmediate(act);
    };
  };

  it('scans a service again soon after one of its objects changed', async () => {
    whenWatched(() => server.store.put(hotfixed(objects)));
    const { reports } = await follow((count, end) => {
      if (count === 2) end.abort();
    });
    expect(reports.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
  });

  it('scans again when the past is forgotten', async () => {
    server.onAsked = ({ query }) => {
      if (!query.has('watch')) return;
      server.onAsked = () => {};
      server.store.put(hotfixed(objects));
      server.compact();
    };
    const { reports } = await follow((count, end) => {
      if (count === 2) end.abort();
    });
    expect(reports.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
  });

  it('does not mind what is of no service', async () => {
    whenWatched(() => {
      server.store.put({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'other', namespace: 'shop' },
      });
      setTimeout(() => server.store.put(hotfixed(objects)), 100);
    });
    const { reports } = await follow((count, end) => {
      if (count === 2) end.abort();
    });
    expect(reports).toHaveLength(2);
    expect(reports[1].verdict).toBe('fail');
  });
});
