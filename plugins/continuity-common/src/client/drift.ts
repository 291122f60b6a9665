/* eslint-disable new-cap -- openapi-fetch names its methods as HTTP does */
import { parseEntityRef } from '@backstage/catalog-model';
import type { Client } from 'openapi-fetch';
import type {
  Baseline,
  BaselineDetails,
  BaselinePlaceQuery,
  BaselineProposal,
  BaselinesQuery,
  DriftPage,
  DriftParityPage,
  DriftParityQuery,
  DriftQuery,
  DriftScan,
  EntityDriftQuery,
  Page,
  SignedStatement,
} from '../apiTypes';
import type { paths } from '../generated/openapi';
import type { CallOptions } from './CallOptions';
import { unwrap } from './unwrap';

/** What the client asks of drift and baselines. */
export interface DriftClient {
  /** The newest scans of all services, the greatest risk first. */
  listDrift(query?: DriftQuery, options?: CallOptions): Promise<DriftPage>;
  /** Services by environments: is each secondary and standby like its primary? */
  listDriftParity(
    query?: DriftParityQuery,
    options?: CallOptions,
  ): Promise<DriftParityPage>;
  /** The newest scans of a service; empty when it was never scanned. */
  getEntityDrift(
    entityRef: string,
    query?: EntityDriftQuery,
    options?: CallOptions,
  ): Promise<DriftScan[]>;
  /** Newest first. */
  listBaselines(
    entityRef: string,
    query?: BaselinesQuery,
    options?: CallOptions,
  ): Promise<Page<Baseline>>;
  proposeBaseline(
    entityRef: string,
    proposal: BaselineProposal,
    options?: CallOptions,
  ): Promise<Baseline>;
  /** The baseline that counts in a place. */
  getCurrentBaseline(
    entityRef: string,
    place: BaselinePlaceQuery,
    options?: CallOptions,
  ): Promise<BaselineDetails>;
  getBaseline(id: string, options?: CallOptions): Promise<BaselineDetails>;
  /** A promoted baseline as an in-toto statement in a DSSE envelope. */
  getBaselineStatement(
    id: string,
    options?: CallOptions,
  ): Promise<SignedStatement>;
  /** Refused while its change is not approved. */
  promoteBaseline(
    id: string,
    comment?: string,
    options?: CallOptions,
  ): Promise<Baseline>;
}

export function driftCalls(api: () => Promise<Client<paths>>): DriftClient {
  return {
    listDrift: async (query, call) =>
      unwrap((await api()).GET('/drift', { params: { query }, ...call })),
    listDriftParity: async (query, call) =>
      unwrap(
        (await api()).GET('/drift/parity', { params: { query }, ...call }),
      ),
    getEntityDrift: async (entityRef, query, call) => {
      const { items } = await unwrap(
        (
          await api()
        ).GET('/entities/{kind}/{namespace}/{name}/drift', {
          params: { path: parseEntityRef(entityRef), query },
          ...call,
        }),
      );
      return items;
    },
    listBaselines: async (entityRef, query, call) =>
      unwrap(
        (await api()).GET('/entities/{kind}/{namespace}/{name}/baselines', {
          params: { path: parseEntityRef(entityRef), query },
          ...call,
        }),
      ),
    proposeBaseline: async (entityRef, body, call) =>
      unwrap(
        (await api()).POST('/entities/{kind}/{namespace}/{name}/baselines', {
          params: { path: parseEntityRef(entityRef) },
          body,
          ...call,
        }),
      ),
    getCurrentBaseline: async (entityRef, query, call) =>
      unwrap(
        (await api()).GET(
          '/entities/{kind}/{namespace}/{name}/baselines/current',
          {
            params: { path: parseEntityRef(entityRef), query },
            ...call,
          },
        ),
      ),
    getBaseline: async (id, call) =>
      unwrap(
        (await api()).GET('/baselines/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    getBaselineStatement: async (id, call) =>
      unwrap(
        (await api()).GET('/baselines/{id}/statement', {
          params: { path: { id } },
          ...call,
        }),
      ),
    promoteBaseline: async (id, comment, call) =>
      unwrap(
        (await api()).POST('/baselines/{id}/promotion', {
          params: { path: { id } },
          body: { ...(comment !== undefined && { comment }) },
          ...call,
        }),
      ),
  };
}
