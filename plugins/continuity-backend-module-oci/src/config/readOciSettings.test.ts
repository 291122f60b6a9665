import { ConfigReader } from '@backstage/config';
import { readOciSettings } from './readOciSettings';

const read = (oci: unknown) =>
  readOciSettings(
    new ConfigReader({ continuity: { collectors: { oci: oci as never } } }),
  );
const eu = { region: 'eu', url: 'https://registry.eu.example' };
const basic = { type: 'basic', username: 'me', password: 'hunter2' };

it('is nothing without configuration', () => {
  expect(readOciSettings(new ConfigReader({}))).toBeUndefined();
});

it('takes defaults', () => {
  expect(read({ registries: [{ ...eu, url: `${eu.url}/` }] })).toEqual({
    registries: [
      {
        region: 'eu',
        url: 'https://registry.eu.example',
        name: 'registry.eu.example',
        auth: { type: 'anonymous' },
        realms: [],
      },
    ],
    everySeconds: 21_600,
    timeoutMs: 20_000,
    regions: 'all',
    annotation: 'continuity.dev/oci-repository',
  });
});

it('reads everything', () => {
  expect(
    read({
      registries: [
        { ...eu, prefix: 'mirror/acme', environments: ['production'] },
        {
          region: 'local',
          url: 'http://localhost:5000',
          auth: basic,
          realms: ['https://auth.example'],
        },
      ],
      every: 'PT1H',
      timeout: { seconds: 5 },
      regions: 'declared',
      annotation: 'acme.example/image',
    }),
  ).toEqual({
    registries: [
      {
        ...eu,
        name: 'registry.eu.example/mirror/acme',
        prefix: 'mirror/acme',
        environments: ['production'],
        auth: { type: 'anonymous' },
        realms: [],
      },
      {
        region: 'local',
        url: 'http://localhost:5000',
        name: 'localhost:5000',
        auth: basic,
        realms: ['https://auth.example'],
      },
    ],
    everySeconds: 3_600,
    timeoutMs: 5_000,
    regions: 'declared',
    annotation: 'acme.example/image',
  });
});

it.each([
  [{}, 'registries: expected a list of registries'],
  [{ registries: [] }, 'registries: expected at least one registry'],
  [{ registries: [{ url: eu.url }] }, 'registries.0.region'],
  [{ registries: [{ ...eu, url: 'registry.eu' }] }, 'registries.0.url'],
  [{ registries: [{ ...eu, url: `${eu.url}/v2` }] }, 'registries.0.url'],
  [{ registries: [{ ...eu, url: 'https://a:b@x.y' }] }, 'registries.0.url'],
  [{ registries: [{ ...eu, url: 'ftp://x.y' }] }, 'registries.0.url'],
  [{ registries: [{ ...eu, prefix: '../x' }] }, 'registries.0.prefix'],
  [{ registries: [{ ...eu, prefix: 'X' }] }, 'registries.0.prefix'],
  [{ registries: [{ ...eu, environments: [] }] }, 'registries.0.environments'],
  [{ registries: [{ ...eu, auth: { type: 'magic' } }] }, 'registries.0.auth'],
  [{ registries: [{ ...eu, user: 'me' }] }, 'there is no user'],
  [
    { registries: [{ ...eu, url: 'http://registry.eu', auth: basic }] },
    'registries.0.url: expected https, since credentials',
  ],
  [
    { registries: [{ ...eu, auth: basic, realms: ['http://auth.eu'] }] },
    'registries.0.realms: expected https',
  ],
  [{ registries: [eu, eu] }, 'registries.1: expected a registry that'],
  [{ registries: [eu], every: 'PT1M' }, 'every: expected from 600 to 86400'],
  [{ registries: [eu], timeout: 'PT2M' }, 'timeout: expected from 1 to 60'],
  [{ registries: [eu], regions: 'some' }, 'regions: expected all or declared'],
])('refuses %j', (oci, problem) => {
  let message = '';
  try {
    read(oci);
  } catch (error) {
    message = String(error);
  }
  expect(message).toContain(problem);
  expect(message).toContain('continuity.collectors.oci');
  expect(message).not.toContain('hunter2');
});
