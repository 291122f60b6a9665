import { useApi } from '@backstage/core-plugin-api';
import type {
  DriftPage,
  DriftParityPage,
  DriftParityQuery,
  DriftQuery,
  DriftScan,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '../api/continuityApiRef';
import { useResource, type Resource } from './useResource';

/** A page of the newest scans; the former page stays until the next is there. */
export function useDrift(query: DriftQuery = {}): Resource<DriftPage> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listDrift(query, { signal }),
    JSON.stringify(query),
    { keepPrevious: true },
  );
}

/** A page of services by environments; the former page stays until the next is there. */
export function useDriftParity(
  query: DriftParityQuery = {},
): Resource<DriftParityPage> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listDriftParity(query, { signal }),
    JSON.stringify(query),
    { keepPrevious: true },
  );
}

/** The newest scans of a service, with what each found. */
export function useEntityDrift(entityRef: string): Resource<DriftScan[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getEntityDrift(entityRef, {}, { signal }),
    entityRef,
  );
}
