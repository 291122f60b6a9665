import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

// Who you are, and what you may do
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./policy/module'));

// The catalog, and what Continuity declares in it
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@continuity/plugin-catalog-backend-module-continuity'));

// The gate, its evidence and its ledger
backend.add(import('@continuity/plugin-continuity-backend'));
// Does nothing until continuity.github is configured
backend.add(import('@continuity/plugin-continuity-backend-module-github'));
// Does nothing until continuity.collectors.oci is configured
backend.add(import('@continuity/plugin-continuity-backend-module-oci'));
// Do nothing until continuity.collectors.kubernetes and argocd are configured
backend.add(import('@continuity/plugin-continuity-backend-module-kubernetes'));
backend.add(import('@continuity/plugin-continuity-backend-module-argocd'));
// Does nothing until continuity.connectors.servicenow is configured
backend.add(import('@continuity/plugin-continuity-backend-module-servicenow'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@continuity/plugin-scaffolder-backend-module-continuity'));
// Where templates publish to; each needs its integration to be configured
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitea'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// One place for events; without it every replica would be deaf to the others
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.start();
