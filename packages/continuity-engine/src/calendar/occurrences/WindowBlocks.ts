import type { Instant, Interval } from '../../time';
import { DAY_MS } from '../clock/wallTime';
import { END_OF_TIME } from '../recurrence/Recurrence';
import type { Occurrence } from '../types';
import type { CompiledWindow } from './CompiledWindow';
import { OccurrenceBlock, type SpanVisitor } from './OccurrenceBlock';

/**
 * Time is cut into blocks, and occurrences are kept block by block; smaller ones for
 * windows that start many times a day, so that no block has more than 2,000 starts.
 */
const BLOCK_DAYS = 256;
const DENSE_BLOCK_DAYS = 16;
const DENSE_STARTS_PER_DAY = 4;

/** Blocks kept per window: this year's, and one for a question about another time. */
const MAX_BLOCKS = 4;

/** What holds from a moment on, and until when it surely does. */
export interface Standing {
  readonly active: Occurrence | undefined;
  readonly next: Occurrence | undefined;
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
}

/** The blocks of one window that were asked for lately. */
export class WindowBlocks {
  readonly #window: CompiledWindow;
  readonly #lookaheadMs: number;
  readonly #blockMs: number;
  /** The one asked for last comes first; nearly every question is about it again. */
  readonly #blocks: OccurrenceBlock[] = [];
  /** The next occurrence to start after a block, where that had to be searched. */
  #beyond: { block: OccurrenceBlock; next: Occurrence | undefined } | undefined;

  /** What was answered last; questions come about now, and now passes. */
  #standing: Standing | undefined;

  constructor(window: CompiledWindow, lookaheadMs: number) {
    this.#window = window;
    this.#lookaheadMs = lookaheadMs;
    this.#blockMs =
      DAY_MS *
      (window.mostStartsPerDay > DENSE_STARTS_PER_DAY
        ? DENSE_BLOCK_DAYS
        : BLOCK_DAYS);
  }

  /** Makes ready for questions about a moment. */
  warm(at: Instant): void {
    this.#blockAt(at);
  }

  /**
   * The occurrence in force, of several the one that ends last, and the first to start
   * after the moment within the lookahead.
   */
  at(at: Instant): Standing {
    const last = this.#standing;
    if (last && last.from <= at && at < last.until) return last;
    const block = this.#blockAt(at);
    const active = block.active(at);
    const following = block.next(at) ?? this.#nextBeyond(block);
    const inSight =
      following === undefined ? -Infinity : following.start - this.#lookaheadMs;
    const standing: Standing = {
      active,
      next: at > inSight ? following : undefined,
      from: at,
      until: Math.min(
        block.to,
        active?.end ?? Infinity,
        following?.start ?? Infinity,
        // What is too far ahead to be seen comes into sight.
        at > inSight ? Infinity : inSight + 1,
      ),
    };
    this.#standing = standing;
    return standing;
  }

  /** Occurrences that overlap a stretch of time, by start. */
  visit({ start, end }: Interval, visitor: SpanVisitor): void {
    let notBefore = -Infinity;
    for (const block of this.#blocksOf({ start, end })) {
      block.visit(start, end, notBefore, visitor);
      notBefore = block.to;
    }
  }

  /** {@link visit}, in words. */
  describe({ start, end }: Interval): Occurrence[] {
    const found: Occurrence[][] = [];
    let notBefore = -Infinity;
    for (const block of this.#blocksOf({ start, end })) {
      found.push(block.describe(start, end, notBefore));
      notBefore = block.to;
    }
    return found.flat();
  }

  /** Blocks that are kept serve where they suffice; longer stretches are not kept. */
  *#blocksOf({ start, end }: Interval): Generator<OccurrenceBlock> {
    const last = Math.ceil(end / this.#blockMs);
    const first = Math.floor(start / this.#blockMs);
    const keep = last - first < MAX_BLOCKS;
    for (let block = first; block < last; block++) {
      const from = block * this.#blockMs;
      yield keep ? this.#blockAt(from) : this.#expand(from);
    }
  }

  #nextBeyond(block: OccurrenceBlock): Occurrence | undefined {
    if (this.#beyond?.block === block) return this.#beyond.next;
    const limit = Math.min(block.to + this.#lookaheadMs, END_OF_TIME);
    let next: Occurrence | undefined;
    for (
      let from = block.to;
      next === undefined && from < limit;
      from += this.#blockMs
    ) {
      // Not kept, so that looking ahead takes no room.
      next = this.#expand(from).next(from - 1);
    }
    this.#beyond = { block, next };
    return next;
  }

  #blockAt(at: Instant): OccurrenceBlock {
    const blocks = this.#blocks;
    const place = blocks.findIndex(({ from, to }) => from <= at && at < to);
    if (place === 0) return blocks[0];
    const [block] = place < 0 ? [this.#expand(at)] : blocks.splice(place, 1);
    blocks.unshift(block);
    if (blocks.length > MAX_BLOCKS) blocks.pop();
    return block;
  }

  #expand(at: Instant): OccurrenceBlock {
    const from = Math.floor(at / this.#blockMs) * this.#blockMs;
    const to = Math.min(from + this.#blockMs, END_OF_TIME);
    return new OccurrenceBlock(this.#window, from, to);
  }
}
