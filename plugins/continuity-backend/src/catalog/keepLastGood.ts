import type { Entity } from '@backstage/catalog-model';
import type { Instant } from '@continuity/engine';
import type {
  CatalogProjectionStore,
  ChangedEntity,
  LastGoodDocument,
  NewVersion,
} from './CatalogProjectionStore';
import {
  CALENDAR_KIND,
  type EntityDocument,
  FREEZING_KINDS,
  FUNCTION_KIND,
  HOLIDAYS_KIND,
  kindOf,
  readDocument,
} from './documents';
import { readSupporters } from './businessFunctions';
import { readCalendar } from './readCalendar';
import { readHolidays, readPeaks } from './peaks';
import { type ReadVersion, readVersion, type VersionReading } from './standing';

/**
 * Puts beside each new version that cannot be read the last one that could, if there
 * was one: what is stored now, or else what stands beside that already.
 *
 * @param context.readBefore - when the catalog was last read; what is stored now was
 * still in it then
 */
export async function keepLastGood(
  changed: readonly EntityDocument[],
  context: {
    store: Pick<CatalogProjectionStore, 'versionsOf'>;
    tierIds: readonly string[];
    readBefore: Instant | undefined;
  },
): Promise<NewVersion[]> {
  const { store, tierIds, readBefore } = context;
  const isReadable = (entityRef: string, document: string) =>
    readVersion(readDocument(document), readerFor(kindOf(entityRef), tierIds))
      .ok;
  const unreadable = new Set(
    changed
      .filter(
        ({ entityRef, document }) =>
          FREEZING_KINDS.includes(kindOf(entityRef)) &&
          !isReadable(entityRef, document),
      )
      .map(({ entityRef }) => entityRef),
  );
  if (unreadable.size === 0 || readBefore === undefined) {
    return [...changed];
  }
  const stored = await store.versionsOf([...unreadable]);
  const lastGood = new Map(
    stored.map(version => [
      version.entityRef,
      lastGoodOf(version, readBefore, isReadable),
    ]),
  );
  return changed.map(version => ({
    ...version,
    lastGood: lastGood.get(version.entityRef),
  }));
}

function lastGoodOf(
  { entityRef, document, lastGood }: ChangedEntity,
  readBefore: Instant,
  isReadable: (entityRef: string, document: string) => boolean,
): LastGoodDocument | undefined {
  return document !== undefined && isReadable(entityRef, document)
    ? { document, at: readBefore }
    : lastGood;
}

/** How a kind is read; of the others every version is good. */
function readerFor(
  kind: string,
  tierIds: readonly string[],
): ReadVersion<unknown> {
  switch (kind) {
    case CALENDAR_KIND:
      return entity => readCalendar(entity, tierIds);
    case FUNCTION_KIND:
      return readFunction;
    case HOLIDAYS_KIND:
      return readHolidays;
    default:
      return () => ({ ok: true, value: undefined });
  }
}

/** A function is good when both can be read: what supports it, and its peaks. */
function readFunction(entity: Entity): VersionReading<unknown> {
  const supporters = readSupporters(entity);
  return supporters.ok ? readPeaks(entity) : supporters;
}
