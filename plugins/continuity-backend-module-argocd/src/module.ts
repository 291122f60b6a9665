import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { continuityCollectorsExtensionPoint } from '@continuity/plugin-continuity-node';
import { ArgocdCollector } from './ArgocdCollector';
import { readArgocdSettings } from './config';

/**
 * Holds what runs against what Argo CD says is desired. Without
 * `continuity.collectors.argocd` in the configuration it does nothing.
 */
export const continuityModuleArgocd = createBackendModule({
  pluginId: 'continuity',
  moduleId: 'argocd',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        collectors: continuityCollectorsExtensionPoint,
      },
      async init({ config, collectors }) {
        const settings = readArgocdSettings(config);
        if (settings) collectors.addCollectors(new ArgocdCollector(settings));
      },
    });
  },
});
