import { parseDuration, type Instant } from '../../time';
import type { WindowLength } from '../types';
import { DAY_MS, parseDeclaredTime, type WallTime } from '../clock/wallTime';
import type { ZoneClock } from '../clock/ZoneClock';

/**
 * How long an occurrence is: first months and then time on the clock, and after that
 * time that passes (RFC 5545 3.3.6).
 */
export interface CompiledLength {
  /** Years are twelve of them. A day that the month does not have becomes its last. */
  months: number;
  clockMs: number;
  /** Hours and smaller of a duration. */
  exactMs: number;
  /** The clock has no say: the end is counted from the start's moment. */
  exactOnly: boolean;
  /** An upper bound. */
  longestMs: number;
}

/**
 * @param start - Where on the clock the occurrence starts that the length is said of.
 * @throws RangeError for a length that was not checked.
 */
export function compileLength(
  length: WindowLength,
  start: WallTime,
): CompiledLength {
  if (length.by === 'end') return clockLength(wallOf(length.end) - start);
  const parsed = parseDuration(length.duration);
  if (!parsed) throw new RangeError(`"${length.duration}" is not a duration`);
  const { years, months, weeks, days } = parsed.nominal;
  const allMonths = years * 12 + months;
  const clockMs = (weeks * 7 + days) * DAY_MS;
  return {
    months: allMonths,
    clockMs,
    exactMs: parsed.exactMs,
    exactOnly: allMonths === 0 && clockMs === 0,
    longestMs: allMonths * 31 * DAY_MS + clockMs + parsed.exactMs,
  };
}

/** So long on the clock, whatever passes meanwhile. */
export function clockLength(clockMs: number): CompiledLength {
  return {
    months: 0,
    clockMs,
    exactMs: 0,
    exactOnly: false,
    longestMs: clockMs,
  };
}

/** Where the clock would stand at the end if only the clock counted. */
export function wallEnd(length: CompiledLength, start: WallTime): WallTime {
  return addMonths(start, length.months) + length.clockMs;
}

/**
 * When an occurrence ends. A time that the clocks skip or show twice is placed as a
 * start is. When the end would thereby not come after the start - the occurrence lies
 * wholly in skipped time - it keeps its length on the clock from its moved start.
 */
export function endOf(
  length: CompiledLength,
  wall: WallTime,
  start: Instant,
  clock: ZoneClock,
): Instant {
  if (length.exactOnly) return start + length.exactMs;
  const onTheClock = wallEnd(length, wall);
  const end = clock.toInstant(onTheClock).instant + length.exactMs;
  return end > start ? end : start + (onTheClock - wall) + length.exactMs;
}

/** @throws RangeError for a text that was not checked. */
export function wallOf(text: string): WallTime {
  const declared = parseDeclaredTime(text);
  if (!declared) throw new RangeError(`"${text}" is not a clock time`);
  return declared.wall;
}

function addMonths(wall: WallTime, months: number): WallTime {
  if (months === 0) return wall;
  const date = new Date(wall);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), lastDay);
  const timeOfDay = wall - Math.floor(wall / DAY_MS) * DAY_MS;
  return Date.UTC(year, month, day) + timeOfDay;
}
