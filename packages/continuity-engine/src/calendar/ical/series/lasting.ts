import { parseDuration, type Instant } from '../../../time';
import { DAY_MS, type WallTime } from '../../clock/wallTime';
import type { ZoneClock } from '../../clock/ZoneClock';
import { compileLength, endOf, wallEnd } from '../../occurrences/windowLength';

/** The longest window that there is. */
const LONGEST_MS = 100 * 366 * DAY_MS;

/**
 * The moment at which a length is over that begins at a clock time.
 *
 * @returns undefined for a text that is no length, or one of more than a century.
 */
export function instantAfter(
  duration: string,
  start: WallTime,
  clock: ZoneClock,
): Instant | undefined {
  const parsed = parseDuration(duration);
  if (!parsed || parsed.seconds * 1000 > LONGEST_MS) return undefined;
  const length = compileLength({ by: 'duration', duration }, start);
  return endOf(length, start, clock.toInstant(start).instant, clock);
}

/**
 * Where the clock stands then, to the second and rounded up: what DTEND can say of a
 * length. Days and larger are counted on the clock, whatever it does meanwhile.
 */
export function wallAfter(
  duration: string,
  start: WallTime,
  clock: ZoneClock,
): WallTime | undefined {
  const end = instantAfter(duration, start, clock);
  if (end === undefined) return undefined;
  const length = compileLength({ by: 'duration', duration }, start);
  return length.exactMs === 0
    ? wallEnd(length, start)
    : Math.ceil(clock.toWall(end) / 1000) * 1000;
}

/** Milliseconds since midnight. */
export function timeOfDay(wall: WallTime): number {
  return wall - Math.floor(wall / DAY_MS) * DAY_MS;
}
