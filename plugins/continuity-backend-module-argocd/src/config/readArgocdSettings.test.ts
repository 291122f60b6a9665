import { ConfigReader } from '@backstage/config';
import { readArgocdSettings } from './readArgocdSettings';

const read = (argocd: unknown) =>
  readArgocdSettings(
    new ConfigReader({
      continuity: { collectors: { argocd: argocd as never } },
    }),
  );

const eu = {
  name: 'eu',
  url: 'https://argocd.example/',
  token: 'hunter2',
  environments: ['production'],
};
const one = (change: object = {}) => ({ instances: [{ ...eu, ...change }] });

it('is nothing without configuration', () => {
  expect(readArgocdSettings(new ConfigReader({}))).toBeUndefined();
});

it('takes defaults', () => {
  expect(read(one())).toEqual({
    instances: [{ ...eu, url: 'https://argocd.example' }],
    everySeconds: 3_600,
    timeoutMs: 30_000,
    comparison: 'two-way',
    ignore: [],
  });
});

it('reads everything', () => {
  const ignore = [
    {
      id: 'x',
      reason: 'scaled by hand',
      expires: '2027-01-01',
      pointers: ['/spec/replicas'],
    },
  ];
  expect(
    read({
      ...one({
        url: 'http://localhost:8080/argo',
        region: 'eu-1',
        destination: 'eu',
      }),
      every: 'PT30M',
      timeout: { seconds: 5 },
      compare: 'ownership',
      managers: ['spinnaker'],
      ignore,
    }),
  ).toMatchObject({
    instances: [
      { url: 'http://localhost:8080/argo', region: 'eu-1', destination: 'eu' },
    ],
    everySeconds: 1_800,
    timeoutMs: 5_000,
    comparison: 'ownership',
    managers: ['spinnaker'],
    ignore: [{ id: 'x' }],
  });
});

it.each<[unknown, string]>([
  [{}, 'instances: expected a list of instances'],
  [{ instances: [] }, 'instances: expected at least one instance'],
  [
    one({ url: 'http://argocd.example' }),
    'instances.0.url: expected the https address',
  ],
  [one({ url: 'https://a:b@argocd.example' }), 'instances.0.url'],
  [one({ token: 'a b' }), 'instances.0.token: expected a token'],
  [one({ environments: [] }), 'instances.0.environments'],
  [one({ user: 'x' }), 'there is no user'],
  [
    { instances: [eu, eu] },
    'instances.1: expected an environment and region that no other',
  ],
  [{ ...one(), every: 'PT1M' }, 'every: expected from 600 to 43200'],
  [{ ...one(), timeout: 'PT2M' }, 'timeout: expected from 1 to 60'],
  [{ ...one(), compare: 'guess' }, 'compare: expected two-way'],
  [{ ...one(), ignore: [{}] }, 'argocd.ignore.0.reason'],
])('refuses %j', (argocd, problem) => {
  let message = '';
  try {
    read(argocd);
  } catch (error) {
    message = String(error);
  }
  expect(message).toContain(problem);
  expect(message).not.toContain('hunter2');
});
