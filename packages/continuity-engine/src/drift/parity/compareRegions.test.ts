import { compareWithBaseline } from '../baseline/compareWithBaseline';
import { makeBaseline } from '../baseline/makeBaseline';
import { parseIgnoreRules } from '../ignore/parseIgnoreRules';
import type { SourcedObject } from '../types';
import { compareRegions } from './compareRegions';

const now = Date.parse('2026-11-01T00:00:00Z');

const at = (region: string, ...values: unknown[]): SourcedObject[] =>
  values.map(value => ({ value, source: region }));

const settings = (data: object, name = 'settings') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop', uid: name, resourceVersion: '7' },
  data,
});

const secret = (password: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'db', namespace: 'shop' },
  type: 'Opaque',
  data: { password },
});

const web = (replicas: number, region: string, image = 'web:1.4.2') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'web',
    namespace: 'shop',
    generation: replicas,
    annotations: { 'deployment.kubernetes.io/revision': `${replicas}` },
  },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'web',
            image,
            env: [{ name: 'REGION', value: region }],
          },
        ],
      },
    },
  },
  status: { replicas },
});

/** Each cluster gives its own addresses. */
const service = (clusterIP: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    clusterIP,
    clusterIPs: [clusterIP],
    ports: [{ port: 80, nodePort: 30_000 + clusterIP.length }],
    selector: { app: 'web' },
  },
});

const generated = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'kube-root-ca.crt', namespace: 'shop' },
  data: { 'ca.crt': 'one of each cluster' },
};

const allowed = parseIgnoreRules(
  {
    rules: [
      {
        id: 'replicas',
        reason: 'The standby runs at half its size',
        expires: '2027-06-30',
        kind: 'Deployment',
        pointers: ['/spec/replicas'],
      },
      {
        id: 'region',
        reason: 'It is called what it is',
        expires: '2027-06-30',
        paths: [
          '.spec.template.spec.containers[].env[] | select(.name == "REGION")',
        ],
      },
    ],
  },
  'allow',
);
const allow = 'rules' in allowed ? allowed.rules : [];

it('finds two regions alike that differ in what is declared and allocated', () => {
  const report = compareRegions(
    at(
      'primary',
      web(6, 'eu-west-1'),
      service('10.0.0.1'),
      settings({ mode: 'strict' }),
      generated,
    ),
    at(
      'standby',
      web(3, 'eu-central-1'),
      service('10.96.17.4'),
      settings({ mode: 'strict' }),
    ),
    { now, allow },
  );
  expect(report).toMatchObject({
    outcome: 'in-sync',
    counts: { desired: 3, inSync: 3, ignored: 2 },
  });
});

it.each<[string, unknown[], unknown[], string]>([
  [
    'a config map that the standby lacks',
    [settings({}), settings({ limit: '5' }, 'limits')],
    [settings({})],
    'ConfigMap limits missing',
  ],
  [
    'an object that only the standby has',
    [settings({})],
    [settings({}), settings({}, 'old')],
    'ConfigMap old extra',
  ],
  [
    'another image',
    [web(3, 'a')],
    [web(3, 'a', 'web:1.4.1')],
    'Deployment web changed',
  ],
  [
    'another value',
    [settings({ mode: 'strict' })],
    [settings({ mode: 'lenient' })],
    'ConfigMap settings changed',
  ],
  ['another secret', [secret('b25l')], [secret('dHdv')], 'Secret db changed'],
  [
    'a service that is headless on one side',
    [service('None')],
    [service('10.0.0.1')],
    'Service web changed',
  ],
])('finds %s', (_, primary, other, expected) => {
  const report = compareRegions(at('primary', ...primary), at('s', ...other), {
    now,
    allow,
  });
  expect(report.outcome).toBe('drifted');
  expect(
    report.objects
      .filter(({ state }) => state !== 'in-sync')
      .map(({ ref, state }) => `${ref.kind} ${ref.name} ${state}`),
  ).toEqual([expected]);
  expect(JSON.stringify(report)).not.toMatch(/b25l|dHdv/);
});

it.each([
  [
    'primary',
    [settings({ note: '(masked)' }), secret('cg==')],
    [secret('b3Ro')],
  ],
  [
    'standby',
    [secret('cg==')],
    [settings({ note: '(masked)' }), secret('b3Ro')],
  ],
])(
  'knows nothing of secrets when the %s holds what was masked before',
  (side, primary, standby) => {
    const shared = settings({ note: 'x' });
    const report = compareRegions(
      at('primary', ...(side === 'primary' ? primary : [shared, ...primary])),
      at('standby', ...(side === 'standby' ? standby : [shared, ...standby])),
      { now },
    );
    expect(report.outcome).not.toBe('in-sync');
    expect(report.problems).toMatchObject([
      { source: side, message: expect.stringContaining('masked before') },
    ]);
  },
);

it('compares only that secrets are there when one side is masked already', () => {
  const masked = {
    ...secret('(masked)'),
    data: { password: '(masked)', user: '(masked)' },
  };
  const report = compareRegions(
    at('primary', masked),
    at('standby', secret('dHdv')),
    { now },
  );
  expect(report.objects[0].changes.map(({ path }) => path)).toEqual([
    '/data/user',
  ]);
});

it('says that it does not know when something on the primary cannot be read', () => {
  expect(
    compareRegions(
      at('primary', settings({}), 'nonsense'),
      at('s', settings({})),
      {
        now,
      },
    ).outcome,
  ).toBe('unknown');
});

describe('a baseline', () => {
  const made = (...values: unknown[]) => {
    const result = makeBaseline(at('live', ...values));
    if ('problems' in result) throw new Error(result.problems[0].message);
    return result.snapshot;
  };
  const running = [
    web(3, 'a'),
    service('10.0.0.1'),
    settings({ mode: 'strict', API_TOKEN: 'zq-very-secret' }),
    secret('cGFzc3dvcmQ='),
    generated,
  ];

  it('holds no secret, and is the same of its own objects and in any order', () => {
    const snapshot = made(...running);
    expect(snapshot.objects).toHaveLength(4);
    expect(snapshot.masked).toBe(2);
    expect(JSON.stringify(snapshot)).not.toMatch(/zq-very|cGFzc3/);
    expect(made(...snapshot.objects)).toEqual(snapshot);
    expect(made(...[...running].reverse())).toEqual(snapshot);
  });

  it('finds the same objects in sync, and what was changed since', () => {
    const snapshot = made(...running);
    const held = (...values: unknown[]) =>
      compareWithBaseline(snapshot, at('live', ...values), { now });
    expect(held(...running)).toMatchObject({
      outcome: 'in-sync',
      counts: { desired: 4, inSync: 4 },
    });
    const [, ...others] = running;
    expect(held(web(4, 'a'), ...others)).toMatchObject({
      outcome: 'drifted',
      counts: { changed: 1, fields: 1 },
    });
    expect(held(...others).counts.missing).toBe(1);
    // The value of a secret was never kept.
    expect(
      held(web(3, 'a'), ...others.slice(0, 2), secret('b3RoZXI=')).counts,
    ).toMatchObject({ changed: 0, missing: 0 });
  });

  it('is the same of a secret as Git has it', () => {
    const { data: _, ...asInGit } = secret('');
    const snapshot = made({ ...asInGit, stringData: { password: 'zq' } });
    expect(
      compareWithBaseline(snapshot, at('live', secret('enE=')), { now })
        .outcome,
    ).toBe('in-sync');
  });

  it.each([
    ['no object', []],
    ['something that is none', ['nonsense']],
    ['one object twice', [settings({}), settings({ mode: 'x' })]],
  ])('is not made of %s', (_, values) => {
    expect(makeBaseline(at('live', ...values))).toHaveProperty('problems');
  });
});
