import type { Entity } from '@backstage/catalog-model';
import { chooseEntity } from './chooseEntity';

const entity = (
  name: string,
  annotations: Record<string, string> = {},
  kind = 'Component',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'github.com/project-slug': 'bank/payments', ...annotations },
  },
});
const ENVIRONMENTS = 'continuity.dev/github-environments';
const target = {
  host: 'github.com',
  owner: 'Bank',
  repository: 'Payments',
  environment: 'production',
};
const at = (location: string) => ({
  'backstage.io/managed-by-location': `url:https://${location}/x`,
});

it.each([
  ['the only one', [entity('api')], 'component:default/api', undefined],
  [
    'the component, of those that do not name environments',
    [entity('api'), entity('api', {}, 'API')],
    'component:default/api',
    undefined,
  ],
  [
    'the one that names the environment',
    [
      entity('api', { [ENVIRONMENTS]: 'staging, production' }),
      entity('web', { [ENVIRONMENTS]: 'web-production' }),
    ],
    'component:default/api',
    undefined,
  ],
  [
    'the one that names it, before one that names none',
    [entity('api', { [ENVIRONMENTS]: 'production=prod-eu' }), entity('web')],
    'component:default/api',
    'prod-eu',
  ],
  [
    'the one on this GitHub',
    [entity('api', at('ghe.bank.example')), entity('web', at('github.com'))],
    'component:default/web',
    undefined,
  ],
])('chooses %s', (_, candidates, entityRef, environment) => {
  expect(chooseEntity(candidates, target)).toEqual({
    entityRef,
    ...(environment && { environment }),
  });
});

it('chooses the one that the deployment names', () => {
  expect(
    chooseEntity([entity('api'), entity('web')], {
      ...target,
      entity: 'component:default/web',
    }),
  ).toEqual({ entityRef: 'component:default/web' });
});

it.each([
  ['nobody claims the repository', [], /No entity/],
  [
    'another repository is annotated',
    [entity('api', { 'github.com/project-slug': 'bank/other' })],
    /No entity/,
  ],
  ['two do', [entity('web'), entity('api')], /Several.*default\/api, .*web/],
  [
    'two name the environment',
    [
      entity('web', { [ENVIRONMENTS]: 'production' }),
      entity('api', { [ENVIRONMENTS]: 'production' }),
    ],
    /Several/,
  ],
  [
    'nobody names the environment',
    [entity('api', { [ENVIRONMENTS]: 'staging' })],
    /None of component:default\/api/,
  ],
])('refuses when %s', (_, candidates, reason) => {
  expect(chooseEntity(candidates, target)).toEqual({
    refusal: {
      reason: expect.stringMatching(reason),
      remedy: expect.any(String),
    },
  });
});

it('refuses a name that is not of the repository', () => {
  expect(
    chooseEntity([entity('api')], {
      ...target,
      entity: 'component:default/ledger',
    }),
  ).toMatchObject({
    refusal: { reason: expect.stringContaining('component:default/ledger') },
  });
});
