import { parse } from 'yaml';
import { edited } from './__fixtures__/edits';
import { pairs } from './__fixtures__/pairs';
import { detectConfigurationDrift } from './detectConfigurationDrift';
import { detectDrift } from './detectDrift';
import type { DriftOptions, IgnoreRule } from './types';

const now = Date.parse('2026-11-01T00:00:00Z');
const DAY = 86_400_000;

const manifest = (yaml: string): unknown => parse(yaml, { version: '1.1' });
const set = (values: unknown[], source: string) =>
  values.map((value, at) => ({ value, source: `${source}/${at}` }));

function detect(
  desired: unknown[],
  live: unknown[],
  options: Partial<DriftOptions> = {},
) {
  return detectDrift(set(desired, 'git'), set(live, 'cluster'), {
    now,
    ...options,
  });
}

const wanted = edited(pairs.deployment.desired, []);
const running = (...edits: Parameters<typeof edited>[1]) =>
  edited(pairs.deployment.live, edits);
const IMAGE = '/spec/template/spec/containers/0/image';

describe('detectDrift', () => {
  it('says where, what, and who wrote it', () => {
    const report = detect([wanted], [running([IMAGE, 'other:1'])]);
    expect(report.objects[0].changes).toEqual([
      {
        path: IMAGE,
        label: 'spec.template.spec.containers[name=api].image',
        change: 'changed',
        desired: {
          state: 'shown',
          text: '"registry.example.com/payments-api:1.4.2"',
        },
        live: { state: 'shown', text: '"other:1"' },
        owners: [
          {
            manager: 'argocd-controller',
            operation: 'Apply',
            time: '2026-10-01T08:00:00Z',
          },
        ],
        ownership: 'argocd-controller (Apply, 2026-10-01T08:00:00Z)',
        authorised: 'yes',
      },
    ]);
  });

  it('counts a field as unauthorised when nobody who deploys owns it', () => {
    const live = running([IMAGE, 'other:1']);
    const { counts } = detect([wanted], [live], { managers: ['flux'] });
    expect(counts).toMatchObject({ fields: 1, unauthorised: 1 });
    const bare = running([IMAGE, 'other:1'], ['/metadata/managedFields', []]);
    const report = detect([wanted], [bare]);
    expect(report.counts).toMatchObject({ unauthorised: 0, unattributed: 1 });
    expect(report.objects[0].changes[0].ownership).toContain('not known');
  });

  it('tells missing and extra objects', () => {
    const other = manifest(
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: left, namespace: shop, labels: {app: old}}}`,
    );
    const report = detect([wanted], [other]);
    expect(report).toMatchObject({
      outcome: 'drifted',
      counts: { missing: 1, extra: 1 },
    });
    const none = detect([wanted], [running(), other], {
      extra: { report: 'none' },
    });
    expect(none.outcome).toBe('in-sync');
    const tracked = (value: string) =>
      detect([wanted], [running(), other], {
        extra: { report: 'tracked', by: 'label', key: 'app', value },
      }).counts.extra;
    expect([tracked('old'), tracked('new')]).toEqual([1, 0]);
  });

  it('does not call extra what the cluster makes for others', () => {
    const made = [
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: kube-root-ca.crt, namespace: shop}}`,
      `{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: a, namespace: shop, ownerReferences: [{uid: x}]}}`,
      `{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: shop}}`,
    ].map(manifest);
    expect(detect([wanted], [running(), ...made]).outcome).toBe('in-sync');
  });

  it('leaves replicas to an autoscaler of the set, and only then', () => {
    const live = running(['/spec/replicas', 9]);
    const autoscaler = manifest(
      `{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a, namespace: shop}, spec: {maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: payments-api}}}`,
    );
    const elsewhere = manifest(
      `{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a, namespace: other}, spec: {maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: payments-api}}}`,
    );
    expect(detect([wanted, autoscaler], [live, autoscaler]).outcome).toBe(
      'in-sync',
    );
    expect(detect([wanted, elsewhere], [live, elsewhere]).outcome).toBe(
      'drifted',
    );
  });

  it('leaves the rules of an aggregated role to its controller', () => {
    const role = `{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: view}, aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}, rules: []}`;
    const live = edited(role, [['/rules', [{ verbs: ['get'] }]]]);
    expect(detect([manifest(role)], [live]).outcome).toBe('in-sync');
  });

  it('knows lists and defaults of a custom kind from its definition', () => {
    const definition = edited(pairs.customResource.live, []);
    const queue = (spec: string) =>
      manifest(
        `{apiVersion: shop.example.com/v1, kind: Queue, metadata: {name: q, namespace: shop}, spec: ${spec}}`,
      );
    const a = queue('{tags: [a, b], routes: [{name: x, to: "1"}, {name: y}]}');
    const b = queue(
      '{depth: 10, tags: [b, a], routes: [{name: y}, {name: x, to: "1"}]}',
    );
    expect(detect([definition, a], [definition, b]).outcome).toBe('in-sync');
    // Without it nothing is known, and nothing is taken for noise.
    expect(detect([a], [b]).outcome).toBe('drifted');
    const c = queue('{tags: [a], routes: [{name: x, to: "2"}, {name: y}]}');
    expect(
      detect([definition, a], [definition, c]).objects[0].changes.map(
        ({ label }) => label,
      ),
    ).toEqual(['spec.routes[name=x].to', 'spec.tags[1]']);
  });

  it('takes other spellings of a duration for the same', () => {
    const certificate = (duration: string) =>
      manifest(
        `{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c, namespace: shop}, spec: {duration: ${duration}}}`,
      );
    const same = detect([certificate('2160h')], [certificate('2160h0m0s')]);
    const other = detect([certificate('2160h')], [certificate('2161h')]);
    expect([same.outcome, other.outcome]).toEqual(['in-sync', 'drifted']);
  });

  it.each([
    ['three-way', 'applied before', 'drifted'],
    ['three-way', 'never applied', 'in-sync'],
  ] as const)('compares %s: an extra field %s', (comparison, when, outcome) => {
    const applied = edited(pairs.deployment.desired, [
      [
        '/metadata/annotations/extra',
        when === 'applied before' ? '1' : undefined,
      ],
    ]);
    const live = running(
      ['/metadata/annotations/extra', '1'],
      [
        '/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration',
        JSON.stringify(applied),
      ],
    );
    expect(detect([wanted], [live]).outcome).toBe('drifted');
    expect(detect([wanted], [live], { comparison }).outcome).toBe(outcome);
  });

  it.each([
    ['argocd-controller', 'drifted'],
    ['keda-operator', 'in-sync'],
  ])('compares by ownership: an extra field of %s', (manager, outcome) => {
    const live = running(
      ['/metadata/annotations/extra', '1'],
      [
        '/metadata/managedFields/-',
        {
          manager,
          operation: 'Update',
          fieldsV1: { 'f:metadata': { 'f:annotations': { 'f:extra': {} } } },
        },
      ],
    );
    expect(detect([wanted], [live]).outcome).toBe('drifted');
    const report = detect([wanted], [live], { comparison: 'ownership' });
    expect(report.outcome).toBe(outcome);
  });

  it('falls back to two-way, and says so, where nothing was recorded', () => {
    const live = running(
      ['/metadata/annotations/extra', '1'],
      ['/metadata/managedFields', undefined],
    );
    for (const comparison of ['three-way', 'ownership'] as const) {
      const report = detect([wanted], [live], { comparison });
      expect(report.outcome).toBe('drifted');
      expect(report.objects[0].notes.join()).toContain('compared two-way');
    }
  });

  it.each<[string, unknown[], string]>([
    ['the same object twice', [wanted, wanted], 'duplicate'],
    ['no kind', [wanted, { metadata: { name: 'x' } }], 'unidentified'],
    ['no mapping', [wanted, 'text'], 'not-an-object'],
    ['too deep', [wanted, nested(500)], 'too-deep'],
    ['nothing', [], 'nothing-desired'],
  ])('never passes with %s', (_, desired, problem) => {
    const report = detect(desired, desired.length > 0 ? [running()] : []);
    expect(report.outcome).toBe('unknown');
    expect(report.problems).toContainEqual(
      expect.objectContaining({ problem }),
    );
  });

  it('takes lists apart, typed ones too', () => {
    const report = detect(
      [{ apiVersion: 'v1', kind: 'List', items: [wanted] }],
      [
        {
          apiVersion: 'apps/v1',
          kind: 'DeploymentList',
          items: [running(['/kind', undefined], ['/apiVersion', undefined])],
        },
      ],
    );
    expect(report).toMatchObject({ outcome: 'in-sync', counts: { inSync: 1 } });
  });

  it('takes names of prototypes for names like any other', () => {
    const config = (data: string): unknown =>
      JSON.parse(
        `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","namespace":"d"},"data":${data}}`,
      );
    const report = detect(
      [config('{"__proto__":"a","constructor":"b"}')],
      [config('{"__proto__":"c","constructor":"b","toString":"d"}')],
    );
    expect(report.objects[0].changes.map(({ path }) => path)).toEqual([
      '/data/__proto__',
      '/data/toString',
    ]);
    expect(Object.prototype).not.toHaveProperty('a');
  });

  it('compares huge lists in time that grows with them', () => {
    const custom = (items: number[]) => ({
      apiVersion: 'example.com/v1',
      kind: 'Huge',
      metadata: { name: 'h', namespace: 'd' },
      spec: { items },
    });
    const items = Array.from({ length: 100_000 }, (_, at) => at);
    const started = performance.now();
    const report = detect([custom(items)], [custom([-1, ...items, -2])]);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(report.objects[0].changes).toHaveLength(200);
    expect(report.objects[0].unlisted).toBeGreaterThan(0);
  });
});

function nested(levels: number): unknown {
  let value: unknown = {};
  for (let at = 0; at < levels; at += 1) value = { in: value };
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'deep' },
    data: value,
  };
}

describe('ignore rules', () => {
  const rule = (more: Partial<IgnoreRule>): IgnoreRule => ({
    id: 'r',
    reason: 'the platform sets it',
    expiresAt: now + 60 * DAY,
    pointers: [],
    paths: [],
    managers: [],
    ...more,
  });
  const live = running([IMAGE, 'other:1']);

  it.each<[string, Partial<IgnoreRule>, number]>([
    ['a pointer', { pointers: [IMAGE] }, 1],
    ['a pointer above', { pointers: ['/spec/template'] }, 1],
    ['a pointer elsewhere', { pointers: ['/spec/replicas'] }, 0],
    ['a path', { paths: ['.spec.template.spec.containers[].image'] }, 1],
    [
      'a path with a condition',
      {
        paths: [
          '.spec.template.spec.containers[] | select(.name == "api") | .image',
        ],
      },
      1,
    ],
    [
      'a condition that does not hold',
      {
        paths: [
          '.spec.template.spec.containers[] | select(.name == "web") | .image',
        ],
      },
      0,
    ],
    ['a manager', { managers: ['argocd-*'] }, 1],
    ['another manager', { managers: ['kubectl-*'] }, 0],
    ['another kind', { pointers: [IMAGE], kind: 'StatefulSet' }, 0],
    ['a name with a star', { pointers: [IMAGE], name: 'pay*-api' }, 1],
    ['another name', { pointers: [IMAGE], name: 'x*' }, 0],
    ['an end that has come', { pointers: [IMAGE], expiresAt: now }, 0],
  ])('go by %s', (_, more, ignored) => {
    const report = detect([wanted], [live], { ignore: [rule(more)] });
    expect(report.counts).toMatchObject({ ignored, fields: 1 - ignored });
    expect(report.outcome).toBe(ignored === 1 ? 'in-sync' : 'drifted');
  });

  it('are reported themselves when they end, or ignore nothing', () => {
    const report = detect([wanted], [live], {
      ignore: [
        rule({ id: 'past', pointers: [IMAGE], expiresAt: now - 1 }),
        rule({ id: 'soon', pointers: [IMAGE], expiresAt: now + DAY }),
        rule({ id: 'idle', pointers: ['/spec/x'] }),
      ],
    });
    expect(report.rules.map(({ rule: id, state }) => [id, state])).toEqual([
      ['past', 'expired'],
      ['soon', 'expiring'],
      ['idle', 'unused'],
    ]);
  });
});

describe('detectConfigurationDrift', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['the order of names', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['a number for a text', { a: 1 }, { a: '1' }, ['/a']],
    ['null for absent', { a: null }, {}, ['/a']],
    ['the order of a list', { a: [1, 2] }, { a: [2, 1] }, ['/a/0', '/a/1']],
    ['one item more in front', { a: [1, 2] }, { a: [0, 1, 2] }, ['/a/0']],
    ['an empty list for none', { a: [] }, {}, ['/a']],
  ])('takes %s as it is', (_, desired, live, paths) => {
    const report = detectConfigurationDrift(
      [{ name: 'app.yaml', desired, live }],
      { now },
    );
    expect(report.objects.flatMap(o => o.changes.map(c => c.path))).toEqual(
      paths,
    );
    expect(report.outcome).toBe(paths.length > 0 ? 'drifted' : 'in-sync');
  });

  it('does not pass when there is nothing', () => {
    expect(detectConfigurationDrift([], { now }).outcome).toBe('unknown');
  });
});
