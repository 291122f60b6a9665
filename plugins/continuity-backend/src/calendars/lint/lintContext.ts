import type {
  FreezeCalendar,
  Instant,
  LintContext,
  WindowScope,
} from '@continuity/engine';
import type { CatalogSnapshot } from '../../catalog';
import type { VisibleEntities } from '../../fleet';
import { mayKnowOf } from '../calendarVisibility';
import type { Counted } from '../services/CountedServices';
import { distinctSubjects } from '../services/distinctSubjects';
import { selectServices } from '../services/selectServices';

/**
 * What the linter may know besides what it looks at: the services and the other
 * calendars that the caller may see.
 *
 * @param subject.calendars - what is looked at; may hold drafts
 * @param subject.replaced - an earlier version of a window, which no longer counts
 */
export async function lintContext(
  snapshot: Pick<CatalogSnapshot, 'calendars'>,
  { index, reach }: Counted,
  visible: VisibleEntities,
  now: Instant,
  subject: {
    calendars: readonly FreezeCalendar[];
    replaced?: { ref: string; windows: readonly { id: string }[] };
  },
): Promise<LintContext> {
  const { calendars, replaced } = subject;
  const siblings = snapshot.calendars
    .filter(({ ref }) => mayKnowOf(ref, visible))
    .map(calendar => withoutWindows(calendar, replaced));
  const owners = new Set(
    calendars.flatMap(({ windows }) => windows.map(({ owner }) => owner)),
  );
  const mine = selectServices(index, visible, {});
  const services = await distinctSubjects(
    index,
    reach.forDrafts(),
    // Windows are held against others of the same owner, and of maintenance.
    [
      ...scopesOf(calendars),
      ...scopesOf(siblings.map(calendar => onlyOf(calendar, owners))),
    ],
    mine,
  );
  return { now, siblings, services, serviceCount: mine.count };
}

/** The scopes of every window. */
function scopesOf(calendars: readonly FreezeCalendar[]): WindowScope[] {
  return calendars.flatMap(({ windows }) => windows.map(({ scope }) => scope));
}

function withoutWindows(
  calendar: FreezeCalendar,
  gone: { ref: string; windows: readonly { id: string }[] } | undefined,
): FreezeCalendar {
  return calendar.ref === gone?.ref
    ? {
        ...calendar,
        windows: calendar.windows.filter(
          ({ id }) => !gone.windows.some(other => other.id === id),
        ),
      }
    : calendar;
}

function onlyOf(
  calendar: FreezeCalendar,
  owners: ReadonlySet<string>,
): FreezeCalendar {
  return {
    ...calendar,
    windows: calendar.windows.filter(
      ({ owner, effect }) => owners.has(owner) || effect === 'maintenance',
    ),
  };
}
