import { useApi } from '@backstage/core-plugin-api';
import type {
  Campaign,
  CampaignProgress,
  CampaignRevision,
  CampaignService,
  CampaignServicesQuery,
  CampaignsPage,
  CampaignsQuery,
  EntityCampaign,
  Page,
} from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '../api/continuityApiRef';
import { useResource, type Resource } from './useResource';

/** A page of campaigns, newest first, and what the reader may do. */
export function useCampaigns(
  query: CampaignsQuery = {},
): Resource<CampaignsPage> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listCampaigns(query, { signal }),
    JSON.stringify(query),
  );
}

export function useCampaign(id: string): Resource<Campaign> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getCampaign(id, { signal }), id);
}

/** What is in the way of a campaign, who owns the rest, and how it went so far. */
export function useCampaignProgress(id: string): Resource<CampaignProgress> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.getCampaignProgress(id, { signal }), id);
}

/** A page of services of a campaign, by owner and name. */
export function useCampaignServices(
  id: string,
  query: CampaignServicesQuery = {},
): Resource<Page<CampaignService>> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listCampaignServices(id, query, { signal }),
    JSON.stringify([id, query]),
  );
}

/** What was done to a campaign, newest first. */
export function useCampaignHistory(id: string): Resource<CampaignRevision[]> {
  const api = useApi(continuityApiRef);
  return useResource(signal => api.listCampaignHistory(id, { signal }), id);
}

/** What campaigns ask of a service, the earliest end first. */
export function useEntityCampaigns(
  entityRef: string,
): Resource<EntityCampaign[]> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.listEntityCampaigns(entityRef, { signal }),
    entityRef,
  );
}
