import type { Instant } from '../../../time';
import type { WindowState } from '../../types';
import type { AskedOperation } from '../operation';
import { STATES } from '../strictness';
import { windowOf, type GivenWindow } from './windows';

/**
 * What the windows say at a moment, straight from the sentences in
 * `docs/calendars.md` and without looking ahead: what the timeline is compared with.
 */
export function slowState(
  given: readonly GivenWindow[],
  at: Instant,
  asked: AskedOperation = {},
): WindowState {
  const windows = given
    .filter(({ inScope }) => inScope !== false)
    .map(one => ({ one, window: windowOf(one) }));
  const maintained = windows.filter(
    ({ window }) => window.effect === 'maintenance',
  );
  const closesAt = (one: GivenWindow, when: Instant) =>
    windowOf(one).effect === 'freeze'
      ? isIn(one, when)
      : !maintained.some(other => isIn(other.one, when));
  const moments = momentsOf(given);
  /** Whether it has closed without a break since a moment. */
  const hasClosedSince = (one: GivenWindow, since: Instant) =>
    [since, ...moments.filter(when => when > since && when <= at)].every(when =>
      closesAt(one, when),
    );
  const closing = windows.filter(({ one, window }) => {
    if (!closesAt(one, at)) return false;
    const goesBack =
      asked.operation === 'rollback' || asked.operation === 'continue';
    if (goesBack && asked.rollbackProven && window.rollbacksExempt) {
      return false;
    }
    if (asked.operation !== 'continue' || window.onRunning === 'pause') {
      return true;
    }
    const since = asked.runningSince;
    return since === undefined || at <= since || hasClosedSince(one, since);
  });
  return closing
    .map(({ window }): WindowState => window.enforcement)
    .reduce(
      (a, b) => (STATES.indexOf(b) > STATES.indexOf(a) ? b : a),
      'open' as WindowState,
    );
}

/** Every moment at which something begins or ends, in order. */
export function momentsOf(given: readonly GivenWindow[]): Instant[] {
  return [...new Set(given.flatMap(({ times }) => times.flat()))].sort(
    (a, b) => a - b,
  );
}

function isIn({ times }: GivenWindow, at: Instant): boolean {
  return times.some(([start, end]) => start <= at && at < end);
}
