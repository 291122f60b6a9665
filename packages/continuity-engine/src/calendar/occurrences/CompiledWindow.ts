import { DateTime } from 'luxon';
import { parseDuration, type Instant } from '../../time';
import { Recurrence } from '../recurrence/Recurrence';
import { describeShift } from '../clock/describeShift';
import { parseRecurrenceRule } from '../recurrence/parseRecurrenceRule';
import type { RecurrenceRule } from '../recurrence/recurrenceRule';
import type { FreezeWindow, Occurrence } from '../types';
import { DAY_MS, parseDeclaredTime, type WallTime } from '../clock/wallTime';
import type { PlacedTime, ZoneClock } from '../clock/ZoneClock';

/** Clocks move by less than two days. */
const ZONE_SLACK = 2 * DAY_MS;

/** How long an occurrence is: on the clock, in passing time, or first one then the other. */
interface WindowLength {
  /** The clock time that an occurrence would end at if only the clock counted. */
  wallEnd(start: WallTime): WallTime;
  /** What passes after that; hours and smaller of a duration. */
  exactMs: number;
  /** The clock has no say: the end is counted from the start's moment. */
  exactOnly: boolean;
  /** An upper bound. */
  longestMs: number;
}

/** An occurrence in numbers; the words are made when somebody reads them. */
export interface PlacedOccurrence {
  wall: WallTime;
  start: Instant;
  end: Instant;
}

/**
 * A window made ready for expanding.
 *
 * How a clock time becomes a moment: a time that the clocks skip is moved forward
 * by what they skip; of a time they show twice the first is meant (RFC 5545 3.3.5).
 * RFC 5545 3.3.10 would drop a recurrence that falls on a skipped time. Here it is
 * moved like any other: a freeze never disappears because clocks change.
 *
 * When the end would thereby not come after the start - a window that lies wholly
 * in the skipped time - the occurrence keeps its length on the clock, counted from
 * its moved start. Two occurrences that come to start at one moment are one, the
 * longer (a day that a zone left out, e.g. Pacific/Apia on 2011-12-30).
 */
export class CompiledWindow {
  readonly window: FreezeWindow;
  readonly #clock: ZoneClock;
  readonly #start: WallTime;
  readonly #length: WindowLength;
  readonly #exdates: ReadonlySet<WallTime>;
  readonly #rule: RecurrenceRule | undefined;
  #recurrence: Recurrence | undefined;

  /** @throws RangeError when the window was not checked by `parseFreezeCalendar`. */
  constructor(window: FreezeWindow, clock: ZoneClock) {
    this.window = window;
    this.#clock = clock;
    this.#start = wallOf(window.start);
    this.#length = lengthOf(window.length, this.#start);
    this.#exdates = new Set(window.exdates.map(wallOf));
    this.#rule = window.rrule === undefined ? undefined : ruleOf(window.rrule);
  }

  /** Occurrences that overlap `[from, to)`, by start. */
  place(from: Instant, to: Instant): PlacedOccurrence[] {
    const earliest = from - this.#length.longestMs - ZONE_SLACK;
    const placed: PlacedOccurrence[] = [];
    for (const wall of this.walls(earliest, to + ZONE_SLACK)) {
      if (this.#exdates.has(wall)) continue;
      const next = this.#place(wall);
      if (next.start >= to || next.end <= from) continue;
      const last = placed.at(-1);
      if (last?.start !== next.start) placed.push(next);
      else if (last.end < next.end) placed[placed.length - 1] = next;
    }
    return placed;
  }

  /** Starts on the clock in `[from, to)`, cancelled ones included. */
  walls(from: WallTime, to: WallTime): WallTime[] {
    if (!this.#rule) {
      return from <= this.#start && this.#start < to ? [this.#start] : [];
    }
    const walls = this.#recur(this.#rule).between(from, to);
    return walls.filter(wall => this.#isWithinUntil(wall));
  }

  /**
   * The first occurrence that takes place, looked for over a hundred years.
   *
   * @param cancelled - `count`: look at the rule alone, as if nothing was cancelled.
   */
  firstWall(cancelled: 'skip' | 'count'): WallTime | undefined {
    const accept = (wall: WallTime) =>
      this.#isWithinUntil(wall) &&
      (cancelled === 'count' || !this.#exdates.has(wall));
    if (!this.#rule) return accept(this.#start) ? this.#start : undefined;
    return this.#recur(this.#rule).first(accept);
  }

  /** The occurrence with its words. */
  describe({ wall, start, end }: PlacedOccurrence): Occurrence {
    const { wallEnd, exactMs, exactOnly } = this.#length;
    const note = describeShift({
      zone: this.#clock.zone,
      wallStart: wall,
      wallEnd: wallEnd(wall) + exactMs,
      exactOnly,
      startShift: this.#clock.toInstant(wall).shift,
      endShift:
        exactMs === 0 ? this.#clock.toInstant(wallEnd(wall)).shift : undefined,
      start,
      end,
      shownStart: this.#clock.toWall(start),
      shownEnd: this.#clock.toWall(end),
    });
    return {
      start,
      end,
      startLocal: this.#clock.format(start),
      endLocal: this.#clock.format(end),
      ...(note !== undefined && { note }),
    };
  }

  #place(wall: WallTime): PlacedOccurrence {
    const { wallEnd, exactMs, exactOnly } = this.#length;
    const { instant: start }: PlacedTime = this.#clock.toInstant(wall);
    if (exactOnly) return { wall, start, end: start + exactMs };
    const onTheClock = wallEnd(wall);
    const end = this.#clock.toInstant(onTheClock).instant + exactMs;
    return end > start
      ? { wall, start, end }
      : { wall, start, end: start + (onTheClock - wall) + exactMs };
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

function wallOf(text: string): WallTime {
  const declared = parseDeclaredTime(text);
  if (!declared) throw new RangeError(`"${text}" is not a clock time`);
  return declared.wall;
}

function ruleOf(text: string): RecurrenceRule {
  const parsed = parseRecurrenceRule(text);
  if (!parsed.ok) throw new RangeError(parsed.messages.join('; '));
  return parsed.rule;
}

function lengthOf(
  length: FreezeWindow['length'],
  firstStart: WallTime,
): WindowLength {
  if (length.by === 'end') {
    const onTheClock = wallOf(length.end) - firstStart;
    return {
      wallEnd: start => start + onTheClock,
      exactMs: 0,
      exactOnly: false,
      longestMs: onTheClock,
    };
  }
  const parsed = parseDuration(length.duration);
  if (!parsed) throw new RangeError(`"${length.duration}" is not a duration`);
  const { nominal, exactMs } = parsed;
  const { years, months, weeks, days } = nominal;
  const dayMs = (weeks * 7 + days) * DAY_MS;
  return {
    wallEnd:
      years === 0 && months === 0
        ? start => start + dayMs
        : start =>
            DateTime.fromMillis(start, { zone: 'utc' })
              .plus(nominal)
              .toMillis(),
    exactMs,
    exactOnly: years + months + weeks + days === 0,
    longestMs: (years * 366 + months * 31) * DAY_MS + dayMs + exactMs,
  };
}
