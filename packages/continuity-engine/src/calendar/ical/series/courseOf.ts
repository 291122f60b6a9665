import { showValue } from '../../../time';
import {
  DAY_MS,
  formatWall,
  parseDeclaredTime,
  type WallTime,
} from '../../clock/wallTime';
import type { ZoneClock } from '../../clock/ZoneClock';
import { isKnownZone } from '../../occurrences/sharedClock';
import { parseRecurrenceRule } from '../../recurrence/parseRecurrenceRule';
import { Recurrence } from '../../recurrence/Recurrence';
import type { RecurrenceRule } from '../../recurrence/recurrenceRule';
import { OURS } from '../continuityProperties';
import { declareWall, isComputed, parseIcalTime } from '../icalTimes';
import type { ExtraTime, IcalEvent } from '../readEvent';
import { exportRule, withCount } from '../recurrenceText';
import * as remarks from '../remarks';
import { readLength, type EventLength, type EventPlace } from './eventLength';
import { EventStarts } from './EventStarts';
import { instantAfter, timeOfDay, wallAfter } from './lasting';
import type { SeriesContext } from './seriesContext';

/** The beginning of what is computed; a rule that is older goes on from here. */
const BEGINNING: WallTime = Date.UTC(1970, 0, 1);
const SEARCH_MS = 100 * 366 * DAY_MS;

/** When an event takes place, before what happens to single occurrences of it. */
export interface Course {
  place: EventPlace;
  length: EventLength;
  rrule?: string;
  rule?: RecurrenceRule;
  /** Extra starts; with a length of their own on the clock, or without. */
  extras: Map<WallTime, number | undefined>;
  /** Extra dates that the clock of the series cannot say. */
  apart: ExtraTime[];
}

/** Where an event begins; undefined when that cannot be told, which is then said. */
export function placeOf(
  event: IcalEvent,
  { clock, ours }: SeriesContext,
): EventPlace | undefined {
  const { start } = event;
  const own = ours ? event.ours.get(OURS.timezone) : undefined;
  const zone =
    start.kind === 'date' && own !== undefined && isKnownZone(own)
      ? own
      : clock.zoneOf(start, `${event.path}.DTSTART`, event.name);
  if (zone === undefined) return undefined;
  clock.noteFloating(start, event.name);
  return start.kind === 'utc'
    ? { zone, wall: start.instant, allDay: false }
    : { zone, wall: start.wall, allDay: start.kind === 'date' };
}

/** How long an event is; a length of our own export as it was declared. */
export function lengthOf(
  event: IcalEvent,
  place: EventPlace,
  { clock, log, ours }: SeriesContext,
): EventLength | 'none' | undefined {
  const length = readLength(event, place, clock, log);
  const iso = ours ? event.ours.get(OURS.duration) : undefined;
  if (iso === undefined || !length || length === 'none') return length;
  if (length.by === 'duration') return length;
  // Only while DTEND is what the length comes to: it may have been changed since.
  const end = wallAfter(iso, place.wall, clock.clock(place.zone));
  return end === place.wall + length.ms ? { by: 'duration', iso } : length;
}

/**
 * Reads the rule and the extra dates of an event; undefined when they cannot be
 * understood or are over, which is then said.
 */
export function courseOf(
  event: IcalEvent,
  place: EventPlace,
  length: EventLength,
  context: SeriesContext,
): Course | undefined {
  const { log } = context;
  const course: Course = { place, length, extras: new Map(), apart: [] };
  if (event.rrule !== undefined) {
    const rrule = event.rrule
      .trim()
      .replace(/;$/, '')
      .toLocaleUpperCase('en-US');
    const parsed = parseRecurrenceRule(rrule);
    if (!parsed.ok) {
      for (const message of parsed.messages) {
        log.refuse(`${event.path}.RRULE`, message);
      }
      return undefined;
    }
    course.rrule = rrule;
    course.rule = parsed.rule;
  }
  for (const extra of event.rdates) {
    const read = readExtra(event, extra, course, context);
    if (!read) return undefined;
    if (read === 'apart') course.apart.push(extra);
    else if (isComputed(read.wall)) course.extras.set(read.wall, read.ms);
    else log.remark(remarks.OVER, event.name);
  }
  if (!isComputed(place.wall)) return sinceBeginning(event, course, context);
  const clock = context.clock.clock(place.zone);
  const { rule } = course;
  if (!rule) return course;
  if (context.ours) {
    const declared = restoreRule(event, course, clock);
    if (declared) return declared;
  }
  const yielded = new EventStarts(clock, place.wall, rule, []);
  if (yielded.has(place.wall)) return course;
  log.note({
    rule: 'start-not-in-rule',
    severity: 'warning',
    message: `${event.name} begins on ${declareWall(
      place.wall,
      place.allDay,
    )}, which its rule ${
      course.rrule
    } does not yield. Calendar programs count that day, so it is an extra date here.`,
    remedy:
      'Let the event begin on a day that its rule yields, or take the extra date out.',
    dates: [formatWall(place.wall)],
  });
  if (!course.extras.has(place.wall)) course.extras.set(place.wall, undefined);
  // Programs count the first day for COUNT too.
  return recounted(course, count => count - 1);
}

/** The starts of a course: of its rule, or its one start, and its extra dates. */
export function startsOf(
  { place, rule, extras }: Course,
  { clock }: SeriesContext,
): EventStarts {
  const { zone, wall } = place;
  return new EventStarts(clock.clock(zone), wall, rule, [
    ...(rule ? [] : [wall]),
    ...extras.keys(),
  ]);
}

/** An extra date as an event of its own. */
export function extraAsEvent(master: IcalEvent, extra: ExtraTime): IcalEvent {
  const { rrule, end, duration, recurrenceId, ...event } = master;
  const own = extra.end !== undefined || extra.duration !== undefined;
  return {
    ...event,
    rdates: [],
    exdates: [],
    start: extra.start,
    ...(extra.end && { end: extra.end }),
    ...(extra.duration !== undefined && {
      duration: { iso: extra.duration, empty: false },
    }),
    ...(!own && duration && { duration }),
  };
}

/** The course with another COUNT; without a rule when nothing is left of it. */
function recounted(course: Course, change: (count: number) => number): Course {
  const { rrule, rule, ...rest } = course;
  const changed = rrule === undefined ? undefined : withCount(rrule, change);
  const parsed =
    changed === undefined ? undefined : parseRecurrenceRule(changed);
  return changed !== undefined && parsed?.ok
    ? { ...rest, rrule: changed, rule: parsed.rule }
    : withoutRule(rest);
}

/** Its first extra date becomes its start: DTSTART was one of them. */
function withoutRule(course: Course): Course {
  const { place, extras } = course;
  const others = [...extras].filter(([wall]) => wall !== place.wall);
  return { ...course, extras: new Map(others) };
}

/** A series from before 1970, from its first start after that on. */
function sinceBeginning(
  event: IcalEvent,
  course: Course,
  { log }: SeriesContext,
): Course | undefined {
  const { place, rule, extras } = course;
  if (!rule) {
    const usual = [...extras.keys()].filter(
      wall => extras.get(wall) === undefined,
    );
    if (usual.length > 0) {
      const wall = Math.min(...usual);
      const others = [...extras].filter(([other]) => other !== wall);
      return { ...course, place: { ...place, wall }, extras: new Map(others) };
    }
    if (extras.size > 0) {
      return log.refuse(
        `${event.path}.DTSTART`,
        `${formatWall(place.wall)} lies before 1970; expected a later one`,
      );
    }
    log.remark(remarks.OVER, event.name);
    return undefined;
  }
  const recurrence = new Recurrence(rule, place.wall);
  let wall: WallTime | undefined;
  let piece = 32 * DAY_MS;
  for (let from = BEGINNING; from < BEGINNING + SEARCH_MS; from += piece) {
    piece = Math.min(piece * 4, 5 * 366 * DAY_MS);
    [wall] = recurrence.between(from, from + piece);
    if (wall !== undefined) break;
  }
  if (wall === undefined) {
    log.remark(remarks.OVER, event.name);
    return undefined;
  }
  const passed =
    rule.count === undefined
      ? 0
      : recurrence.between(place.wall, BEGINNING).length;
  return recounted(
    { ...course, place: { ...place, wall } },
    count => count - passed,
  );
}

/**
 * The rule and first start of our own export as they were declared: only while RRULE
 * and DTSTART are what the export makes of them.
 */
function restoreRule(
  event: IcalEvent,
  course: Course,
  clock: ZoneClock,
): Course | undefined {
  const { place, rrule } = course;
  const rule = event.ours.get(OURS.rrule) ?? rrule;
  const text = event.ours.get(OURS.start);
  const start =
    text === undefined
      ? place.wall
      : parseDeclaredTime(text)?.wall ?? place.wall;
  const parsed = rule === undefined ? undefined : parseRecurrenceRule(rule);
  if (rule === undefined || !parsed?.ok) return undefined;
  if (exportRule(rule, clock, place.allDay) !== rrule) return undefined;
  const starts = new EventStarts(clock, start, parsed.rule, []);
  return starts.firstExcept(new Set(), start) === place.wall
    ? {
        ...course,
        place: { ...place, wall: start },
        rrule: rule,
        rule: parsed.rule,
      }
    : undefined;
}

/** An extra date on the clock of its series; `apart` when that cannot say it. */
function readExtra(
  event: IcalEvent,
  { start, end, duration, declaredEnd }: ExtraTime,
  { place, length }: Course,
  { clock, log, ours }: SeriesContext,
): { wall: WallTime; ms: number | undefined } | 'apart' | undefined {
  const path = `${event.path}.RDATE`;
  const { zone, allDay } = place;
  const placed = clock.wallIn(zone, start, path, event.name);
  if (!placed) return undefined;
  let { wall } = placed;
  if (start.kind === 'date' && !allDay) {
    wall += timeOfDay(place.wall);
    log.remark(remarks.RDATE_IS_DATE, event.name);
  }
  const timed = end !== undefined || duration !== undefined;
  if (start.kind === 'date' && timed) {
    return log.refuse(
      path,
      'is a period that begins with a date; expected a time (RFC 5545 3.3.9)',
    );
  }
  if (!placed.exact || (allDay && timeOfDay(wall) !== 0)) return 'apart';
  if (!timed) {
    const own =
      ours && declaredEnd ? parseIcalTime(declaredEnd, new Map()) : undefined;
    const ms = own?.kind === 'local' ? own.wall - wall : 0;
    return { wall, ms: ms > 0 ? ms : undefined };
  }
  const on = clock.clock(zone);
  const until =
    end === undefined
      ? instantAfter(duration ?? '', wall, on)
      : clock.instantOf(end, path, event.name);
  if (until === undefined) {
    return end === undefined
      ? log.refuse(path, `${showValue(duration)} is longer than 100 years`)
      : undefined;
  }
  if (until <= on.toInstant(wall).instant) {
    return log.refuse(
      path,
      'is a period that ends before it begins; expected a later end',
    );
  }
  const ms = on.toWall(until) - wall;
  if (ms <= 0 || on.toInstant(wall + ms).instant !== until) return 'apart';
  if (allDay && ms % DAY_MS !== 0) return 'apart';
  return {
    wall,
    ms: length.by === 'clock' && length.ms === ms ? undefined : ms,
  };
}
