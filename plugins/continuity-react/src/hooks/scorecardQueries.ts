import { useApi } from '@backstage/core-plugin-api';
import type {
  EntityScorecard,
  Page,
  ScorecardChange,
  ScorecardDay,
  ScorecardExemption,
  ScorecardExemptionsQuery,
  ScorecardHistoryQuery,
  ScorecardResultsPage,
  ScorecardResultsQuery,
  Scorecards,
  ScorecardSummary,
  ScorecardSummaryQuery,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '../api/continuityApiRef';
import { useResource, type Resource } from './useResource';

/** Every scorecard, and what the reader may do about exemptions. */
export function useScorecards(): Resource<Scorecards> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.listScorecards({ signal }), 'scorecards', {
    keepPrevious: true,
  });
}

/** A page of the heat map; the former page stays until the next is there. */
export function useScorecardResults(
  scorecard: string,
  query: ScorecardResultsQuery = {},
): Resource<ScorecardResultsPage> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listScorecardResults(scorecard, query, { signal }),
    JSON.stringify([scorecard, query]),
    { keepPrevious: true },
  );
}

/** Rolled up by owner, system or tier. A former answer is never shown as one to this. */
export function useScorecardSummary(
  scorecard: string,
  query: ScorecardSummaryQuery = {},
): Resource<ScorecardSummary> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getScorecardSummary(scorecard, query, { signal }),
    JSON.stringify([scorecard, query]),
  );
}

/** How many services stood on which level on each day, oldest first. */
export function useScorecardTrend(
  scorecard: string,
  days?: number,
): Resource<ScorecardDay[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getScorecardTrend(scorecard, days, { signal }),
    JSON.stringify([scorecard, days]),
  );
}

/** What every scorecard says of a service; it stays while it is asked for anew. */
export function useEntityScorecards(
  entityRef: string,
): Resource<EntityScorecard[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listEntityScorecards(entityRef, { signal }),
    entityRef,
  );
}

/** A page of what changed on a scorecard of a service, newest first. */
export function useEntityScorecardHistory(
  entityRef: string,
  scorecard: string,
  query: ScorecardHistoryQuery = {},
): Resource<Page<ScorecardChange>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal =>
      api.listEntityScorecardHistory(entityRef, scorecard, query, { signal }),
    JSON.stringify([entityRef, scorecard, query]),
  );
}

/** A page of exemptions, newest first. */
export function useScorecardExemptions(
  query: ScorecardExemptionsQuery = {},
): Resource<Page<ScorecardExemption>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listScorecardExemptions(query, { signal }),
    JSON.stringify(query),
  );
}
