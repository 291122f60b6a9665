import {
  DAY_MS,
  formatDate,
  formatTimeOfDay,
  type WallTime,
} from '../../clock/wallTime';
import type { ZoneClock } from '../../clock/ZoneClock';
import type { CalendarFinding } from '../../types';
import type { LintedOccurrence, LintedWindow } from '../LintedWindow';
import { startsOf } from '../words';

/** A moment at which clocks are changed: what they show before and after. */
interface ClockChange {
  from: WallTime;
  to: WallTime;
}

type Edge = 'starts' | 'ends';
type Shift = 'gap' | 'fold';

/**
 * `starts-in-gap` and its three sisters: a time that clocks skip, or show twice. What
 * then happens is settled, but seldom what its author had in mind. Days as a whole
 * are exempt: a day begins and ends where it does.
 */
export function clockChanges(linted: LintedWindow): CalendarFinding[] {
  if (linted.window.allDay) return [];
  return (['starts', 'ends'] as const).flatMap(edge =>
    (['gap', 'fold'] as const).flatMap(shift => shifted(linted, edge, shift)),
  );
}

function shifted(
  linted: LintedWindow,
  edge: Edge,
  shift: Shift,
): CalendarFinding[] {
  const { coming, clock, window } = linted;
  const meant = (one: LintedOccurrence) =>
    edge === 'starts' ? one.wall : one.wallEnd;
  const hit = coming.filter(one => {
    const wall = meant(one);
    return wall !== undefined && clock.toInstant(wall).shift === shift;
  });
  const [first] = hit;
  const wall = first && meant(first);
  if (wall === undefined) return [];
  const { from, to } = changeNear(clock, wall);
  const time = formatTimeOfDay(wall);
  const [lower, upper] = from < to ? [from, to] : [to, from];
  const safe = `${formatTimeOfDay(upper)} or later, or before ${formatTimeOfDay(
    lower,
  )}`;
  const verb = edge === 'starts' ? 'Begin' : 'End';
  return [
    linted.finding(
      `${edge}-in-${shift}`,
      edge === 'starts' ? 'start' : window.length.by,
      {
        severity: 'warning',
        message:
          shift === 'gap'
            ? `${time} does not exist on ${formatDate(wall)} in ${
                window.timezone
              }, where clocks go forward from ${formatTimeOfDay(
                from,
              )} to ${formatTimeOfDay(to)}; it ${edge} at ${formatTimeOfDay(
                clock.toWall(clock.toInstant(wall).instant),
              )} then.`
            : `${time} comes twice on ${formatDate(wall)} in ${
                window.timezone
              }, where clocks go back from ${formatTimeOfDay(
                from,
              )} to ${formatTimeOfDay(to)}; it ${edge} at the first.`,
        remedy: `${verb} at ${safe}; or write timezone: UTC, if it does not go by the clocks of ${window.timezone}.`,
        dates: startsOf(hit),
      },
    ),
  ];
}

/** The change around a clock time that is skipped or comes twice, to the second. */
function changeNear(clock: ZoneClock, wall: WallTime): ClockChange {
  let low = wall - DAY_MS;
  let high = wall + DAY_MS;
  const before = clock.offsetAt(low);
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (clock.offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return { from: high + before, to: high + clock.offsetAt(high) };
}
