import { RRuleTemporal, type RRuleOptions } from 'rrule-temporal';
import type { RecurrenceRule } from './recurrenceRule';
import { DAY_MS, END_YEAR, type WallTime } from '../clock/wallTime';

/** No start lies at or after this. */
export const END_OF_TIME: WallTime = Date.UTC(END_YEAR, 0, 1);

/** How far a rule may go without a single match before it counts as one that has none. */
const SEARCH_MS = 100 * 366 * DAY_MS;

/** Ranges are cut into pieces of this size, which bounds every call into the library. */
const PIECE_MS = 5 * 366 * DAY_MS;

/** Most rules have their first match soon. */
const FIRST_PIECE_MS = 32 * DAY_MS;

/** Both far above what a piece of five years of days can need. */
const MAX_ITERATIONS = 100_000;
const MAX_CANDIDATES = 1_000_000;

/** Clocks move by less than two days, so a moment bounds a clock time that closely. */
const ZONE_SLACK = 2 * DAY_MS;

/**
 * The starts that a rule yields, on the clock on the wall. UTC stands in for "no
 * zone" in the library; zones come in afterwards, in one place.
 *
 * DTSTART counts as a start only when it matches the rule. RFC 5545 3.8.5.3 leaves
 * the other case undefined; a rule that says "last day of the month" means that.
 */
export class Recurrence {
  readonly #start: WallTime;
  readonly #count: number | undefined;
  readonly #rule: RRuleTemporal;
  /** For COUNT: all starts up to `#countedTo`, in order. */
  readonly #counted: WallTime[] = [];
  #countedTo: WallTime;

  constructor(rule: RecurrenceRule, start: WallTime) {
    this.#start = start;
    this.#countedTo = start;
    this.#count = rule.count;
    this.#rule = new RRuleTemporal(toOptions(rule, start));
  }

  /** Starts in `[from, to)`, in order. */
  between(from: WallTime, to: WallTime): WallTime[] {
    const first = Math.max(from, this.#start);
    const end = Math.min(to, END_OF_TIME);
    if (first >= end) return [];
    if (this.#count === undefined) return this.#collect(first, end);
    this.#countTo(end, this.#count);
    return this.#counted.filter(wall => first <= wall && wall < end);
  }

  /** Whether a start lies exactly there. */
  has(wall: WallTime): boolean {
    return this.between(wall, wall + 1).length > 0;
  }

  /** The first start for which `accept` holds, looked for over a hundred years. */
  first(accept: (wall: WallTime) => boolean): WallTime | undefined {
    const end = Math.min(this.#start + SEARCH_MS, END_OF_TIME);
    let piece = FIRST_PIECE_MS;
    for (let from = this.#start; from < end; ) {
      const to = Math.min(from + piece, end);
      const found = this.between(from, to).find(accept);
      if (found !== undefined) return found;
      from = to;
      piece = Math.min(piece * 4, PIECE_MS);
    }
    return undefined;
  }

  #collect(from: WallTime, to: WallTime): WallTime[] {
    const walls: WallTime[] = [];
    for (let piece = from; piece < to; piece += PIECE_MS) {
      const end = Math.min(piece + PIECE_MS, to);
      const found = this.#rule.between(
        new Date(piece),
        new Date(end - 1),
        true,
      );
      for (const at of found) walls.push(at.epochMilliseconds);
    }
    return walls;
  }

  /** The library counts from the start on every call; counting on from the last is cheaper. */
  #countTo(end: WallTime, count: number): void {
    while (this.#countedTo < end && this.#counted.length < count) {
      const next = Math.min(this.#countedTo + PIECE_MS, END_OF_TIME);
      const missing = count - this.#counted.length;
      const found = this.#collect(this.#countedTo, next).slice(0, missing);
      for (const wall of found) this.#counted.push(wall);
      this.#countedTo = next;
    }
  }
}

function toOptions(rule: RecurrenceRule, start: WallTime): RRuleOptions {
  return {
    freq: rule.freq,
    interval: rule.interval,
    wkst: rule.weekStart,
    dtstart: utc(start),
    maxIterations: MAX_ITERATIONS,
    maxCandidateEvaluations: MAX_CANDIDATES,
    cache: false,
    ...(rule.until && { until: utc(latestWall(rule.until)) }),
    ...(rule.byDay && {
      byDay: rule.byDay.map(
        ({ weekday, ordinal }) => `${ordinal ?? ''}${weekday}`,
      ),
    }),
    ...(rule.byMonthDay && { byMonthDay: rule.byMonthDay }),
    ...(rule.byMonth && { byMonth: rule.byMonth }),
    ...(rule.byYearDay && { byYearDay: rule.byYearDay }),
    ...(rule.byWeekNo && { byWeekNo: rule.byWeekNo }),
    ...(rule.bySetPos && { bySetPos: rule.bySetPos }),
  };
}

/** For a moment only a bound: the zone, which is not known here, decides the rest. */
function latestWall(until: NonNullable<RecurrenceRule['until']>): WallTime {
  return until.by === 'wall' ? until.wall : until.at + ZONE_SLACK;
}

/** All that the library needs of a `Temporal.ZonedDateTime`. */
function utc(wall: WallTime) {
  const text = `${new Date(wall).toISOString().slice(0, 19)}+00:00[UTC]`;
  return { timeZoneId: 'UTC', toString: () => text };
}
