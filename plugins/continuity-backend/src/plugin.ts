import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { builtinChecks, builtinEvidenceKinds } from '@continuity/engine';
import { continuityPermissions } from '@continuity/plugin-continuity-common';
import {
  continuityChangeConnectorsExtensionPoint,
  continuityChecksExtensionPoint,
  continuityCollectorsExtensionPoint,
  continuityDeploymentHoldersExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
  type ChangeConnector,
  type EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import { admitCalendarPrograms } from './feeds/publish';
import { AwaitedDesk, type AddedHolder } from './holders';
import { createContinuity } from './service';

/**
 * The Continuity service: may this be deployed there now, and can we get back in time if
 * it goes wrong?
 *
 * @public
 */
export const continuityPlugin = createBackendPlugin({
  pluginId: 'continuity',
  register(env) {
    const kinds = [...builtinEvidenceKinds];
    const checks = [...builtinChecks];
    const connectors: ChangeConnector[] = [];
    const collectors: EvidenceCollector[] = [];
    const holders: AddedHolder[] = [];
    env.registerExtensionPoint(continuityEvidenceKindsExtensionPoint, {
      addKinds: (...added) => kinds.push(...added),
    });
    env.registerExtensionPoint(continuityChecksExtensionPoint, {
      addChecks: (...added) => checks.push(...added),
    });
    env.registerExtensionPoint(continuityChangeConnectorsExtensionPoint, {
      addConnectors: (...added) => connectors.push(...added),
    });
    env.registerExtensionPoint(continuityCollectorsExtensionPoint, {
      addCollectors: (...added) => collectors.push(...added),
    });
    env.registerExtensionPoint(continuityDeploymentHoldersExtensionPoint, {
      addHolder: holder => {
        const desk = new AwaitedDesk();
        holders.push({ holder, desk });
        return desk;
      },
    });
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init({ httpRouter, permissionsRegistry, ...services }) {
        permissionsRegistry.addPermissions(continuityPermissions);
        admitCalendarPrograms(httpRouter);
        httpRouter.use(
          await createContinuity({
            ...services,
            kinds,
            checks,
            connectors,
            collectors,
            holders,
          }),
        );
      },
    });
  },
});
