import { DateTime, IANAZone, Info } from 'luxon';
import { parseDay, wallMidnight, type CivilDay } from './civilDay';

/** The clocks of a zone are put forward or back. */
export interface ClockChange {
  /** Epoch milliseconds of the change. */
  at: number;
  /** How far the clocks are ahead of UTC until then, and from then on; milliseconds. */
  before: number;
  after: number;
}

/** A day as the clocks of a zone show it: the instants at which they show its date. */
export interface ZoneDay {
  day: CivilDay;
  /** Epoch milliseconds, inclusive. */
  start: number;
  /**
   * Epoch milliseconds, exclusive. On some days 23 or 25 hours after `start`; equal to it
   * where the zone skipped the whole day, as Samoa did on 30 December 2011.
   */
  end: number;
  /** How far the clocks are ahead of UTC at `start`, milliseconds. */
  offset: number;
  /** Absent: the clocks are not changed within the day. */
  change?: ClockChange;
}

const DAY_MS = 86_400_000;

/** Whether the text names a zone of the IANA database; a bare offset does not. */
export function isZone(text: string): boolean {
  return /^[A-Za-z]/.test(text) && IANAZone.isValidZone(text);
}

/** The day that a zone's clocks show at an instant. @param at - epoch milliseconds */
export function civilDayAt(at: number, timeZone: string): CivilDay {
  const date = DateTime.fromMillis(at, { zone: timeZone }).toISODate();
  return parseDay(date ?? '') ?? Math.floor(at / DAY_MS);
}

/** ISO weekday on which weeks begin where the locale is at home; Monday when not known. */
export function firstWeekday(locale: string): number {
  return Info.getStartOfWeek({ locale });
}

/**
 * So many days from the first one, as the clocks of a zone show them. The end of each is
 * the start of the next.
 */
export function zoneDays(
  first: CivilDay,
  count: number,
  timeZone: string,
): ZoneDay[] {
  const zone = IANAZone.create(timeZone);
  const offsetAt = (at: number) => Math.round(zone.offset(at) * 60_000);
  const starts = Array.from({ length: count + 1 }, (_, index) =>
    startOfDay(first + index, offsetAt),
  );
  return Array.from({ length: count }, (_, index) => {
    const start = starts[index];
    const end = starts[index + 1];
    const change =
      end > start ? findChange(start, end - 1, offsetAt) : undefined;
    return {
      day: first + index,
      start,
      end,
      offset: offsetAt(start),
      ...(change ? { change } : {}),
    };
  });
}

type OffsetAt = (at: number) => number;

/** The first instant at which the clocks show the date or, where they skip it, a later one. */
function startOfDay(day: CivilDay, offsetAt: OffsetAt): number {
  const wall = wallMidnight(day);
  // Clocks are nowhere more than 14 hours from UTC: one is before, the other is after.
  const before = offsetAt(wall - DAY_MS);
  const after = offsetAt(wall + DAY_MS);
  if (before === after) return wall - before;
  const showing = [wall - before, wall - after].filter(
    at => at + offsetAt(at) === wall,
  );
  if (showing.length > 0) return Math.min(...showing);
  // Midnight is skipped; the day begins where the clocks jump.
  const change = findChange(wall - DAY_MS, wall + DAY_MS, offsetAt);
  return change ? change.at : wall - before;
}

function findChange(
  from: number,
  to: number,
  offsetAt: OffsetAt,
): ClockChange | undefined {
  const before = offsetAt(from);
  const after = offsetAt(to);
  if (before === after) return undefined;
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return { at: high, before, after };
}

/**
 * The position of the day that holds an instant; -1 before the first, `days.length`
 * from the end of the last on. Logarithmic in the number of days.
 */
export function dayIndexAt(days: readonly ZoneDay[], at: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low < days.length && at < days[low].start ? low - 1 : low;
}
