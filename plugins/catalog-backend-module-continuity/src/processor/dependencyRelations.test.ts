import { stringifyEntityRef } from '@backstage/catalog-model';
import { dependencyRelations } from './dependencyRelations';

const entity = (kind: string, continuity: object | undefined) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'a', namespace: 'bank' },
  spec: JSON.parse(JSON.stringify({ continuity })),
});

const relationsOf = (...args: Parameters<typeof entity>) =>
  dependencyRelations(entity(...args)).map(
    ({ source, type, target }) =>
      `${stringifyEntityRef(source)} ${type} ${stringifyEntityRef(target)}`,
  );

describe('dependencyRelations', () => {
  it('emits both directions; a ref without a namespace inherits it', () => {
    expect(
      relationsOf('System', {
        dependencies: [
          { ref: 'component:ledger' },
          { ref: 'resource:default/Mail', strength: 'soft' },
        ],
      }),
    ).toEqual([
      'system:bank/a dependsOn component:bank/ledger',
      'component:bank/ledger dependencyOf system:bank/a',
      'system:bank/a dependsOn resource:default/mail',
      'resource:default/mail dependencyOf system:bank/a',
    ]);
  });

  it.each([
    ['Component', undefined],
    ['Component', {}],
    ['Component', { dependencies: [] }],
    ['Domain', { dependencies: [{ ref: 'component:ledger' }] }],
  ])('emits nothing for %s with %j', (kind, continuity) => {
    expect(relationsOf(kind, continuity)).toEqual([]);
  });
});
