import { DAY_MS, parseDeclaredTime } from '../calendar/clock/wallTime';
import { clockOf } from '../calendar/occurrences/sharedClock';
import type { Instant, Interval } from '../time';
import type { CampaignContent } from './types';

type Days = Pick<CampaignContent, 'startsOn' | 'endsOn' | 'timezone'>;

/**
 * From the first moment of the first day to the end of the last, on the clocks of the
 * zone; half-open. Where clocks skip midnight a day ends when they do; where they go back
 * over it, when they show it for the last time.
 *
 * @throws RangeError when a day is none, or the zone is not known
 */
export function campaignSpan({ startsOn, endsOn, timezone }: Days): Interval {
  return {
    start: endOf(midnightOf(startsOn) - DAY_MS, timezone),
    end: endOf(midnightOf(endsOn), timezone),
  };
}

/** The day that the clocks of a zone show at a moment, e.g. `2027-01-04`. */
export function dayInZone(at: Instant, timezone: string): string {
  return new Date(clockOf(timezone).toWall(at)).toISOString().slice(0, 10);
}

/** A clock time some days before a day. @param hours - since midnight, on the clock */
export function momentBefore(
  day: string,
  { days, hours }: { days: number; hours: number },
  timezone: string,
): Instant {
  const wall = midnightOf(day) - days * DAY_MS + hours * 3_600_000;
  return clockOf(timezone).toInstant(wall).instant;
}

/** The first moment from which on clocks show no time of the day any more. */
function endOf(midnight: number, timezone: string): Instant {
  const clock = clockOf(timezone);
  const next = midnight + DAY_MS;
  const { instant, shift } = clock.toInstant(next);
  if (shift !== 'fold') return instant;
  // Clocks show midnight twice; between the two it may be the day before once more.
  const again = next - clock.offsetAt(next + DAY_MS);
  return clock.toWall(again - 1) < next ? again : instant;
}

function midnightOf(day: string): number {
  const read = parseDeclaredTime(day);
  if (!read?.dateOnly) throw new RangeError(`"${day}" is not a day`);
  return read.wall;
}
