/**
 * Continuity for an app in the legacy frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  continuityApiRef,
  createContinuityApi,
} from '@continuity/plugin-continuity-react';

import {
  calendarLinkRouteRef,
  calendarRouteRef,
  entityContentRouteRef,
  graphLinkRouteRef,
  graphRouteRef,
  rootRouteRef,
} from './routes';

export { continuityTranslationRef } from './translation';

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
  routes: {
    root: rootRouteRef,
    calendar: calendarRouteRef,
    graph: graphRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: {
    calendarLink: calendarLinkRouteRef,
    graphLink: graphLinkRouteRef,
  },
});

/** The fleet at a glance and the calendar, a tab each; for a route such as `/continuity`. */
export const ContinuityPage = continuityPlugin.provide(
  createRoutableExtension({
    name: 'ContinuityPage',
    component: () =>
      import('./components/page/LegacyContinuityPage').then(
        m => m.LegacyContinuityPage,
      ),
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
