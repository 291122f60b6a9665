import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The Continuity page. */
export const rootRouteRef = createRouteRef();

/** The Continuity tab of an entity page; links lead to it only from within that page. */
export const entityContentRouteRef = createRouteRef();
