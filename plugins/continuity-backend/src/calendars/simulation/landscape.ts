import type {
  FreezeCalendar,
  FreezeWindow,
  IndexedWindow,
  Interval,
  SimulatedService,
  WindowScope,
  WindowSubject,
} from '@continuity/engine';
import type { CatalogService, WindowBook } from '../../catalog';
import type { Counted } from '../services/CountedServices';
import { groupServices, type AskedScope } from '../services/groupServices';
import type { PositionSet } from '../services/PositionSet';
import type { ScopeReach } from '../services/ScopeReach';
import { createTurns } from '../turns';

/**
 * The calendars with only those windows that have a say about some services in a period:
 * a freeze that takes place in it, and every maintenance window, for it closes while it
 * does not take place.
 */
export async function relevantCalendars(
  book: Pick<WindowBook, 'windows' | 'stateOf' | 'calendars'>,
  reach: ScopeReach,
  concerned: PositionSet,
  period: Interval,
): Promise<FreezeCalendar[]> {
  const turn = createTurns();
  const byCalendar = new Map<string, FreezeWindow[]>();
  for (const indexed of book.windows) {
    const { calendarRef, window } = indexed;
    await turn();
    if (
      (window.effect === 'maintenance' || takesPlace(book, indexed, period)) &&
      (await reach.of(window.scope)).countIn(concerned) > 0
    ) {
      const others = byCalendar.get(calendarRef);
      if (others) {
        others.push(window);
      } else {
        byCalendar.set(calendarRef, [window]);
      }
    }
  }
  return book.calendars.flatMap(calendar => {
    const windows = byCalendar.get(calendar.ref);
    return windows ? [{ ...calendar, windows }] : [];
  });
}

/**
 * Services that stand for all that are like them, in what the scopes look at.
 *
 * @param subjectsOf - what is asked of a service
 */
export async function simulatedServices(
  { index, reach }: Counted,
  calendars: readonly FreezeCalendar[],
  drafts: readonly AskedScope[],
  among: PositionSet,
  subjectsOf: (service: CatalogService) => Iterable<WindowSubject>,
): Promise<SimulatedService[]> {
  const groups = await groupServices(
    index,
    [...scopesOf(calendars).map(scope => ({ scope, reach })), ...drafts],
    among,
  );
  return groups.flatMap(({ service, positions }) => {
    const alike = positions.map(
      position => index.rows[position].service.entityRef,
    );
    return Array.from(subjectsOf(service), subject => ({
      entityRef: service.entityRef,
      subject,
      alike,
    }));
  });
}

/** The scopes of every window. */
export function scopesOf(calendars: readonly FreezeCalendar[]): WindowScope[] {
  return calendars.flatMap(({ windows }) => windows.map(({ scope }) => scope));
}

function takesPlace(
  book: Pick<WindowBook, 'stateOf'>,
  window: IndexedWindow,
  { start, end }: Interval,
): boolean {
  const { active, next } = book.stateOf(window, start);
  return active !== undefined || (next !== undefined && next.start < end);
}
