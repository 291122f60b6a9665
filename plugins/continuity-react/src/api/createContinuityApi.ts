import { parseEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { ContinuityApi, RequestOptions } from './ContinuityApi';

type Query = Record<string, string | number | boolean | undefined>;

function withQuery(path: string, query: object): string {
  const given = Object.entries(query satisfies object as Query).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, String(value)]]),
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/')}`;
}

/**
 * Asks the continuity backend, as the reader who is signed in.
 *
 * @param options - how the portal finds its backend and speaks to it
 */
export function createContinuityApi(options: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): ContinuityApi {
  const { discoveryApi, fetchApi } = options;

  async function request<T>(path: string, init?: RequestInit): Promise<T> {
    const baseUrl = await discoveryApi.getBaseUrl('continuity');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
  const get = <T>(path: string, query: object, { signal }: RequestOptions) =>
    request<T>(withQuery(path, query), { signal });

  return {
    getStatus: (requestOptions = {}) => get('/status', {}, requestOptions),
    getEntityContinuity: async (entityRef, requestOptions = {}) =>
      get(entityPath(entityRef), {}, requestOptions),
    listEntityWindows: async (entityRef, period, requestOptions = {}) =>
      get(`${entityPath(entityRef)}/windows`, period, requestOptions),
    listEntityEvidence: async (entityRef, query = {}, requestOptions = {}) =>
      get(`${entityPath(entityRef)}/evidence`, query, requestOptions),
    getFleet: (query = {}, requestOptions = {}) =>
      get('/fleet', query, requestOptions),
    previewDecision: (question, { signal } = {}) =>
      request('/gate/decisions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...question, dryRun: true }),
        signal,
      }),
    listDecisions: (query = {}, requestOptions = {}) =>
      get('/gate/decisions', query, requestOptions),
  };
}
