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
  active?: Occurrence;
  next?: Occurrence;
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
  const judged = scoped.map(one => ({
    scoped: one,
    ...index.occurrencesAt(one.indexed, at),
  }));
  const maintained = judged.some(
    ({ scoped: { indexed, inScope }, active }) =>
      inScope && active && indexed.window.effect === 'maintenance',
  );
  const finishes =
    asked.operation === 'continue' ? notClosing(closings, at) : () => false;
  return judged.map(one => ({
    ...one,
    role: roleOf(
      one,
      maintained,
      window => exemptsRollback(window.window, asked) || finishes(window),
    ),
  }));
}

function roleOf(
  { scoped, active }: Omit<JudgedWindow, 'role'>,
  maintained: boolean,
  isExempt: (window: IndexedWindow) => boolean,
): WindowRole {
  if (!scoped.inScope) return 'out-of-scope';
  if (scoped.indexed.window.effect === 'maintenance') {
    if (active) return 'opens';
    if (maintained) return 'waits';
  } else if (!active) {
    return 'idle';
  }
  return isExempt(scoped.indexed) ? 'exempt' : 'closes';
}

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
