import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { continuityChangeConnectorsExtensionPoint } from '@continuity/plugin-continuity-node';
import { readServiceNowSettings } from './config';
import { ServiceNowConnector } from './ServiceNowConnector';

/**
 * Keeps change requests of Continuity and of ServiceNow in step. Without
 * `continuity.connectors.servicenow` in the configuration it does nothing.
 */
export const continuityModuleServiceNow = createBackendModule({
  pluginId: 'continuity',
  moduleId: 'servicenow',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        connectors: continuityChangeConnectorsExtensionPoint,
      },
      async init({ config, connectors }) {
        const settings = readServiceNowSettings(config);
        if (settings)
          connectors.addConnectors(new ServiceNowConnector(settings));
      },
    });
  },
});
