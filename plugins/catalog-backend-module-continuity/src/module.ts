import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { continuityModelLayer } from './model/continuityModelLayer';
import { ChangeAnnouncer } from './processor/ChangeAnnouncer';
import { ContinuityEntityProcessor } from './processor/ContinuityEntityProcessor';

/**
 * Teaches the catalog `spec.continuity` and the kinds FreezeCalendar, BusinessFunction
 * and HolidayCalendar, and says what is wrong with one that is wrong.
 */
export const catalogModuleContinuity = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'continuity',
  register(reg) {
    reg.registerInit({
      deps: {
        events: eventsServiceRef,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ events, logger, model, processing }) {
        model.addModelSource(
          CatalogModelSources.static([continuityModelLayer]),
        );
        processing.addProcessor(
          new ContinuityEntityProcessor({
            logger,
            announcer: new ChangeAnnouncer({ events, logger }),
          }),
        );
      },
    });
  },
});
