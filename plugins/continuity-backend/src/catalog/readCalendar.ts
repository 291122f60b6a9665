import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CheckedFeed,
  formatProblem,
  type FreezeCalendar,
  parseFreezeCalendar,
} from '@continuity/engine';
import { editUrlOf } from './identity';
import type { VersionReading } from './standing';

/** What one version of a FreezeCalendar declares. */
export interface CalendarDeclaration {
  /** Without windows when it follows a feed. */
  calendar: FreezeCalendar;
  /** Where its windows come from. Absent: they are declared with it. */
  feed?: CheckedFeed;
}

/**
 * Reads one version of a FreezeCalendar. One that names a tier which is not configured
 * cannot be read: its window would wait for services that never come.
 */
export function readCalendar(
  entity: Entity,
  tierIds: readonly string[],
): VersionReading<CalendarDeclaration> {
  const { calendar, feed, problems } = parseFreezeCalendar(entity, { tierIds });
  if (!calendar) {
    return { ok: false, problem: problems.map(formatProblem).join('; ') };
  }
  const editUrl = editUrlOf(entity);
  const { origin } = calendar;
  return {
    ok: true,
    value: {
      calendar: {
        ...calendar,
        // The ref under which it is stored, whatever spelling the entity has.
        ref: stringifyEntityRef(entity),
        origin: {
          ...(origin.kind === 'feed'
            ? { kind: origin.kind, url: origin.url }
            : { kind: 'catalog' as const }),
          ...(editUrl !== undefined && { editUrl }),
        },
      },
      ...(feed && { feed }),
    },
  };
}
