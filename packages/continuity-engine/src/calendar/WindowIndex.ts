import { durationMs, type Instant } from '../time';
import { CompiledWindow } from './CompiledWindow';
import { OccurrenceSpan } from './OccurrenceSpan';
import { END_OF_TIME } from './Recurrence';
import type { FreezeCalendar, FreezeWindow, Occurrence } from './types';
import { DAY_MS } from './wallTime';
import { ZoneClock } from './ZoneClock';

/** Time is cut into blocks of this size; occurrences are kept block by block. */
const BLOCK_MS = 128 * DAY_MS;

/** Blocks kept per window: the present one, and a few for questions about other times. */
const MAX_BLOCKS = 4;

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
    if (!(at >= 0 && at < END_OF_TIME)) {
      throw new RangeError(
        `${at} is not a moment from 1970 to 2199, for which windows are computed`,
      );
    }
    const blocks = this.#books.get(window);
    if (!blocks) throw new RangeError('The window is not one of this index');
    const span = blocks.spanAt(at);
    return {
      active: span.active(at),
      next: span.next(at, at + this.lookaheadMs),
    };
  }

  #clock(zone: string): ZoneClock {
    const known = this.#clocks.get(zone);
    if (known) return known;
    const clock = new ZoneClock(zone);
    this.#clocks.set(zone, clock);
    return clock;
  }
}

/** The blocks of one window that were asked for lately. */
class WindowBlocks {
  readonly #window: CompiledWindow;
  readonly #lookaheadMs: number;
  readonly #spans = new Map<number, OccurrenceSpan>();

  constructor(window: CompiledWindow, lookaheadMs: number) {
    this.#window = window;
    this.#lookaheadMs = lookaheadMs;
  }

  /** Holds what is in force anywhere in the block, and the lookahead from its end. */
  spanAt(at: Instant): OccurrenceSpan {
    const block = Math.floor(at / BLOCK_MS);
    const known = this.#spans.get(block);
    if (known) return known;
    const from = block * BLOCK_MS;
    const to = Math.min(from + BLOCK_MS + this.#lookaheadMs, END_OF_TIME);
    const span = new OccurrenceSpan(this.#window, from, to);
    if (this.#spans.size >= MAX_BLOCKS) {
      const [oldest] = this.#spans.keys();
      this.#spans.delete(oldest);
    }
    this.#spans.set(block, span);
    return span;
  }
}
