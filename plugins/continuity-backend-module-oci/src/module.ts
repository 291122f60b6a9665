import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { continuityCollectorsExtensionPoint } from '@continuity/plugin-continuity-node';
import { readOciSettings } from './config';
import { OciCollector } from './OciCollector';

/**
 * Asks OCI registries whether the last good releases can still be pulled. Without
 * `continuity.collectors.oci` in the configuration it does nothing.
 */
export const continuityModuleOci = createBackendModule({
  pluginId: 'continuity',
  moduleId: 'oci',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        collectors: continuityCollectorsExtensionPoint,
      },
      async init({ config, collectors }) {
        const settings = readOciSettings(config);
        if (settings) collectors.addCollectors(new OciCollector(settings));
      },
    });
  },
});
