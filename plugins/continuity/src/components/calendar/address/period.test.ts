import { formatDay, parseDay } from '../time/civilDay';
import type { Scale, ViewName } from './calendarAddress';
import { periodOf } from './period';

const period = (
  view: ViewName,
  day: string,
  { scale = 'month' as Scale, firstWeekday = 1 } = {},
) =>
  periodOf({
    view,
    scale,
    day: parseDay(day) ?? NaN,
    firstWeekday,
    locale: 'en-GB',
  });

describe('periodOf', () => {
  it.each<[ViewName, Scale, string, number, string, number, string]>([
    // February 2027 begins on a Monday: four weeks, no day of another month.
    ['month', 'month', '2027-02-15', 1, '2027-02-01', 28, 'February 2027'],
    ['month', 'month', '2026-03-08', 1, '2026-02-23', 42, 'March 2026'],
    ['month', 'month', '2026-03-08', 7, '2026-03-01', 35, 'March 2026'],
    [
      'week',
      'month',
      '2026-03-08',
      1,
      '2026-03-02',
      7,
      '2 March 2026 – 8 March 2026',
    ],
    [
      'week',
      'month',
      '2026-03-08',
      7,
      '2026-03-08',
      7,
      '8 March 2026 – 14 March 2026',
    ],
    ['list', 'month', '2026-03-08', 1, '2026-03-01', 31, 'March 2026'],
    ['timeline', 'month', '2026-02-08', 1, '2026-02-01', 28, 'February 2026'],
    [
      'timeline',
      'quarter',
      '2026-11-30',
      1,
      '2026-11-01',
      92,
      'November 2026 – January 2027',
    ],
    ['timeline', 'year', '2028-06-01', 1, '2028-01-01', 366, '2028'],
  ])(
    'a %s (%s) around %s, weeks from %i: from %s, %i days, "%s"',
    (view, scale, day, firstWeekday, first, count, title) => {
      const found = period(view, day, { scale, firstWeekday });
      expect([formatDay(found.first), found.count, found.title]).toEqual([
        first,
        count,
        title,
      ]);
    },
  );

  it.each<[ViewName, Scale]>([
    ['month', 'month'],
    ['week', 'month'],
    ['list', 'month'],
    ['timeline', 'month'],
    ['timeline', 'quarter'],
    ['timeline', 'year'],
  ])('a %s (%s) is followed by the next without a gap', (view, scale) => {
    const here = period(view, '2026-10-31', { scale });
    const next = period(view, formatDay(here.next), { scale });
    const back = period(view, formatDay(next.previous), { scale });
    expect(back.first).toBe(here.first);
    // A month is filled up to whole weeks, which two months share.
    const shared = here.first + here.count - next.first;
    expect(view === 'month' ? [0, 7] : [0]).toContain(shared);
  });
});
