import fc from 'fast-check';
import { DAY_MS, formatDate } from '../clock/wallTime';
import { holidaysOf, UNITED_STATES, ZURICH } from './__testUtils__/holidays';
import { anchorDays } from './anchorDays';
import type { PeakAnchor } from './types';
import { dayNumber, WorkingDays, type Roll } from './workingDays';

const zurich = new WorkingDays(holidaysOf('zurich', ZURICH));
const unitedStates = new WorkingDays(holidaysOf('us', UNITED_STATES));
const weekends = new WorkingDays();

function counted(
  days: WorkingDays,
  anchor: string,
  number: number,
  roll: Roll = 'back',
): string {
  return formatDate(days.count(dayNumber(anchor), number, roll).day * DAY_MS);
}

describe('five working days before the end of a quarter', () => {
  it.each([
    ['Zurich', zurich, '2026-03-31', '2026-03-24'],
    ['Zurich', zurich, '2026-06-30', '2026-06-23'],
    ['Zurich', zurich, '2026-09-30', '2026-09-23'],
    // Christmas Day, a Friday, is one of the five.
    ['Zurich', zurich, '2026-12-31', '2026-12-23'],
    // Good Friday and Easter Monday.
    ['Zurich', zurich, '2027-03-31', '2027-03-22'],
    ['Zurich', zurich, '2027-06-30', '2027-06-23'],
    ['Zurich', zurich, '2027-09-30', '2027-09-23'],
    ['Zurich', zurich, '2027-12-31', '2027-12-24'],
    ['the United States', unitedStates, '2026-12-31', '2026-12-23'],
    // Good Friday is no federal holiday.
    ['the United States', unitedStates, '2027-03-31', '2027-03-24'],
    // Christmas is observed on Friday the 24th, New Year on Friday the 31st.
    ['the United States', unitedStates, '2027-12-31', '2027-12-22'],
    ['nobody', weekends, '2027-03-31', '2027-03-24'],
  ])('in %s, %#', (_, days, anchor, expected) => {
    expect(counted(days, anchor, -5)).toBe(expected);
  });
});

describe('the working day numbered 0', () => {
  it.each<[string, WorkingDays, string, Roll, string]>([
    [
      'is the anchor when that is one',
      zurich,
      '2026-06-30',
      'back',
      '2026-06-30',
    ],
    [
      'is the Friday before a Sunday',
      zurich,
      '2026-05-31',
      'back',
      '2026-05-29',
    ],
    // 31 May 2027 is Memorial Day, a Monday.
    [
      'passes a holiday and the weekend',
      unitedStates,
      '2027-05-31',
      'back',
      '2027-05-28',
    ],
    [
      'is the Monday after a Saturday',
      weekends,
      '2026-08-01',
      'forward',
      '2026-08-03',
    ],
    // New Year 2027 is a Friday, and Berchtold's Day a Saturday.
    [
      'of a year start comes after it',
      zurich,
      '2027-01-01',
      'forward',
      '2027-01-04',
    ],
    ['of a leap February', weekends, '2028-02-29', 'back', '2028-02-29'],
    ['of another February', weekends, '2027-02-28', 'back', '2027-02-26'],
  ])('%s', (_, days, anchor, roll, expected) => {
    expect(counted(days, anchor, 0, roll)).toBe(expected);
  });

  it('has the next month right after it', () => {
    expect(counted(zurich, '2026-05-31', 1)).toBe('2026-06-01');
    expect(counted(zurich, '2026-12-31', 1)).toBe('2027-01-04');
    expect(counted(zurich, '2027-01-01', -1, 'forward')).toBe('2026-12-31');
  });
});

it('another weekend moves the count', () => {
  const gulf = new WorkingDays(
    holidaysOf('gulf', {
      owner: 'group:default/gulf',
      weekend: ['FR', 'SA'],
      days: [{ date: '2026-12-02', title: 'National Day' }],
    }),
  );
  // 31 July 2026 is a Friday.
  expect(counted(gulf, '2026-07-31', 0)).toBe('2026-07-30');
  expect(counted(gulf, '2026-07-31', -4)).toBe('2026-07-26');
});

it('says when the list of holidays has run out', () => {
  const count = (anchor: string, number: number) =>
    zurich.count(dayNumber(anchor), number, 'back').covered;
  expect(count('2027-12-31', 0)).toBe(true);
  expect(count('2027-12-31', 1)).toBe(false);
  expect(count('2028-01-31', -30)).toBe(false);
  expect(weekends.count(dayNumber('2190-01-31'), 5, 'back').covered).toBe(true);
});

it('the numbers name every working day once, in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 730 }),
      fc.integer({ min: -60, max: 60 }),
      fc.constantFrom<Roll>('back', 'forward'),
      (day, number, roll) => {
        const anchor = dayNumber('2026-01-01') + day;
        const here = zurich.count(anchor, number, roll).day;
        const next = zurich.count(anchor, number + 1, roll).day;
        expect(zurich.isWorkingDay(here)).toBe(true);
        expect(next).toBeGreaterThan(here);
        for (let between = here + 1; between < next; between++) {
          expect(zurich.isWorkingDay(between)).toBe(false);
        }
      },
    ),
  );
});

describe('anchors', () => {
  it.each<[PeakAnchor, number, string[]]>([
    [
      'quarter-end',
      1,
      ['2028-03-31', '2028-06-30', '2028-09-30', '2028-12-31'],
    ],
    [
      'quarter-start',
      1,
      ['2028-01-01', '2028-04-01', '2028-07-01', '2028-10-01'],
    ],
    // A business year from February: quarters begin in February, May, August, November.
    [
      'quarter-end',
      2,
      ['2028-04-30', '2028-07-31', '2028-10-31', '2029-01-31'],
    ],
    // The year in which it begins; a leap year decides where February ends.
    ['year-end', 1, ['2028-12-31']],
    ['year-end', 3, ['2029-02-28']],
    ['year-end', 10, ['2029-09-30']],
    ['year-start', 4, ['2028-04-01']],
  ])('%s of a year from month %p', (anchor, month, expected) => {
    const days = anchorDays(anchor, month, { first: 2028, last: 2028 });
    expect(days.map(day => formatDate(day * DAY_MS))).toEqual(expected);
  });

  it('a month ends on 29 February in a leap year', () => {
    const days = anchorDays('month-end', 1, { first: 2028, last: 2028 });
    expect(days).toHaveLength(12);
    expect(formatDate(days[1] * DAY_MS)).toBe('2028-02-29');
  });
});
