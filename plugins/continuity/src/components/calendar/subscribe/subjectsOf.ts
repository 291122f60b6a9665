import type {
  CalendarView,
  SubscriptionSubject,
} from '@continuity/plugin-continuity-common';
import type { CalendarFilters } from '../address/calendarAddress';
import type { Subject } from './subjects';

/**
 * What one may subscribe to on the calendar page: its calendars and teams, and the
 * service that it is filtered by. What was asked for is chosen, else what is filtered by.
 *
 * @param asked - ref of a calendar
 */
export function subjectsOf(
  known: CalendarView['filters'] | undefined,
  filters: CalendarFilters,
  asked?: string,
): { subjects: Subject[]; initial?: SubscriptionSubject } {
  const chosen: SubscriptionSubject[] = [
    { kind: 'calendar' as const, ref: asked ?? filters.calendar },
    { kind: 'entity' as const, ref: filters.entity },
    { kind: 'team' as const, ref: filters.owner },
  ].flatMap(({ kind, ref }) => (ref ? [{ kind, ref }] : []));
  const subjects: Subject[] = [
    ...(known?.calendars ?? []).map(({ ref, title }) => ({
      kind: 'calendar' as const,
      ref,
      name: title,
    })),
    ...(known?.owners ?? []).map(ref => ({ kind: 'team' as const, ref })),
  ];
  // A calendar without a window in any period, or a service, is not among what is known.
  const missing = chosen.filter(
    one =>
      !subjects.some(({ kind, ref }) => kind === one.kind && ref === one.ref),
  );
  return { subjects: [...missing, ...subjects], initial: chosen.at(0) };
}
