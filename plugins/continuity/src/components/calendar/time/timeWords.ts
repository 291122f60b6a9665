import { dayFormat, type CivilDay } from './civilDay';

/** Times in the words of a locale, on the wall clock of a zone; made once for many times. */
export interface TimeWords {
  locale: string;
  timeZone: string;
  /** `18:00`. */
  time(at: number): string;
  /** `Wed, 4 Mar 2026, 18:00`. */
  moment(at: number): string;
  /** From one to another; what both have in common is said once. */
  range(from: number, to: number): string;
  /** `Wednesday, 4 March 2026`. */
  day(day: CivilDay): string;
  /** `Wed`. */
  weekday(day: CivilDay): string;
  /** `4`, or `1 Mar` on the first of a month. */
  dayOfMonth(day: CivilDay): string;
  /** `4 Mar`. */
  shortDay(day: CivilDay): string;
  /** `Mar`. */
  month(day: CivilDay): string;
  /** `18:00` of an hour of the day, without a day. */
  hour(hour: number): string;
  /** `20,000`. */
  number(value: number): string;
}

const MOMENT: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
};

/** Words for times. @param at - epoch milliseconds, in all of them */
export function timeWords(locale: string, timeZone: string): TimeWords {
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
  });
  const moment = new Intl.DateTimeFormat(locale, { timeZone, ...MOMENT });
  const hour = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
  });
  const number = new Intl.NumberFormat(locale);
  const plain = dayFormat(locale, { day: 'numeric' });
  const shortDay = dayFormat(locale, { day: 'numeric', month: 'short' });
  return {
    locale,
    timeZone,
    time: at => time.format(at),
    moment: at => moment.format(at),
    range: (from, to) => moment.formatRange(from, to),
    day: dayFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
    weekday: dayFormat(locale, { weekday: 'short' }),
    dayOfMonth: day => {
      const text = plain(day);
      return /^1\D*$/.test(text) ? shortDay(day) : text;
    },
    shortDay,
    month: dayFormat(locale, { month: 'short' }),
    number: value => number.format(value),
    hour: at => hour.format(at * 3_600_000),
  };
}
