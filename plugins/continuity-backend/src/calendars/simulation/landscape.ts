import type {
  FreezeCalendar,
  FreezeWindow,
  IndexedWindow,
  Interval,
  SimulatedService,
  WindowScope,
  WindowSubject,
} from '@continuity/engine';
import type { CatalogService, LoadedSnapshot, WindowBook } from '../../catalog';
import { closedFor } from '../alwaysInForce';
import type { Counted } from '../services/CountedServices';
import { groupServices, type AskedScope } from '../services/groupServices';
import type { PositionSet } from '../services/PositionSet';
import type { ScopeReach } from '../services/ScopeReach';
import { createTurns } from '../turns';

/**
 * The calendars with only those windows that have a say about some services in a period:
 * a freeze that takes place in it, and every maintenance window, for it closes while it
 * does not take place. A calendar that was never good is always in force, as at the gate.
 */
export async function relevantCalendars(
  {
    windows: book,
    unreadableCalendars,
  }: Pick<LoadedSnapshot, 'windows' | 'unreadableCalendars'>,
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
  const relevant = book.calendars.flatMap(calendar => {
    const windows = byCalendar.get(calendar.ref);
    return windows ? [{ ...calendar, windows }] : [];
  });
  for (const unreadable of unreadableCalendars) {
    const closed = closedFor(unreadable, book.calendars);
    const [scope] = closed ? scopesOf([closed]) : [];
    if (closed && scope && (await reach.of(scope)).countIn(concerned) > 0) {
      relevant.push(closed);
    }
  }
  return relevant;
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
