import type { RecurrenceRule } from './recurrenceRule';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

/**
 * Clock times in order, in milliseconds from the beginning of a day, an hour or a
 * minute. They are computed when asked for: BYHOUR, BYMINUTE and BYSECOND together
 * can name every second of a day of which BYSETPOS then takes one.
 */
export interface ClockTimes {
  readonly count: number;
  at(index: number): number;
}

/** The times of a day, of an hour or of a minute that a rule names; DTSTART says what it leaves out. */
export function clockTimes(
  rule: RecurrenceRule,
  within: 'day' | 'hour' | 'minute' | 'second',
  start: number,
): ClockTimes {
  const hours =
    within === 'day'
      ? ascending(rule.byHour, Math.floor(start / HOUR_MS) % 24)
      : [0];
  const minutes =
    within === 'day' || within === 'hour'
      ? ascending(rule.byMinute, Math.floor(start / MINUTE_MS) % 60)
      : [0];
  const seconds =
    within === 'second'
      ? [0]
      : ascending(rule.bySecond, Math.floor(start / SECOND_MS) % 60);
  const perHour = minutes.length * seconds.length;
  return {
    count: hours.length * perHour,
    at: index =>
      hours[Math.floor(index / perHour)] * HOUR_MS +
      minutes[Math.floor(index / seconds.length) % minutes.length] * MINUTE_MS +
      seconds[index % seconds.length] * SECOND_MS,
  };
}

/**
 * Which of `length` members BYSETPOS takes, as indices in order; all of them when
 * there is none. A place that the set does not have takes nothing.
 */
export function takenBySetPos(
  bySetPos: readonly number[] | undefined,
  length: number,
): number[] {
  if (!bySetPos) return Array.from({ length }, (_, index) => index);
  const taken = bySetPos
    .filter(place => Math.abs(place) <= length)
    .map(place => (place > 0 ? place - 1 : length + place));
  return [...new Set(taken)].sort((a, b) => a - b);
}

function ascending(values: number[] | undefined, otherwise: number): number[] {
  return values ? [...values].sort((a, b) => a - b) : [otherwise];
}
