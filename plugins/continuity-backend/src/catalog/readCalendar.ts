import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  createWindowIndex,
  formatProblem,
  parseFreezeCalendar,
} from '@continuity/engine';
import { toError } from '@backstage/errors';
import type { IndexedCalendar } from './WindowBook';

/** A calendar made ready for questions, or why nobody can tell what it freezes. */
export type CalendarReading =
  | ({ ok: true } & IndexedCalendar)
  | { ok: false; problem: string };

/**
 * Reads a FreezeCalendar as the catalog holds it. One that names a tier which is not
 * configured cannot be read: its window would wait for services that never come.
 * Never throws: one broken calendar must not take the others with it.
 */
export function readCalendar(
  entity: Entity,
  tierIds: readonly string[],
): CalendarReading {
  try {
    const { calendar: read, problems } = parseFreezeCalendar(entity, {
      tierIds,
    });
    if (!read) {
      return { ok: false, problem: problems.map(formatProblem).join('; ') };
    }
    // The ref under which it is stored, whatever spelling the entity has.
    const calendar = { ...read, ref: stringifyEntityRef(entity) };
    return { ok: true, calendar, index: createWindowIndex([calendar]) };
  } catch (error) {
    return { ok: false, problem: toError(error).message };
  }
}
