import { dayOf, weekdayOf, type DayNumber } from '../clock/civilDays';
import { parseDeclaredTime } from '../clock/wallTime';
import { WEEKDAYS, type Weekday } from '../recurrence/recurrenceRule';
import type { HolidayCalendar } from './types';

/**
 * Where counting ended, and whether the list of holidays had not run out by then. Of
 * years before the list nothing is said: nobody keeps the holidays of the past.
 */
export interface CountedDay {
  day: DayNumber;
  covered: boolean;
}

/**
 * On which side the working day numbered 0 lies when the anchor is a day off: the
 * last working day of a month lies before its end, the first after its start.
 */
export type Roll = 'back' | 'forward';

const SATURDAY_AND_SUNDAY: readonly Weekday[] = ['SA', 'SU'];

/**
 * Counts working days. Days after the last that the holiday calendar speaks for are
 * judged by the weekend alone, and the count says so.
 */
export class WorkingDays {
  readonly #weekend: ReadonlySet<number>;
  readonly #off: ReadonlySet<DayNumber>;
  readonly #until: DayNumber;

  /** @param holidays - Absent: Saturdays and Sundays are the only days off. */
  constructor(holidays?: HolidayCalendar) {
    this.#weekend = new Set(
      (holidays?.weekend ?? SATURDAY_AND_SUNDAY).map(day =>
        WEEKDAYS.indexOf(day),
      ),
    );
    this.#off = new Set(holidays?.days.map(({ date }) => dayNumber(date)));
    this.#until = holidays ? dayNumber(holidays.until) : Infinity;
  }

  isWorkingDay(day: DayNumber): boolean {
    return !this.#weekend.has(weekdayOf(day)) && !this.#off.has(day);
  }

  /** The working day with a number; see `PeakOffset` for what the numbers mean. */
  count(anchor: DayNumber, number: number, roll: Roll): CountedDay {
    let day = this.#step(anchor, roll === 'back' ? -1 : 1);
    const direction = number < 0 ? -1 : 1;
    for (let left = Math.abs(number); left > 0; left--) {
      day = this.#step(day + direction, direction);
    }
    return { day, covered: Math.max(anchor, day) <= this.#until };
  }

  /** The day itself when it is a working day, else the next one in a direction. */
  #step(from: DayNumber, direction: 1 | -1): DayNumber {
    let day = from;
    while (!this.isWorkingDay(day)) day += direction;
    return day;
  }
}

/** @throws RangeError when the text is not a date. */
export function dayNumber(date: string): DayNumber {
  const declared = parseDeclaredTime(date);
  if (!declared?.dateOnly) throw new RangeError(`"${date}" is not a date`);
  return dayOf(declared.wall);
}
