import { STRETCH, type Steps } from '../../../steps';
import { DAY_MS, type WallTime } from '../../clock/wallTime';
import { cronStarts, dayRules, daysOf, timesOfDay } from './cronDays';
import { ruleText, type DayRule } from './dayRule';
import type { CronSchedule } from './parseCron';

/** The Gregorian calendar repeats its weekdays every 28 years; until 2099, which is far enough. */
export const CYCLE_MS = 28 * 366 * DAY_MS;

/** Windows of one length on the clock: a rule of days, a time of day. */
export interface PairRule {
  rrule: string;
  /** Its first start. */
  start: WallTime;
  lengthMs: number;
}

/** What a pair of schedules amounts to, one that begins and one that ends. */
export interface Pair {
  rules: PairRule[];
  /** Windows that follow no rule of one length, in order. */
  single: { start: WallTime; end: WallTime }[];
  /** How many starts come while a window is open already. */
  restarts: number;
  /** The part of all time that lies in a window, from 0 to 1. */
  share: number;
}

/**
 * Pairs every start with the first end after it. What is open already when it starts
 * again stays open until the same end, so such a start alone makes no window - unless
 * it belongs to a rule that does so at other times.
 *
 * @returns undefined when a start has no end.
 */
export function* pairOf(
  start: CronSchedule,
  end: CronSchedule,
  from: WallTime,
): Steps<Pair | undefined> {
  const to = from + CYCLE_MS;
  const ends = yield* cronStarts(end, from, to + 4 * 366 * DAY_MS);
  const firstEnd = firstAfter(ends);
  const starts = yield* cronStarts(start, from, to);
  const opening = new Set<WallTime>();
  let until = -Infinity;
  let open = 0;
  for (const [index, wall] of starts.entries()) {
    if (index % STRETCH === 0) yield;
    const closes = firstEnd(wall);
    if (closes === undefined) return undefined;
    if (wall >= until) opening.add(wall);
    open += closes - Math.max(wall, until);
    until = Math.max(until, closes);
  }
  const rules: PairRule[] = [];
  const single: Pair['single'] = [];
  for (const rule of dayRules(start)) {
    const days = daysOf(rule, from, to);
    for (const time of timesOfDay(start)) {
      yield;
      const walls = days.map(day => day + time);
      if (!walls.some(wall => opening.has(wall))) continue;
      const found = rulesOf(
        rule,
        walls,
        wall => (firstEnd(wall) ?? wall) - wall,
      );
      if (found) rules.push(...found);
      else {
        for (const wall of walls) {
          single.push({ start: wall, end: firstEnd(wall) ?? wall });
        }
      }
    }
  }
  return {
    rules,
    single: single.sort((one, other) => one.start - other.start),
    restarts: starts.length - opening.size,
    share: starts.length === 0 ? 0 : open / (until - starts[0]),
  };
}

/**
 * One rule for each length, when the length follows from the weekday or the month;
 * undefined when it does not, as where February ends.
 */
function rulesOf(
  rule: DayRule,
  walls: readonly WallTime[],
  lengthOf: (wall: WallTime) => number,
): PairRule[] | undefined {
  const [first] = walls;
  const lengths = new Set(walls.map(lengthOf));
  if (lengths.size === 1) {
    return [{ rrule: ruleText(rule), start: first, lengthMs: lengthOf(first) }];
  }
  const weekday = (wall: WallTime) => new Date(wall).getUTCDay();
  const month = (wall: WallTime) => new Date(wall).getUTCMonth() + 1;
  const isCounted = rule.weekdays?.some(({ ordinal }) => ordinal !== undefined);
  return (
    (isCounted
      ? undefined
      : split(walls, lengthOf, weekday, days => ({
          ...rule,
          weekdays: days.map(day => ({ weekday: day })),
        }))) ?? split(walls, lengthOf, month, months => ({ ...rule, months }))
  );
}

function split(
  walls: readonly WallTime[],
  lengthOf: (wall: WallTime) => number,
  keyOf: (wall: WallTime) => number,
  ruleOf: (keys: number[]) => DayRule,
): PairRule[] | undefined {
  const byKey = new Map<number, number>();
  for (const wall of walls) {
    const known = byKey.get(keyOf(wall));
    if (known !== undefined && known !== lengthOf(wall)) return undefined;
    byKey.set(keyOf(wall), lengthOf(wall));
  }
  return [...new Set(byKey.values())].map(lengthMs => {
    const keys = [...byKey.keys()]
      .filter(key => byKey.get(key) === lengthMs)
      .sort((one, other) => one - other);
    const start = walls.find(wall => lengthOf(wall) === lengthMs) ?? walls[0];
    return { rrule: ruleText(ruleOf(keys)), start, lengthMs };
  });
}

function firstAfter(
  sorted: readonly WallTime[],
): (wall: WallTime) => WallTime | undefined {
  return wall => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle] <= wall) low = middle + 1;
      else high = middle;
    }
    return sorted[low];
  };
}
