import type { WallTime } from '../../clock/wallTime';
import { OURS } from '../continuityProperties';
import { declareWall } from '../icalTimes';
import type { IcalEvent } from '../readEvent';
import type { FreezeWindowDeclaration } from '../../types';
import { lengthOf, type Course } from './courseOf';
import { declareLength, sameLength } from './eventLength';
import type { SeriesContext } from './seriesContext';
import { wordsOf } from './wordsOf';

/** A single occurrence that differs, as a window declares it. */
export type DeclaredOverride = NonNullable<
  FreezeWindowDeclaration['overrides']
>[number];

/**
 * How a single occurrence differs from the others of its series (RFC 5545 3.8.4.4).
 *
 * @returns `same` when it does not; `apart` when a window cannot say it of one
 * occurrence; `none` when it takes no time; undefined when it cannot be understood,
 * which is then said.
 */
export function readOverride(
  master: IcalEvent,
  single: IcalEvent,
  course: Course,
  occurrence: WallTime,
  context: SeriesContext,
): DeclaredOverride | 'same' | 'apart' | 'none' | undefined {
  const { clock, log, categories, ours } = context;
  const { zone, allDay } = course.place;
  if (single.rrule !== undefined || single.rdates.length > 0) {
    return log.refuse(
      `${single.path}.RECURRENCE-ID`,
      'names a single occurrence and stands beside RRULE or RDATE; expected one of them',
    );
  }
  const repeats = ours || course.rule !== undefined || course.extras.size > 0;
  const scoped = (event: IcalEvent) =>
    categories.scoped(event.categories).join('\n');
  const forOthers =
    single.categories.length > 0 && scoped(single) !== scoped(master);
  if (!repeats || forOthers || (single.start.kind === 'date') !== allDay) {
    return 'apart';
  }
  const path = `${single.path}.DTSTART`;
  const placed = clock.wallIn(zone, single.start, path, single.name);
  if (!placed) return undefined;
  if (!placed.exact) return 'apart';
  const { wall } = placed;
  const length = lengthOf(single, { zone, wall, allDay }, context);
  if (!length || length === 'none') return length;

  const ms = course.extras.get(occurrence);
  const usual = ms === undefined ? course.length : { by: 'clock' as const, ms };
  const listed = ours ? single.ours.get(OURS.override)?.split(',') ?? [] : [];
  const mine = wordsIn(single, ours);
  const usually = wordsIn(master, ours);
  const changed = {
    ...((wall !== occurrence || listed.includes('start')) && {
      start: declareWall(wall, allDay),
    }),
    ...((!sameLength(length, usual) || listed.includes('length')) &&
      declareLength(length, wall, allDay)),
    ...(mine.title !== undefined &&
      (mine.title !== usually.title || listed.includes('title')) && {
        title: mine.title,
      }),
    ...(mine.reason !== undefined &&
      (mine.reason !== usually.reason || listed.includes('reason')) && {
        reason: mine.reason,
      }),
  };
  return Object.keys(changed).length > 0
    ? { occurrence: declareWall(occurrence, allDay), ...changed }
    : 'same';
}

/** The words of an event; of our own export as they were declared. */
export function wordsIn(
  event: IcalEvent,
  ours: boolean,
): { title?: string; reason?: string } {
  const words = wordsOf(event);
  if (!ours || !event.ours.has(OURS.window)) return words;
  const reason = event.ours.get(OURS.reason);
  return {
    ...words,
    ...(event.summary?.trim() && { title: event.summary }),
    ...(reason?.trim() && { reason }),
  };
}
