import { useApi } from '@backstage/core-plugin-api';
import type {
  CampaignContent,
  CampaignPreview,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useResource,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useEffect, useState } from 'react';

/** Typing stops for that long before the backend is asked. */
const PAUSE_MS = 400;

export interface CampaignPreviewState {
  resource: Resource<CampaignPreview>;
  /** The preview is of the form as it stands now. */
  current: boolean;
}

/** What a campaign would mean, a moment after the last change. @param id - absent: a new one */
export function useCampaignPreview(
  content: CampaignContent,
  id: string | undefined,
): CampaignPreviewState {
  const api = useApi(continuityApiRef);
  const text = JSON.stringify({ ...(id && { id }), content });
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const resource = useResource(
    signal => api.previewCampaign(JSON.parse(settled), { signal }),
    settled,
    { keepPrevious: true },
  );
  return {
    resource,
    current:
      settled === text && resource.state === 'ready' && !resource.refreshing,
  };
}
