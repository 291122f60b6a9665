import { parseDuration } from '../../time';
import {
  formatDate,
  formatWall,
  parseDeclaredTime,
  type WallTime,
} from '../clock/wallTime';
import type { ContentLine } from './contentLines';

/**
 * A DATE or DATE-TIME (RFC 5545 3.3.4, 3.3.5). `tzid` absent on a local time means
 * that it floats: it is read on the clock of whoever looks.
 */
export type IcalTime =
  | { kind: 'date'; wall: WallTime }
  | { kind: 'local'; wall: WallTime; tzid?: string }
  | { kind: 'utc'; instant: number };

const DATE = /^(\d{4})(\d{2})(\d{2})$/;
const DATE_TIME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z?)$/;

/** What a time in a message is expected to look like. */
export const TIME_EXPECTATION =
  'a date such as 20261224 or a time such as 20261224T180000 or 20261224T170000Z, from 1601 to 2199';

/**
 * Reads one value of DTSTART and its like. A date is known by its shape, because
 * many programs leave `VALUE=DATE` out.
 *
 * @returns undefined for anything else, an offset included, and for days that do
 * not exist.
 */
export function parseIcalTime(
  value: string,
  params: ContentLine['params'],
): IcalTime | undefined {
  const text = value.trim();
  const date = DATE.exec(text);
  if (date) {
    const wall = wallOf(date.slice(1).map(Number));
    return wall === undefined ? undefined : { kind: 'date', wall };
  }
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1, 7).map(Number);
  // A leap second (RFC 5545 3.3.12) is the second before it here.
  if (parts[5] === 60) parts[5] = 59;
  const wall = wallOf(parts);
  if (wall === undefined) return undefined;
  if (params.get('VALUE') === 'DATE') {
    return wall % 86_400_000 === 0 ? { kind: 'date', wall } : undefined;
  }
  if (match[7] === 'Z') return { kind: 'utc', instant: wall };
  const tzid = params.get('TZID');
  return { kind: 'local', wall, ...(tzid && { tzid }) };
}

/**
 * Reads a DURATION (RFC 5545 3.3.6). A sign is refused: what is read here is a
 * length.
 *
 * @returns its ISO 8601 text and whether it is any time at all.
 */
export function parseIcalDuration(
  value: string,
): { iso: string; empty: boolean } | undefined {
  const iso = value.trim().replace(/^\+/, '').toLocaleUpperCase('en-US');
  // Years and months are ISO 8601, but not RFC 5545: `P1M` may be meant as minutes.
  if (!/^P[\dTWDHMS]+$/.test(iso) || /^P[^T]*M/.test(iso)) return undefined;
  const duration = parseDuration(iso);
  return duration && { iso, empty: duration.seconds === 0 };
}

/** Whether the engine computes windows for this year. */
export function isComputed(wall: WallTime): boolean {
  return parseDeclaredTime(formatWall(wall)) !== undefined;
}

/** As a declaration has it: a date for an all-day window, else a time. */
export function declareWall(wall: WallTime, allDay: boolean): string {
  return allDay ? formatDate(wall) : formatWall(wall);
}

/** From 1601, where programs let a rule begin that has always held. */
function wallOf(parts: number[]): WallTime | undefined {
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts;
  if (year < 1601 || year >= 2200) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(wall);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day
    ? wall
    : undefined;
}
