import { mockServices } from '@backstage/backend-test-utils';
import { CatalogSubjects } from './CatalogSubjects';

const subjectsWith = (
  read: string[] | undefined,
  getEntitiesByRefs: jest.Mock,
) => {
  const snapshot = read && { services: new Map(read.map(ref => [ref, {}])) };
  return new CatalogSubjects({
    auth: mockServices.auth(),
    catalog: { getEntitiesByRefs },
    projection: { current: async () => snapshot as never },
    logger: mockServices.logger.mock(),
  });
};

it('asks the catalog only for what was not read', async () => {
  const ask = jest.fn(async ({ entityRefs }) => ({
    items: entityRefs.map((ref: string) =>
      ref === 'component:default/new' ? { kind: 'Component' } : undefined,
    ),
  }));
  const subjects = subjectsWith(['component:default/read'], ask);
  await expect(
    subjects.absentOf(
      new Set([
        'component:default/read',
        'component:default/new',
        'component:default/none',
      ]),
    ),
  ).resolves.toEqual(new Set(['component:default/none']));
  expect(ask.mock.calls[0][0].entityRefs).toEqual([
    'component:default/new',
    'component:default/none',
  ]);
});

it.each([
  ['was never read', undefined, async () => ({ items: [undefined] })],
  [
    'does not answer',
    [],
    async () => {
      throw new Error('The catalog is down');
    },
  ],
])('calls nothing absent while the catalog %s', async (_, read, ask) => {
  const subjects = subjectsWith(read, jest.fn(ask));
  await expect(
    subjects.absentOf(new Set(['component:default/none'])),
  ).resolves.toEqual(new Set());
});
