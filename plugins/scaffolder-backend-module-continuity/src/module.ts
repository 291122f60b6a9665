import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAdoptDriftAction } from './actions/adoptDrift';
import { createAnnotateCatalogAction } from './actions/annotateCatalog';
import { createAwaitChangeAction } from './actions/awaitChange';
import { createCheckGateAction } from './actions/checkGate';
import { createClassifyReleaseAction } from './actions/classifyRelease';
import { createCreateChangeAction } from './actions/createChange';
import { createLocateCatalogAction } from './actions/locateCatalog';
import { createRenderPipelineAction } from './actions/renderPipeline';
import { createValidateRollbackPlanAction } from './actions/validateRollbackPlan';
import { createClients } from './createClients';

/** Adds the actions of Continuity to the scaffolder. */
export const scaffolderModuleContinuity = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'continuity',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        config: coreServices.rootConfig,
        catalog: catalogServiceRef,
        actions: scaffolderActionsExtensionPoint,
      },
      async init({ actions, config, catalog, ...services }) {
        const clientFor = createClients(services);
        actions.addActions(
          createClassifyReleaseAction(clientFor),
          createCreateChangeAction(clientFor),
          createAwaitChangeAction(clientFor),
          createCheckGateAction(clientFor),
          createRenderPipelineAction(),
          createValidateRollbackPlanAction(clientFor),
          createLocateCatalogAction(
            catalog,
            ScmIntegrations.fromConfig(config),
          ),
          createAnnotateCatalogAction(catalog),
          createAdoptDriftAction(),
        );
      },
    });
  },
});
