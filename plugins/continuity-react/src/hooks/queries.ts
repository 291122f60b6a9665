import { useApi } from '@backstage/core-plugin-api';
import type {
  Calendar,
  CalendarSubscription,
  CalendarSummary,
  CalendarView,
  CalendarViewQuery,
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

/** One piece of evidence, however old it is. */
export function useEvidenceById(id: string): Resource<Evidence> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getEvidence(id, { signal }), id);
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

/**
 * Occurrences in a period for the services of a filter. While another question is on its
 * way the former answer stays, marked as refreshing: it holds what the filter controls
 * offer. Its occurrences answer the former question; see `value.from` and `value.to`.
 */
export function useCalendarView(
  query: CalendarViewQuery,
): Resource<CalendarView> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getCalendarView(query, { signal }),
    JSON.stringify(query),
    { keepPrevious: true },
  );
}

/** Every calendar, where it comes from and whether it can be read. */
export function useCalendars(): Resource<CalendarSummary[]> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.listCalendars({ signal }), 'calendars');
}

/** One calendar with its windows, their next occurrences and what lint says. */
export function useCalendar(calendarRef: string): Resource<Calendar> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.getCalendar(calendarRef, { signal }),
    calendarRef,
  );
}

/** The iCalendar feeds that the reader made, newest first; never their addresses. */
export function useCalendarSubscriptions(): Resource<CalendarSubscription[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listCalendarSubscriptions({ signal }),
    'calendar-subscriptions',
  );
}

/** How old the backend's reading of the catalog is, and what it could not read. */
export function useContinuityStatus(): Resource<ContinuityStatus> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getStatus({ signal }), 'status');
}
