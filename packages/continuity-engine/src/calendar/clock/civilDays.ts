import { DAY_MS, type WallTime } from './wallTime';

/**
 * A day of the Gregorian calendar by its number: days since 1970-01-01. Everything
 * here is integer arithmetic; recurrence asks it about thousands of days at once.
 */
export type DayNumber = number;

/** Days that have passed in a common year before each month, January first. */
const BEFORE_MONTH = [
  0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365,
];

/** Leap days up to the end of 1969, so that 1970 begins with day 0. */
const LEAP_DAYS_BEFORE_1970 = 477;

/** A day with its place in its month and year. */
export interface CivilDay {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
  /** 1 to 366. */
  yearDay: number;
  monthLength: number;
  yearLength: number;
}

export function dayOf(wall: WallTime): DayNumber {
  return Math.floor(wall / DAY_MS);
}

/** Number of 1 January. */
export function yearStart(year: number): DayNumber {
  const last = year - 1;
  return (
    365 * (year - 1970) +
    Math.floor(last / 4) -
    Math.floor(last / 100) +
    Math.floor(last / 400) -
    LEAP_DAYS_BEFORE_1970
  );
}

export function yearLength(year: number): number {
  return isLeap(year) ? 366 : 365;
}

/** Number of the first of a month; `month` 13 is January of the next year. */
export function monthStart(year: number, month: number): DayNumber {
  return yearStart(year) + before(year, month);
}

export function monthLength(year: number, month: number): number {
  return before(year, month + 1) - before(year, month);
}

export function civilDay(number: DayNumber): CivilDay {
  const year = yearOf(number);
  const passed = number - yearStart(year);
  // No month is longer than 31 days, so this is the month or the one before.
  let month = Math.floor(passed / 31) + 1;
  if (before(year, month + 1) <= passed) month += 1;
  return {
    year,
    month,
    day: passed - before(year, month) + 1,
    yearDay: passed + 1,
    monthLength: monthLength(year, month),
    yearLength: yearLength(year),
  };
}

/** Monday is 0. Day 0 was a Thursday. */
export function weekdayOf(number: DayNumber): number {
  return modulo(number + 3, 7);
}

/** The remainder that is never negative. */
export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function yearOf(number: DayNumber): number {
  const guess = 1970 + Math.floor(number / 365.2425);
  if (yearStart(guess) > number) return guess - 1;
  return yearStart(guess + 1) <= number ? guess + 1 : guess;
}

function before(year: number, month: number): number {
  return BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
