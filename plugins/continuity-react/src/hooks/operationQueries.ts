import { useApi } from '@backstage/core-plugin-api';
import type {
  Collector,
  Connector,
  FollowedFeed,
  LedgerFollower,
  SetAsideEntry,
  SetAsideQuery,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '../api/continuityApiRef';
import { useResource, type Resource } from './useResource';

/** Who follows the ledger, and how many entries it has. */
export function useLedgerFollowers(): Resource<{
  entries: number;
  items: LedgerFollower[];
}> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listLedgerFollowers({ signal }),
    'ledger-followers',
  );
}

/** Entries that followers gave up on, newest first, and how many there are in all. */
export function useSetAsideEntries(
  query: SetAsideQuery = {},
): Resource<{ items: SetAsideEntry[]; totalItems: number }> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listSetAsideEntries(query, { signal }),
    JSON.stringify(query),
  );
}

/** The feeds that calendars follow, and what came of them. */
export function useFollowedFeeds(): Resource<FollowedFeed[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listFollowedFeeds({ signal }),
    'followed-feeds',
  );
}

/** What asks other systems what they see of services, and how that goes. */
export function useCollectors(): Resource<Collector[]> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.listCollectors({ signal }), 'collectors');
}

/** Other systems in which changes are kept, and what waits to be written there. */
export function useConnectors(): Resource<Connector[]> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.listConnectors({ signal }), 'connectors');
}
