import { DAY_MS, END_YEAR, type WallTime } from '../clock/wallTime';
import { ClockSteps, isSubDaily } from './ClockSteps';
import { DayPeriods } from './DayPeriods';
import type { RecurrenceRule } from './recurrenceRule';
import type { StartSource } from './StartSource';

/** No start lies at or after this. */
export const END_OF_TIME: WallTime = Date.UTC(END_YEAR, 0, 1);

/** How far a rule may go without a single match before it counts as one that has none. */
const SEARCH_MS = 100 * 366 * DAY_MS;

/** The first piece of a search; most rules match soon. Every next one is four times as long. */
const FIRST_PIECE_MS = 32 * DAY_MS;
const LONGEST_PIECE_MS = 5 * 366 * DAY_MS;

/** Clocks move by less than two days, so a moment bounds a clock time that closely. */
const ZONE_SLACK = 2 * DAY_MS;

/**
 * The starts that a rule yields, on the clock on the wall; zones come in afterwards,
 * in one place.
 *
 * The rule is evaluated as RFC 5545 3.3.10 says: FREQ and INTERVAL name periods,
 * the BYxxx parts expand or limit each, BYSETPOS chooses within it, and what lies
 * before DTSTART or beyond COUNT and UNTIL is left out. Any stretch of time costs
 * what the stretch holds, however far it is from DTSTART; only COUNT has to be
 * counted from there, and is counted once.
 *
 * DTSTART counts as a start only when it matches the rule. RFC 5545 3.8.5.3 leaves
 * the other case undefined; a rule that says "last day of the month" means that.
 */
export class Recurrence {
  readonly #start: WallTime;
  readonly #count: number | undefined;
  readonly #source: StartSource;
  /** Exclusive. */
  readonly #end: WallTime;
  /** For COUNT: all starts before `#countedTo`, in order. */
  readonly #counted: WallTime[] = [];
  #countedTo: WallTime;

  constructor(rule: RecurrenceRule, start: WallTime) {
    this.#start = start;
    this.#countedTo = start;
    this.#count = rule.count;
    this.#source = isSubDaily(rule.freq)
      ? new ClockSteps(rule, rule.freq, start)
      : new DayPeriods(rule, start);
    this.#end = Math.min(latestWall(rule) + 1, END_OF_TIME);
  }

  /** Starts in `[from, to)`, in order. */
  between(from: WallTime, to: WallTime): WallTime[] {
    const first = Math.max(from, this.#start);
    const end = Math.min(to, this.#end);
    if (first >= end) return [];
    if (this.#count === undefined) return this.#source.collect(first, end);
    this.#countTo(end, this.#count);
    return this.#counted.slice(
      firstAtOrAfter(this.#counted, first),
      firstAtOrAfter(this.#counted, end),
    );
  }

  /** Whether a start lies exactly there. */
  has(wall: WallTime): boolean {
    return this.between(wall, wall + 1).length > 0;
  }

  /** The first start for which `accept` holds, looked for over a hundred years. */
  first(accept: (wall: WallTime) => boolean): WallTime | undefined {
    const end = Math.min(this.#start + SEARCH_MS, this.#end);
    let piece = FIRST_PIECE_MS;
    for (let from = this.#start; from < end; ) {
      const to = Math.min(from + piece, end);
      const found = this.between(from, to).find(accept);
      if (found !== undefined) return found;
      from = to;
      piece = Math.min(piece * 4, LONGEST_PIECE_MS);
    }
    return undefined;
  }

  /** In pieces that begin small, so that few starts cost little and none is found twice. */
  #countTo(end: WallTime, count: number): void {
    let piece = FIRST_PIECE_MS;
    while (this.#countedTo < end && this.#counted.length < count) {
      const to = Math.min(this.#countedTo + piece, this.#end);
      const missing = count - this.#counted.length;
      const found = this.#source.collect(this.#countedTo, to);
      for (const wall of found.slice(0, missing)) this.#counted.push(wall);
      this.#countedTo = to;
      piece = Math.min(piece * 4, LONGEST_PIECE_MS);
    }
  }
}

/** Inclusive. For a moment only a bound: the zone, which is not known here, decides the rest. */
function latestWall({ until }: RecurrenceRule): WallTime {
  if (!until) return Infinity;
  return until.by === 'wall' ? until.wall : until.at + ZONE_SLACK;
}

function firstAtOrAfter(walls: readonly WallTime[], wall: WallTime): number {
  let low = 0;
  let high = walls.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (walls[middle] < wall) low = middle + 1;
    else high = middle;
  }
  return low;
}
