/* eslint-disable new-cap -- openapi-fetch names its methods as HTTP does */
import { parseEntityRef } from '@backstage/catalog-model';
import type { Client } from 'openapi-fetch';
import type {
  Campaign,
  CampaignCancellation,
  CampaignChange,
  CampaignCreation,
  CampaignDraft,
  CampaignPreview,
  CampaignProgress,
  CampaignRevision,
  CampaignService,
  CampaignServicesQuery,
  CampaignsPage,
  CampaignsQuery,
  EntityCampaign,
  Page,
} from '../apiTypes';
import type { paths } from '../generated/openapi';
import type { CallOptions } from './CallOptions';
import { unwrap } from './unwrap';

/** What the client asks of campaigns. */
export interface CampaignsClient {
  /** Newest first. */
  listCampaigns(
    query?: CampaignsQuery,
    options?: CallOptions,
  ): Promise<CampaignsPage>;
  getCampaign(id: string, options?: CallOptions): Promise<Campaign>;
  createCampaign(
    creation: CampaignCreation,
    options?: CallOptions,
  ): Promise<Campaign>;
  /** Refused when the revision is not the newest. */
  reviseCampaign(
    id: string,
    change: CampaignChange,
    options?: CallOptions,
  ): Promise<Campaign>;
  cancelCampaign(
    id: string,
    cancellation: CampaignCancellation,
    options?: CallOptions,
  ): Promise<Campaign>;
  /** What a campaign would mean; problems are part of the answer. */
  previewCampaign(
    draft: CampaignDraft,
    options?: CallOptions,
  ): Promise<CampaignPreview>;
  getCampaignProgress(
    id: string,
    options?: CallOptions,
  ): Promise<CampaignProgress>;
  /** By owner and name. */
  listCampaignServices(
    id: string,
    query?: CampaignServicesQuery,
    options?: CallOptions,
  ): Promise<Page<CampaignService>>;
  /** Newest first. */
  listCampaignHistory(
    id: string,
    options?: CallOptions,
  ): Promise<CampaignRevision[]>;
  /** What campaigns ask of a service, the earliest end first. */
  listEntityCampaigns(
    entityRef: string,
    options?: CallOptions,
  ): Promise<EntityCampaign[]>;
}

export function campaignCalls(
  api: () => Promise<Client<paths>>,
): CampaignsClient {
  return {
    listCampaigns: async (query, call) =>
      unwrap((await api()).GET('/campaigns', { params: { query }, ...call })),
    getCampaign: async (id, call) =>
      unwrap(
        (await api()).GET('/campaigns/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    createCampaign: async (body, call) =>
      unwrap((await api()).POST('/campaigns', { body, ...call })),
    reviseCampaign: async (id, body, call) =>
      unwrap(
        (await api()).PUT('/campaigns/{id}', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    cancelCampaign: async (id, body, call) =>
      unwrap(
        (await api()).POST('/campaigns/{id}/cancellation', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    previewCampaign: async (body, call) =>
      unwrap((await api()).POST('/campaigns/preview', { body, ...call })),
    getCampaignProgress: async (id, call) =>
      unwrap(
        (await api()).GET('/campaigns/{id}/progress', {
          params: { path: { id } },
          ...call,
        }),
      ),
    listCampaignServices: async (id, query, call) =>
      unwrap(
        (await api()).GET('/campaigns/{id}/services', {
          params: { path: { id }, query },
          ...call,
        }),
      ),
    listCampaignHistory: async (id, call) => {
      const { items } = await unwrap(
        (
          await api()
        ).GET('/campaigns/{id}/history', {
          params: { path: { id } },
          ...call,
        }),
      );
      return items;
    },
    listEntityCampaigns: async (entityRef, call) => {
      const { items } = await unwrap(
        (
          await api()
        ).GET('/entities/{kind}/{namespace}/{name}/campaigns', {
          params: { path: parseEntityRef(entityRef) },
          ...call,
        }),
      );
      return items;
    },
  };
}
