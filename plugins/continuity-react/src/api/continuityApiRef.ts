import {
  createApiRef,
  type DiscoveryApi,
  type FetchApi,
} from '@backstage/core-plugin-api';
import {
  createContinuityClient,
  type ContinuityClient,
} from '@continuity/plugin-continuity-common';

/** The Continuity API, asked as the reader who is signed in. */
export type ContinuityApi = ContinuityClient;

/** Works in the new and in the legacy frontend system. */
export const continuityApiRef = createApiRef<ContinuityApi>({
  id: 'plugin.continuity.service',
});

/**
 * The api that `@continuity/plugin-continuity` provides for `continuityApiRef`.
 *
 * @param deps - how the portal finds its backend, and how it speaks to it
 */
export function createContinuityApi(deps: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): ContinuityApi {
  return createContinuityClient({
    baseUrl: () => deps.discoveryApi.getBaseUrl('continuity'),
    fetch: (input, init) => deps.fetchApi.fetch(input, init),
  });
}
