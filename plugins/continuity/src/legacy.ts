/**
 * Continuity for an app in the legacy frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  continuityApiRef,
  createContinuityApi,
} from '@continuity/plugin-continuity-react';

export { continuityTranslationRef } from './translation';

const rootRouteRef = createRouteRef({ id: 'continuity' });
const entityContentRouteRef = createRouteRef({ id: 'continuity:entity' });

/** The plugin; it also provides `continuityApiRef`. */
export const continuityPlugin = createPlugin({
  id: 'continuity',
  apis: [
    createApiFactory({
      api: continuityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createContinuityApi,
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});

/** The fleet at a glance; for a route such as `/continuity`. */
export const ContinuityPage = continuityPlugin.provide(
  createRoutableExtension({
    name: 'ContinuityPage',
    component: () =>
      import('./components/fleet/LegacyFleetPage').then(m => m.LegacyFleetPage),
    mountPoint: rootRouteRef,
  }),
);

/** The tab of an entity page; for an `EntityLayout.Route` with the path `/continuity`. */
export const EntityContinuityContent = continuityPlugin.provide(
  createRoutableExtension({
    name: 'EntityContinuityContent',
    component: () =>
      import('./components/entity/EntityContinuityContent').then(
        m => m.EntityContinuityContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);
