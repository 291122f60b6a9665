import {
  ApiBlueprint,
  PageBlueprint,
  SubPageBlueprint,
  coreExtensionData,
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
import {
  calendarLinkRouteRef,
  calendarRouteRef,
  entityContentRouteRef,
  graphLinkRouteRef,
  graphRouteRef,
  rootRouteRef,
} from './routes';

const continuityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: continuityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createContinuityApi,
    }),
});

const icon = <RestoreIcon fontSize="inherit" />;

const continuityPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { config, inputs }) {
    const title = config.title ?? 'Continuity';
    const subPages = inputs.pages.map(page => {
      const path = page
        .get(coreExtensionData.routePath)
        .replace(/^\/+|\/+$/g, '');
      return {
        path,
        title: page.get(coreExtensionData.title) ?? path,
        element: page.get(coreExtensionData.reactElement),
      };
    });
    return originalFactory({
      path: '/continuity',
      title: 'Continuity',
      icon,
      routeRef: rootRouteRef,
      // It brings its own, with a tab for each part.
      noHeader: true,
      loader: () =>
        import('./components/page/ContinuityPage').then(m => (
          <m.ContinuityPage title={title} icon={icon} subPages={subPages} />
        )),
    });
  },
});

const continuityCalendar = SubPageBlueprint.make({
  name: 'calendar',
  params: {
    path: 'calendar',
    title: 'Calendar',
    loader: () =>
      import('./components/calendar/CalendarPageContent').then(m => (
        <m.CalendarPageContent />
      )),
  },
});

const continuityGraph = SubPageBlueprint.make({
  name: 'graph',
  params: {
    path: 'dependencies',
    title: 'Dependencies',
    loader: () =>
      import('./components/graph/GraphPageContent').then(m => (
        <m.GraphPageContent />
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
  icon,
  extensions: [
    continuityApi,
    continuityPage,
    continuityCalendar,
    continuityGraph,
    continuityEntityContent,
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
