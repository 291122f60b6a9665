import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { readCalendarScope } from '@continuity/engine';
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

/**
 * What a FreezeCalendar of the catalog gives whose windows are declared with it. One that
 * was never good closes whatever it may be for, as far as that can be read.
 *
 * @param tierIds - Tiers that a calendar may name.
 */
export function entryOf(
  { newest, standing }: DeclaredCalendar,
  tierIds: readonly string[],
): CalendarEntry {
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
  if (standing.state === 'degraded') {
    return {
      calendar: standing.value.calendar,
      unreadable: { ...unreadable, lastGoodAt: standing.lastGoodAt },
    };
  }
  const scope = readCalendarScope(newest, { tierIds });
  return { unreadable: { ...unreadable, ...(scope && { scope }) } };
}
