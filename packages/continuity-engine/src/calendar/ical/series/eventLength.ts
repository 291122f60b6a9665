import { parseDuration, showValue } from '../../../time';
import { DAY_MS, type WallTime } from '../../clock/wallTime';
import type { FreezeWindowDeclaration } from '../../types';
import type { EventClock } from './EventClock';
import { declareWall } from '../icalTimes';
import type { IcalEvent } from '../readEvent';
import type { ReadingLog } from '../ReadingLog';

/**
 * How long an event is: on the clock (DTEND), or as a duration. RFC 5545 3.8.5.3
 * would keep the passing time of a recurring DTEND; calendar programs keep its clock
 * time, and so does a window with an `end`.
 */
export type EventLength =
  | { by: 'clock'; ms: number }
  | { by: 'duration'; iso: string };

/** Where an event begins. */
export interface EventPlace {
  zone: string;
  wall: WallTime;
  allDay: boolean;
}

/**
 * Reads how long an event is.
 *
 * @returns `none` when it takes no time (RFC 5545 3.6.1: a DTSTART with a time and
 * nothing else); undefined when it cannot be told, which is then said.
 */
export function readLength(
  event: IcalEvent,
  place: EventPlace,
  clock: EventClock,
  log: ReadingLog,
): EventLength | 'none' | undefined {
  if (event.duration) return readDuration(event, event.duration, place, log);
  if (event.end) return readEnd(event, event.end, place, clock, log);
  return place.allDay ? { by: 'duration', iso: 'P1D' } : 'none';
}

/** A length as a declaration has it, from a start on the clock. */
export function declareLength(
  length: EventLength,
  wall: WallTime,
  allDay: boolean,
): Pick<FreezeWindowDeclaration, 'end' | 'duration'> {
  return length.by === 'duration'
    ? { duration: length.iso }
    : { end: declareWall(wall + length.ms, allDay) };
}

export function sameLength(one: EventLength, other: EventLength): boolean {
  return one.by === 'duration'
    ? other.by === 'duration' && one.iso === other.iso
    : other.by === 'clock' && one.ms === other.ms;
}

function readDuration(
  { path }: IcalEvent,
  { iso, empty }: { iso: string; empty: boolean },
  { allDay }: EventPlace,
  log: ReadingLog,
): EventLength | 'none' | undefined {
  if (empty) return allDay ? { by: 'duration', iso: 'P1D' } : 'none';
  const exactMs = parseDuration(iso)?.exactMs ?? 0;
  if (!allDay || exactMs === 0) return { by: 'duration', iso };
  const parsed = parseDuration(iso);
  if (parsed && exactMs % DAY_MS === 0) {
    const { weeks, days } = parsed.nominal;
    const all = weeks * 7 + days + exactMs / DAY_MS;
    return { by: 'duration', iso: `P${all}D` };
  }
  return log.refuse(
    `${path}.DURATION`,
    `${showValue(
      iso,
    )} has hours, but DTSTART is a date; expected whole days, e.g. P1D`,
  );
}

function readEnd(
  event: IcalEvent,
  end: NonNullable<IcalEvent['end']>,
  { zone, wall, allDay }: EventPlace,
  clock: EventClock,
  log: ReadingLog,
): EventLength | 'none' | undefined {
  const path = `${event.path}.DTEND`;
  if ((end.kind === 'date') !== allDay) {
    return log.refuse(
      path,
      allDay
        ? 'has a time, but DTSTART is a date; expected a date'
        : 'is a date, but DTSTART has a time; expected a time',
    );
  }
  const placed = clock.wallIn(zone, end, path, event.name);
  if (!placed) return undefined;
  const start = clock.instantOf(event.start, path, event.name);
  const until = clock.instantOf(end, path, event.name);
  if (start === undefined || until === undefined) return undefined;
  const ms = placed.wall - wall;
  if (placed.exact && ms > 0) return { by: 'clock', ms };
  // The clock cannot say it: an end in the hour that comes twice, given in UTC.
  if (until > start && !placed.exact) {
    return { by: 'duration', iso: `PT${(until - start) / 1000}S` };
  }
  if (ms === 0 && !allDay) return 'none';
  if (ms === 0) {
    log.note({
      severity: 'warning',
      message: `${event.name} is all day and ends on the date it begins on; DTEND is exclusive (RFC 5545 3.6.1), so that would be no time. It is read as that one day.`,
      remedy: 'Write the day after as DTEND.',
    });
    return { by: 'duration', iso: 'P1D' };
  }
  return log.refuse(
    path,
    'lies before DTSTART; expected an event that ends after it begins',
  );
}
