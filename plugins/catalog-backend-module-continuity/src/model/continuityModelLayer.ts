import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { CONTINUITY_SPEC_KINDS } from '@continuity/plugin-continuity-common';
import { annotations } from './annotations';
import { businessFunctionKind } from './businessFunctionKind';
import { continuityBlockSchema } from './continuityBlockSchema';
import { freezeCalendarKind } from './freezeCalendarKind';
import { holidayCalendarKind } from './holidayCalendarKind';
import { relationPairs } from './relationPairs';

/**
 * What Continuity adds to the catalog model: the optional `spec.continuity`
 * block of Component, Resource, System and API, the kinds FreezeCalendar,
 * BusinessFunction and HolidayCalendar, and their relations.
 */
export const continuityModelLayer = createCatalogModelLayer({
  layerId: 'continuity.dev/model',
  builder: model => {
    for (const kind of CONTINUITY_SPEC_KINDS) {
      model.updateKind({
        names: { kind },
        versions: [
          {
            name: ['v1alpha1', 'v1beta1'],
            schema: {
              jsonSchema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: { continuity: continuityBlockSchema },
                  },
                },
              },
            },
          },
        ],
      });
    }
    model.addKind(freezeCalendarKind);
    model.addKind(businessFunctionKind);
    model.addKind(holidayCalendarKind);
    annotations.forEach(annotation => model.addAnnotation(annotation));
    relationPairs.forEach(pair => model.addRelationPair(pair));
  },
});
