import {
  ApiBlueprint,
  PageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  continuityApiRef,
  createContinuityApi,
} from '@continuity/plugin-continuity-react';
import RestoreIcon from '@material-ui/icons/Restore';
import { entityContentRouteRef, rootRouteRef } from './routes';

const continuityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: continuityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createContinuityApi,
    }),
});

const continuityPage = PageBlueprint.make({
  params: {
    path: '/continuity',
    title: 'Continuity',
    icon: <RestoreIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/fleet/FleetPageContent').then(m => (
        <m.FleetPageContent />
      )),
  },
});

const continuityEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/continuity',
    title: 'Continuity',
    group: 'operation',
    routeRef: entityContentRouteRef,
    filter: { kind: { $in: ['component', 'resource', 'system', 'api'] } },
    loader: () =>
      import('./components/entity/EntityContinuityContent').then(m => (
        <m.EntityContinuityContent />
      )),
  },
});

/** Continuity in the new frontend system: the page, the entity tab and the API. */
export const continuityPlugin = createFrontendPlugin({
  pluginId: 'continuity',
  title: 'Continuity',
  icon: <RestoreIcon fontSize="inherit" />,
  extensions: [continuityApi, continuityPage, continuityEntityContent],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});
