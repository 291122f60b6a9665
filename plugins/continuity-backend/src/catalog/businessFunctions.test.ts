import type { Entity } from '@backstage/catalog-model';
import { declareFunction, membershipOf } from './businessFunctions';

function businessFunction(
  name: string,
  supportedBy: unknown,
  namespace?: string,
): Entity {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'BusinessFunction',
    metadata: { name, ...(namespace && { namespace }) },
    spec: JSON.parse(JSON.stringify({ owner: 'team-a', supportedBy })),
  };
}

const only = (entity: Entity) => declareFunction({ newest: entity });

describe('membershipOf', () => {
  it.each<[string, unknown, string, string[], boolean]>([
    ['by name', ['component:a'], 'component:default/a', [], true],
    ['whatever its spelling', ['Component:A'], 'component:default/a', [], true],
    ['another', ['component:a'], 'component:default/b', [], false],
    [
      'by system',
      ['system:core'],
      'component:default/a',
      ['system:default/core'],
      true,
    ],
    ['nothing', [], 'component:default/a', [], false],
    // Nobody can tell whom these mean.
    ['without a list', undefined, 'component:default/a', [], true],
    ['a ref without a kind', ['a'], 'component:default/b', [], true],
    ['no ref at all', ['component:b', 7], 'component:default/a', [], true],
    ['a ref with a gap', ['component:b c'], 'component:default/a', [], true],
  ])('says who supports: %s', (_, supportedBy, ref, systems, supports) => {
    const membership = membershipOf([only(businessFunction('f', supportedBy))]);
    expect(membership(ref, systems)).toEqual(
      supports ? ['businessfunction:default/f'] : [],
    );
  });

  it('takes refs without a namespace from that of the function', () => {
    const membership = membershipOf([
      only(businessFunction('f', ['component:a'], 'bank')),
    ]);
    expect(membership('component:bank/a', [])).toEqual([
      'businessfunction:bank/f',
    ]);
    expect(membership('component:default/a', [])).toEqual([]);
  });

  it('falls back to the last good version', () => {
    const membership = membershipOf([
      declareFunction({
        newest: businessFunction('f', 'component:b'),
        lastGood: { entity: businessFunction('f', ['component:a']), at: 1 },
      }),
    ]);
    expect(membership('component:default/a', [])).toHaveLength(1);
    expect(membership('component:default/b', [])).toHaveLength(0);
  });

  it('names functions in alphabetical order', () => {
    const membership = membershipOf([
      only(businessFunction('b', undefined)),
      only(businessFunction('c', ['component:a'])),
      only(businessFunction('a', ['component:a'])),
    ]);
    expect(membership('component:default/a', [])).toEqual([
      'businessfunction:default/a',
      'businessfunction:default/b',
      'businessfunction:default/c',
    ]);
  });
});
