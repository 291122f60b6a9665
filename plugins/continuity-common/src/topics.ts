/**
 * Topic under which the catalog module tells which entities have changed:
 * `{ entityRefs: string[] }`. A hint that comes before the catalog shows the change, and
 * that may be lost; whoever relies on it must read the catalog now and then all the same.
 */
export const TOPIC_CATALOG_CHANGED = 'continuity.catalog-changed';
