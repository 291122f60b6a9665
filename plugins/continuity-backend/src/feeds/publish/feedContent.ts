import {
  formatInstant,
  type FreezeCalendar,
  type FreezeWindow,
  type WindowScope,
} from '@continuity/engine';
import { type Counted, createTurns, selectServices } from '../../calendars';
import type { LoadedSnapshot, UnreadableCalendar } from '../../catalog';
import type { FeedBinding } from './types';

/** What a feed says, apart from its version. The same on every replica. */
export interface FeedContent {
  name: string;
  description: string;
  /** By ref; last good versions included. Only windows that the feed is about. */
  calendars: FreezeCalendar[];
  /** Calendars that were never good and may be about it, by ref. */
  closed: UnreadableCalendar[];
}

const INTRODUCTIONS: Record<
  FeedBinding['subject']['kind'],
  (title: string) => string
> = {
  entity: title =>
    `Freeze and maintenance windows that are for ${title} in one of its environments.`,
  team: title =>
    `Freeze and maintenance windows that are for at least one service of ${title}.`,
  calendar: title => `Freeze and maintenance windows of the calendar ${title}.`,
};

/**
 * The windows that a feed is about: those of a calendar, or those that are for a service
 * or for one of the services of a team in one of their environments.
 *
 * @param title - What people call the subject.
 * @param outdated - Whether the reading of the catalog is too old to be relied on.
 */
export async function feedContent(
  binding: FeedBinding,
  title: string,
  snapshot: LoadedSnapshot,
  counted: Counted,
  outdated: boolean,
): Promise<FeedContent> {
  const isAbout = subjectOf(binding, counted);
  const turn = createTurns();
  const calendars: FreezeCalendar[] = [];
  for (const calendar of snapshot.calendars) {
    const windows: FreezeWindow[] = [];
    for (const window of calendar.windows) {
      if (await isAbout(calendar.ref, window.scope)) {
        windows.push(window);
      }
      await turn();
    }
    if (windows.length > 0) {
      calendars.push({ ...calendar, windows });
    }
  }
  const unreadable: UnreadableCalendar[] = [];
  for (const calendar of snapshot.unreadableCalendars) {
    // Whom one without a scope is for nobody can tell, so it is for everybody.
    if (await isAbout(calendar.ref, calendar.scope ?? {})) {
      unreadable.push(calendar);
    }
  }
  const closed = unreadable.filter(
    ({ lastGoodAt }) => lastGoodAt === undefined,
  );
  return {
    name: `Release windows: ${title}`,
    description: [
      INTRODUCTIONS[binding.subject.kind](title),
      ...(binding.visible
        ? [
            `Only services are counted that whoever made this address could see when they last looked at their subscriptions in the portal: ${binding.visible.length} of the team.`,
          ]
        : []),
      ...(outdated
        ? [
            `The catalog was last read at ${formatInstant(
              snapshot.readAt,
            )}; what changed since is missing, and until it is read again releases are denied.`,
          ]
        : []),
      ...unreadable.map(describeUnreadable),
    ].join('\n'),
    calendars,
    closed,
  };
}

function describeUnreadable({
  title,
  ref,
  problem,
  lastGoodAt,
}: UnreadableCalendar): string {
  return lastGoodAt === undefined
    ? `Closed: ${title} (${ref}) cannot be read and never could, so it closes all that it is for. ${problem}`
    : `Degraded: ${title} (${ref}) cannot be read in its newest version; its windows of ${formatInstant(
        lastGoodAt,
      )} stay in force. ${problem}`;
}

/** Whether a window of a calendar, with its scope, belongs into the feed. */
function subjectOf(
  { subject, visible }: FeedBinding,
  { index, reach }: Counted,
): (calendarRef: string, scope: WindowScope) => Promise<boolean> {
  const { kind, ref } = subject;
  if (kind === 'calendar') {
    return async calendarRef => calendarRef === ref;
  }
  const services = selectServices(
    index,
    visible ? new Set(visible) : 'all',
    kind === 'entity' ? { entity: ref } : { owner: ref },
  );
  return async (_calendarRef, scope) =>
    (await reach.of(scope)).countIn(services) > 0;
}
