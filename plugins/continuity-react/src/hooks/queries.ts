import { useApi } from '@backstage/core-plugin-api';
import type {
  ContinuityStatus,
  DecisionsQuery,
  EntityContinuity,
  EntityWindows,
  Evidence,
  EvidenceQuery,
  Fleet,
  FleetQuery,
  GateDecision,
  Page,
  WindowsQuery,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '../api/continuityApiRef';
import { useResource, type Resource } from './useResource';

/** Tier, objectives, findings, planning scope and environments of a service. */
export function useEntityContinuity(
  entityRef: string,
): Resource<EntityContinuity> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getEntity(entityRef, { signal }), entityRef);
}

/** When windows are in force for a service, in a period. */
export function useEntityWindows(
  entityRef: string,
  period: WindowsQuery,
): Resource<EntityWindows> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listWindows(entityRef, period, { signal }),
    JSON.stringify([entityRef, period.from, period.to]),
  );
}

/** Evidence about a service, newest observation first. */
export function useEvidence(
  entityRef: string,
  query: EvidenceQuery = {},
): Resource<Page<Evidence>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listEvidence(entityRef, query, { signal }),
    JSON.stringify([entityRef, query]),
  );
}

/** Recorded decisions, newest first. */
export function useDecisions(
  query: DecisionsQuery,
): Resource<Page<GateDecision>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listDecisions(query, { signal }),
    JSON.stringify(query),
  );
}

/** One page of the fleet; the former page stays until the next one is there. */
export function useFleet(query: FleetQuery): Resource<Fleet> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getFleet(query, { signal }),
    JSON.stringify(query),
    { keepPrevious: true },
  );
}

/** How old the backend's reading of the catalog is, and what it could not read. */
export function useContinuityStatus(): Resource<ContinuityStatus> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getStatus({ signal }), 'status');
}
