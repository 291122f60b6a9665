import { DAY_MS } from '../clock/wallTime';
import type { PeakAnchor } from './types';
import type { DayNumber, Roll } from './workingDays';

interface AnchorKind {
  /** Length of the period, in months. */
  months: 1 | 3 | 12;
  edge: 'start' | 'end';
}

const KINDS: Record<PeakAnchor, AnchorKind> = {
  'month-start': { months: 1, edge: 'start' },
  'month-end': { months: 1, edge: 'end' },
  'quarter-start': { months: 3, edge: 'start' },
  'quarter-end': { months: 3, edge: 'end' },
  'year-start': { months: 12, edge: 'start' },
  'year-end': { months: 12, edge: 'end' },
};

/**
 * The first or last days of the periods that begin in the given years, in order;
 * of a business year the year is the one in which it begins.
 *
 * @param fiscalYearStart - Month in which the business year begins, 1 to 12.
 */
export function anchorDays(
  anchor: PeakAnchor,
  fiscalYearStart: number,
  years: { first: number; last: number },
): DayNumber[] {
  const { months, edge } = KINDS[anchor];
  const days: DayNumber[] = [];
  const offset = (fiscalYearStart - 1) % months;
  for (let year = years.first; year <= years.last; year++) {
    for (let month = offset; month < 12; month += months) {
      // Day 0 of a month is the last of the one before.
      const wall =
        edge === 'start'
          ? Date.UTC(year, month, 1)
          : Date.UTC(year, month + months, 0);
      days.push(wall / DAY_MS);
    }
  }
  return days;
}

/** An end is looked for backwards, a start forwards. */
export function rollOf(anchor: PeakAnchor): Roll {
  return KINDS[anchor].edge === 'end' ? 'back' : 'forward';
}
