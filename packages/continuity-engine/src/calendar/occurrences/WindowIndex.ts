import { durationMs, type Instant, type Interval } from '../../time';
import { CompiledWindow } from './CompiledWindow';
import { END_OF_TIME } from '../recurrence/Recurrence';
import type {
  CalendarOrigin,
  FreezeCalendar,
  FreezeWindow,
  Occurrence,
} from '../types';
import type { SpanVisitor } from './OccurrenceBlock';
import { clockOf } from './sharedClock';
import { WindowBlocks } from './WindowBlocks';

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

/** What takes place at a moment, and next. */
export interface OccurrencesAt {
  readonly active?: Occurrence;
  readonly next?: Occurrence;
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
  occurrencesAt(window: IndexedWindow, at: Instant): OccurrencesAt;
  /**
   * Every occurrence that overlaps a stretch of time, by start; for showing days or
   * weeks, since the whole stretch is computed and put into words.
   *
   * @param window - One of this index's `windows`.
   * @throws RangeError when the stretch leaves the years 1970 to 2199.
   */
  occurrencesBetween(window: IndexedWindow, stretch: Interval): Occurrence[];
  /**
   * {@link WindowIndex.occurrencesBetween} in numbers: what is kept is called back
   * with, so that years of thousands of windows can be gone through.
   */
  spansBetween(
    window: IndexedWindow,
    stretch: Interval,
    visitor: SpanVisitor,
  ): void;
}

/** A window that leads to its occurrences: looking them up elsewhere takes longer than asking them. */
class BlockedWindow implements IndexedWindow {
  readonly calendarRef: string;
  readonly calendarTitle: string;
  readonly origin: CalendarOrigin;
  readonly window: FreezeWindow;
  readonly #index: WindowIndex;
  readonly #blocks: WindowBlocks;

  constructor(
    index: WindowIndex,
    { ref, title, origin }: FreezeCalendar,
    window: FreezeWindow,
  ) {
    this.calendarRef = ref;
    this.calendarTitle = title;
    this.origin = origin;
    this.window = window;
    this.#index = index;
    this.#blocks = new WindowBlocks(
      new CompiledWindow(window, clockOf(window.timezone)),
      index.lookaheadMs,
    );
  }

  /** @throws RangeError when the window is not one of the index. */
  static blocksOf(window: IndexedWindow, index: WindowIndex): WindowBlocks {
    if (#blocks in window && window.#index === index) return window.#blocks;
    throw new RangeError('The window is not one of this index');
  }
}

class BlockwiseIndex implements WindowIndex {
  readonly windows: readonly IndexedWindow[];
  readonly lookaheadMs: number;

  constructor(calendars: readonly FreezeCalendar[], lookaheadMs: number) {
    this.lookaheadMs = lookaheadMs;
    this.windows = calendars.flatMap(calendar =>
      calendar.windows.map(window => new BlockedWindow(this, calendar, window)),
    );
  }

  warm(at: Instant): void {
    requireComputed(at);
    for (const window of this.windows) this.#blocksOf(window).warm(at);
  }

  occurrencesAt(window: IndexedWindow, at: Instant): OccurrencesAt {
    requireComputed(at);
    return this.#blocksOf(window).at(at);
  }

  occurrencesBetween(window: IndexedWindow, stretch: Interval): Occurrence[] {
    return this.#blocksWithin(window, stretch).describe(stretch);
  }

  spansBetween(
    window: IndexedWindow,
    stretch: Interval,
    visitor: SpanVisitor,
  ): void {
    this.#blocksWithin(window, stretch).visit(stretch, visitor);
  }

  #blocksWithin(window: IndexedWindow, stretch: Interval): WindowBlocks {
    requireComputed(stretch.start);
    requireComputed(stretch.end);
    return this.#blocksOf(window);
  }

  #blocksOf(window: IndexedWindow): WindowBlocks {
    return BlockedWindow.blocksOf(window, this);
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
  if (options.warmAt !== undefined) index.warm(options.warmAt);
  return index;
}
