import type { WallTime } from '../../clock/wallTime';
import { declareWall } from '../icalTimes';
import type { IcalEvent } from '../readEvent';
import * as remarks from '../remarks';
import {
  courseOf,
  extraAsEvent,
  lengthOf,
  placeOf,
  startsOf,
  type Course,
} from './courseOf';
import { declareLength, type EventPlace } from './eventLength';
import type { EventStarts } from './EventStarts';
import { locateStarts } from './locateStarts';
import { readOverride, wordsIn, type DeclaredOverride } from './readOverride';
import type { SeriesContext } from './seriesContext';
import type { Series } from './seriesOf';
import type { WindowDraft } from './WindowDraft';
import { NO_TITLE } from './wordsOf';

/**
 * Makes windows of a series of events: one with all its occurrences, and one more
 * for each that it cannot say. What is not made a window is said, always.
 */
export function declareSeries(
  { master, singles, key }: Series,
  context: SeriesContext,
): WindowDraft[] {
  const counted = (event: IcalEvent) => countsAsWindow(event, master, context);
  if (!master || !counted(master)) {
    return singles
      .filter(counted)
      .flatMap(single => declareWithoutSeries(single, key, context));
  }
  if (master.cancelled) {
    for (const one of [master, ...singles]) {
      context.log.remark(remarks.CANCELLED, one.name);
    }
    return [];
  }
  const taken = singles.filter(counted);
  const elsewhere = singles.filter(single => !taken.includes(single));
  return declareEvent(master, { singles: taken, elsewhere, key }, context);
}

/** A single occurrence that names no category has those of its series. */
function countsAsWindow(
  event: IcalEvent,
  master: IcalEvent | undefined,
  { categories, log }: SeriesContext,
): boolean {
  const own = event.categories.length > 0 ? event : master ?? event;
  const counts = categories.counts(own.categories);
  if (!counts) log.remark(remarks.OTHER_CATEGORY, event.name);
  return counts;
}

function declareWithoutSeries(
  single: IcalEvent,
  key: string,
  context: SeriesContext,
): WindowDraft[] {
  if (single.cancelled) {
    context.log.remark(remarks.CANCELLED, single.name);
    return [];
  }
  context.log.remark(remarks.WITHOUT_SERIES, single.name);
  return declareAlone(single, key, context);
}

/** A single occurrence as an event of its own. */
function declareAlone(
  single: IcalEvent,
  key: string,
  context: SeriesContext,
): WindowDraft[] {
  const { recurrenceId, ...event } = single;
  const which = JSON.stringify(recurrenceId ?? single.start);
  return declareEvent(
    event,
    { singles: [], elsewhere: [], key: `${key}\n${which}` },
    context,
  );
}

/** What belongs to an event beside itself. */
interface Belongings {
  /** Single occurrences that count as windows here. */
  singles: readonly IcalEvent[];
  /** Single occurrences that do not, and so do not take place here. */
  elsewhere: readonly IcalEvent[];
  key: string;
}

function declareEvent(
  master: IcalEvent,
  belongings: Belongings,
  context: SeriesContext,
): WindowDraft[] {
  const { log } = context;
  const { singles, key } = belongings;
  const place = placeOf(master, context);
  const length = place && lengthOf(master, place, context);
  if (!place || !length) return [];
  const alone = (event: IcalEvent) => declareAlone(event, key, context);
  if (length === 'none') {
    log.remark(remarks.EMPTY, master.name);
    // Extra dates and single occurrences may have a length all the same.
    const periods = master.rdates.filter(
      ({ end, duration }) => end ?? duration,
    );
    return [
      ...periods.map(extra => extraAsEvent(master, extra)),
      ...singles.filter(single => !single.cancelled),
    ].flatMap(alone);
  }
  const course = courseOf(master, place, length, context);
  if (!course) return [];
  const starts = startsOf(course, context);
  const cancelled = new Set<WallTime>();
  for (const time of master.exdates) {
    const found = locateStarts(
      time,
      'EXDATE',
      course.place,
      starts,
      master,
      context,
    );
    if (found.length === 0) log.remark(remarks.CANCELS_NOTHING, master.name);
    for (const wall of found) cancelled.add(wall);
  }
  const apart = course.apart.flatMap(extra =>
    alone(extraAsEvent(master, extra)),
  );
  const { overrides, drafts } = declareSingles(
    master,
    course,
    starts,
    cancelled,
    belongings,
    context,
  );
  const main = declareCourse(
    master,
    course,
    { starts, cancelled, overrides },
    key,
    context,
  );
  return [...main, ...apart, ...drafts];
}

/**
 * What is said of single occurrences: cancels some, overrides others, and makes
 * windows of their own of the rest.
 *
 * @param cancelled - Is added to, and taken from.
 */
function declareSingles(
  master: IcalEvent,
  course: Course,
  starts: EventStarts,
  cancelled: Set<WallTime>,
  { singles, elsewhere, key }: Belongings,
  context: SeriesContext,
): { overrides: Map<WallTime, DeclaredOverride>; drafts: WindowDraft[] } {
  const { log } = context;
  const overrides = new Map<WallTime, DeclaredOverride>();
  const drafts: WindowDraft[] = [];
  const seen = new Set<WallTime>();
  const occurrenceOf = (single: IcalEvent) =>
    single.recurrenceId &&
    locateStarts(
      single.recurrenceId,
      'RECURRENCE-ID',
      course.place,
      starts,
      single,
      context,
    )[0];
  for (const single of elsewhere) {
    const occurrence = occurrenceOf(single);
    if (occurrence !== undefined) cancelled.add(occurrence);
  }
  for (const single of singles) {
    const occurrence = occurrenceOf(single);
    if (occurrence === undefined) {
      drafts.push(...declareWithoutSeries(single, key, context));
      continue;
    }
    if (single.cancelled) {
      log.remark(remarks.CANCELLED, single.name);
      if (!seen.has(occurrence)) cancelled.add(occurrence);
      continue;
    }
    const changed = seen.has(occurrence)
      ? 'apart'
      : readOverride(master, single, course, occurrence, context);
    if (changed === undefined) continue;
    if (changed === 'apart') {
      drafts.push(...declareAlone(single, key, context));
      if (!seen.has(occurrence)) cancelled.add(occurrence);
    } else if (changed === 'none') {
      log.remark(remarks.EMPTY, single.name);
      cancelled.add(occurrence);
    } else {
      if (cancelled.delete(occurrence)) {
        log.remark(remarks.CANCELLED_YET_THERE, single.name);
      }
      if (changed !== 'same') overrides.set(occurrence, changed);
    }
    seen.add(occurrence);
  }
  return { overrides, drafts };
}

/** The window of all occurrences that belong together. */
function declareCourse(
  master: IcalEvent,
  course: Course,
  {
    starts,
    cancelled,
    overrides,
  }: {
    starts: EventStarts;
    cancelled: ReadonlySet<WallTime>;
    overrides: ReadonlyMap<WallTime, DeclaredOverride>;
  },
  key: string,
  context: SeriesContext,
): WindowDraft[] {
  const { place, rrule, extras } = course;
  const declare = (wall: WallTime) => declareWall(wall, place.allDay);
  // What our own export says comes back as it was said.
  const verbatim = context.ours && (rrule !== undefined || extras.size > 0);
  const kept = [...extras].filter(([wall]) => verbatim || !cancelled.has(wall));
  const rdates = kept
    .sort(([one], [other]) => one - other)
    .map(([wall, ms]) =>
      ms === undefined
        ? declare(wall)
        : { start: declare(wall), end: declare(wall + ms) },
    );
  const inOrder = [...overrides].sort(([one], [other]) => one - other);
  const overriding = inOrder.map(([, override]) => override);
  if (rrule === undefined && !verbatim) {
    return declareListed(master, course, cancelled, overriding, key, context);
  }
  if (starts.firstExcept(cancelled, -Infinity) === undefined) {
    context.log.remark(remarks.ALL_CANCELLED, master.name);
    return [];
  }
  // An extra date that does not take place is left out; only the rule needs telling.
  const exdates = [...cancelled]
    .filter(wall => verbatim || starts.isOfRule(wall))
    .sort((one, other) => one - other);
  return [
    draftOf(master, place, key, context, {
      ...declareLength(course.length, place.wall, place.allDay),
      ...(rrule !== undefined && { rrule }),
      ...(rdates.length > 0 && { rdates }),
      ...(exdates.length > 0 && { exdates: exdates.map(declare) }),
      ...(overriding.length > 0 && { overrides: overriding }),
    }),
  ];
}

/** A window without a rule: what of its start and extra dates takes place. */
function declareListed(
  master: IcalEvent,
  course: Course,
  cancelled: ReadonlySet<WallTime>,
  overrides: DeclaredOverride[],
  key: string,
  context: SeriesContext,
): WindowDraft[] {
  const { place, length, extras } = course;
  const listed = new Map(extras);
  // Beside an extra date with a length of its own the start is there already.
  if (!listed.has(place.wall)) listed.set(place.wall, undefined);
  for (const wall of cancelled) listed.delete(wall);
  if (listed.size === 0) {
    context.log.remark(remarks.ALL_CANCELLED, master.name);
    return [];
  }
  const usual = [...listed.keys()].filter(
    wall => listed.get(wall) === undefined,
  );
  const declare = (wall: WallTime) => declareWall(wall, place.allDay);
  // Its first start, unless only such with another length are left.
  const wall = usual.includes(place.wall)
    ? place.wall
    : Math.min(...(usual.length > 0 ? usual : listed.keys()));
  const ms = listed.get(wall);
  listed.delete(wall);
  const rdates = [...listed]
    .sort(([one], [other]) => one - other)
    .map(([start, own]) =>
      own === undefined
        ? declare(start)
        : { start: declare(start), end: declare(start + own) },
    );
  return [
    draftOf(master, { ...place, wall }, key, context, {
      ...declareLength(
        ms === undefined ? length : { by: 'clock', ms },
        wall,
        place.allDay,
      ),
      ...(rdates.length > 0 && { rdates }),
      ...(overrides.length > 0 && { overrides }),
    }),
  ];
}

function draftOf(
  event: IcalEvent,
  place: EventPlace,
  key: string,
  { log, ours, reason }: SeriesContext,
  when: Pick<
    WindowDraft['window'],
    'end' | 'duration' | 'rrule' | 'rdates' | 'exdates' | 'overrides'
  >,
): WindowDraft {
  const words = wordsIn(event, ours);
  if (words.title === undefined) log.remark(remarks.UNTITLED, event.name);
  if (event.transparent) log.remark(remarks.TRANSPARENT, event.name);
  if (event.tentative) log.remark(remarks.TENTATIVE, event.name);
  if (!ours && event.ours.size > 0) {
    log.remark(remarks.OURS_NOT_APPLIED, event.name);
  }
  return {
    event,
    key,
    window: {
      title: words.title ?? NO_TITLE,
      reason: words.reason ?? reason,
      ...(event.link !== undefined && { link: event.link }),
      timezone: place.zone,
      start: declareWall(place.wall, place.allDay),
      ...when,
    },
    categories: event.categories,
  };
}
