import { DateTime, Duration, type DateTimeFormatOptions } from 'luxon';

const MINUTES: DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
};

/**
 * A point in time, to the minute, in the words of a locale and the wall clock of a zone.
 *
 * @param at - ISO 8601 instant
 * @returns `at` itself when it is not an instant: showing the raw value beats hiding it
 */
export function formatInstant(
  at: string,
  options: { locale: string; timeZone: string; zoneName?: boolean },
): string {
  const instant = DateTime.fromISO(at, { zone: options.timeZone });
  if (!instant.isValid) return at;
  return instant
    .setLocale(options.locale)
    .toLocaleString(
      options.zoneName ? { ...MINUTES, timeZoneName: 'short' } : MINUTES,
    );
}

/**
 * A duration in words, e.g. `PT4H` as "4 hours" and `PT90M` as "1 hour, 30 minutes".
 * Days and longer units stay as they were written: a tier of `PT24H` is a promise in
 * hours, and a month has no fixed number of days.
 *
 * @param duration - ISO 8601 duration
 * @returns `duration` itself when it is none
 */
export function formatDuration(duration: string, locale: string): string {
  const parsed = Duration.fromISO(duration, { locale });
  if (!parsed.isValid) return duration;
  const { years, months, weeks, days } = parsed;
  const time = parsed
    .set({ years: 0, months: 0, weeks: 0, days: 0 })
    .shiftTo('hours', 'minutes', 'seconds');
  const { hours, minutes, seconds } = time;
  const parts = Object.fromEntries(
    Object.entries({
      years,
      months,
      weeks,
      days,
      hours,
      minutes,
      seconds,
    }).filter(([, amount]) => amount !== 0),
  );
  const shown = Object.keys(parts).length === 0 ? { seconds: 0 } : parts;
  return Duration.fromObject(shown, { locale }).toHuman({
    unitDisplay: 'long',
    listStyle: 'narrow',
  });
}

/**
 * How far an instant is from now, e.g. "3 days ago" or "in 2 hours".
 *
 * @param at - ISO 8601 instant
 * @param now - epoch milliseconds
 */
export function formatAge(at: string, now: number, locale: string): string {
  const instant = DateTime.fromISO(at);
  if (!instant.isValid) return at;
  return instant.toRelative({ base: DateTime.fromMillis(now), locale }) ?? at;
}

/** What the digits of a percentage can tell. */
const LEAST_SHARE = 0.000001;

/**
 * A share as a percentage with as many digits as tell two promises apart: 99.95 %,
 * 99.999 %. What is next to nothing or next to everything is not rounded to it: never and
 * hardly ever are not the same.
 *
 * @param share - 0 to 1
 */
export function formatPercent(share: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 4,
  });
  if (share > 0 && share < LEAST_SHARE) {
    return `< ${format.format(LEAST_SHARE)}`;
  }
  if (share < 1 && share > 1 - LEAST_SHARE) {
    return `> ${format.format(1 - LEAST_SHARE)}`;
  }
  return format.format(share);
}
