import type {
  FreezeWindow,
  Interval,
  Occurrence,
  WindowScope,
} from '@continuity/engine';
import type {
  EntityWindow,
  EntityWindows,
  Occurrence as OccurrenceOut,
} from '@continuity/plugin-continuity-common';
import {
  type CatalogService,
  type LoadedSnapshot,
  environmentsBound,
  predicateMatches,
  presentUnreadable,
  scopeReasons,
} from '../catalog';
import { toIso } from '../http';

/** Finds the id under which a window is edited. Absent: it was not made in the portal. */
export type PortalIds = (
  calendarRef: string,
  windowId: string,
) => string | undefined;

/** More are not returned; `truncated` says so. */
const AT_MOST = 2000;

/**
 * When windows are in force for a service in any of its environments, for any
 * release class, earliest first.
 *
 * @param period - half-open; occurrences that touch it are returned whole
 */
export function windowsOf(
  snapshot: LoadedSnapshot,
  service: CatalogService,
  period: Interval,
  portalIds: PortalIds,
): EntityWindows {
  const bound = new Map<FreezeWindow, string[]>();
  for (const { window } of snapshot.windows.windows) {
    const { entities, ...cheap } = window.scope;
    const environments = environmentsBound(cheap, service);
    if (
      environments.length > 0 &&
      (entities === undefined || predicateMatches(entities, service))
    ) {
      bound.set(window, environments);
    }
  }
  const found = snapshot.windows.occurrences(period, window =>
    bound.has(window),
  );
  const degraded = new Set(
    snapshot.unreadableCalendars.flatMap(({ ref, lastGoodAt }) =>
      lastGoodAt === undefined ? [] : [ref],
    ),
  );
  return {
    items: found.slice(0, AT_MOST).map(
      ({
        calendarRef,
        calendarTitle,
        origin,
        window,
        occurrence,
      }): EntityWindow => ({
        calendarRef,
        calendarTitle,
        origin,
        portalWindowId:
          origin.kind === 'portal'
            ? portalIds(calendarRef, window.id)
            : undefined,
        degraded: degraded.has(calendarRef) || undefined,
        windowId: window.id,
        title: window.title,
        reason: window.reason,
        link: window.link,
        owner: window.owner,
        effect: window.effect,
        enforcement: window.enforcement,
        onRunning: window.onRunning,
        rollbacksExempt: window.rollbacksExempt,
        scopeReasons: scopeReasons(window.scope, service),
        environments: bound.get(window) ?? [],
        regions: window.scope.regions,
        classes: window.scope.classes,
        occurrence: occurrenceOf(occurrence, window),
      }),
    ),
    truncated: found.length > AT_MOST,
    unreadableCalendars: snapshot.unreadableCalendars
      .filter(({ scope }) => mayConcern(scope, service))
      .map(presentUnreadable),
  };
}

/** Whether a calendar that closes a scope, or everything without one, may close to a service. */
function mayConcern(
  scope: WindowScope | undefined,
  service: CatalogService,
): boolean {
  return (
    scope === undefined ||
    (environmentsBound(scope, service).length > 0 &&
      (scope.entities === undefined ||
        predicateMatches(scope.entities, service)))
  );
}

/** An occurrence as it leaves the service. */
export function occurrenceOf(
  occurrence: Occurrence,
  window: Pick<FreezeWindow, 'timezone'>,
): OccurrenceOut {
  return {
    start: toIso(occurrence.start),
    end: toIso(occurrence.end),
    startLocal: occurrence.startLocal,
    endLocal: occurrence.endLocal,
    timezone: window.timezone,
    note: occurrence.note,
    title: occurrence.title,
    reason: occurrence.reason,
  };
}
