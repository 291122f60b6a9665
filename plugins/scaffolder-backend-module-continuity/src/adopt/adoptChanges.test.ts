import { detectDrift } from '@continuity/engine';
import fc from 'fast-check';
import { parse } from 'yaml';
import { adoptChanges } from './adoptChanges';
import { plainOf, readManifest } from './manifestYaml';
import type { ReportedChange } from './readChanges';
import type { ManifestFile } from './rendered';

const API = 'apps/Deployment shop/payments-api';

/** A Deployment in the manner of Kubernetes' own documentation, with a team's comments. */
const DEPLOYMENT = `# Owned by team-payments.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments-api
  namespace: shop
spec:
  replicas: 3 # one a zone

  # Without surge the old one stays.
  strategy: { type: RollingUpdate }
  template:
    metadata:
      labels: {app: api}
    spec:
      containers:
      - name: proxy
        image: "envoy:1.31"   # pinned
      - name: api
        # bumped by the pipeline
        image: registry.example.com/payments-api:1.4.2
        args: [--verbose, --port, "8080"]
        env:
        - name: REGION
          value: eu-west-1
        - name: MODE
          value: 'on'
`;

/** Each of them in a file of its own. */
const files = (texts: Record<string, string>): ManifestFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

const adopt = (
  text: string,
  changes: ReportedChange[],
  more: { object?: string; path?: string } = {},
) =>
  adoptChanges(files({ 'deploy/api.yaml': text }), {
    object: API,
    changes,
    ...more,
  });

/** Lines that went and lines that came. */
function difference(before: string, after: string): string[] {
  const [a, b] = [before, after].map(text => text.split('\n'));
  const left = [...b];
  const gone = a.filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...gone.map(line => `-${line}`), ...left.map(line => `+${line}`)];
}

const IMAGE: ReportedChange = {
  path: '/spec/template/spec/containers/0/image',
  label: 'spec.template.spec.containers[name=api].image',
  change: 'changed',
  desired: '"registry.example.com/payments-api:1.4.2"',
  live: '"registry.example.com/payments-api:1.4.3-hotfix"',
};
const REPLICAS: ReportedChange = {
  path: '/spec/replicas',
  change: 'changed',
  desired: '3',
  live: '5',
};
const env = (
  change: ReportedChange['change'],
  name: string,
  more: Partial<ReportedChange>,
): ReportedChange => ({
  path: `/spec/template/spec/containers/1/env/0`,
  label: `spec.template.spec.containers[name=api].env[name=${name}]`,
  change,
  ...more,
});

describe('adopting what runs', () => {
  it.each<[string, ReportedChange[], string[]]>([
    [
      // The index is that of the live list, where the sidecar comes last.
      'an image of the container that the label names',
      [IMAGE],
      [
        '-        image: registry.example.com/payments-api:1.4.2',
        '+        image: registry.example.com/payments-api:1.4.3-hotfix',
      ],
    ],
    [
      'a number, with the comment behind it',
      [REPLICAS],
      ['-  replicas: 3 # one a zone', '+  replicas: 5 # one a zone'],
    ],
    [
      'a text in the quotes it had',
      [
        {
          path: '/spec/template/spec/containers/1/image',
          label: 'spec.template.spec.containers[name=proxy].image',
          change: 'changed',
          desired: '"envoy:1.31"',
          live: '"envoy:1.32"',
        },
      ],
      [
        '-        image: "envoy:1.31"   # pinned',
        '+        image: "envoy:1.32"   # pinned',
      ],
    ],
    [
      // In YAML 1.1, which kubectl reads, a bare `off` is false.
      'a text that would be read as something else',
      [
        {
          ...env('changed', 'REGION', {
            desired: '"eu-west-1"',
            live: '"off"',
          }),
          path: '/spec/template/spec/containers/1/env/0/value',
          label:
            'spec.template.spec.containers[name=api].env[name=REGION].value',
        },
      ],
      ['-          value: eu-west-1', '+          value: "off"'],
    ],
    [
      'within braces',
      [
        {
          path: '/spec/strategy/type',
          change: 'changed',
          desired: '"RollingUpdate"',
          live: '"Recreate, now"',
        },
      ],
      [
        '-  strategy: { type: RollingUpdate }',
        '+  strategy: { type: "Recreate, now" }',
      ],
    ],
    [
      'a new item of a list with keys',
      [env('added', 'TRACE', { live: '{"name":"TRACE","value":"1"}' })],
      ['+        - name: TRACE', '+          value: "1"'],
    ],
    [
      'an item that was removed',
      [
        env('removed', 'REGION', {
          desired: '{"name":"REGION","value":"eu-west-1"}',
        }),
      ],
      ['-        - name: REGION', '-          value: eu-west-1'],
    ],
    [
      'a field that was removed, with its line',
      [{ ...REPLICAS, change: 'removed', live: undefined }],
      ['-  replicas: 3 # one a zone'],
    ],
    [
      'a mapping that Git has not',
      [
        {
          path: '/metadata/annotations/team.example~1pager',
          label: 'metadata.annotations["team.example/pager"]',
          change: 'added',
          live: '"yes"',
        },
      ],
      ['+  annotations:', '+    team.example/pager: "yes"'],
    ],
    [
      'arguments, by place and as they were',
      [
        {
          path: '/spec/template/spec/containers/1/args/0',
          label: 'spec.template.spec.containers[name=api].args[0]',
          change: 'changed',
          desired: '"--verbose"',
          live: '"--quiet"',
        },
        {
          path: '/spec/template/spec/containers/1/args/3',
          label: 'spec.template.spec.containers[name=api].args[3]',
          change: 'added',
          live: '"--trace"',
        },
      ],
      [
        '-        args: [--verbose, --port, "8080"]',
        '+        args: [ --quiet, --port, "8080", --trace ]',
      ],
    ],
    [
      'several at once, the removal last',
      [
        env('removed', 'MODE', { desired: '{"name":"MODE","value":"on"}' }),
        IMAGE,
        REPLICAS,
      ],
      [
        '-  replicas: 3 # one a zone',
        '-        image: registry.example.com/payments-api:1.4.2',
        '-        - name: MODE',
        "-          value: 'on'",
        '+  replicas: 5 # one a zone',
        '+        image: registry.example.com/payments-api:1.4.3-hotfix',
      ],
    ],
  ])('writes %s, and nothing else', (_, changes, expected) => {
    const { text, adopted, there, file } = adopt(DEPLOYMENT, changes);
    expect(difference(DEPLOYMENT, text)).toEqual(expected);
    expect(adopted).toHaveLength(changes.length);
    expect(there).toEqual([]);
    expect(file).toBe('deploy/api.yaml');
    // Doing it again changes nothing.
    const again = adopt(text, changes);
    expect(again.text).toBe(text);
    expect(again.adopted).toEqual([]);
  });

  it('leaves other documents and line ends as they are', () => {
    const other = 'kind: ConfigMap\r\nmetadata: {name: x}\r\n';
    const text = `${other}---\r\n${DEPLOYMENT.replaceAll(
      '\n',
      '\r\n',
    )}---\r\n# the end\r\n`;
    expect(adopt(text, [REPLICAS]).text).toBe(
      text.replace('replicas: 3', 'replicas: 5'),
    );
  });

  it('finds an object in a list, and one that is deployed to any namespace', () => {
    const text = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: rates }
    data:
      limit: "10"
`;
    expect(
      adopt(
        text,
        [
          {
            path: '/data/limit',
            change: 'changed',
            desired: '"10"',
            live: '"20"',
          },
        ],
        { object: 'ConfigMap shop/rates' },
      ).text,
    ).toBe(text.replace('"10"', '"20"'));
  });

  it('orders what runs in another order', () => {
    const text = `apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  initContainers:
    - name: migrate # first
      image: a
    - name: warm
      image: b
`;
    const { text: after } = adopt(
      text,
      [
        {
          path: '/spec/initContainers',
          change: 'reordered',
          desired: '["migrate","warm"]',
          live: '["warm","migrate"]',
        },
      ],
      { object: 'Pod shop/a' },
    );
    expect(
      parse(after).spec.initContainers.map((one: any) => one.name),
    ).toEqual(['warm', 'migrate']);
  });

  it('takes one of several files when it is named', () => {
    const both = files({
      'staging/api.yaml': DEPLOYMENT,
      'production/api.yaml': DEPLOYMENT,
    });
    const drift = { object: API, changes: [REPLICAS] };
    expect(() => adoptChanges(both, drift)).toThrow(
      'apps/Deployment shop/payments-api is declared 2 times: staging/api.yaml, production/api.yaml. Nothing was written. Say in path which file is meant.',
    );
    expect(adoptChanges(both, { ...drift, path: 'production' }).file).toBe(
      'production/api.yaml',
    );
  });
});

describe('what is refused', () => {
  const change = (more: Partial<ReportedChange>): ReportedChange[] => [
    { ...REPLICAS, ...more },
  ];
  it.each<[string, string, ReportedChange[], object, string]>([
    [
      'a masked value',
      DEPLOYMENT,
      change({ live: '(masked)' }),
      {},
      'is a secret, whose value no scan reports. Nothing was written. Set it where your secrets are kept',
    ],
    [
      'a value that is masked inside',
      DEPLOYMENT,
      change({ change: 'added', live: '{"name":"KEY","value":"(masked)"}' }),
      {},
      'is a secret',
    ],
    [
      'a secret that somebody typed',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: eA==}\n',
      change({ path: '/data/a', desired: '"eA=="', live: '"eQ=="' }),
      { object: 'Secret shop/a' },
      'is a secret',
    ],
    [
      'a value that was cut',
      DEPLOYMENT,
      change({ live: '"aaaaaaa…' }),
      {},
      'was too long for the report',
    ],
    [
      'a number beyond those of JSON',
      DEPLOYMENT,
      change({ live: '12345678901234567890' }),
      {},
      'is not JSON, or was too long',
    ],
    ['no value', DEPLOYMENT, change({ live: undefined }), {}, 'expected one'],
    [
      'an object that is not there',
      DEPLOYMENT,
      change({}),
      { object: 'apps/Deployment shop/other' },
      'is in none of the 1 YAML files of the repository. Nothing was written. Name the repository',
    ],
    [
      'one of another namespace',
      DEPLOYMENT,
      change({}),
      { object: 'apps/Deployment bank/payments-api' },
      'is in none of',
    ],
    [
      'words for an object',
      DEPLOYMENT,
      change({}),
      { object: 'the payments api' },
      'expected it as the scan names it',
    ],
    [
      'the whole object',
      DEPLOYMENT,
      change({ path: '' }),
      {},
      'is the whole object',
    ],
    [
      'what Git says otherwise by now',
      DEPLOYMENT,
      change({ desired: '2' }),
      {},
      '/spec/replicas is not in Git as it was when it was scanned. Nothing was written. Git has moved on since the scan. Scan again',
    ],
    [
      'a field that Git got since',
      DEPLOYMENT,
      change({ change: 'added', desired: undefined }),
      {},
      'Git has moved on',
    ],
    [
      'an item that Git has not',
      DEPLOYMENT,
      [{ ...IMAGE, label: IMAGE.label?.replace('name=api', 'name=web') }],
      {},
      'Git has no item with name=web',
    ],
    [
      'a place that nothing tells apart',
      DEPLOYMENT,
      [{ ...IMAGE, label: undefined, desired: undefined }],
      {},
      'is in one of 2 items that nothing tells apart',
    ],
    [
      'one of several that only its place tells apart, even where Git had the same',
      DEPLOYMENT,
      [{ ...IMAGE, label: undefined }],
      {},
      'is in one of 2 items that nothing tells apart',
    ],
    [
      'what the report does not say Git had',
      DEPLOYMENT,
      [{ ...IMAGE, desired: undefined }],
      {},
      'nobody knows whether it has moved on',
    ],
    [
      'a label of another path',
      DEPLOYMENT,
      change({ label: 'spec.template.replicas' }),
      {},
      'does not fit the path',
    ],
    ['no pointer', DEPLOYMENT, change({ path: 'spec' }), {}, 'no JSON Pointer'],
    [
      'what an alias repeats',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: &x\n    b: 1\n  c: *x\n',
      change({ path: '/data/a/b', desired: '1', live: '2' }),
      { object: 'ConfigMap shop/a' },
      'without changing something else',
    ],
    [
      'what stands behind an alias',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: &x\n    b: 1\n  c: *x\n',
      change({ path: '/data/c/b', desired: '1', live: '2' }),
      { object: 'ConfigMap shop/a' },
      'without changing something else',
    ],
    [
      'another folder',
      DEPLOYMENT,
      change({}),
      { path: 'charts' },
      'there is no YAML file in charts',
    ],
  ])('%s', (_, text, changes, more, message) => {
    expect(() => adopt(text, changes, more)).toThrow(message);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a template of a chart',
      {
        'chart/Chart.yaml': 'name: payments\n',
        'chart/templates/api.yaml': DEPLOYMENT.replace(
          'replicas: 3',
          'replicas: {{ .Values.replicas }}',
        ),
      },
      'It is rendered by the Helm chart of chart/Chart.yaml: change its values',
    ],
    [
      'a file of a chart without anything to fill in',
      {
        'chart/Chart.yaml': 'name: payments\n',
        'chart/templates/api.yaml': DEPLOYMENT,
      },
      'It is rendered by the Helm chart of chart/Chart.yaml',
    ],
    [
      'a resource beside its kustomization',
      {
        'base/kustomization.yaml': 'resources: [api.yaml]\n',
        'base/api.yaml': DEPLOYMENT,
      },
      'It is rendered by the kustomization base/kustomization.yaml: change the resource or the patch',
    ],
    [
      'a resource that a kustomization elsewhere names',
      {
        'overlays/production/kustomization.yaml':
          'resources:\n  - ../../deploy\n',
        'deploy/api.yaml': DEPLOYMENT,
      },
      'It is rendered by the kustomization overlays/production/kustomization.yaml',
    ],
  ])('%s', (_, texts, message) => {
    expect(() =>
      adoptChanges(files(texts), { object: API, changes: [REPLICAS] }),
    ).toThrow(message);
  });

  it('does not take a chart elsewhere for one that renders it', () => {
    const texts = {
      'charts/other/Chart.yaml': 'name: other\n',
      'deploy/api.yaml': DEPLOYMENT,
    };
    expect(
      adoptChanges(files(texts), { object: API, changes: [REPLICAS] }).file,
    ).toBe('deploy/api.yaml');
  });
});

describe('after an adoption', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 99 }),
    fc.boolean(),
    fc.constantFrom(
      'on',
      'off',
      '0644',
      '1:30',
      '2026-11-30',
      'a: b',
      ' x',
      '# no',
      '',
      '~',
      "it's",
      '{',
      'line\nline',
    ),
    fc.string({ maxLength: 12 }),
  );
  // Names that hide secrets would be masked, and then refused.
  const name = fc.constantFrom('a', 'b', 'c', 'd.e', 'f/g', 'on');
  const text = (data: object) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\ndata:\n${Object.entries(
      { first: '1', ...data },
    )
      .map(([key, one]) => `  ${JSON.stringify(key)}: ${JSON.stringify(one)}\n`)
      .join('')}`;

  it('a scan finds no drift, whatever ran', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, value),
        fc.dictionary(name, value),
        (here, there) => {
          const scan = (manifest: string) =>
            detectDrift(
              [
                {
                  value: plainOf(readManifest(manifest)),
                  source: 'Git',
                },
              ],
              [{ value: parse(text(there)), source: 'cluster' }],
              { now: 0 as never },
            );
          const before = text(here);
          const changes = scan(before).objects.flatMap(object =>
            object.changes.map(one => ({
              path: one.path,
              label: one.label,
              change: one.change,
              desired: one.desired.text,
              live: one.live.text,
            })),
          );
          fc.pre(changes.length > 0);
          fc.pre(
            !changes.some(one => JSON.stringify(one).includes('(masked)')),
          );
          const { text: after } = adopt(before, changes, {
            object: 'ConfigMap shop/a',
          });
          expect(scan(after).outcome).toBe('in-sync');
        },
      ),
      { numRuns: 200 },
    );
  });
});
