import { showValue, type Instant } from '../../../time';
import type { WallTime } from '../../clock/wallTime';
import type { ZoneClock } from '../../clock/ZoneClock';
import { clockOf } from '../../occurrences/sharedClock';
import type { IcalTime } from '../icalTimes';
import type { ReadingLog, Remark } from '../ReadingLog';
import type { ZoneResolver } from '../zones/ZoneResolver';

/** A time of an event on the clock of a zone. */
export interface PlacedWall {
  wall: WallTime;
  /**
   * Whether the clock time alone says which moment is meant; false in the second
   * hour of a fold, which clock times cannot name (RFC 5545 3.3.5).
   */
  exact: boolean;
}

/** Reads the times of one VCALENDAR on the clocks of zones. */
export class EventClock {
  readonly #zones: ZoneResolver;
  readonly #floating: string;
  readonly #log: ReadingLog;
  readonly #floats: Remark;

  /** @param floating - Zone in which dates and floating times are read. */
  constructor(zones: ZoneResolver, floating: string, log: ReadingLog) {
    this.#zones = zones;
    this.#floating = floating;
    this.#log = log;
    this.#floats = {
      severity: 'info',
      message: (count, names) =>
        `${
          count === 1 ? '1 event has' : `${count} events have`
        } a time without a zone, which is read in ${floating}: ${names}.`,
      remedy:
        'Give the event a time zone where it is edited, unless that is what is meant.',
    };
  }

  /** The zone in which a time is written; undefined when nobody can tell, which is then said. */
  zoneOf(time: IcalTime, path: string, name: string): string | undefined {
    if (time.kind === 'utc') return 'UTC';
    if (time.kind === 'date') return this.#floating;
    if (time.tzid === undefined) return this.#floating;
    const resolved = this.#zones.resolve(time.tzid.trim());
    if (!resolved.ok) {
      return this.#log.refuse(
        path,
        `${resolved.why}; expected a TZID such as Europe/Zurich, or the time in UTC`,
      );
    }
    if (resolved.note !== undefined) {
      this.#log.note({
        severity: 'warning',
        message: `The time zone ${showValue(time.tzid)} of ${name}: ${
          resolved.note
        }.`,
        remedy: `Write TZID=${resolved.zone}, so that no program has to guess.`,
      });
    }
    return resolved.zone;
  }

  /** Says of an event that its time floats. */
  noteFloating(time: IcalTime, name: string): void {
    if (time.kind === 'local' && time.tzid === undefined) {
      this.#log.remark(this.#floats, name);
    }
  }

  clock(zone: string): ZoneClock {
    return clockOf(zone);
  }

  /** A time on the clock of `zone`, wherever it was written; a date is its midnight there. */
  wallIn(
    zone: string,
    time: IcalTime,
    path: string,
    name: string,
  ): PlacedWall | undefined {
    if (time.kind === 'date') return { wall: time.wall, exact: true };
    const own = this.zoneOf(time, path, name);
    if (own === undefined) return undefined;
    if (time.kind === 'local' && own === zone) {
      return { wall: time.wall, exact: true };
    }
    const at = this.#instant(time, own);
    const clock = this.clock(zone);
    const wall = clock.toWall(at);
    return { wall, exact: clock.toInstant(wall).instant === at };
  }

  /** When a time is; a date begins at midnight in the calendar's zone. */
  instantOf(time: IcalTime, path: string, name: string): Instant | undefined {
    const zone = this.zoneOf(time, path, name);
    return zone === undefined ? undefined : this.#instant(time, zone);
  }

  #instant(time: IcalTime, zone: string): Instant {
    return time.kind === 'utc'
      ? time.instant
      : this.clock(zone).toInstant(time.wall).instant;
  }
}
