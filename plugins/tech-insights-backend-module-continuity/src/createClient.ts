import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  createContinuityClient,
  type ContinuityClient,
} from '@continuity/plugin-continuity-common';

/** A client that asks as Tech Insights, with a token of its own for each request. */
export function createClient({
  auth,
  discovery,
}: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ContinuityClient {
  return createContinuityClient({
    baseUrl: () => discovery.getBaseUrl('continuity'),
    fetch: async (input, init) => {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'continuity',
      });
      const request = new Request(input, init);
      request.headers.set('authorization', `Bearer ${token}`);
      return fetch(request);
    },
  });
}
