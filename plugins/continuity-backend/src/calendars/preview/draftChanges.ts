import {
  bearingWindows,
  changesInSteps,
  createWindowIndex,
  type Instant,
  joinWindowIndexes,
  type SimulatedService,
  type WindowChanges,
  type WindowIndex,
} from '@continuity/engine';
import type { LoadedSnapshot } from '../../catalog';
import { closedFor } from '../alwaysInForce';
import type { ReadDraft } from '../readDraft';
import type { Counted } from '../services/CountedServices';
import { GroupScopes } from '../services/GroupScopes';
import { groupServices } from '../services/groupServices';
import { PositionSet } from '../services/PositionSet';
import { partsAskedBy, subjectsOf } from '../services/ScopeReach';
import { withReplaced } from '../simulation/withReplaced';
import { createTurns, inTurns } from '../turns';

const DAY_MS = 86_400_000;

/** How far ahead changes are shown. */
const HORIZON_MS = 90 * DAY_MS;

/** More are not read by anybody. */
const MAX_CHANGES = 1_000;

/**
 * What saving a draft changes against today, for some services. Only windows are looked
 * at that are in force when the draft is, or was; everything else stays as it is.
 *
 * @param among - Positions of the services
 */
export async function draftChanges(
  { before, after }: ReadDraft,
  snapshot: Pick<LoadedSnapshot, 'windows' | 'unreadableCalendars'>,
  { index, reach }: Counted,
  among: PositionSet,
  at: Instant,
): Promise<WindowChanges> {
  const period = { start: at, end: at + HORIZON_MS };
  const change = {
    ...(before && {
      remove: [{ calendarRef: before.ref, windowId: before.windows[0].id }],
    }),
    ...(after && { add: [after] }),
  };
  const windows = countingWindows(snapshot, before);
  const bearing = await inTurns(bearingWindows(windows, change, period));
  const drafts = reach.forDrafts();
  const asked = [
    ...bearing.map(({ window: { scope } }) => ({ scope, reach })),
    ...[before, after].flatMap(calendar =>
      calendar ? [{ scope: calendar.windows[0].scope, reach: drafts }] : [],
    ),
  ];
  let concerned = PositionSet.none(index.size);
  for (const { scope } of asked.slice(bearing.length)) {
    concerned = concerned.or(await drafts.of(scope));
  }
  const groups = await groupServices(index, asked, concerned.and(among));
  const parts = partsAskedBy(asked.map(({ scope }) => scope));
  const scopes = new GroupScopes(windows.windows, new Set(bearing));
  const services: SimulatedService[] = [];
  const turn = createTurns();
  for (const group of groups) {
    const { service, positions } = group;
    const alike = positions.map(
      position => index.rows[position].service.entityRef,
    );
    for (const subject of subjectsOf(service, undefined, parts)) {
      scopes.add(subject, group);
      services.push({ entityRef: service.entityRef, subject, alike });
    }
    await turn();
  }
  return inTurns(
    changesInSteps(windows, change, services, period, {
      now: at,
      limit: MAX_CHANGES,
      scopes,
    }),
  );
}

/** Everything that the gate counts: also what closes because nobody can read it. */
function countingWindows(
  {
    windows,
    unreadableCalendars,
  }: Pick<LoadedSnapshot, 'windows' | 'unreadableCalendars'>,
  before: ReadDraft['before'],
): WindowIndex {
  const closed = unreadableCalendars.flatMap(
    calendar => closedFor(calendar, windows.calendars) ?? [],
  );
  const isThere = windows.windows.some(
    ({ calendarRef, window }) =>
      calendarRef === before?.ref && window.id === before.windows[0].id,
  );
  const others = isThere ? closed : withReplaced(closed, before);
  return others.length > 0
    ? joinWindowIndexes([windows.index, createWindowIndex(others)])
    : windows.index;
}
