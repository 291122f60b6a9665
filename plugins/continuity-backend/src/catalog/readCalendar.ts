import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  formatProblem,
  type FreezeCalendar,
  parseFreezeCalendar,
} from '@continuity/engine';
import { editUrlOf } from './identity';
import type { VersionReading } from './standing';

/**
 * Reads one version of a FreezeCalendar. One that names a tier which is not configured
 * cannot be read: its window would wait for services that never come.
 */
export function readCalendar(
  entity: Entity,
  tierIds: readonly string[],
): VersionReading<FreezeCalendar> {
  const { calendar, problems } = parseFreezeCalendar(entity, { tierIds });
  if (!calendar) {
    return { ok: false, problem: problems.map(formatProblem).join('; ') };
  }
  const editUrl = editUrlOf(entity);
  return {
    ok: true,
    value: {
      ...calendar,
      // The ref under which it is stored, whatever spelling the entity has.
      ref: stringifyEntityRef(entity),
      origin: { kind: 'catalog', ...(editUrl !== undefined && { editUrl }) },
    },
  };
}
