import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { anybody, createWorld } from '../../calendars/__testUtils__/world';
import { entity } from '../__testUtils__/bank';
import { CatalogGraph } from '../CatalogGraph';
import { GraphQuestions } from '../GraphQuestions';
import { NeighbourhoodService } from './NeighbourhoodService';

jest.setTimeout(60_000);

const DB = 'resource:default/db';

/** A database that many need, directly and through others. */
function setUp(
  dependants: number,
  options: { owners: number; hiddenEvery?: number },
) {
  const name = (index: number) => `component:default/c${index}`;
  const entities = [
    entity('Resource:default/db', { type: 'database' }),
    ...Array.from({ length: dependants }, (_, index) =>
      entity(`Component:default/c${index}`, {
        owner: `group:default/team-${index % options.owners}`,
        relations: {
          dependsOn: index % 3 === 0 ? [DB] : [name(index - (index % 3))],
        },
      }),
    ),
    entity('BusinessFunction:default/sell', {
      tier: 'tier-1',
      supportedBy: [name(dependants - 1)],
    }),
  ];
  const { hiddenEvery } = options;
  const refs = entities.map(
    ({ kind, metadata }) => `${kind.toLowerCase()}:default/${metadata.name}`,
  );
  const world = createWorld(entities, {
    ...(hiddenEvery !== undefined && {
      visible: new Set(
        refs.filter((ref, at) => ref === DB || at % hiddenEvery !== 0),
      ),
    }),
  });
  const questions = new GraphQuestions({
    projection: new CatalogGraph({
      projection: world.projection,
      tiers: world.settings.tiers,
      rules: { parts: 'hard' },
    }),
    visibility: world.visibility,
    tiers: world.settings.tiers.tiers,
    maxAge: 'PT10M',
    now: world.now,
  });
  return new NeighbourhoodService({
    questions,
    access: world.access,
    findings: { about: async () => [] },
  });
}

describe('the neighbourhood of an entity', () => {
  it('is never a hairball, and leaves nobody out', async () => {
    const service = setUp(5_000, { owners: 300 });
    await service.around(DB, anybody);
    const began = performance.now();
    const { dependants, picture } = await service.around(DB, anybody);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(dependants).toMatchObject({
      direct: 1_667,
      counts: { total: 5_001, businessFunctions: [{ outcome: 'failed' }] },
    });
    expect(picture.nodes).toHaveLength(200);
    expect(picture.groups.length).toBeLessThanOrEqual(100);
    // The function is drawn with all that leads to it.
    expect(picture.nodes.map(({ node }) => node.ref)).toContain(
      'businessfunction:default/sell',
    );
  });

  it('draws or counts each node exactly once, and draws none that is hidden', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 150 }),
        fc.option(fc.integer({ min: 2, max: 9 }), { nil: undefined }),
        async (dependants, owners, hiddenEvery) => {
          const service = setUp(dependants, {
            owners,
            ...(hiddenEvery !== undefined && { hiddenEvery }),
          });
          const answer = await service.around(DB, anybody);
          const { nodes, edges, groups } = answer.picture;
          const counted = groups.reduce((sum, { count }) => sum + count, 0);
          expect(nodes.length - 1 + counted).toBe(
            answer.dependants.counts.total,
          );
          expect(nodes.length).toBeLessThanOrEqual(200);
          expect(edges.length).toBeLessThanOrEqual(1_000);
          expect(groups.length).toBeLessThanOrEqual(100);
          expect(nodes.every(({ node }) => node.ref !== undefined)).toBe(true);
          const ids = new Set(nodes.map(({ node }) => node.id));
          for (const { from, to } of edges) {
            expect(ids.has(from) && ids.has(to)).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('lists in pages what a group holds', async () => {
    const service = setUp(300, { owners: 3 });
    const filter = { owner: 'group:default/team-1' };
    const question = { direction: 'dependants' as const, filter };
    const first = await service.list(
      DB,
      { ...question, page: { limit: 60 } },
      anybody,
    );
    const second = await service.list(
      DB,
      { ...question, page: { limit: 60, cursor: first.nextCursor } },
      anybody,
    );
    expect([first.totalItems, second.items.length]).toEqual([100, 40]);
    const refs = [...first.items, ...second.items].map(({ node }) => node.ref);
    expect(new Set(refs).size).toBe(100);
  });
});
