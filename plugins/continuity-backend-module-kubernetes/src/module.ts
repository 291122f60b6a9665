import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { continuityCollectorsExtensionPoint } from '@continuity/plugin-continuity-node';
import { readKubernetesSettings } from './config';
import { KubernetesCollector } from './KubernetesCollector';
import { ManifestReader } from './manifests';

/**
 * Holds what runs in Kubernetes clusters against what Git says. Without
 * `continuity.collectors.kubernetes` in the configuration it does nothing.
 */
export const continuityModuleKubernetes = createBackendModule({
  pluginId: 'continuity',
  moduleId: 'kubernetes',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        urlReader: coreServices.urlReader,
        collectors: continuityCollectorsExtensionPoint,
      },
      async init({ config, urlReader, collectors }) {
        const settings = readKubernetesSettings(config);
        if (!settings) return;
        const manifests = new ManifestReader(urlReader);
        collectors.addCollectors(
          new KubernetesCollector({ settings, manifests }),
        );
      },
    });
  },
});
