import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

// Made so that both frontend systems understand them.

/** The Continuity page. */
export const rootRouteRef = createRouteRef({ id: 'continuity' });

/** The Continuity tab of an entity page; links lead to it only from within that page. */
export const entityContentRouteRef = createRouteRef({
  id: 'continuity:entity',
});

/** The calendar, which stands beside the fleet on the page. */
export const calendarRouteRef = createSubRouteRef({
  id: 'continuity:calendar',
  parent: rootRouteRef,
  path: '/calendar',
});

/** Changes, which stand beside the fleet on the page. */
export const changesRouteRef = createSubRouteRef({
  id: 'continuity:changes',
  parent: rootRouteRef,
  path: '/changes',
});

/** The pages about dependencies, which stand beside the fleet on the page. */
export const graphRouteRef = createSubRouteRef({
  id: 'continuity:graph',
  parent: rootRouteRef,
  path: '/dependencies',
});

/** Scorecards, which stand beside the fleet on the page. */
export const scorecardsRouteRef = createSubRouteRef({
  id: 'continuity:scorecards',
  parent: rootRouteRef,
  path: '/scorecards',
});

/** Drift, which stands beside the fleet on the page. */
export const driftRouteRef = createSubRouteRef({
  id: 'continuity:drift',
  parent: rootRouteRef,
  path: '/drift',
});

/** How the tab of an entity finds the pages about drift. External, as that of the calendar is. */
export const driftLinkRouteRef = createExternalRouteRef({
  id: 'continuity:drift-link',
  optional: true,
  defaultTarget: 'continuity.drift',
});

/** How the tab of an entity finds scorecards. External, as that of the calendar is. */
export const scorecardsLinkRouteRef = createExternalRouteRef({
  id: 'continuity:scorecards-link',
  optional: true,
  defaultTarget: 'continuity.scorecards',
});

/** The form of a software template, where what fails is mended. Absent without a scaffolder. */
export const templateLinkRouteRef = createExternalRouteRef({
  id: 'continuity:template-link',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** How the tab of an entity finds changes. External, as that of the calendar is. */
export const changesLinkRouteRef = createExternalRouteRef({
  id: 'continuity:changes-link',
  optional: true,
  defaultTarget: 'continuity.changes',
});

/** How the tab of an entity finds the pages about dependencies. External, as that of the calendar is. */
export const graphLinkRouteRef = createExternalRouteRef({
  id: 'continuity:graph-link',
  optional: true,
  defaultTarget: 'continuity.graph',
});

/**
 * How the tab of an entity finds the calendar. External, because a portal may have the
 * tab and not the page; there is no link then.
 */
export const calendarLinkRouteRef = createExternalRouteRef({
  id: 'continuity:calendar-link',
  optional: true,
  defaultTarget: 'continuity.calendar',
});
