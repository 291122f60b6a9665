import { useApi } from '@backstage/core-plugin-api';
import type {
  WindowDraft,
  WindowPreview,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useResource,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useEffect, useState } from 'react';

/** Typing stops for that long before the backend is asked. */
const PAUSE_MS = 400;

export interface PreviewState {
  resource: Resource<WindowPreview>;
  /** The preview is of the form as it stands now. */
  current: boolean;
}

/**
 * What saving a draft would mean, a moment after the last change. While a newer one is
 * on its way the former stays to be read, and counts as not current.
 */
export function useWindowPreview(draft: WindowDraft): PreviewState {
  const api = useApi(continuityApiRef);
  const text = JSON.stringify(draft);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const resource = useResource(
    signal => api.previewPortalWindow(JSON.parse(settled), { signal }),
    settled,
    { keepPrevious: true },
  );
  return {
    resource,
    current:
      settled === text && resource.state === 'ready' && !resource.refreshing,
  };
}
