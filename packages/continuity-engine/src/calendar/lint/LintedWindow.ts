import {
  intersection,
  mergeIntervals,
  type Instant,
  type Interval,
} from '../../time';
import { DAY_MS, type WallTime } from '../clock/wallTime';
import type { ZoneClock } from '../clock/ZoneClock';
import { CompiledWindow } from '../occurrences/CompiledWindow';
import { clockOf } from '../occurrences/sharedClock';
import {
  compileLength,
  wallEnd,
  wallOf,
  type CompiledLength,
} from '../occurrences/windowLength';
import { END_OF_TIME } from '../recurrence/Recurrence';
import type {
  CalendarFinding,
  CalendarFindingRule,
  FreezeWindow,
} from '../types';
import { scopeKey } from './scopeOverlap';

/** An occurrence, with what was meant on the clock. */
export interface LintedOccurrence extends Interval {
  wall: WallTime;
  /** Where on the clock it is meant to end. Absent: its length is hours that pass. */
  wallEnd?: WallTime;
}

/** How far ahead is looked. */
const HORIZON_MS = 3 * 366 * DAY_MS;

/** Permanence is judged by the coming year. */
const YEAR_MS = 365 * DAY_MS;

/** A list is worked out piece by piece, so that its limit limits the work too. */
const PIECE_MS = 92 * DAY_MS;

/** Thirteen a day for a year; a window that has more is told off for that. */
const MAX_OCCURRENCES = 5_000;

/** When looking for the nearest occurrence: a month first, later years at once. */
const FIRST_REACH_MS = 32 * DAY_MS;
const MAX_REACH_MS = 5 * 366 * DAY_MS;

/** A window as the rules look at it; everything is worked out at most once. */
export class LintedWindow {
  readonly window: FreezeWindow;
  readonly calendarRef: string | undefined;
  readonly path: string | undefined;
  readonly now: Instant;
  readonly clock: ZoneClock;
  readonly compiled: CompiledWindow;
  readonly #length: CompiledLength;
  #first: { found: LintedOccurrence | undefined } | undefined;
  #inForce: readonly Interval[] | undefined;
  #shareOfYear: number | undefined;
  #scopeKey: string | undefined;
  #coming: { found: LintedOccurrence[]; until: Instant } | undefined;

  constructor(
    window: FreezeWindow,
    now: Instant,
    place: { calendarRef?: string; path?: string } = {},
  ) {
    this.window = window;
    this.now = now;
    this.calendarRef = place.calendarRef;
    this.path = place.path;
    this.clock = clockOf(window.timezone);
    this.compiled = new CompiledWindow(window, this.clock);
    this.#length = compileLength(window.length, wallOf(window.start));
  }

  /** The first occurrence of all. Undefined: it never takes place. */
  get first(): LintedOccurrence | undefined {
    this.#first ??= { found: this.#findFirst() };
    return this.#first.found;
  }

  /**
   * Occurrences that are not over, of three years from now or from the first one; the
   * first five thousand of them.
   */
  get coming(): readonly LintedOccurrence[] {
    this.#coming ??= this.#findComing();
    return this.#coming.found;
  }

  /** Up to when {@link coming} is complete. */
  get comingUntil(): Instant {
    this.#coming ??= this.#findComing();
    return this.#coming.until;
  }

  /** {@link coming} as stretches that do not touch. */
  get inForce(): readonly Interval[] {
    this.#inForce ??= mergeIntervals(this.coming);
    return this.#inForce;
  }

  /** Which part of the year from now on it is in force, 0 to 1. */
  get shareOfYear(): number {
    this.#shareOfYear ??= this.#findShareOfYear();
    return this.#shareOfYear;
  }

  /** Equal for windows of equal scope. */
  get scopeKey(): string {
    this.#scopeKey ??= scopeKey(this.window.scope);
    return this.#scopeKey;
  }

  /** The last occurrence that began before now. */
  get last(): LintedOccurrence | undefined {
    const { earliest } = this.compiled;
    let reach = FIRST_REACH_MS;
    for (let to = this.now; to > earliest; ) {
      const from = Math.max(to - reach, earliest);
      const found = this.#place(from, to).at(-1);
      if (found) return found;
      to = from;
      reach = Math.min(reach * 4, MAX_REACH_MS);
    }
    return undefined;
  }

  /** A finding about this window; `field` is the part of it that would be changed. */
  finding(
    rule: CalendarFindingRule,
    field: keyof FreezeWindow | 'end' | 'duration' | undefined,
    said: Pick<CalendarFinding, 'severity' | 'message' | 'remedy' | 'dates'>,
  ): CalendarFinding {
    const { path, window } = this;
    return {
      rule,
      severity: said.severity,
      windowId: window.id,
      ...(path !== undefined && {
        path: field === undefined ? path : `${path}.${field}`,
      }),
      message: said.message,
      remedy: said.remedy,
      ...(said.dates && said.dates.length > 0 && { dates: said.dates }),
    };
  }

  #findShareOfYear(): number {
    const { now } = this;
    // Where the list was cut short, only what it holds can be judged.
    const year = { start: now, end: Math.min(now + YEAR_MS, this.comingUntil) };
    const closed = this.inForce.reduce((sum, stretch) => {
      const part = intersection(stretch, year);
      return part ? sum + part.end - part.start : sum;
    }, 0);
    return closed / (year.end - year.start);
  }

  #findFirst(): LintedOccurrence | undefined {
    if (!this.compiled.takesPlace()) return undefined;
    let reach = FIRST_REACH_MS;
    for (let from = this.compiled.earliest; from < END_OF_TIME; ) {
      const to = Math.min(from + reach, END_OF_TIME);
      const [found] = this.#place(from, to);
      if (found) return found;
      from = to;
      reach = Math.min(reach * 4, MAX_REACH_MS);
    }
    return undefined;
  }

  #findComing(): { found: LintedOccurrence[]; until: Instant } {
    if (!this.first) return { found: [], until: END_OF_TIME };
    const begin = Math.max(this.now, this.first.start);
    const end = Math.min(begin + HORIZON_MS, END_OF_TIME);
    const found: LintedOccurrence[] = [];
    for (let from = begin; from < end; from += PIECE_MS) {
      const to = Math.min(from + PIECE_MS, end);
      for (const one of this.#place(from, to)) {
        // What began in an earlier piece stands in the list already.
        if (from > begin && one.start < from) continue;
        if (found.length >= MAX_OCCURRENCES) return { found, until: one.start };
        found.push(one);
      }
    }
    return { found, until: end };
  }

  #place(from: Instant, to: Instant): LintedOccurrence[] {
    const { starts, ends, meanings } = this.compiled.place(from, to);
    return Array.from(starts, (start, index) => {
      const meaning = meanings?.get(index);
      const wall = meaning?.wall ?? this.clock.toWall(start);
      const length = meaning?.length ?? this.#length;
      return {
        start,
        end: ends[index],
        wall,
        ...(length.exactMs === 0 && { wallEnd: wallEnd(length, wall) }),
      };
    });
  }
}
