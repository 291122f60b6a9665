import { dayOf, modulo, type DayNumber } from '../clock/civilDays';
import { DAY_MS, type WallTime } from '../clock/wallTime';
import {
  clockTimes,
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
  takenBySetPos,
} from './clockTimes';
import { limitedDays } from './dayLimits';
import type { Frequency, RecurrenceRule } from './recurrenceRule';
import type { StartSource } from './StartSource';

type SubDaily = Extract<Frequency, 'SECONDLY' | 'MINUTELY' | 'HOURLY'>;

/** What a step is, which parts limit it and which expand it (RFC 5545 3.3.10). */
export const CLOCK_UNITS = {
  HOURLY: {
    unitMs: HOUR_MS,
    within: 'hour',
    limiting: ['byHour'],
    expanding: ['byMinute', 'bySecond'],
  },
  MINUTELY: {
    unitMs: MINUTE_MS,
    within: 'minute',
    limiting: ['byHour', 'byMinute'],
    expanding: ['bySecond'],
  },
  SECONDLY: {
    unitMs: SECOND_MS,
    within: 'second',
    limiting: ['byHour', 'byMinute', 'bySecond'],
    expanding: [],
  },
} as const;

const NO_TIMES: readonly number[] = [];

/** Days remembered by where the steps fall in them. */
const MAX_PATTERNS = 1_024;

export function isSubDaily(freq: Frequency): freq is SubDaily {
  return Object.hasOwn(CLOCK_UNITS, freq);
}

/**
 * Starts of a rule that repeats by hours, minutes or seconds on the clock.
 *
 * Where the steps of an interval fall in a day depends only on the remainder with
 * which the day begins, so a day's starts are found once per remainder. All of them
 * together are never more than the units of one day, which bounds the work of any
 * rule, also of one that never matches.
 */
export class ClockSteps implements StartSource {
  readonly #rule: RecurrenceRule;
  readonly #unitMs: number;
  readonly #unitsPerDay: number;
  /** The unit that DTSTART lies in. */
  readonly #anchor: number;
  /** Starts within one unit. */
  readonly #offsets: readonly number[];
  readonly #days: ReturnType<typeof limitedDays>;
  readonly #isAllowed: (unit: number) => boolean;
  readonly #patterns = new Map<number, readonly number[]>();

  constructor(rule: RecurrenceRule, freq: SubDaily, start: WallTime) {
    const { unitMs, within } = CLOCK_UNITS[freq];
    this.#rule = rule;
    this.#unitMs = unitMs;
    this.#unitsPerDay = DAY_MS / unitMs;
    this.#anchor = Math.floor(start / unitMs);
    const times = clockTimes(rule, within, start - dayOf(start) * DAY_MS);
    this.#offsets = takenBySetPos(rule.bySetPos, times.count).map(times.at);
    this.#days = limitedDays(rule);
    this.#isAllowed = allowedUnits(rule, freq);
  }

  collect(from: WallTime, to: WallTime): WallTime[] {
    const walls: WallTime[] = [];
    const [first, last] = [dayOf(from), dayOf(to - 1)];
    const add = (day: DayNumber) => {
      const midnight = day * DAY_MS;
      for (const time of this.#timesOf(day)) {
        const wall = midnight + time;
        if (from <= wall && wall < to) walls.push(wall);
      }
    };
    if (this.#days) this.#days(first, last).forEach(add);
    else for (let day = first; day <= last; day++) add(day);
    return walls;
  }

  #timesOf(day: DayNumber): readonly number[] {
    const first = modulo(
      this.#anchor - day * this.#unitsPerDay,
      this.#rule.interval,
    );
    if (first >= this.#unitsPerDay) return NO_TIMES;
    const known = this.#patterns.get(first);
    if (known) return known;
    if (this.#patterns.size >= MAX_PATTERNS) this.#patterns.clear();
    const times: number[] = [];
    for (
      let unit = first;
      unit < this.#unitsPerDay;
      unit += this.#rule.interval
    ) {
      if (!this.#isAllowed(unit)) continue;
      for (const offset of this.#offsets) {
        times.push(unit * this.#unitMs + offset);
      }
    }
    this.#patterns.set(first, times);
    return times;
  }
}

/** Whether BYHOUR, BYMINUTE and BYSECOND let a unit of the day pass, where they limit. */
export function allowedUnits(
  rule: RecurrenceRule,
  freq: SubDaily,
): (unit: number) => boolean {
  const hours = rule.byHour && new Set(rule.byHour);
  const minutes = rule.byMinute && new Set(rule.byMinute);
  const seconds = rule.bySecond && new Set(rule.bySecond);
  const isHour = (hour: number) => hours === undefined || hours.has(hour);
  const isMinute = (minute: number) =>
    (minutes === undefined || minutes.has(minute % 60)) &&
    isHour(Math.floor(minute / 60));
  switch (freq) {
    case 'HOURLY':
      return isHour;
    case 'MINUTELY':
      return isMinute;
    default:
      return second =>
        (seconds === undefined || seconds.has(second % 60)) &&
        isMinute(Math.floor(second / 60));
  }
}
