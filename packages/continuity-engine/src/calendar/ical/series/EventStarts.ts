import type { Instant } from '../../../time';
import { DAY_MS, type WallTime } from '../../clock/wallTime';
import type { ZoneClock } from '../../clock/ZoneClock';
import { Recurrence } from '../../recurrence/Recurrence';
import type { RecurrenceRule } from '../../recurrence/recurrenceRule';

/** The starts of an event on its clock, for finding which of them is meant. */
export class EventStarts {
  readonly #clock: ZoneClock;
  readonly #rule: RecurrenceRule | undefined;
  readonly #recurrence: Recurrence | undefined;
  readonly #listed: readonly WallTime[];

  /** @param listed - Starts beside those of the rule: DTSTART without one, RDATEs. */
  constructor(
    clock: ZoneClock,
    start: WallTime,
    rule: RecurrenceRule | undefined,
    listed: readonly WallTime[],
  ) {
    this.#clock = clock;
    this.#rule = rule;
    this.#recurrence = rule && new Recurrence(rule, start);
    this.#listed = [...listed].sort((one, other) => one - other);
  }

  /** Starts in `[from, to)`; one may come twice. */
  between(from: WallTime, to: WallTime): WallTime[] {
    return [...this.#ruled(from, to), ...this.#listedBetween(from, to)];
  }

  /**
   * The first start from `from` on that is none of `cancelled`. As many pieces of
   * time are looked at as the cancelled ones need.
   */
  firstExcept(
    cancelled: ReadonlySet<WallTime>,
    from: WallTime,
  ): WallTime | undefined {
    const listed = this.#listed.filter(
      wall => wall >= from && !cancelled.has(wall),
    );
    const ruled = this.#recurrence?.first(
      wall => wall >= from && !cancelled.has(wall) && this.#isWithinUntil(wall),
    );
    const all = ruled === undefined ? listed : [...listed, ruled];
    return all.length > 0 ? all.reduce((a, b) => Math.min(a, b)) : undefined;
  }

  has(wall: WallTime): boolean {
    return this.between(wall, wall + 1).length > 0;
  }

  /** Whether the rule yields a start, listed or not. */
  isOfRule(wall: WallTime): boolean {
    return this.#ruled(wall, wall + 1).length > 0;
  }

  /** Starts on the day that begins at `midnight`. */
  onDay(midnight: WallTime): WallTime[] {
    return [...new Set(this.between(midnight, midnight + DAY_MS))];
  }

  /**
   * The start that lies at a moment. Clocks that skip a start's time show another
   * one at its moment, so the clock alone does not find it.
   */
  at(moment: Instant): WallTime | undefined {
    const shown = this.#clock.toWall(moment);
    return this.between(shown - DAY_MS, shown + DAY_MS).find(
      wall => this.#clock.toInstant(wall).instant === moment,
    );
  }

  /** By halves: a file may list thousands and ask about each. */
  #listedBetween(from: WallTime, to: WallTime): WallTime[] {
    let low = 0;
    let high = this.#listed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#listed[middle] < from) low = middle + 1;
      else high = middle;
    }
    const found: WallTime[] = [];
    for (; low < this.#listed.length && this.#listed[low] < to; low++) {
      found.push(this.#listed[low]);
    }
    return found;
  }

  #ruled(from: WallTime, to: WallTime): WallTime[] {
    const found = this.#recurrence?.between(from, to) ?? [];
    return found.filter(wall => this.#isWithinUntil(wall));
  }

  /** A moment bounds a rule only where the zone is known. */
  #isWithinUntil(wall: WallTime): boolean {
    const until = this.#rule?.until;
    return (
      until?.by !== 'instant' || this.#clock.toInstant(wall).instant <= until.at
    );
  }
}
