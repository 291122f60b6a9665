import { useApi } from '@backstage/core-plugin-api';
import type {
  CabAgenda,
  CabBoard,
  CabMeeting,
  CabMeetingDetails,
  CabMeetingsQuery,
  ApprovalDelegation,
  Change,
  ChangeBoard,
  ChangeBoardQuery,
  ChangeHappening,
  ChangeRecord,
  ChangeRevision,
  ChangesQuery,
  ChangeSummary,
  Override,
  OverridesQuery,
  Page,
  UnauthorisedDeployment,
  UnauthorisedQuery,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '../api/continuityApiRef';
import { useResource, type Resource } from './useResource';

/** A page of changes, newest first. */
export function useChanges(
  query: ChangesQuery = {},
): Resource<Page<ChangeSummary>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listChanges(query, { signal }),
    JSON.stringify(query),
  );
}

/** Changes by state. */
export function useChangeBoard(query: ChangeBoardQuery): Resource<ChangeBoard> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getChangeBoard(query, { signal }),
    JSON.stringify(query),
  );
}

/** One change: what it says, who approved it on what, and what can be done. */
export function useChange(id: string): Resource<Change> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getChange(id, { signal }), id);
}

/**
 * Everything that happened to a change, oldest first.
 *
 * @param version - of the change; another one asks again, and the former answer stays
 *   until the new one is there
 */
export function useChangeTimeline(
  id: string,
  version: string,
): Resource<ChangeHappening[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listChangeTimeline(id, { signal }),
    JSON.stringify([id, version]),
    { keepPrevious: true },
  );
}

/**
 * What a change is in other systems.
 *
 * @param version - as for {@link useChangeTimeline}
 */
export function useChangeRecords(
  id: string,
  version: string,
): Resource<ChangeRecord[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listChangeRecords(id, { signal }),
    JSON.stringify([id, version]),
    { keepPrevious: true },
  );
}

/**
 * What a change said in each revision, newest first.
 *
 * @param version - as for {@link useChangeTimeline}
 */
export function useChangeRevisions(
  id: string,
  version: string,
): Resource<ChangeRevision[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listChangeRevisions(id, { signal }),
    JSON.stringify([id, version]),
    { keepPrevious: true },
  );
}

/** A page of break-glass overrides, newest first; it stays while it is asked for anew. */
export function useOverrides(query: OverridesQuery): Resource<Page<Override>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listOverrides(query, { signal }),
    JSON.stringify(query),
  );
}

/** One break-glass override: what it passes over, who approved it and what came of it. */
export function useOverride(id: string): Resource<Override> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getOverride(id, { signal }), id);
}

/** Who decides in whose place, as far as the reader gave or was given it and it is not over. */
export function useApprovalDelegations(): Resource<ApprovalDelegation[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listApprovalDelegations({ signal }),
    'approval-delegations',
  );
}

/** A page of deployments without an approved change, newest first. */
export function useUnauthorisedDeployments(
  query: UnauthorisedQuery,
): Resource<Page<UnauthorisedDeployment>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listUnauthorisedDeployments(query, { signal }),
    JSON.stringify(query),
  );
}

/** Groups that are asked for approval; those of the reader first. */
export function useCabBoards(): Resource<CabBoard[]> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.listCabBoards({ signal }), '');
}

/** What waits for a group, the riskiest first; it stays while it is asked for anew. */
export function useCabAgenda(group: string): Resource<CabAgenda> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getCabAgenda(group, { signal }), group, {
    keepPrevious: true,
  });
}

/** A page of meetings, the latest first. */
export function useCabMeetings(
  query: CabMeetingsQuery,
): Resource<Page<CabMeeting>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listCabMeetings(query, { signal }),
    JSON.stringify(query),
    { keepPrevious: true },
  );
}

/** One meeting; it stays while it is asked for anew. */
export function useCabMeeting(id: string): Resource<CabMeetingDetails> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getCabMeeting(id, { signal }), id, {
    keepPrevious: true,
  });
}
