import {
  civilDay,
  weekdayOf,
  type CivilDay,
  type DayNumber,
} from '../clock/civilDays';
import { weekdayNumber, type RecurrenceRule } from './recurrenceRule';

/** The parts that can narrow down days; `byDay` counts within `ordinalsIn`. */
export type LimitingParts = Pick<
  RecurrenceRule,
  'byMonth' | 'byYearDay' | 'byMonthDay' | 'byDay'
>;

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

/** The how manieth of its weekday a day is, from the front and from the back. */
function ordinalsOf(day: CivilDay, within: 'month' | 'year'): number[] {
  const [place, length] =
    within === 'month'
      ? [day.day, day.monthLength]
      : [day.yearDay, day.yearLength];
  return [Math.ceil(place / 7), -Math.ceil((length - place + 1) / 7)];
}
