import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type FreezeCalendar,
  formatProblem,
  parseFreezeCalendar,
} from '@continuity/engine';

/** A calendar, or why nobody can tell what it freezes. */
export type CalendarReading =
  | { ok: true; calendar: FreezeCalendar }
  | { ok: false; problem: string };

/**
 * Reads a FreezeCalendar as the catalog holds it. One that names a tier which is not
 * configured cannot be read: its window would wait for services that never come.
 */
export function readCalendar(
  entity: Entity,
  tierIds: readonly string[],
): CalendarReading {
  const { calendar, problems } = parseFreezeCalendar(entity, { tierIds });
  return calendar
    ? // The ref under which it is stored, whatever spelling the entity has.
      { ok: true, calendar: { ...calendar, ref: stringifyEntityRef(entity) } }
    : { ok: false, problem: problems.map(formatProblem).join('; ') };
}
