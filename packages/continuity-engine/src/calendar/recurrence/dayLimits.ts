import {
  civilDay,
  monthLength,
  monthStart,
  weekdayOf,
  yearLength,
  yearStart,
  type CivilDay,
  type DayNumber,
} from '../clock/civilDays';
import { inOrder, placesOf } from './places';
import { weekdayNumber, type RecurrenceRule } from './recurrenceRule';

/** The parts that can narrow down days; `byDay` counts within `ordinalsIn`. */
export type LimitingParts = Pick<
  RecurrenceRule,
  'byMonth' | 'byYearDay' | 'byMonthDay' | 'byDay'
>;

const EVERY_MONTH_DAY = Array.from({ length: 31 }, (_, index) => index + 1);

/**
 * The cells of RFC 5545's table that say "Limit": whether a day satisfies every one
 * of these parts.
 *
 * @param ordinalsIn - Of what `1MO` is the first Monday.
 * @returns undefined when the parts let every day pass.
 */
export function limitDays(
  parts: LimitingParts,
  ordinalsIn: 'month' | 'year',
): ((day: DayNumber) => boolean) | undefined {
  const { byMonth, byYearDay, byMonthDay, byDay } = parts;
  const plain = new Set<number>();
  const numbered = new Set<string>();
  for (const { weekday, ordinal } of byDay ?? []) {
    const number = weekdayNumber(weekday);
    if (ordinal === undefined) plain.add(number);
    else numbered.add(`${ordinal} ${number}`);
  }
  const isWeekday = (day: DayNumber) => plain.has(weekdayOf(day));
  if (!byMonth && !byYearDay && !byMonthDay && numbered.size === 0) {
    return byDay && isWeekday;
  }
  const isIn = (list: Set<number> | undefined, place: number, length: number) =>
    list === undefined || list.has(place) || list.has(place - length - 1);
  const months = byMonth && new Set(byMonth);
  const yearDays = byYearDay && new Set(byYearDay);
  const monthDays = byMonthDay && new Set(byMonthDay);
  return number => {
    if (numbered.size === 0 && byDay && !isWeekday(number)) return false;
    const day = civilDay(number);
    return (
      (months === undefined || months.has(day.month)) &&
      isIn(yearDays, day.yearDay, day.yearLength) &&
      isIn(monthDays, day.day, day.monthLength) &&
      (numbered.size === 0 ||
        isWeekday(number) ||
        ordinalsOf(day, ordinalsIn).some(ordinal =>
          numbered.has(`${ordinal} ${weekdayOf(number)}`),
        ))
    );
  };
}

/**
 * The days from `first` to `last` that parts limit a rule to, in order. Months and
 * years are gone through rather than days where a part names their days, so that
 * looking far for a day that never comes costs little.
 *
 * @returns undefined when the parts let every day pass.
 */
export function limitedDays(
  parts: LimitingParts,
): ((first: DayNumber, last: DayNumber) => DayNumber[]) | undefined {
  const { byMonth, byYearDay, byMonthDay } = parts;
  const passes = limitDays(parts, 'month');
  if (!passes) return undefined;
  const pick = (days: DayNumber[], first: DayNumber, last: DayNumber) =>
    inOrder(days).filter(day => first <= day && day <= last && passes(day));
  if (byYearDay) {
    return (first, last) => {
      const days: DayNumber[] = [];
      const end = civilDay(last).year;
      for (let year = civilDay(first).year; year <= end; year++) {
        days.push(...placesOf(yearStart(year), yearLength(year), byYearDay));
      }
      return pick(days, first, last);
    };
  }
  if (byMonth || byMonthDay) {
    const places = byMonthDay ?? EVERY_MONTH_DAY;
    return (first, last) => {
      const days: DayNumber[] = [];
      let { year, month } = civilDay(first);
      while (monthStart(year, month) <= last) {
        if (!byMonth || byMonth.includes(month)) {
          const length = monthLength(year, month);
          days.push(...placesOf(monthStart(year, month), length, places));
        }
        month = (month % 12) + 1;
        if (month === 1) year += 1;
      }
      return pick(days, first, last);
    };
  }
  return (first, last) => {
    const days: DayNumber[] = [];
    for (let day = first; day <= last; day++) if (passes(day)) days.push(day);
    return days;
  };
}

/** A day's number among those of its weekday, from the front and from the back. */
function ordinalsOf(day: CivilDay, within: 'month' | 'year'): number[] {
  const [place, length] =
    within === 'month'
      ? [day.day, day.monthLength]
      : [day.yearDay, day.yearLength];
  return [Math.ceil(place / 7), -Math.ceil((length - place + 1) / 7)];
}
