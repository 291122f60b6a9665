import { durationMs, type Instant, type Interval } from '../../time';
import { CompiledWindow } from './CompiledWindow';
import { END_OF_TIME } from '../recurrence/Recurrence';
import type {
  CalendarOrigin,
  FreezeCalendar,
  FreezeWindow,
  Occurrence,
} from '../types';
import { WindowBlocks } from './WindowBlocks';
import { ZoneClock } from '../clock/ZoneClock';

/** How far ahead the next occurrence is looked for. */
const DEFAULT_LOOKAHEAD = 'P400D';

export interface WindowIndexOptions {
  /** ISO 8601: how far ahead the next occurrence is looked for. Absent: P400D. */
  lookahead?: string;
  /** A moment whose occurrences are to be computed now rather than when first asked for. */
  warmAt?: Instant;
}

/** A window of the index, with what it belongs to. */
export interface IndexedWindow {
  readonly calendarRef: string;
  readonly calendarTitle: string;
  readonly origin: CalendarOrigin;
  readonly window: FreezeWindow;
}

/**
 * Calendars made ready for many questions. The answers depend on the calendars and
 * the lookahead alone, never on what was asked before.
 */
export interface WindowIndex {
  readonly windows: readonly IndexedWindow[];
  readonly lookaheadMs: number;
  /**
   * What is in force at a moment, and what starts next within the lookahead.
   *
   * @param window - One of this index's `windows`.
   * @throws RangeError outside the years 1970 to 2199, for which nothing is computed
   * and nothing may be concluded.
   */
  occurrencesAt(
    window: IndexedWindow,
    at: Instant,
  ): { active?: Occurrence; next?: Occurrence };
  /**
   * Every occurrence that overlaps a stretch of time, by start; for showing days or
   * weeks, since the whole stretch is computed.
   *
   * @param window - One of this index's `windows`.
   * @throws RangeError when the stretch leaves the years 1970 to 2199.
   */
  occurrencesBetween(window: IndexedWindow, stretch: Interval): Occurrence[];
}

class BlockwiseIndex implements WindowIndex {
  readonly windows: readonly IndexedWindow[];
  readonly lookaheadMs: number;
  readonly #clocks = new Map<string, ZoneClock>();
  readonly #books = new Map<IndexedWindow, WindowBlocks>();

  constructor(calendars: readonly FreezeCalendar[], lookaheadMs: number) {
    this.lookaheadMs = lookaheadMs;
    this.windows = calendars.flatMap(calendar =>
      calendar.windows.map(window => ({
        calendarRef: calendar.ref,
        calendarTitle: calendar.title,
        origin: calendar.origin,
        window,
      })),
    );
    for (const indexed of this.windows) {
      const clock = this.#clock(indexed.window.timezone);
      const compiled = new CompiledWindow(indexed.window, clock);
      this.#books.set(indexed, new WindowBlocks(compiled, lookaheadMs));
    }
  }

  occurrencesAt(
    window: IndexedWindow,
    at: Instant,
  ): { active?: Occurrence; next?: Occurrence } {
    requireComputed(at);
    const span = this.#blocksOf(window).spanAt(at);
    return {
      active: span.active(at),
      next: span.next(at, at + this.lookaheadMs),
    };
  }

  occurrencesBetween(window: IndexedWindow, stretch: Interval): Occurrence[] {
    requireComputed(stretch.start);
    requireComputed(stretch.end);
    return this.#blocksOf(window).between(stretch);
  }

  #blocksOf(window: IndexedWindow): WindowBlocks {
    const blocks = this.#books.get(window);
    if (!blocks) throw new RangeError('The window is not one of this index');
    return blocks;
  }

  #clock(zone: string): ZoneClock {
    const known = this.#clocks.get(zone);
    if (known) return known;
    const clock = new ZoneClock(zone);
    this.#clocks.set(zone, clock);
    return clock;
  }
}

function requireComputed(at: Instant): void {
  if (at >= 0 && at < END_OF_TIME) return;
  throw new RangeError(
    `${at} is not a moment from 1970 to 2199, for which windows are computed`,
  );
}

/** @throws RangeError for a calendar that was not checked, or a wrong lookahead. */
export function createWindowIndex(
  calendars: readonly FreezeCalendar[],
  options: WindowIndexOptions = {},
): WindowIndex {
  const index = new BlockwiseIndex(
    calendars,
    durationMs(options.lookahead ?? DEFAULT_LOOKAHEAD),
  );
  const { warmAt } = options;
  if (warmAt !== undefined) {
    for (const window of index.windows) index.occurrencesAt(window, warmAt);
  }
  return index;
}
