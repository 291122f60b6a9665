import { DAY_MS } from '../clock/wallTime';
import { allowedUnits, CLOCK_UNITS, isSubDaily } from './ClockSteps';
import { takenBySetPos } from './clockTimes';
import type { RecurrenceRule } from './recurrenceRule';

/**
 * More starts than this on one day make no window: it is one every quarter of an
 * hour, and a few. It bounds what a list, an index and a page can grow to: 36,600
 * starts a year.
 */
export const MAX_STARTS_A_DAY = 100;

/** How many values a part has that names none. */
const ALL = { byHour: 24, byMinute: 60, bySecond: 60 };
type ClockPart = keyof typeof ALL;

/**
 * How many starts a rule can have on one day, whatever its DTSTART. Never too low,
 * and exact for a rule that repeats by days or shorter and has too many.
 */
export function mostStartsPerDay(rule: RecurrenceRule): number {
  if (isSubDaily(rule.freq)) return mostSteps(rule, rule.freq);
  const times = named(rule, ['byHour', 'byMinute', 'bySecond']);
  if (!rule.bySetPos) return times;
  return rule.freq === 'DAILY'
    ? takenBySetPos(rule.bySetPos, times).length
    : Math.min(times, rule.bySetPos.length);
}

/**
 * Why a rule has too many starts to be a window; undefined when it has not. Only
 * the rule counts, so that it is accepted or refused alike for every start.
 */
export function densityProblem(rule: RecurrenceRule): string | undefined {
  const most = mostStartsPerDay(rule);
  if (most <= MAX_STARTS_A_DAY) return undefined;
  const { freq, interval } = rule;
  const expected = `expected at most ${MAX_STARTS_A_DAY}`;
  if (isSubDaily(freq)) {
    const every = interval === 1 ? '' : `;INTERVAL=${interval}`;
    return `FREQ=${freq}${every} has up to ${most} starts on one day; ${expected}, e.g. FREQ=MINUTELY;INTERVAL=15, FREQ=HOURLY, or FREQ=DAILY for a longer window`;
  }
  const names = (['byHour', 'byMinute', 'bySecond'] as const)
    .filter(part => rule[part])
    .map(part => part.toLocaleUpperCase('en-US'));
  return `${names.join(
    ', ',
  )} name up to ${most} starts on one day; ${expected}, e.g. fewer of them for a longer window`;
}

function mostSteps(
  rule: RecurrenceRule,
  freq: keyof typeof CLOCK_UNITS,
): number {
  const { unitMs, limiting, expanding } = CLOCK_UNITS[freq];
  const inUnit = takenBySetPos(rule.bySetPos, named(rule, expanding)).length;
  const units = product(limiting.map(part => rule[part]?.length ?? ALL[part]));
  if (rule.interval === 1) return units * inUnit;
  const perDay = DAY_MS / unitMs;
  const atMost = Math.min(units, Math.ceil(perDay / rule.interval)) * inUnit;
  // Which units the steps meet is looked up only where it decides.
  if (atMost <= MAX_STARTS_A_DAY) return atMost;
  const isAllowed = allowedUnits(rule, freq);
  const met = new Uint32Array(Math.min(rule.interval, perDay));
  for (let unit = 0; unit < perDay; unit++) {
    if (isAllowed(unit)) met[unit % rule.interval] += 1;
  }
  return met.reduce((most, here) => Math.max(most, here)) * inUnit;
}

/** How many clock times the parts name together; DTSTART gives one value for an absent part. */
function named(rule: RecurrenceRule, parts: readonly ClockPart[]): number {
  return product(parts.map(part => rule[part]?.length ?? 1));
}

function product(factors: number[]): number {
  return factors.reduce((all, factor) => all * factor, 1);
}
