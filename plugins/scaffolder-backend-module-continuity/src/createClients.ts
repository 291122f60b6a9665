import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  createContinuityClient,
  type ContinuityClient,
} from '@continuity/plugin-continuity-common';

/** The part of an action's context that says who started its task. */
export interface Initiated {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
}

/** A client that asks as whoever started the task, so that nobody can do more by a template. */
export type ClientFor = (initiated: Initiated) => ContinuityClient;

/** Clients with a token of their own for each request: a task may outlive one. */
export function createClients({
  auth,
  discovery,
}: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ClientFor {
  return initiated =>
    createContinuityClient({
      baseUrl: () => discovery.getBaseUrl('continuity'),
      fetch: async (input, init) => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await initiated.getInitiatorCredentials(),
          targetPluginId: 'continuity',
        });
        const request = new Request(input, init);
        request.headers.set('authorization', `Bearer ${token}`);
        return fetch(request);
      },
    });
}
