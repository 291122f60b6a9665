import type { Entity } from '@backstage/catalog-model';
import { groupsBelow, MAX_GROUPS } from './groupsBelow';

/** A group by its name, with the names of its children. */
function group(name: string, ...children: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    relations: children.map(child => ({
      type: 'parentOf',
      targetRef: `group:default/${child}`,
    })),
  };
}

const catalogOf = (...groups: Entity[]) => ({
  getEntitiesByRefs: jest.fn(
    async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(ref =>
        groups.find(({ metadata }) => ref.endsWith(`/${metadata.name}`)),
      ),
    }),
  ),
});

const below = async (root: Entity, ...others: Entity[]) => {
  const { refs, truncated } = await groupsBelow(root, catalogOf(...others));
  return { names: refs.map(ref => ref.split('/')[1]), truncated };
};

it.each<[string, Entity, Entity[], string[]]>([
  ['one without any', group('team'), [], ['team']],
  [
    'all levels, the nearest first',
    group('bank', 'it', 'risk'),
    [group('it', 'payments'), group('risk'), group('payments')],
    ['bank', 'it', 'risk', 'payments'],
  ],
  [
    'those that are above each other, once',
    group('a', 'b'),
    [group('b', 'a', 'c'), group('c', 'b')],
    ['a', 'b', 'c'],
  ],
  [
    'one that the reader may not see, without those below it',
    group('a', 'hidden'),
    [],
    ['a', 'hidden'],
  ],
])('finds %s', async (_, root, others, names) => {
  expect(await below(root, ...others)).toEqual({ names, truncated: false });
});

it.each([
  [MAX_GROUPS - 1, false],
  [MAX_GROUPS, true],
])('says whether it left some out: %i below', async (count, truncated) => {
  const names = Array.from({ length: count }, (_, index) => `team-${index}`);
  const found = await below(
    group('bank', ...names),
    ...names.map(n => group(n)),
  );
  expect(found.names).toHaveLength(MAX_GROUPS);
  expect(found.truncated).toBe(truncated);
});

it('takes no other relation for one between groups', async () => {
  const root = group('team');
  root.relations = [{ type: 'ownerOf', targetRef: 'component:default/a' }];
  expect(await below(root)).toEqual({ names: ['team'], truncated: false });
});
