import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { continuityModelLayer } from './continuityModelLayer';

const model = compileCatalogModel([
  defaultCatalogEntityModel,
  continuityModelLayer,
]);

const V1 = 'continuity.dev/v1';

function specIn(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema)).properties.spec;
}

describe('continuityModelLayer', () => {
  it.each(['Component', 'Resource', 'System', 'API'])(
    'adds the block to %s, in every version, and keeps what was there',
    kind => {
      for (const apiVersion of [
        'backstage.io/v1alpha1',
        'backstage.io/v1beta1',
      ]) {
        expect(model.getKind({ kind, apiVersion })).toMatchObject({
          jsonSchema: {
            properties: {
              spec: {
                required: expect.arrayContaining(['owner']),
                properties: {
                  owner: { type: 'string' },
                  continuity: {
                    type: 'object',
                    additionalProperties: false,
                    properties: { rto: { type: 'string' } },
                  },
                },
              },
            },
          },
          relationFields: expect.arrayContaining([
            expect.objectContaining({
              path: 'spec.owner',
              relation: 'ownedBy',
            }),
          ]),
        });
      }
    },
  );

  it.each(['Domain', 'Group', 'User', 'Location'])(
    'leaves the spec of %s alone',
    kind => {
      const before = compileCatalogModel([defaultCatalogEntityModel]);
      const apiVersion = 'backstage.io/v1alpha1';
      expect(model.getKind({ kind, apiVersion })?.jsonSchema).toMatchObject({
        properties: {
          spec: specIn(before.getKind({ kind, apiVersion })?.jsonSchema),
        },
      });
    },
  );

  describe.each(['FreezeCalendar', 'BusinessFunction', 'HolidayCalendar'])(
    'the kind %s',
    kind => {
      const found = model.getKind({
        kind,
        apiVersion: V1,
        spec: { type: 'anything' },
      });

      it('is there, in one version', () => {
        expect(found).toMatchObject({ names: { kind } });
        expect(() =>
          model.getKind({ kind, apiVersion: 'continuity.dev/v2' }),
        ).toThrow('no version matching apiVersion "continuity.dev/v2"');
      });

      it('is described, and may be anything else', () => {
        expect(found?.jsonSchema).toMatchObject({
          properties: {
            spec: {
              properties: { owner: { description: expect.anything() } },
            },
          },
        });
      });

      it('has no relation field, for the catalog refuses what it cannot read there', () => {
        expect(found?.relationFields).toEqual([]);
      });
    },
  );

  it('knows the annotations with what is wrong', () => {
    expect(JSON.stringify(continuityModelLayer)).toContain(
      'continuity.dev/problems',
    );
  });

  it.each([
    ['BusinessFunction', 'supportedBy', 'supports', 'Component'],
    ['System', 'supports', 'supportedBy', 'BusinessFunction'],
    ['FreezeCalendar', 'freezes', 'frozenBy', 'Resource'],
    ['API', 'frozenBy', 'freezes', 'FreezeCalendar'],
    ['FreezeCalendar', 'ownedBy', 'ownerOf', 'User'],
    ['Group', 'ownerOf', 'ownedBy', 'BusinessFunction'],
    ['HolidayCalendar', 'ownedBy', 'ownerOf', 'Group'],
    ['System', 'dependsOn', 'dependencyOf', 'API'],
    ['Component', 'dependsOn', 'dependencyOf', 'Component'],
  ])('knows that %s %s, and back %s, %s', (kind, forward, reverse, toKind) => {
    expect(model.getRelations({ kind })).toContainEqual(
      expect.objectContaining({
        forward: expect.objectContaining({ type: forward }),
        reverse: expect.objectContaining({ type: reverse }),
        toKind: expect.arrayContaining([toKind]),
      }),
    );
  });
});
