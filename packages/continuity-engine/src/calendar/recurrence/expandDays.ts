import {
  modulo,
  monthLength,
  monthStart,
  weekdayOf,
  yearLength,
  yearStart,
  type DayNumber,
} from '../clock/civilDays';
import { limitDays } from './dayLimits';
import { inOrder, placesOf } from './places';
import {
  weekdayNumber,
  type RecurrenceRule,
  type WeekdayPart,
} from './recurrenceRule';

/** What DTSTART says where a rule says nothing. */
export interface StartDay {
  weekday: number;
  day: number;
  month: number;
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const ALL_WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

/**
 * The days that a MONTHLY rule selects in one month, in order (RFC 5545 3.3.10,
 * column MONTHLY, note 1). A day that SKIP moves may lie in the month beside.
 */
export function expandMonths(
  rule: RecurrenceRule,
  start: StartDay,
): (year: number, month: number) => DayNumber[] {
  const { byMonth, byMonthDay, byDay, skip } = rule;
  const isWeekday = byMonthDay && byDay && limitDays({ byDay }, 'month');
  return (year, month) => {
    if (byMonth && !byMonth.includes(month)) return [];
    if (byDay && !byMonthDay) return weekdaysOfMonth(year, month, byDay);
    const days = monthDays(year, month, byMonthDay ?? [start.day], skip);
    return inOrder(isWeekday ? days.filter(isWeekday) : days);
  };
}

/**
 * The days that a YEARLY rule selects in one year, in order (column YEARLY, note 2).
 * With BYWEEKNO a year means its weeks, which may begin in the December before and
 * end in the January after.
 */
export function expandYears(
  rule: RecurrenceRule,
  start: StartDay,
): (year: number) => DayNumber[] {
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay, skip } = rule;
  const ordinalsIn = byMonth ? 'month' : 'year';
  if (byWeekNo) return expandWeeks(rule, byWeekNo, start);
  if (byYearDay) {
    const passes = limitDays({ byMonth, byMonthDay, byDay }, ordinalsIn);
    return year => {
      const days = placesOf(yearStart(year), yearLength(year), byYearDay, skip);
      return inOrder(passes ? days.filter(passes) : days);
    };
  }
  if (byMonthDay) {
    const passes = limitDays({ byDay }, ordinalsIn);
    const months = byMonth ?? ALL_MONTHS;
    return year => {
      const days = months.flatMap(month =>
        monthDays(year, month, byMonthDay, skip),
      );
      return inOrder(passes ? days.filter(passes) : days);
    };
  }
  if (byDay) {
    return byMonth
      ? year =>
          inOrder(byMonth.flatMap(month => weekdaysOfMonth(year, month, byDay)))
      : year => weekdaysWithin(yearStart(year), yearStart(year + 1) - 1, byDay);
  }
  const months = byMonth ?? [start.month];
  return year =>
    inOrder(months.flatMap(month => monthDays(year, month, [start.day], skip)));
}

/** Days of a week selected by a WEEKLY rule, counted from the day it begins with. */
export function expandWeek(rule: RecurrenceRule, start: StartDay): number[] {
  const begins = weekdayNumber(rule.weekStart);
  return inOrder(
    weekdaysOf(rule, [start.weekday]).map(weekday =>
      modulo(weekday - begins, 7),
    ),
  );
}

function expandWeeks(
  rule: RecurrenceRule,
  byWeekNo: number[],
  start: StartDay,
): (year: number) => DayNumber[] {
  const { byMonth, byYearDay, byMonthDay } = rule;
  const begins = weekdayNumber(rule.weekStart);
  // A part that names days names them without the help of DTSTART.
  const weekdays = weekdaysOf(
    rule,
    byYearDay || byMonthDay ? ALL_WEEKDAYS : [start.weekday],
  );
  const passes = limitDays({ byMonth, byYearDay, byMonthDay }, 'year');
  return year => {
    const first = firstWeek(year, begins);
    const weeks = (firstWeek(year + 1, begins) - first) / 7;
    const days = placesOf(0, weeks, byWeekNo).flatMap(week =>
      weekdays.map(weekday => first + week * 7 + modulo(weekday - begins, 7)),
    );
    return inOrder(passes ? days.filter(passes) : days);
  };
}

/** The first week with four days in the year is the one that holds 4 January. */
function firstWeek(year: number, begins: number): DayNumber {
  const fourth = yearStart(year) + 3;
  return fourth - modulo(weekdayOf(fourth) - begins, 7);
}

function weekdaysOf({ byDay }: RecurrenceRule, otherwise: number[]): number[] {
  return byDay
    ? [...new Set(byDay.map(part => weekdayNumber(part.weekday)))]
    : otherwise;
}

function monthDays(
  year: number,
  month: number,
  days: readonly number[],
  skip: RecurrenceRule['skip'],
): DayNumber[] {
  return placesOf(
    monthStart(year, month),
    monthLength(year, month),
    days,
    skip,
  );
}

function weekdaysOfMonth(
  year: number,
  month: number,
  byDay: readonly WeekdayPart[],
): DayNumber[] {
  const first = monthStart(year, month);
  return weekdaysWithin(first, first + monthLength(year, month) - 1, byDay);
}

/** `MO` is every Monday from `first` to `last`, `1MO` the first and `-1MO` the last. */
function weekdaysWithin(
  first: DayNumber,
  last: DayNumber,
  byDay: readonly WeekdayPart[],
): DayNumber[] {
  const days: DayNumber[] = [];
  for (const { weekday, ordinal } of byDay) {
    const number = weekdayNumber(weekday);
    const earliest = first + modulo(number - weekdayOf(first), 7);
    const latest = last - modulo(weekdayOf(last) - number, 7);
    if (ordinal === undefined) {
      for (let day = earliest; day <= latest; day += 7) days.push(day);
    } else {
      const day =
        ordinal > 0 ? earliest + (ordinal - 1) * 7 : latest + (ordinal + 1) * 7;
      if (first <= day && day <= last) days.push(day);
    }
  }
  return inOrder(days);
}
