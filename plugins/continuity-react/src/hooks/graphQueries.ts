import { useApi } from '@backstage/core-plugin-api';
import type {
  CutSets,
  CutSetsRequest,
  EntityDependencies,
  GraphDirection,
  GraphFindingGroupsPage,
  GraphFindingHistory,
  GraphFindingsPage,
  GraphFindingsQuery,
  GraphReachPage,
  GraphReachQuery,
  GraphStatus,
  Impact,
  ImpactRequest,
  PointsOfFailure,
  PointsOfFailureRequest,
  SaasHistory,
  SaasPage,
  SaasQuery,
  Waves,
  WavesRequest,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '../api/continuityApiRef';
import { useResource, type Resource } from './useResource';

/** How large and how old the dependency graph is, and its regions. */
export function useGraphStatus(): Resource<GraphStatus> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getGraphStatus({ signal }), 'graph-status');
}

/** What depends on a service, what it depends on, and what cannot hold. */
export function useDependencies(
  entityRef: string,
): Resource<EntityDependencies> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getDependencies(entityRef, { signal }),
    entityRef,
  );
}

/** A page of one direction, nearest first; the former page stays until the next is there. */
export function useDependencyList(
  entityRef: string,
  direction: GraphDirection,
  query: GraphReachQuery = {},
): Resource<GraphReachPage> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listDependencies(entityRef, direction, query, { signal }),
    JSON.stringify([entityRef, direction, query]),
    { keepPrevious: true },
  );
}

/** What fails or degrades. An answer to a former question is never shown as one to this. */
export function useImpact(request: ImpactRequest): Resource<Impact> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getImpact(request, { signal }),
    JSON.stringify(request),
  );
}

/** What brings down a root alone, most roots first. */
export function usePointsOfFailure(
  request: PointsOfFailureRequest,
): Resource<PointsOfFailure> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.findPointsOfFailure(request, { signal }),
    JSON.stringify(request),
  );
}

/** Which together bring down a root, smallest first. */
export function useCutSets(request: CutSetsRequest): Resource<CutSets> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.findCutSets(request, { signal }),
    JSON.stringify(request),
  );
}

/** In which order to deploy or recover. */
export function useWaves(request: WavesRequest): Resource<Waves> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.planWaves(request, { signal }),
    JSON.stringify(request),
  );
}

/** A page of what cannot hold; the former page stays until the next is there. */
export function useGraphFindings(
  query: GraphFindingsQuery = {},
): Resource<GraphFindingsPage> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listGraphFindings(query, { signal }),
    JSON.stringify(query),
    { keepPrevious: true },
  );
}

/** A page of them by what would mend them; the former page stays until the next is there. */
export function useGraphFindingGroups(
  query: GraphFindingsQuery = {},
): Resource<GraphFindingGroupsPage> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listGraphFindingGroups(query, { signal }),
    JSON.stringify(query),
    { keepPrevious: true },
  );
}

/** One finding, with every exemption it ever had. */
export function useGraphFinding(id: string): Resource<GraphFindingHistory> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getGraphFinding(id, { signal }), id);
}

/** A page of third-party services; the former page stays until the next is there. */
export function useSaasList(query: SaasQuery = {}): Resource<SaasPage> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listSaas(query, { signal }),
    JSON.stringify(query),
    { keepPrevious: true },
  );
}

/** One third-party service, with every decision about it. */
export function useSaas(entityRef: string): Resource<SaasHistory> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getSaas(entityRef, { signal }), entityRef);
}
