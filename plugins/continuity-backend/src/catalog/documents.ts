import { createHash } from 'node:crypto';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';

/** Kinds that can be deployed, and so can be asked about. */
export const SERVICE_KINDS: readonly string[] = [
  'component',
  'resource',
  'system',
  'api',
];

export const CALENDAR_KIND = 'freezecalendar';
export const FUNCTION_KIND = 'businessfunction';
export const HOLIDAYS_KIND = 'holidaycalendar';

/**
 * Kinds that decide what is frozen. Of one whose newest version cannot be read the
 * last good version is kept.
 */
export const FREEZING_KINDS: readonly string[] = [
  CALENDAR_KIND,
  FUNCTION_KIND,
  HOLIDAYS_KIND,
];

/** Kinds that are read from the catalog; filters there are case-insensitive. */
export const READ_KINDS = [
  'Component',
  'Resource',
  'System',
  'API',
  'FreezeCalendar',
  'BusinessFunction',
  'HolidayCalendar',
];

/** The kind in a canonical ref. */
export function kindOf(entityRef: string): string {
  return entityRef.slice(0, entityRef.indexOf(':'));
}

/** Annotations that hold whole documents and would only cost memory. */
const BULKY_ANNOTATIONS = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
]);

/** An entity as it is stored: reduced, with a hash that tells a change. */
export interface EntityDocument {
  entityRef: string;
  contentHash: string;
  /** JSON of the reduced entity. */
  document: string;
}

/**
 * The part of an entity that is kept. Predicates of calendars see exactly this:
 * everything in `metadata` except `uid` and `etag`, everything in `spec` except
 * an API's `definition`, and `relations` as type and target. `status` and what
 * else the catalog adds is left out; it changes without meaning anything here.
 */
export function reduceEntity(entity: Entity): Entity {
  const { uid: _uid, etag: _etag, ...metadata } = entity.metadata;
  if (metadata.annotations) {
    metadata.annotations = Object.fromEntries(
      Object.entries(metadata.annotations).filter(
        ([key]) => !BULKY_ANNOTATIONS.has(key),
      ),
    );
  }
  const reduced: Entity = {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata,
  };
  if (entity.spec) {
    const { definition, ...spec } = entity.spec;
    reduced.spec =
      entity.kind.toLocaleLowerCase('en-US') === 'api' ||
      definition === undefined
        ? spec
        : entity.spec;
  }
  if (entity.relations?.length) {
    // The catalog promises no order; a changed order must not look like a change.
    reduced.relations = entity.relations
      .map(({ type, targetRef }) => ({ type, targetRef }))
      .sort(
        (a, b) =>
          compareText(a.type, b.type) || compareText(a.targetRef, b.targetRef),
      );
  }
  return reduced;
}

/** The stored form of an entity. */
export function documentOf(entity: Entity): EntityDocument {
  const document = JSON.stringify(sortKeys(reduceEntity(entity)));
  return {
    entityRef: stringifyEntityRef(entity),
    contentHash: createHash('sha256').update(document).digest('hex'),
    document,
  };
}

/** A stored document as the entity that it is; our own text, written by the reader. */
export function readDocument(document: string): Entity {
  return JSON.parse(document);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Object keys in one order, so that equal content has an equal hash. */
function sortKeys(value: unknown): JsonValue | undefined {
  if (Array.isArray(value)) {
    return value.map(item => sortKeys(item) ?? null);
  }
  if (value !== null && typeof value === 'object') {
    const sorted: JsonObject = {};
    for (const [key, item] of Object.entries(value).sort(([a], [b]) =>
      compareText(a, b),
    )) {
      sorted[key] = sortKeys(item);
    }
    return sorted;
  }
  return value as JsonValue | undefined;
}
