import {
  addMonths,
  dayFormat,
  startOfMonth,
  startOfWeek,
  startOfYear,
  type CivilDay,
} from '../time/civilDay';
import type { Scale, ViewName } from './calendarAddress';

/** The days that a view shows. */
export interface Period {
  first: CivilDay;
  /** How many days. */
  count: number;
  /** In words, e.g. "March 2026". */
  title: string;
  /** A day of the period before and of the one after. */
  previous: CivilDay;
  next: CivilDay;
}

export interface PeriodOptions {
  view: ViewName;
  scale: Scale;
  /** A day that the period holds. */
  day: CivilDay;
  /** ISO weekday that weeks begin with. */
  firstWeekday: number;
  locale: string;
}

const MONTHS = { month: 1, quarter: 3 } as const;

/**
 * The period around a day. A month is filled up to whole weeks; a list and a timeline
 * hold the month alone. A timeline of three months begins with the month of the day, so
 * that it looks ahead; one of a year is the calendar year.
 */
export function periodOf(options: PeriodOptions): Period {
  const { view, scale, day, firstWeekday } = options;
  const title = titles(options.locale);
  if (view === 'week') {
    const first = startOfWeek(day, firstWeekday);
    return {
      first,
      count: 7,
      title: title.range(first, first + 6),
      previous: day - 7,
      next: day + 7,
    };
  }
  if (view === 'timeline' && scale === 'year') {
    const first = startOfYear(day);
    return {
      first,
      count: startOfYear(day, 1) - first,
      title: title.year(first),
      previous: addMonths(day, -12),
      next: addMonths(day, 12),
    };
  }
  const months = view === 'timeline' && scale !== 'year' ? MONTHS[scale] : 1;
  const first = startOfMonth(day);
  const end = startOfMonth(day, months);
  const whole = {
    title:
      months === 1
        ? title.month(first)
        : title.months(first, startOfMonth(end - 1)),
    previous: addMonths(day, -months),
    next: addMonths(day, months),
  };
  if (view !== 'month') return { first, count: end - first, ...whole };
  const gridFirst = startOfWeek(first, firstWeekday);
  const weeks = Math.ceil((end - gridFirst) / 7);
  return { first: gridFirst, count: weeks * 7, ...whole };
}

function titles(locale: string) {
  const month = dayFormat(locale, { month: 'long', year: 'numeric' });
  const date = dayFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return {
    month,
    months: (from: CivilDay, to: CivilDay) => `${month(from)} – ${month(to)}`,
    range: (from: CivilDay, to: CivilDay) => `${date(from)} – ${date(to)}`,
    year: dayFormat(locale, { year: 'numeric' }),
  };
}
