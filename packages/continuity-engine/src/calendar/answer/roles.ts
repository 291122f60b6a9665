import type { Instant } from '../../time';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import type { Occurrence, WindowRole } from '../types';
import type { Closing } from './closings';
import type { ScopedWindow } from './considerWindows';
import { exemptsRollback, type AskedOperation } from './operation';
import { lastUpTo } from './sorted';

/** A window at a moment, and what it counts for. */
export interface JudgedWindow {
  scoped: ScopedWindow;
  active: Occurrence | undefined;
  next: Occurrence | undefined;
  role: WindowRole;
}

/**
 * What every window counts for at a moment.
 *
 * @param closings - When each closes. Only asked about a deployment that is under way:
 * for others the moment alone decides.
 * @throws RangeError outside the years 1970 to 2199.
 */
export function judgeWindows(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  at: Instant,
  asked: AskedOperation,
  closings: readonly Closing[],
): JudgedWindow[] {
  const seen = scoped.map(({ indexed }) => index.occurrencesAt(indexed, at));
  const maintained = scoped.some(
    ({ indexed, inScope }, place) =>
      inScope &&
      indexed.window.effect === 'maintenance' &&
      seen[place].active !== undefined,
  );
  const finishes =
    asked.operation === 'continue' ? notClosing(closings, at) : undefined;
  return scoped.map((one, place) => {
    const { active, next } = seen[place];
    const would = roleOf(one, active !== undefined, maintained);
    const isExempt =
      would === 'closes' &&
      (exemptsRollback(one.indexed.window, asked) ||
        finishes?.(one.indexed) === true);
    return { scoped: one, active, next, role: isExempt ? 'exempt' : would };
  });
}

/** What a window counts for when nothing is exempt. */
function roleOf(
  { indexed, inScope }: ScopedWindow,
  isActive: boolean,
  maintained: boolean,
): WindowRole {
  if (!inScope) return 'out-of-scope';
  if (indexed.window.effect === 'freeze') return isActive ? 'closes' : 'idle';
  if (isActive) return 'opens';
  return maintained ? 'waits' : 'closes';
}

/** Whether a window does not close at a moment to what is under way. */
function notClosing(
  closings: readonly Closing[],
  at: Instant,
): (window: IndexedWindow) => boolean {
  const byWindow = new Map(
    closings.map(({ indexed, stretches }) => [indexed, stretches]),
  );
  return window => {
    const stretches = byWindow.get(window);
    if (!stretches) return true;
    const place = lastUpTo(stretches.starts, at);
    return place < 0 || stretches.ends[place] <= at;
  };
}
