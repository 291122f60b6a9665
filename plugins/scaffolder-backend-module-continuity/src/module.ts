import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAwaitChangeAction } from './actions/awaitChange';
import { createCheckGateAction } from './actions/checkGate';
import { createClassifyReleaseAction } from './actions/classifyRelease';
import { createCreateChangeAction } from './actions/createChange';
import { createRenderPipelineAction } from './actions/renderPipeline';
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
        actions: scaffolderActionsExtensionPoint,
      },
      async init({ actions, ...services }) {
        const clientFor = createClients(services);
        actions.addActions(
          createClassifyReleaseAction(clientFor),
          createCreateChangeAction(clientFor),
          createAwaitChangeAction(clientFor),
          createCheckGateAction(clientFor),
          createRenderPipelineAction(),
        );
      },
    });
  },
});
