import type { Entity } from '@backstage/catalog-model';
import type { Instant } from '@continuity/engine';
import { readSupporters } from './businessFunctions';
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
import { readHolidays, readPeaks } from './peaks';
import { readCalendar } from './readCalendar';
import { type ReadVersion, readVersion, type VersionReading } from './standing';
import type { StandingChange } from './standingEntry';

/** New versions as they are stored, and how those that decide what is frozen stand now. */
export interface KeptVersions {
  versions: NewVersion[];
  changes: StandingChange[];
}

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
): Promise<KeptVersions> {
  const { store, tierIds, readBefore } = context;
  const freezing = changed
    .map(({ entityRef }) => entityRef)
    .filter(ref => FREEZING_KINDS.includes(kindOf(ref)));
  if (freezing.length === 0) {
    return { versions: [...changed], changes: [] };
  }
  const stored = new Map(
    (await store.versionsOf(freezing)).map(of => [of.entityRef, of]),
  );
  const changes: StandingChange[] = [];
  const versions = changed.map((version): NewVersion => {
    const { entityRef, document } = version;
    const kind = kindOf(entityRef);
    if (!FREEZING_KINDS.includes(kind)) {
      return version;
    }
    const read = readerFor(kind, tierIds);
    const reading = readVersion(readDocument(document), read);
    const before = standingBefore(stored.get(entityRef), read);
    if (reading.ok) {
      changes.push({ entityRef, before, after: 'good' });
      return version;
    }
    const lastGood =
      readBefore === undefined
        ? undefined
        : lastGoodOf(stored.get(entityRef), before, readBefore);
    changes.push({
      entityRef,
      before,
      after: 'bad',
      problem: reading.problem,
      ...(lastGood && { lastGoodAt: lastGood.at }),
    });
    return { ...version, ...(lastGood && { lastGood }) };
  });
  return { versions, changes };
}

function standingBefore(
  stored: ChangedEntity | undefined,
  read: ReadVersion<unknown>,
): StandingChange['before'] {
  if (stored?.document === undefined) {
    return 'new';
  }
  return readVersion(readDocument(stored.document), read).ok ? 'good' : 'bad';
}

function lastGoodOf(
  stored: ChangedEntity | undefined,
  before: StandingChange['before'],
  readBefore: Instant,
): LastGoodDocument | undefined {
  return before === 'good' && stored?.document !== undefined
    ? { document: stored.document, at: readBefore }
    : stored?.lastGood;
}

/** How a kind that decides what is frozen is read. */
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
      throw new Error(`${kind} is read for nothing but what it is`);
  }
}

/** A function is good when both can be read: what supports it, and its peaks. */
function readFunction(entity: Entity): VersionReading<unknown> {
  const supporters = readSupporters(entity);
  return supporters.ok ? readPeaks(entity) : supporters;
}
