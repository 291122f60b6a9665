/**
 * What a clock on the wall shows, without a zone: milliseconds since
 * 1970-01-01T00:00:00 as if that clock stood in UTC. Recurrence is computed on it,
 * because "every day at 22:00" is about the clock and not about moments.
 */
export type WallTime = number;

export const DAY_MS = 86_400_000;

/** The first and (exclusive) last year that windows are computed for. */
export const FIRST_YEAR = 1970;
export const END_YEAR = 2200;

/** A clock time as declared. */
export interface DeclaredTime {
  wall: WallTime;
  /** Only a date was written; `wall` is its midnight. */
  dateOnly: boolean;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Reads `2026-01-30` or `2026-01-30T18:00:00` (seconds may be left out).
 *
 * @returns undefined for anything else, an offset included, for days that do not
 * exist, and for years outside 1970 to 2199.
 */
export function parseDeclaredTime(text: string): DeclaredTime | undefined {
  const dateOnly = DATE.test(text);
  const match = (dateOnly ? DATE : DATE_TIME).exec(text);
  if (!match) return undefined;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(part => (part === undefined ? 0 : Number(part)));
  if (year < FIRST_YEAR || year >= END_YEAR) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC rolls 30 February over into March; a real day comes back as written.
  return formatDate(wall) === text.slice(0, 10)
    ? { wall, dateOnly }
    : undefined;
}

/** `2026-01-30T18:00:00`. */
export function formatWall(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 19);
}

/** `2026-01-30`. */
export function formatDate(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** `18:00`, or `18:00:30` where seconds matter. */
export function formatTimeOfDay(wall: WallTime): string {
  const text = new Date(wall).toISOString().slice(11, 19);
  return text.endsWith(':00') ? text.slice(0, 5) : text;
}
