import { monthStart, type DayNumber } from '../clock/civilDays';
import type { PeakAnchor } from './types';
import type { Roll } from './workingDays';

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
  const first = ((fiscalYearStart - 1) % months) + 1;
  for (let year = years.first; year <= years.last; year++) {
    for (let month = first; month <= 12; month += months) {
      days.push(
        edge === 'start'
          ? monthStart(year, month)
          : lastDayBefore(year, month + months),
      );
    }
  }
  return days;
}

/** `month` may lie in the next year: 13 is its January. */
function lastDayBefore(year: number, month: number): DayNumber {
  return month <= 12
    ? monthStart(year, month) - 1
    : monthStart(year + 1, month - 12) - 1;
}

/** An end is looked for backwards, a start forwards. */
export function rollOf(anchor: PeakAnchor): Roll {
  return KINDS[anchor].edge === 'end' ? 'back' : 'forward';
}
