import {
  civilDay,
  dayOf,
  modulo,
  weekdayOf,
  type DayNumber,
} from '../clock/civilDays';
import { DAY_MS, type WallTime } from '../clock/wallTime';
import { clockTimes, takenBySetPos } from './clockTimes';
import { limitDays, limitedDays } from './dayLimits';
import { inOrder } from './places';
import {
  expandMonths,
  expandWeek,
  expandYears,
  type StartDay,
} from './expandDays';
import { weekdayNumber, type RecurrenceRule } from './recurrenceRule';
import type { StartSource } from './StartSource';

/** The intervals of a frequency, numbered without gaps. */
interface Periods {
  /** The number of the interval that a day lies in. */
  of(day: DayNumber): number;
  /** The days that the rule selects in an interval, in order. */
  days(period: number): DayNumber[];
  /** Intervals whose days may lie outside them, so that neighbours have to be looked at. */
  spill: 0 | 1;
  /** The only intervals of a stretch that may have days. Absent: any may. */
  candidates?: (earliest: number, latest: number) => number[];
}

/**
 * Starts of a rule that repeats by days or longer: every `interval`-th period is
 * expanded into days and these into clock times, among which BYSETPOS chooses.
 */
export class DayPeriods implements StartSource {
  readonly #periods: Periods;
  readonly #interval: number;
  readonly #anchor: number;
  readonly #bySetPos: readonly number[] | undefined;
  readonly #times: ReturnType<typeof clockTimes>;
  /** All times of a day; without BYSETPOS, which bounds them otherwise. */
  readonly #timesOfDay: readonly number[];
  readonly #moves: boolean;

  constructor(rule: RecurrenceRule, start: WallTime) {
    const day = dayOf(start);
    this.#periods = periodsOf(rule, day);
    this.#interval = rule.interval;
    this.#anchor = this.#periods.of(day);
    this.#bySetPos = rule.bySetPos;
    this.#times = clockTimes(rule, 'day', start - day * DAY_MS);
    this.#timesOfDay = rule.bySetPos
      ? []
      : Array.from({ length: this.#times.count }, (_, index) =>
          this.#times.at(index),
        );
    this.#moves = rule.skip !== undefined;
  }

  collect(from: WallTime, to: WallTime): WallTime[] {
    const walls: WallTime[] = [];
    const { of, days, spill, candidates } = this.#periods;
    const earliest = of(dayOf(from)) - spill;
    const latest = of(dayOf(to - 1)) + spill;
    if (candidates) {
      for (const period of candidates(earliest, latest)) {
        if (modulo(period - this.#anchor, this.#interval) === 0) {
          this.#expand(days(period), from, to, walls);
        }
      }
      return walls;
    }
    let period = earliest + modulo(this.#anchor - earliest, this.#interval);
    for (; period <= latest; period += this.#interval) {
      this.#expand(days(period), from, to, walls);
    }
    // A day that SKIP moved may be one that the next period has anyway.
    return this.#moves ? inOrder(walls) : walls;
  }

  #expand(
    days: DayNumber[],
    from: WallTime,
    to: WallTime,
    walls: WallTime[],
  ): void {
    if (!this.#bySetPos) {
      for (const day of days) {
        for (const time of this.#timesOfDay) {
          const wall = day * DAY_MS + time;
          if (from <= wall && wall < to) walls.push(wall);
        }
      }
      return;
    }
    const { count, at } = this.#times;
    for (const index of takenBySetPos(this.#bySetPos, days.length * count)) {
      const wall = days[Math.floor(index / count)] * DAY_MS + at(index % count);
      if (from <= wall && wall < to) walls.push(wall);
    }
  }
}

function periodsOf(rule: RecurrenceRule, start: DayNumber): Periods {
  const civil = civilDay(start);
  const startDay: StartDay = { ...civil, weekday: weekdayOf(start) };
  switch (rule.freq) {
    case 'DAILY':
      return {
        of: day => day,
        days: day => [day],
        spill: 0,
        candidates: limitedDays(rule),
      };
    case 'WEEKLY': {
      // Day 0 was a Thursday, so week 0 holds it and begins up to six days before.
      const begins = -modulo(weekdayOf(0) - weekdayNumber(rule.weekStart), 7);
      const offsets = expandWeek(rule, startDay);
      const passes = limitDays({ byMonth: rule.byMonth }, 'month');
      return {
        of: day => Math.floor((day - begins) / 7),
        days: week => {
          const days = offsets.map(offset => begins + week * 7 + offset);
          return passes ? days.filter(passes) : days;
        },
        spill: 0,
      };
    }
    case 'MONTHLY': {
      const days = expandMonths(rule, startDay);
      return {
        of: day => {
          const { year, month } = civilDay(day);
          return year * 12 + month - 1;
        },
        days: period => days(Math.floor(period / 12), modulo(period, 12) + 1),
        spill: rule.skip ? 1 : 0,
      };
    }
    case 'YEARLY':
      return {
        of: day => civilDay(day).year,
        days: expandYears(rule, startDay),
        spill: rule.skip || rule.byWeekNo ? 1 : 0,
      };
    default:
      throw new RangeError(`${rule.freq} does not repeat by days`);
  }
}
