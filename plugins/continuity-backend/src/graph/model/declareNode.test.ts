import type { Entity } from '@backstage/catalog-model';
import type { GraphEdge, Strength } from '@continuity/engine';
import { settings } from '../../calendars/__testUtils__/world';
import { membershipOf } from '../../catalog/businessFunctions';
import { Declarations } from '../../catalog/Declarations';
import { LazyCatalogService } from '../../catalog/LazyCatalogService';
import { entity } from '../__testUtils__/bank';
import { declareService } from './declareNode';

function declare(
  of: Entity,
  parts: Strength = 'hard',
  environments = settings.environments,
) {
  const { kind, metadata } = of;
  const change = declareService(
    new LazyCatalogService(
      `${kind.toLowerCase()}:${metadata.namespace}/${metadata.name}`,
      of,
      new Declarations({ ...settings, environments }),
      membershipOf([]),
    ),
    { parts },
  );
  if (!('node' in change)) throw new Error('Nothing is declared');
  return change;
}

const edgesOf = (of: Entity, parts?: Strength) =>
  declare(of, parts).edges.map(({ from: _from, ...edge }: GraphEdge) => edge);

describe('what an entity declares in the graph', () => {
  it('needs by its relations what they name, each once', () => {
    expect(
      edgesOf(
        entity('Component:default/a', {
          relations: {
            dependsOn: ['component:default/b', 'component:default/b'],
            dependencyOf: ['component:default/z'],
            consumesApi: ['api:default/c'],
            providesApi: ['api:default/own'],
            partOf: ['system:default/s'],
            ownedBy: ['group:default/team-a'],
          },
        }),
      ),
    ).toEqual([
      { to: 'component:default/b', strength: 'hard', source: 'depends-on' },
      { to: 'api:default/c', strength: 'hard', source: 'consumes-api' },
    ]);
  });

  it('lets the block say more of what the relations name, and name more', () => {
    expect(
      edgesOf(
        entity('Component:default/a', {
          relations: { dependsOn: ['component:default/b'] },
          continuity: {
            dependencies: [
              { ref: 'Component:b', strength: 'soft', recoveryStep: 2 },
              { ref: 'resource:other/c', group: 'g', minAvailable: 1 },
            ],
          },
        }),
      ),
    ).toEqual([
      {
        to: 'component:default/b',
        strength: 'soft',
        recoveryStep: 2,
        source: 'continuity',
      },
      {
        to: 'resource:other/c',
        strength: 'hard',
        group: 'g',
        minAvailable: 1,
        source: 'continuity',
      },
    ]);
  });

  it('keeps everything hard when the block cannot be read', () => {
    expect(
      edgesOf(
        entity('Component:default/a', {
          relations: { dependsOn: ['component:default/b'] },
          continuity: {
            rto: 'soon',
            dependencies: [{ ref: 'component:default/b', strength: 'soft' }],
          },
        }),
      ),
    ).toEqual([
      { to: 'component:default/b', strength: 'hard', source: 'depends-on' },
    ]);
  });

  it.each(['hard', 'soft'] as const)(
    'takes parts of a system as %s by the setting, and its resources as soft',
    parts => {
      const system = entity('System:default/s', {
        relations: { hasPart: ['component:default/a', 'resource:default/db'] },
      });
      expect(edgesOf(system, parts)).toEqual([
        { to: 'component:default/a', strength: parts, source: 'part-of' },
        { to: 'resource:default/db', strength: 'soft', source: 'part-of' },
      ]);
      expect(declare(system).node).toMatchObject({
        kind: 'system',
        availability: 1,
        recoverySeconds: 0,
      });
    },
  );

  it('takes an API for as good as its provider, and without one for unknown', () => {
    const provided = declare(
      entity('API:default/x', {
        relations: { apiProvidedBy: ['component:default/a'] },
      }),
    );
    expect(provided.edges).toMatchObject([
      { to: 'component:default/a', source: 'provides-api' },
    ]);
    expect(provided.node.availability).toBe(1);
    expect(declare(entity('API:default/x')).node.availability).toBeUndefined();
  });

  it('takes the SLA of a vendor, unless an availability is declared', () => {
    const saas = (continuity: object) =>
      declare(entity('Resource:default/v', { type: 'saas', continuity })).node;
    const contract = { vendor: 'V', sla: 0.99 };
    expect(saas({ saas: contract })).toMatchObject({
      kind: 'saas',
      availability: 0.99,
    });
    expect(saas({ saas: contract, availability: 0.95 }).availability).toBe(
      0.95,
    );
  });

  it('runs where it serves people, and a vendor not where we do', () => {
    const environments = [
      { name: 'production', region: 'west' },
      { name: 'production', region: 'east', role: 'standby' as const },
      { name: 'staging', region: 'north' },
      { name: 'anywhere' },
    ];
    const placements = (of: Entity) =>
      declare(of, 'hard', environments).node.placements;
    const served = [{ region: 'west' }, { region: 'east', role: 'standby' }];
    expect(placements(entity('Component:default/a'))).toEqual(served);
    expect(placements(entity('Resource:default/db', { type: 'db' }))).toEqual(
      served,
    );
    for (const of of [
      entity('Resource:default/v', { type: 'saas' }),
      entity('System:default/s'),
      entity('API:default/x'),
    ]) {
      expect(placements(of)).toEqual([]);
    }
    expect(
      placements(entity('API:default/x', { continuity: { environments } })),
    ).toEqual(served);
  });
});
