import { useApi } from '@backstage/core-plugin-api';
import type {
  ClassificationRequest,
  ReleaseClassification,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useResource,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useEffect, useState } from 'react';
import { instantOf, type ChangeForm } from './changeForm';
import { factsOf } from './factsForm';

/** Typing stops for that long before the backend is asked. */
const PAUSE_MS = 500;

/** What the rules are asked about a form. Absent: nothing can be asked yet. */
function requestOf(
  form: ChangeForm,
  timeZone: string,
): ClassificationRequest | undefined {
  const { entities, environments, regions, incident, classReason } = form;
  if (entities.length === 0 || environments.length === 0) return undefined;
  const start = instantOf(form.window.start, timeZone);
  const end = instantOf(form.window.end, timeZone);
  const { size, ...facts } = factsOf(form.facts);
  const isSize = size && !isNaN(size.files) && !isNaN(size.lines);
  return {
    entities,
    environments,
    ...(regions.length > 0 && { regions }),
    // A time that is typed in part is none yet.
    ...(start < end && start !== '' && { window: { start, end } }),
    facts: { ...facts, ...(isSize && { size }) },
    ...(incident.trim() && { incident: incident.trim() }),
    ...(form.class && { class: form.class }),
    ...(classReason.trim() && { classReason: classReason.trim() }),
  };
}

export interface ClassificationPreview {
  /** Absent: nothing can be asked without an entity and an environment. */
  resource?: Resource<ReleaseClassification>;
  /** It is of the form as it stands now. */
  current: boolean;
}

/**
 * The class of what stands in the form, a moment after the last change. While a newer one
 * is on its way the former stays to be read, and counts as not current.
 */
export function useClassificationPreview(
  form: ChangeForm,
  timeZone: string,
): ClassificationPreview {
  return useClassificationOf(requestOf(form, timeZone));
}

/** The same of what is asked by another form. */
export function useClassificationOf(
  request: ClassificationRequest | undefined,
): ClassificationPreview {
  const api = useApi(continuityApiRef);
  const key = JSON.stringify(request ?? null);
  const [settled, setSettled] = useState({ request, key });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ request, key }), PAUSE_MS);
    return () => clearTimeout(timer);
    // The request is another object at every letter; its key says whether it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  const resource = useResource(
    async signal =>
      settled.request && api.classifyRelease(settled.request, { signal }),
    settled.key,
    { keepPrevious: true },
  );
  const current =
    settled.key === key && resource.state === 'ready' && !resource.refreshing;
  if (request === undefined) return { current: false };
  if (resource.state !== 'ready') return { resource, current };
  const { value, ...rest } = resource;
  return value === undefined
    ? { resource: { state: 'loading' }, current }
    : { resource: { ...rest, value }, current };
}
