import { stringifyEntityRef } from '@backstage/catalog-model';
import { showValue, type Problem } from '../../time';
import { isWebAddress } from './calendarShapes';

const API_VERSION = 'continuity.dev/v1';
const KIND = 'FreezeCalendar';

/** Where Backstage keeps the address at which an entity is edited, else looked at. */
const EDIT_ANNOTATIONS = ['backstage.io/edit-url', 'backstage.io/view-url'];

/** A catalog entity, as far as it has to be one to be read here. */
export interface CalendarEntity {
  apiVersion?: unknown;
  kind?: unknown;
  metadata?: unknown;
  spec?: unknown;
}

export type CalendarIdentity =
  | { ok: true; ref: string; namespace: string; title: string; problems: [] }
  | { ok: false; problems: Problem[] };

/** Which calendar an entity is. */
export function readIdentity(entity: CalendarEntity): CalendarIdentity {
  const problems: Problem[] = [];
  const { apiVersion, kind } = entity;
  if (apiVersion !== API_VERSION) {
    problems.push(mismatch('apiVersion', apiVersion, API_VERSION));
  }
  if (kind !== KIND) problems.push(mismatch('kind', kind, KIND));
  const { name, namespace = 'default', title = name } = metadataOf(entity);
  const named = isText(name);
  const placed = isText(namespace);
  const titled = isText(title);
  if (!named) problems.push(mismatch('metadata.name', name, 'a name'));
  if (!placed) {
    problems.push(mismatch('metadata.namespace', namespace, 'a name'));
  }
  if (named && !titled) {
    problems.push(mismatch('metadata.title', title, 'a text'));
  }
  if (problems.length > 0 || !named || !placed || !titled) {
    return { ok: false, problems };
  }
  const ref = stringifyEntityRef({ kind: KIND, namespace, name });
  return { ok: true, ref, namespace, title, problems: [] };
}

/** Namespace that an entity's short refs are in. */
export function namespaceOf(entity: CalendarEntity): string | undefined {
  const { namespace } = metadataOf(entity);
  return isText(namespace) ? namespace : undefined;
}

/** Where an entity's source is edited, when its annotations say so. */
export function editUrlOf(entity: CalendarEntity): string | undefined {
  const { annotations } = metadataOf(entity);
  if (!isRecord(annotations)) return undefined;
  return EDIT_ANNOTATIONS.map(name => annotations[name]).find(
    (url): url is string => typeof url === 'string' && isWebAddress(url),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function metadataOf({ metadata }: CalendarEntity): Record<string, unknown> {
  return isRecord(metadata) ? metadata : {};
}

function mismatch(path: string, value: unknown, expected: string): Problem {
  return {
    path,
    message:
      value === undefined
        ? `is missing; expected ${expected}`
        : `${showValue(value)} is not ${expected}`,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim().length > 0;
}
