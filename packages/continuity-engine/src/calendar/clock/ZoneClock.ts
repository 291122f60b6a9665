import { IANAZone } from 'luxon';
import type { Instant } from '../../time';
import { DAY_MS, type WallTime } from './wallTime';

/** Where on the time line a clock time lies, and what the zone did to it. */
export interface PlacedTime {
  instant: Instant;
  /**
   * `gap`: clocks skipped this time, it was moved forward by the gap's length.
   * `fold`: clocks showed this time twice, the first is meant.
   */
  shift?: 'gap' | 'fold';
}

/** One UTC day: one offset throughout, or a change at a moment in it. */
interface DayOffsets {
  before: number;
  after: number;
  /** First moment of `after`; the day's end when the offset does not change. */
  change: Instant;
}

/** Some days in a row: one offset throughout, as nearly always, or day by day. */
type SpanOffsets = number | readonly DayOffsets[];

const SPAN_DAYS = 16;
const SPAN_MS = SPAN_DAYS * DAY_MS;

/** Kept per zone: about 80 years. */
const MAX_SPANS = 2_000;

/**
 * The clocks of one IANA zone. It answers from the platform's own zone data
 * (through luxon) and remembers the offsets of the weeks it was asked about: a
 * thousand windows over a year ask about the same few again and again.
 *
 * `Temporal` would do this too, but its polyfill looks for changes of the clocks in
 * steps: it overlooks the short ones (Cairo 2014, Casablanca 2018) and knows none
 * beyond ten years from the machine's present, so that its answers also depend on
 * when they are asked for.
 */
export class ZoneClock {
  readonly zone: string;
  readonly #zone: IANAZone;
  readonly #spans = new Map<number, SpanOffsets>();

  /** @throws RangeError when the zone is not known. */
  constructor(zone: string) {
    if (!isTimeZone(zone)) {
      throw new RangeError(`"${zone}" is not an IANA time zone`);
    }
    this.zone = zone;
    this.#zone = IANAZone.create(zone);
  }

  /** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
  offsetAt(at: Instant): number {
    const span = this.#span(Math.floor(at / SPAN_MS));
    if (typeof span === 'number') return span;
    const day =
      span[Math.floor(at / DAY_MS) - Math.floor(at / SPAN_MS) * SPAN_DAYS];
    return at < day.change ? day.before : day.after;
  }

  /** What the zone's clocks show at a moment. */
  toWall(at: Instant): WallTime {
    return at + this.offsetAt(at);
  }

  /**
   * When the zone's clocks show a time (RFC 5545 3.3.5): the first time they do,
   * and for a time that they skip, as if they had not been changed yet.
   */
  toInstant(wall: WallTime): PlacedTime {
    const before = this.offsetAt(wall - DAY_MS);
    const after = this.offsetAt(wall + DAY_MS);
    if (before === after) return { instant: wall - before };
    const first = wall - before;
    const second = wall - after;
    const firstShows = this.toWall(first) === wall;
    const secondShows = this.toWall(second) === wall;
    if (firstShows && secondShows && first !== second) {
      return { instant: Math.min(first, second), shift: 'fold' };
    }
    if (firstShows) return { instant: first };
    if (secondShows) return { instant: second };
    return { instant: first, shift: 'gap' };
  }

  /** `2026-01-30T18:00:00+01:00`. */
  format(at: Instant): string {
    const offset = this.offsetAt(at);
    const local = new Date(at + offset).toISOString().slice(0, 19);
    const minutes = Math.round(Math.abs(offset) / 60_000);
    const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
    const mm = String(minutes % 60).padStart(2, '0');
    return `${local}${offset < 0 ? '-' : '+'}${hh}:${mm}`;
  }

  #span(index: number): SpanOffsets {
    const known = this.#spans.get(index);
    if (known !== undefined) return known;
    if (this.#spans.size >= MAX_SPANS) this.#spans.clear();
    const days = Array.from({ length: SPAN_DAYS }, (_, day) =>
      this.#look(index * SPAN_MS + day * DAY_MS),
    );
    const [{ before: offset }] = days;
    const isSteady = days.every(
      ({ before, after }) => before === offset && after === offset,
    );
    const found = isSteady ? offset : days;
    this.#spans.set(index, found);
    return found;
  }

  /** No zone has changed its clocks twice within one UTC day since 1970. */
  #look(start: Instant): DayOffsets {
    const before = this.#read(start);
    const after = this.#read(start + DAY_MS - 1000);
    let low = start;
    let high = start + DAY_MS;
    if (before !== after) {
      high -= 1000;
      while (high - low > 1000) {
        const middle = low + Math.floor((high - low) / 2000) * 1000;
        if (this.#read(middle) === before) low = middle;
        else high = middle;
      }
    }
    return { before, after, change: high };
  }

  #read(at: Instant): number {
    return Math.round(this.#zone.offset(at) * 60_000);
  }
}

/** Whether the text names a zone of the IANA database; a bare offset does not. */
export function isTimeZone(text: string): boolean {
  return !/^(?:[+-]|etc\/unknown$)/i.test(text) && IANAZone.isValidZone(text);
}
