import type { Instant } from '../../time';
import { describeShift } from '../clock/describeShift';
import { DAY_MS, type WallTime } from '../clock/wallTime';
import type { ZoneClock } from '../clock/ZoneClock';
import { parseRecurrenceRule } from '../recurrence/parseRecurrenceRule';
import { Recurrence } from '../recurrence/Recurrence';
import type { RecurrenceRule } from '../recurrence/recurrenceRule';
import { mostStartsPerDay } from '../recurrence/ruleBounds';
import type { FreezeWindow, Occurrence } from '../types';
import { particularSpans, type ParticularSpan } from './particularSpans';
import { SpanCollector, type Meaning, type PlacedSpans } from './PlacedSpans';
import {
  compileLength,
  endOf,
  wallEnd,
  wallOf,
  type CompiledLength,
} from './windowLength';

/** Clocks move by less than two days. */
const ZONE_SLACK = 2 * DAY_MS;

const NONE: ReadonlySet<WallTime> = new Set();
const NO_SPANS: readonly ParticularSpan[] = [];

/**
 * A window made ready for expanding.
 *
 * Its starts are what its rule yields, or its one start, and its extra dates; less
 * what is cancelled, and with what is overridden in the place of what it replaces.
 *
 * How a clock time becomes a moment: a time that the clocks skip is moved forward
 * by what they skip; of a time they show twice the first is meant (RFC 5545 3.3.5).
 * RFC 5545 3.3.10 would drop a recurrence that falls on a skipped time. Here it is
 * moved like any other: a freeze never disappears because clocks change.
 *
 * Two occurrences that come to start at one moment are one, the longer (a day that a
 * zone left out, e.g. Pacific/Apia on 2011-12-30; an extra date that the rule yields).
 */
export class CompiledWindow {
  readonly window: FreezeWindow;
  readonly #clock: ZoneClock;
  readonly #start: WallTime;
  readonly #length: CompiledLength;
  readonly #rule: RecurrenceRule | undefined;
  readonly #cancelled: ReadonlySet<WallTime>;
  /** Cancelled, or replaced: no start of the rule's takes place there. */
  readonly #skipped: ReadonlySet<WallTime>;
  readonly #extra: ReadonlySet<WallTime>;
  #recurrence: Recurrence | undefined;
  #particular: readonly ParticularSpan[] | undefined;

  /** @throws RangeError when the window was not checked by `parseFreezeWindow`. */
  constructor(window: FreezeWindow, clock: ZoneClock) {
    this.window = window;
    this.#clock = clock;
    this.#start = wallOf(window.start);
    this.#length = compileLength(window.length, this.#start);
    this.#rule = window.rrule === undefined ? undefined : ruleOf(window.rrule);
    this.#cancelled =
      window.exdates.length > 0 ? new Set(window.exdates.map(wallOf)) : NONE;
    this.#extra =
      window.rdates.length > 0
        ? new Set(window.rdates.map(({ start }) => wallOf(start)))
        : NONE;
    this.#skipped =
      window.overrides.length > 0
        ? new Set([
            ...this.#cancelled,
            ...window.overrides.map(({ occurrence }) => wallOf(occurrence)),
          ])
        : this.#cancelled;
  }

  /** No day has more starts than this; extra dates come on top. */
  get mostStartsPerDay(): number {
    return this.#rule ? mostStartsPerDay(this.#rule) : 1;
  }

  /** Nothing takes place before. */
  get earliest(): Instant {
    const starts = this.#particulars().map(({ start }) => start);
    return Math.min(this.#start - ZONE_SLACK, ...starts);
  }

  /** Occurrences that overlap `[from, to)`. */
  place(from: Instant, to: Instant): PlacedSpans {
    const collector = new SpanCollector(from, to);
    const earliest = from - this.#length.longestMs - ZONE_SLACK;
    for (const wall of this.#recurring(earliest, to + ZONE_SLACK)) {
      if (this.#skipped.has(wall)) continue;
      const { instant: start, shift } = this.#clock.toInstant(wall);
      const end = endOf(this.#length, wall, start, this.#clock);
      if (shift !== 'gap') collector.add(start, end);
      else collector.add(start, end, { wall, length: this.#length });
    }
    for (const { start, end, meaning } of this.#particulars()) {
      collector.add(start, end, meaning);
    }
    return collector.finish();
  }

  /**
   * Starts on the clock in `[from, to)`, in order and each once, cancelled and
   * replaced ones included: those that may be cancelled or replaced.
   */
  starts(from: WallTime, to: WallTime): WallTime[] {
    const recurring = this.#recurring(from, to);
    if (this.#extra.size === 0) return recurring;
    const extra = [...this.#extra].filter(wall => from <= wall && wall < to);
    return [...new Set([...recurring, ...extra])].sort((a, b) => a - b);
  }

  /** Whether one of {@link starts} lies exactly there. */
  isStart(wall: WallTime): boolean {
    return this.#extra.has(wall) || this.#recurring(wall, wall + 1).length > 0;
  }

  /** The first start of the rule, looked for over a hundred years; or the one start. */
  firstStart(): WallTime | undefined {
    return this.#firstRecurring(() => true);
  }

  /** Whether anything takes place, with all that is cancelled; see {@link firstStart}. */
  takesPlace(): boolean {
    return (
      this.#particulars().length > 0 ||
      this.#firstRecurring(wall => !this.#skipped.has(wall)) !== undefined
    );
  }

  /** When an occurrence that is meant to start there would end. */
  endFrom(wall: WallTime): Instant {
    const { instant } = this.#clock.toInstant(wall);
    return endOf(this.#length, wall, instant, this.#clock);
  }

  /** One of the occurrences that {@link place} found, with its words. */
  describe(spans: PlacedSpans, index: number): Occurrence {
    const clock = this.#clock;
    const start = spans.starts[index];
    const end = spans.ends[index];
    const meaning: Meaning = spans.meanings?.get(index) ?? {
      wall: clock.toWall(start),
      length: this.#length,
    };
    const { wall, length, title, reason } = meaning;
    const onTheClock = wallEnd(length, wall);
    const note = describeShift({
      zone: clock.zone,
      wallStart: wall,
      wallEnd: onTheClock + length.exactMs,
      exactOnly: length.exactOnly,
      startShift: clock.toInstant(wall).shift,
      endShift:
        length.exactMs === 0 ? clock.toInstant(onTheClock).shift : undefined,
      start,
      end,
      shownStart: clock.toWall(start),
      shownEnd: clock.toWall(end),
    });
    return {
      start,
      end,
      startLocal: clock.format(start),
      endLocal: clock.format(end),
      ...(note !== undefined && { note }),
      ...(title !== undefined && title !== this.window.title && { title }),
      ...(reason !== undefined && reason !== this.window.reason && { reason }),
    };
  }

  #particulars(): readonly ParticularSpan[] {
    this.#particular ??=
      this.window.rdates.length + this.window.overrides.length > 0
        ? particularSpans(
            this.window,
            this.#length,
            this.#cancelled,
            this.#clock,
          )
        : NO_SPANS;
    return this.#particular;
  }

  #recurring(from: WallTime, to: WallTime): WallTime[] {
    if (!this.#rule) {
      return from <= this.#start && this.#start < to ? [this.#start] : [];
    }
    const walls = this.#recur(this.#rule).between(from, to);
    return this.#rule.until?.by === 'instant'
      ? walls.filter(wall => this.#isWithinUntil(wall))
      : walls;
  }

  #firstRecurring(accept: (wall: WallTime) => boolean): WallTime | undefined {
    if (!this.#rule) return accept(this.#start) ? this.#start : undefined;
    return this.#recur(this.#rule).first(
      wall => this.#isWithinUntil(wall) && accept(wall),
    );
  }

  #isWithinUntil(wall: WallTime): boolean {
    const until = this.#rule?.until;
    return (
      until?.by !== 'instant' || this.#clock.toInstant(wall).instant <= until.at
    );
  }

  #recur(rule: RecurrenceRule): Recurrence {
    this.#recurrence ??= new Recurrence(rule, this.#start);
    return this.#recurrence;
  }
}

function ruleOf(text: string): RecurrenceRule {
  const parsed = parseRecurrenceRule(text);
  if (!parsed.ok) throw new RangeError(parsed.messages.join('; '));
  return parsed.rule;
}
