import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { continuityDeploymentHoldersExtensionPoint } from '@continuity/plugin-continuity-node';
import { GitHubClient } from './api';
import { readGitHubSettings } from './config';
import { GitHubHolder } from './GitHubHolder';
import { createWebhook, WEBHOOK_PATH } from './webhook';

/**
 * Answers deployment protection rules of GitHub. Without `continuity.github` in the
 * configuration it does nothing.
 */
export const continuityModuleGitHub = createBackendModule({
  pluginId: 'continuity',
  moduleId: 'github',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        holders: continuityDeploymentHoldersExtensionPoint,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auth, catalog, config, holders, httpRouter }) {
        const settings = readGitHubSettings(config);
        if (!settings) return;
        const integrations = ScmIntegrations.fromConfig(config);
        const credentials =
          DefaultGithubCredentialsProvider.fromIntegrations(integrations);
        const client = new GitHubClient({ integrations, credentials });
        const desk = holders.addHolder(
          new GitHubHolder({ auth, catalog, client, settings }),
        );
        // GitHub is not signed in; its signature is checked instead.
        httpRouter.addAuthPolicy({
          path: WEBHOOK_PATH,
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createWebhook({
            desk,
            integrations,
            secrets: settings.webhookSecrets,
          }),
        );
      },
    });
  },
});
