import {
  createWindowIndex,
  type IndexedWindow,
  type Interval,
  joinWindowIndexes,
  type WindowIndex,
} from '@continuity/engine';
import type { LoadedSnapshot } from '../../catalog';
import { closedFor } from '../alwaysInForce';
import type { ReadDraft } from '../readDraft';
import { createTurns } from '../turns';
import { withReplaced } from './withReplaced';

/**
 * Everything that the gate counts: also what closes because nobody can read it.
 *
 * @param before - What a draft replaces; it counts as it does today
 */
export function countingWindows(
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

/**
 * The windows that have a say in a period: a freeze that takes place in it, and every
 * maintenance window, for it closes while it does not take place.
 */
export async function windowsWithASay(
  index: WindowIndex,
  { start, end }: Interval,
): Promise<IndexedWindow[]> {
  const turn = createTurns();
  const found: IndexedWindow[] = [];
  for (const indexed of index.windows) {
    const { active, next } = index.occurrencesAt(indexed, start);
    if (
      indexed.window.effect === 'maintenance' ||
      active !== undefined ||
      (next !== undefined && next.start < end)
    ) {
      found.push(indexed);
    }
    await turn();
  }
  return found;
}
