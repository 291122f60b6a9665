import {
  bearingWindows,
  changesInSteps,
  type Instant,
  type WindowChanges,
} from '@continuity/engine';
import type { LoadedSnapshot } from '../../catalog';
import type { ReadDraft } from '../readDraft';
import type { Counted } from '../services/CountedServices';
import { PositionSet } from '../services/PositionSet';
import { partsAskedBy, subjectsOf } from '../services/ScopeReach';
import { countingWindows } from '../simulation/countingWindows';
import { scopedServices } from '../simulation/scopedServices';
import { inTurns } from '../turns';

const DAY_MS = 86_400_000;

/** How far ahead changes are shown. */
const HORIZON_MS = 90 * DAY_MS;

/** More are not read by anybody. */
const MAX_CHANGES = 1_000;

/**
 * What saving a draft changes against today, for some services. Only windows are looked
 * at that are in force when the draft is, or was; everything else stays as it is. Classes
 * of release are told apart (`byClass`) where one of those windows does.
 *
 * @param among - Positions of the services
 */
export async function draftChanges(
  { before, after }: ReadDraft,
  snapshot: Pick<LoadedSnapshot, 'windows' | 'unreadableCalendars'>,
  counted: Counted,
  among: PositionSet,
  at: Instant,
): Promise<WindowChanges & { byClass: boolean }> {
  const period = { start: at, end: at + HORIZON_MS };
  const change = {
    ...(before && {
      remove: [{ calendarRef: before.ref, windowId: before.windows[0].id }],
    }),
    ...(after && { add: [after] }),
  };
  const windows = countingWindows(snapshot, before);
  const bearing = await inTurns(bearingWindows(windows, change, period));
  const drafts = [before, after].flatMap(calendar =>
    calendar ? [calendar.windows[0].scope] : [],
  );
  const draftReach = counted.reach.forDrafts();
  let concerned = PositionSet.none(counted.index.size);
  for (const scope of drafts) {
    concerned = concerned.or(await draftReach.of(scope));
  }
  const parts = partsAskedBy([
    ...bearing.map(({ window: { scope } }) => scope),
    ...drafts,
  ]);
  const { services, scopes } = await scopedServices(
    counted,
    windows,
    bearing,
    drafts,
    concerned.and(among),
    service => subjectsOf(service, undefined, parts),
  );
  const changes = await inTurns(
    changesInSteps(windows, change, services, period, {
      now: at,
      limit: MAX_CHANGES,
      scopes,
    }),
  );
  return { ...changes, byClass: parts.classes === undefined };
}
