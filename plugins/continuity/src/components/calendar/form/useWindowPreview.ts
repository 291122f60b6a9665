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

/** What an owner has to look like before anybody can be asked about it. */
const REF = /^[A-Za-z0-9._-]+:([A-Za-z0-9._-]+\/)?[A-Za-z0-9._-]+$/;

export interface PreviewState {
  /** Absent: there is no owner yet, and nothing can be asked without one. */
  resource?: Resource<WindowPreview>;
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
  const askable = REF.test(draft.owner);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const resource = useResource(
    async signal =>
      askable
        ? api.previewPortalWindow(JSON.parse(settled), { signal })
        : undefined,
    settled,
    { keepPrevious: true },
  );
  const current =
    settled === text && resource.state === 'ready' && !resource.refreshing;
  if (resource.state !== 'ready') return { resource, current };
  const { value, ...rest } = resource;
  return value === undefined || !askable
    ? { current: false }
    : { resource: { ...rest, value }, current };
}
