import { ConfigReader } from '@backstage/config';
import { readKubernetesSettings } from './readKubernetesSettings';

const eu = {
  name: 'eu',
  url: 'https://api.eu.example',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'hunter2',
  caData: Buffer.from('PEM').toString('base64'),
};
const others = [
  { ...eu, name: 'plain', url: 'http://api.eu.example' },
  { ...eu, name: 'aws', authProvider: 'aws' },
  { name: 'pod', url: 'https://kubernetes.default.svc' },
  { ...eu, name: 'file', caData: undefined, caFile: '/no/such/file' },
];

const read = (kubernetes: unknown, clusters: unknown[] = [eu, ...others]) =>
  readKubernetesSettings(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          { type: 'gke', projectId: 'x' },
          { type: 'config', clusters: clusters as never },
        ],
      },
      continuity: { collectors: { kubernetes: kubernetes as never } },
    }),
  );

const one = (change: object = {}) => ({
  clusters: [{ name: 'eu', environments: ['production'], ...change }],
});

it('is nothing without configuration', () => {
  expect(readKubernetesSettings(new ConfigReader({}))).toBeUndefined();
});

it('takes clusters of the portal, and defaults', () => {
  expect(read(one())).toEqual({
    clusters: [
      {
        name: 'eu',
        server: 'https://api.eu.example',
        token: { from: 'config', value: 'hunter2' },
        ca: 'PEM',
        skipTlsVerify: false,
        environments: ['production'],
      },
    ],
    everySeconds: 3_600,
    timeoutMs: 30_000,
    annotation: 'continuity.dev/manifests-url',
    comparison: 'two-way',
    ignore: [],
  });
});

it('reads everything', () => {
  expect(
    read({
      clusters: [{ name: 'pod', environments: ['a', 'b'], region: 'eu-1' }],
      every: 'PT30M',
      timeout: { seconds: 5 },
      annotation: 'acme.example/manifests',
      compare: 'ownership',
      managers: ['spinnaker'],
      ignore: [
        {
          id: 'x',
          reason: 'scaled by hand',
          expires: '2027-01-01',
          pointers: ['/spec/replicas'],
        },
      ],
      parity: {
        allow: [
          {
            id: 'size',
            reason: 'half the size',
            expires: '2027-01-01',
            pointers: ['/spec/replicas'],
          },
        ],
      },
      watch: { minutes: 10 },
    }),
  ).toMatchObject({
    clusters: [{ token: { from: 'pod' }, region: 'eu-1' }],
    everySeconds: 1_800,
    timeoutMs: 5_000,
    annotation: 'acme.example/manifests',
    comparison: 'ownership',
    managers: ['spinnaker'],
    ignore: [{ id: 'x', pointers: ['/spec/replicas'] }],
    parity: { allow: [{ id: 'size' }] },
    watchMs: 600_000,
  });
});

it.each<[unknown, string]>([
  [{}, 'clusters: expected a list of clusters'],
  [{ clusters: [] }, 'clusters: expected at least one cluster'],
  [one({ environments: [] }), 'clusters.0.environments'],
  [one({ name: 'us' }), 'clusters.0.name: us is not there'],
  [one({ name: 'plain' }), 'plain has no https address'],
  [one({ name: 'aws' }), 'aws signs in by aws; expected authProvider'],
  [one({ name: 'file' }), 'file has a caFile that cannot be read'],
  [one({ token: 'x' }), 'there is no token'],
  [
    { clusters: [...one().clusters, ...one({ name: 'pod' }).clusters] },
    'clusters.1: expected an environment and region that no other cluster has',
  ],
  [{ ...one(), every: 'PT1M' }, 'every: expected from 600 to 43200'],
  [{ ...one(), timeout: 'PT2M' }, 'timeout: expected from 1 to 60'],
  [{ ...one(), watch: 'PT50M' }, 'watch: expected from 60 to 1800'],
  [{ ...one(), compare: 'guess' }, 'compare: expected two-way, three-way'],
  [{ ...one(), ignore: [{}] }, 'kubernetes.ignore.0.reason'],
  [{ ...one(), parity: { allow: [{}] } }, 'kubernetes.parity.allow.0.reason'],
])('refuses %j', (kubernetes, problem) => {
  let message = '';
  try {
    read(kubernetes);
  } catch (error) {
    message = String(error);
  }
  expect(message).toContain(problem);
  expect(message).not.toContain('hunter2');
});

it('refuses clusters of the portal that are none', () => {
  expect(() => read(one(), [{ name: 'eu' }])).toThrow(
    'kubernetes.clusterLocatorMethods.1.clusters.0.url',
  );
});
