import type { Interval } from '../../time';
import type { DayNumber } from '../clock/civilDays';
import {
  DAY_MS,
  END_YEAR,
  FIRST_YEAR,
  formatWall,
  type WallTime,
} from '../clock/wallTime';
import { anchorDays, rollOf } from './anchorDays';
import type { PeakAnchor } from './types';
import type { Roll, WorkingDays } from './workingDays';

/** An offset, checked: in one unit, its time of day in milliseconds. */
export interface CountedOffset {
  unit: 'days' | 'workingDays';
  count: number;
  /** Absent: the whole day. */
  atMs?: number;
}

/** A relative peak, checked. */
export interface RelativePeak {
  anchor: PeakAnchor;
  fiscalYearStart: number;
  from: CountedOffset;
  to: CountedOffset;
  /** Canonical ref of the holiday calendar. */
  holidays?: string;
}

/** One time that a relative peak takes place, on the clock. */
export interface RelativeOccurrence {
  anchor: DayNumber;
  start: WallTime;
  /** Excluded. Not after `start` where the offsets cross. */
  end: WallTime;
  /** Whether the list of holidays reaches as far as was counted. */
  covered: boolean;
}

/** An offset reaches a year at most, and then the days off on its way. */
const REACH_YEARS = 3;

/** Clocks of zones are less than two days apart from UTC. */
const ZONE_SLACK = 2 * DAY_MS;

/** Every time that a relative peak takes place and that may overlap a range, in order. */
export function relativeOccurrences(
  peak: RelativePeak,
  workingDays: WorkingDays,
  range: Interval,
): RelativeOccurrence[] {
  const first = new Date(range.start).getUTCFullYear() - REACH_YEARS;
  const last = new Date(range.end).getUTCFullYear() + REACH_YEARS;
  const roll = rollOf(peak.anchor);
  return anchorDays(peak.anchor, peak.fiscalYearStart, {
    first: Math.max(first, FIRST_YEAR + REACH_YEARS),
    last: Math.min(last, END_YEAR - 1 - REACH_YEARS),
  })
    .map(anchor => {
      const from = place(peak.from, anchor, workingDays, roll);
      const to = place(peak.to, anchor, workingDays, roll);
      return {
        anchor,
        start: from.day * DAY_MS + (peak.from.atMs ?? 0),
        end: to.day * DAY_MS + (peak.to.atMs ?? DAY_MS),
        covered: from.covered && to.covered,
      };
    })
    .filter(
      ({ start, end }) =>
        start - ZONE_SLACK < range.end &&
        Math.max(start, end) + ZONE_SLACK > range.start,
    );
}

/** What is wrong with an occurrence whose end does not come after its start. */
export function crossing({ anchor, start, end }: RelativeOccurrence): string {
  const day = formatWall(anchor * DAY_MS).slice(0, 10);
  return `ends at ${formatWall(end)}, which is not after its start ${formatWall(
    start,
  )}, for the anchor ${day}; expected a later to, or an earlier from`;
}

function place(
  { unit, count }: CountedOffset,
  anchor: DayNumber,
  workingDays: WorkingDays,
  roll: Roll,
): { day: DayNumber; covered: boolean } {
  return unit === 'days'
    ? { day: anchor + count, covered: true }
    : workingDays.count(anchor, count, roll);
}
