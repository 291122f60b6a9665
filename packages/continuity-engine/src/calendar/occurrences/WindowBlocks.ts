import type { Instant, Interval } from '../../time';
import type { CompiledWindow } from './CompiledWindow';
import { OccurrenceSpan } from './OccurrenceSpan';
import { END_OF_TIME } from '../recurrence/Recurrence';
import type { Occurrence } from '../types';
import { DAY_MS } from '../clock/wallTime';

/** Time is cut into blocks of this size; occurrences are kept block by block. */
const BLOCK_MS = 128 * DAY_MS;

/** Blocks kept per window: the present one, and a few for questions about other times. */
const MAX_BLOCKS = 4;

/** The blocks of one window that were asked for lately. */
export class WindowBlocks {
  readonly #window: CompiledWindow;
  readonly #lookaheadMs: number;
  readonly #spans = new Map<number, OccurrenceSpan>();
  /** Nearly every question is about the block of the one before. */
  #last?: { block: number; span: OccurrenceSpan };

  constructor(window: CompiledWindow, lookaheadMs: number) {
    this.#window = window;
    this.#lookaheadMs = lookaheadMs;
  }

  between({ start, end }: Interval): Occurrence[] {
    const placed = this.#window.place(start, end);
    return placed.map(one => this.#window.describe(one));
  }

  /** Holds what is in force anywhere in the block, and the lookahead from its end. */
  spanAt(at: Instant): OccurrenceSpan {
    const block = Math.floor(at / BLOCK_MS);
    if (this.#last?.block === block) return this.#last.span;
    const span = this.#spans.get(block) ?? this.#expand(block);
    this.#last = { block, span };
    return span;
  }

  #expand(block: number): OccurrenceSpan {
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
