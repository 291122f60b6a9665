import type {
  FreezeCalendar,
  FreezeWindow,
  WindowScope,
} from '@continuity/engine';
import type { UnreadableCalendar } from '../catalog';

const ALWAYS: Omit<FreezeWindow, 'scope'> = {
  id: 'unreadable',
  title: 'A window that cannot be read',
  reason: 'Nobody can tell when it is in force',
  owner: 'group:default/unknown',
  effect: 'freeze',
  enforcement: 'block',
  onRunning: 'finish',
  rollbacksExempt: true,
  timezone: 'UTC',
  start: '1970-01-01T00:00:00',
  length: { by: 'end', end: '2199-12-31T00:00:00' },
  allDay: false,
  rdates: [],
  exdates: [],
  overrides: [],
};

/** A window of which nobody can tell when it is in force, so it always is. */
export function alwaysInForce(
  scope: WindowScope,
  about: Partial<Pick<FreezeWindow, 'title' | 'reason'>> = {},
): FreezeWindow {
  return { ...ALWAYS, ...about, scope };
}

/**
 * What the gate makes of a calendar that was never good, as a calendar: one window that
 * is always in force. Undefined: its last good windows are in force instead.
 */
export function closedFor(
  { ref, title, owner, origin, problem, lastGoodAt, scope }: UnreadableCalendar,
  good: readonly Pick<FreezeCalendar, 'ref'>[],
): FreezeCalendar | undefined {
  return lastGoodAt !== undefined && good.some(other => other.ref === ref)
    ? undefined
    : {
        ref,
        title,
        owner: owner ?? ALWAYS.owner,
        origin,
        windows: [
          alwaysInForce(scope ?? {}, {
            title: `${title} cannot be read`,
            reason: `It closes until it can be: ${problem}`,
          }),
        ],
      };
}
