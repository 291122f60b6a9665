import { DateTime } from 'luxon';

/** One calendar day of a zone, as a part of a longer period. */
export interface Day {
  /** Epoch milliseconds at which the day begins. */
  start: number;
  /** Epoch milliseconds at which the next day begins; 23 or 25 hours later on some days. */
  end: number;
  /** Day of the month, 1 to 31. */
  dayOfMonth: number;
  /** ISO weekday, 1 is Monday. */
  weekday: number;
}

/**
 * The calendar days of a zone from the one that holds `now`. They follow the wall clock:
 * on a change of daylight saving a day has 23 or 25 hours and is drawn that wide.
 *
 * @param now - epoch milliseconds
 * @param count - how many days
 * @param timeZone - IANA zone
 */
export function daysFrom(now: number, count: number, timeZone: string): Day[] {
  const today = DateTime.fromMillis(now, { zone: timeZone }).startOf('day');
  return Array.from({ length: count }, (_, index) => {
    const day = today.plus({ days: index });
    return {
      start: day.toMillis(),
      end: day.plus({ days: 1 }).startOf('day').toMillis(),
      dayOfMonth: day.day,
      weekday: day.weekday,
    };
  });
}
