import { ConfigReader } from '@backstage/config';
import { readGitHubSettings } from './readGitHubSettings';

const SECRET = 'sixteen letters!';
const read = (github?: object) =>
  readGitHubSettings(new ConfigReader({ continuity: { github } }));

it('reads nothing where there is nothing', () => {
  expect(read()).toBeUndefined();
});

it('has defaults that are safe', () => {
  expect(read({ webhookSecrets: [SECRET] })).toEqual({
    webhookSecrets: [SECRET],
    rejectAfterMs: 900_000,
    environments: new Map(),
  });
});

it.each([
  ['never', undefined],
  ['PT1H', 3_600_000],
  [{ seconds: 0 }, 0],
])('rejects after %p', (rejectAfter, ms) => {
  const settings = read({ webhookSecrets: [SECRET], rejectAfter });
  expect(settings?.rejectAfterMs).toBe(ms);
});

it.each([
  ['webhookSecrets: expected the secrets', {}],
  ['webhookSecrets: expected at least one', { webhookSecrets: [] }],
  [
    'webhookSecrets.0: expected a secret of at',
    { webhookSecrets: ['hushhush'] },
  ],
  ['rejectAfter: ', { webhookSecrets: [SECRET], rejectAfter: 'soon' }],
  [
    'there is no webhookSecret',
    { webhookSecrets: [SECRET], webhookSecret: '' },
  ],
  ['environments.a: ', { webhookSecrets: [SECRET], environments: { a: ' ' } }],
])('refuses what is wrong: %s', (problem, github) => {
  expect(() => read(github)).toThrow(problem);
  expect(() => read(github)).not.toThrow('hushhush');
});
