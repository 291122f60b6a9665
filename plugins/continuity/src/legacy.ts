/**
 * Continuity for an app in the legacy frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  continuityApiRef,
  createContinuityApi,
} from '@continuity/plugin-continuity-react';
import {
  classOptions,
  dateTimeOptions,
  entityPickerOptions,
} from './components/scaffolder/fields';
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

/** Changes that wait for the reader, and their own that are not over; for a home page. */
export const ContinuityHomeChanges = continuityPlugin.provide(
  createCardExtension({
    name: 'ContinuityHomeChanges',
    title: 'Continuity: changes',
    components: () =>
      import('./components/changes/home/HomeChanges').then(m => ({
        Content: m.HomeChanges,
      })),
  }),
);

/** Where the services stand that the reader or their groups own; for a home page. */
export const ContinuityHomeScorecards = continuityPlugin.provide(
  createCardExtension({
    name: 'ContinuityHomeScorecards',
    title: 'Continuity: scorecards',
    components: () =>
      import('./components/scorecards/home/HomeScorecards').then(m => ({
        Content: m.HomeScorecards,
      })),
  }),
);

/** Where the services of a group or system stand together; for their pages in the catalog. */
export const EntityContinuityScorecardsCard = continuityPlugin.provide(
  createComponentExtension({
    name: 'EntityContinuityScorecardsCard',
    component: {
      lazy: () =>
        import('./components/scorecards/group/RollUpCard').then(
          m => m.RollUpCard,
        ),
    },
  }),
);

/** A bar while the glass is broken; for the root of an app, so that every page has it. */
export const ContinuityOverrideBar = continuityPlugin.provide(
  createComponentExtension({
    name: 'ContinuityOverrideBar',
    component: {
      lazy: () =>
        import('./components/shared/OverrideBar').then(m => m.OverrideBar),
    },
  }),
);

/** A service with its tier; for the `ScaffolderFieldExtensions` of a scaffolder page. */
export const ContinuityEntityPickerFieldExtension = continuityPlugin.provide(
  createScaffolderFieldExtension({
    ...entityPickerOptions,
    schema: entityPickerOptions.schema.schema,
  }),
);

/** A date and time that says whether it is frozen; likewise. */
export const FreezeAwareDateTimeFieldExtension = continuityPlugin.provide(
  createScaffolderFieldExtension({
    ...dateTimeOptions,
    schema: dateTimeOptions.schema.schema,
  }),
);

/** The class of the release as the form stands; likewise. */
export const ReleaseClassExplainedFieldExtension = continuityPlugin.provide(
  createScaffolderFieldExtension({
    ...classOptions,
    schema: classOptions.schema.schema,
  }),
);
