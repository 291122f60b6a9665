/**
 * A day of the calendar without a zone, as the number of days since 1970-01-01: 4 March
 * 2026 is the same number in Zurich and in Apia. Which instants it covers is the zone's
 * affair; see `zoneDays`.
 */
export type CivilDay = number;

const DAY_MS = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day in `2026-03-04`; undefined when the text names none. */
export function parseDay(text: string): CivilDay | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [, year, month, date] = match.map(Number);
  const day = Date.UTC(year, month - 1, date) / DAY_MS;
  // Date.UTC rolls 30 February over into March; a real day comes back as written.
  return formatDay(day) === text ? day : undefined;
}

/** `2026-03-04`. */
export function formatDay(day: CivilDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** What the clocks of a zone would show at the day's midnight, as if they stood in UTC. */
export function wallMidnight(day: CivilDay): number {
  return day * DAY_MS;
}

/** ISO weekday, 1 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: CivilDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The day on which a week begins. @param first - ISO weekday that weeks begin with */
export function startOfWeek(day: CivilDay, first: number): CivilDay {
  return day - ((weekdayOf(day) - first + 7) % 7);
}

/** The first day of the month, or of one that many months later. */
export function startOfMonth(day: CivilDay, later: number = 0): CivilDay {
  const date = new Date(day * DAY_MS);
  return (
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1) / DAY_MS
  );
}

/** The same day so many months later; the last of its month when there is none. */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const first = startOfMonth(day, months);
  const last = startOfMonth(day, months + 1) - 1;
  return Math.min(first + (day - startOfMonth(day)), last);
}

/** The first day of the year, or of one that many years later. */
export function startOfYear(day: CivilDay, later: number = 0): CivilDay {
  const year = new Date(day * DAY_MS).getUTCFullYear();
  return Date.UTC(year + later, 0, 1) / DAY_MS;
}

/** A day in the words of a locale. */
export function dayFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (day: CivilDay) => string {
  const format = new Intl.DateTimeFormat(locale, {
    ...options,
    timeZone: 'UTC',
  });
  return day => format.format(day * DAY_MS);
}
