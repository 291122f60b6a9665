import type { IndexedWindow, Occurrence } from '@continuity/engine';
import type {
  Occurrence as OccurrenceOut,
  WindowFacts,
} from '@continuity/plugin-continuity-common';
import type { CatalogSnapshot } from '../catalog';
import { occurrenceOf, type PortalIds } from '../entities';

/** What is said of the windows of a snapshot wherever they are shown. */
export function createWindowPresenter(
  snapshot: Pick<CatalogSnapshot, 'unreadableCalendars'>,
  portalIds: PortalIds,
): (indexed: IndexedWindow) => WindowFacts {
  const degraded = new Set(
    snapshot.unreadableCalendars.flatMap(({ ref, lastGoodAt }) =>
      lastGoodAt === undefined ? [] : [ref],
    ),
  );
  return ({ calendarRef, calendarTitle, origin, window }) => ({
    calendarRef,
    calendarTitle,
    origin,
    portalWindowId:
      origin.kind === 'portal' ? portalIds(calendarRef, window.id) : undefined,
    windowId: window.id,
    title: window.title,
    reason: window.reason,
    owner: window.owner,
    link: window.link,
    effect: window.effect,
    enforcement: window.enforcement,
    onRunning: window.onRunning,
    rollbacksExempt: window.rollbacksExempt,
    timezone: window.timezone,
    rrule: window.rrule,
    degraded: degraded.has(calendarRef) || undefined,
  });
}

/** Occurrences as they leave the service. */
export function presentOccurrences(
  occurrences: readonly Occurrence[],
  window: { timezone: string },
): OccurrenceOut[] {
  return occurrences.map(occurrence => occurrenceOf(occurrence, window));
}
