import type { WallTime } from '../../clock/wallTime';
import type { IcalTime } from '../icalTimes';
import type { IcalEvent } from '../readEvent';
import * as remarks from '../remarks';
import type { EventPlace } from './eventLength';
import type { EventStarts } from './EventStarts';
import { timeOfDay } from './lasting';
import type { SeriesContext } from './seriesContext';

/**
 * The starts that an EXDATE or RECURRENCE-ID means: none, one, or those of a day. It
 * may be written in another zone than the event, and as a date though the event has
 * a time, or the other way round.
 */
export function locateStarts(
  time: IcalTime,
  property: 'EXDATE' | 'RECURRENCE-ID',
  { zone, allDay }: EventPlace,
  starts: EventStarts,
  event: IcalEvent,
  { clock, log }: SeriesContext,
): WallTime[] {
  const path = `${event.path}.${property}`;
  if (time.kind === 'date') {
    const found = starts.onDay(time.wall);
    if (!allDay && found.length > 0) {
      log.remark(remarks.EXDATE_IS_DATE, event.name);
    }
    return found;
  }
  const placed = clock.wallIn(zone, time, path, event.name);
  if (!placed) return [];
  if (allDay) return starts.onDay(placed.wall - timeOfDay(placed.wall));
  if (placed.exact && starts.has(placed.wall)) return [placed.wall];
  const at = clock.instantOf(time, path, event.name);
  const found = at === undefined ? undefined : starts.at(at);
  if (found !== undefined) return [found];
  // Exchange keeps the days of exceptions ([MS-OXCICAL] 2.1.3.1.1.20.13), and may write
  // the midnight of one for the occurrence on it.
  if (timeOfDay(placed.wall) !== 0) return [];
  const onDay = starts.onDay(placed.wall);
  if (onDay.length !== 1) return [];
  log.remark(remarks.MIDNIGHT_IS_DATE, event.name);
  return onDay;
}
