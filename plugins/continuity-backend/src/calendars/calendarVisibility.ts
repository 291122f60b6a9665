import type { VisibleEntities } from '../fleet';
import { PORTAL_CALENDAR_KIND } from './portalCalendar';

/**
 * Whether a caller may know of a calendar: of one that an entity declares as far as the
 * catalog shows the entity, of those of the portal always.
 */
export function mayKnowOf(
  calendarRef: string,
  visible: VisibleEntities,
): boolean {
  return (
    visible === 'all' ||
    calendarRef.startsWith(`${PORTAL_CALENDAR_KIND}:`) ||
    visible.has(calendarRef)
  );
}
