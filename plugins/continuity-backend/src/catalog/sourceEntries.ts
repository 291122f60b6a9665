import { parseEntityRef } from '@backstage/catalog-model';
import type {
  SourceCalendars,
  UnreadableSourceCalendar,
} from '../calendars/CalendarSource';
import type { CalendarEntry } from './CalendarShelf';

/** What a source outside the catalog gives. */
export function sourceEntries({
  calendars,
  unreadable,
}: SourceCalendars): CalendarEntry[] {
  return [
    ...calendars.map(calendar => ({ calendar })),
    ...unreadable.map(of => {
      const lastGood = calendars.find(({ ref }) => ref === of.ref);
      return { unreadable: described(of, lastGood) };
    }),
  ];
}

/** The last good version says best whose it is; without one, the ref has to do. */
function described(
  unreadable: UnreadableSourceCalendar,
  lastGood: CalendarEntry['calendar'],
): NonNullable<CalendarEntry['unreadable']> {
  return lastGood
    ? {
        ...unreadable,
        title: lastGood.title,
        owner: lastGood.owner,
        origin: lastGood.origin,
      }
    : {
        ...unreadable,
        title: parseEntityRef(unreadable.ref).name,
        origin: { kind: 'portal' },
      };
}
