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

  it.each(['Domain', 'Group', 'User', 'Location'])('leaves %s alone', kind => {
    const before = compileCatalogModel([defaultCatalogEntityModel]);
    const apiVersion = 'backstage.io/v1alpha1';
    expect(model.getKind({ kind, apiVersion })?.jsonSchema).toEqual(
      before.getKind({ kind, apiVersion })?.jsonSchema,
    );
  });

  it.each(['FreezeCalendar', 'BusinessFunction'])('adds the kind %s', kind => {
    expect(
      model.getKind({ kind, apiVersion: V1, spec: { type: 'anything' } }),
    ).toMatchObject({
      names: { kind },
      relationFields: [
        { path: 'spec.owner', relation: 'ownedBy', defaultKind: 'Group' },
        { defaultKind: undefined },
      ],
    });
    expect(() =>
      model.getKind({ kind, apiVersion: 'continuity.dev/v2' }),
    ).toThrow('no version matching apiVersion "continuity.dev/v2"');
  });

  it.each([
    ['BusinessFunction', 'supportedBy', 'supports', 'Component'],
    ['System', 'supports', 'supportedBy', 'BusinessFunction'],
    ['FreezeCalendar', 'freezes', 'frozenBy', 'Resource'],
    ['API', 'frozenBy', 'freezes', 'FreezeCalendar'],
    ['FreezeCalendar', 'ownedBy', 'ownerOf', 'User'],
    ['Group', 'ownerOf', 'ownedBy', 'BusinessFunction'],
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
