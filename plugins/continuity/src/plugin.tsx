import {
  ApiBlueprint,
  AppRootElementBlueprint,
  PageBlueprint,
  SubPageBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  continuityApiRef,
  createContinuityApi,
} from '@continuity/plugin-continuity-react';
import RestoreIcon from '@material-ui/icons/Restore';
import { lazy, Suspense } from 'react';
import {
  calendarLinkRouteRef,
  calendarRouteRef,
  changesLinkRouteRef,
  changesRouteRef,
  driftLinkRouteRef,
  driftRouteRef,
  entityContentRouteRef,
  graphLinkRouteRef,
  graphRouteRef,
  rootRouteRef,
  scorecardsLinkRouteRef,
  scorecardsRouteRef,
  templateLinkRouteRef,
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

const continuityChanges = SubPageBlueprint.make({
  name: 'changes',
  params: {
    path: 'changes',
    title: 'Changes',
    loader: () =>
      import('./components/changes/ChangesPageContent').then(m => (
        <m.ChangesPageContent />
      )),
  },
});

const continuityHomeChanges = HomePageWidgetBlueprint.make({
  name: 'changes',
  params: {
    name: 'ContinuityChanges',
    title: 'Continuity: changes',
    description: 'Changes that wait for you, and your own that are not over',
    components: () =>
      import('./components/changes/home/HomeChanges').then(m => ({
        Content: m.HomeChanges,
      })),
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 4, defaultRows: 8 },
    },
  },
});

const continuityHomeScorecards = HomePageWidgetBlueprint.make({
  name: 'scorecards',
  params: {
    name: 'ContinuityScorecards',
    title: 'Continuity: scorecards',
    description: 'Where the services stand that you or your groups own',
    components: () =>
      import('./components/scorecards/home/HomeScorecards').then(m => ({
        Content: m.HomeScorecards,
      })),
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 4, defaultRows: 8 },
    },
  },
});

const OverrideBar = lazy(() =>
  import('./components/shared/OverrideBar').then(m => ({
    default: m.OverrideBar,
  })),
);

const continuityOverrideBar = AppRootElementBlueprint.make({
  name: 'override-bar',
  params: {
    element: (
      <Suspense fallback={null}>
        <OverrideBar />
      </Suspense>
    ),
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

const continuityScorecards = SubPageBlueprint.make({
  name: 'scorecards',
  params: {
    path: 'scorecards',
    title: 'Scorecards',
    loader: () =>
      import('./components/scorecards/page/ScorecardsPageContent').then(m => (
        <m.ScorecardsPageContent />
      )),
  },
});

const continuityDrift = SubPageBlueprint.make({
  name: 'drift',
  params: {
    path: 'drift',
    title: 'Drift',
    loader: () =>
      import('./components/drift/page/DriftPageContent').then(m => (
        <m.DriftPageContent />
      )),
  },
});

const continuityOperations = SubPageBlueprint.make({
  name: 'operations',
  params: {
    path: 'operations',
    title: 'Operations',
    loader: () =>
      import('./components/operations/OperationsPageContent').then(m => (
        <m.OperationsPageContent />
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

const continuityScorecardsCard = EntityCardBlueprint.make({
  name: 'scorecards',
  params: {
    type: 'content',
    filter: { kind: { $in: ['group', 'system'] } },
    loader: () =>
      import('./components/scorecards/group/RollUpCard').then(m => (
        <m.RollUpCard />
      )),
  },
});

const continuityEntityPicker = FormFieldBlueprint.make({
  name: 'entity-picker',
  params: {
    field: () =>
      import('./components/scaffolder/fields').then(m => m.entityPickerField),
  },
});

const continuityDateTime = FormFieldBlueprint.make({
  name: 'freeze-aware-date-time',
  params: {
    field: () =>
      import('./components/scaffolder/fields').then(m => m.dateTimeField),
  },
});

const continuityReleaseClass = FormFieldBlueprint.make({
  name: 'release-class-explained',
  params: {
    field: () =>
      import('./components/scaffolder/fields').then(m => m.classField),
  },
});

/**
 * Continuity in the new frontend system: the page, the entity tab, a card for groups and
 * systems, widgets for the home page, fields for templates, a bar on every page while the
 * glass is broken, and the API.
 */
export const continuityPlugin = createFrontendPlugin({
  pluginId: 'continuity',
  title: 'Continuity',
  icon,
  extensions: [
    continuityApi,
    continuityPage,
    continuityCalendar,
    continuityChanges,
    continuityGraph,
    continuityHomeChanges,
    continuityHomeScorecards,
    continuityScorecards,
    continuityDrift,
    continuityOperations,
    continuityOverrideBar,
    continuityEntityContent,
    continuityScorecardsCard,
    continuityEntityPicker,
    continuityDateTime,
    continuityReleaseClass,
  ],
  routes: {
    root: rootRouteRef,
    calendar: calendarRouteRef,
    changes: changesRouteRef,
    drift: driftRouteRef,
    graph: graphRouteRef,
    scorecards: scorecardsRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: {
    calendarLink: calendarLinkRouteRef,
    changesLink: changesLinkRouteRef,
    driftLink: driftLinkRouteRef,
    graphLink: graphLinkRouteRef,
    scorecardsLink: scorecardsLinkRouteRef,
    templateLink: templateLinkRouteRef,
  },
});
