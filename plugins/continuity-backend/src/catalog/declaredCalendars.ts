import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CalendarEntry } from './CalendarShelf';
import { editUrlOf, ownerOf, titleOf } from './identity';
import { type CalendarDeclaration, readCalendar } from './readCalendar';
import { type EntityVersions, type Standing, standingOf } from './standing';

/** A FreezeCalendar of the catalog, and which of its versions counts. */
export interface DeclaredCalendar {
  newest: Entity;
  standing: Standing<CalendarDeclaration>;
}

/** Reads a FreezeCalendar of the catalog. Never throws. */
export function declareCalendar(
  versions: EntityVersions,
  tierIds: readonly string[],
): DeclaredCalendar {
  return {
    newest: versions.newest,
    standing: standingOf(versions, entity => readCalendar(entity, tierIds)),
  };
}

/** What a FreezeCalendar of the catalog gives whose windows are declared with it. */
export function entryOf({ newest, standing }: DeclaredCalendar): CalendarEntry {
  if (standing.state === 'good') {
    return { calendar: standing.value.calendar };
  }
  const owner = ownerOf(newest);
  const editUrl = editUrlOf(newest);
  const unreadable = {
    ref: stringifyEntityRef(newest),
    title: titleOf(newest),
    ...(owner !== undefined && { owner }),
    origin: {
      kind: 'catalog' as const,
      ...(editUrl !== undefined && { editUrl }),
    },
    problem: standing.problem,
  };
  return standing.state === 'degraded'
    ? {
        calendar: standing.value.calendar,
        unreadable: { ...unreadable, lastGoodAt: standing.lastGoodAt },
      }
    : { unreadable };
}
