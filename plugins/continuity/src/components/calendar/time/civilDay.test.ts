import {
  addMonths,
  formatDay,
  parseDay,
  startOfMonth,
  startOfWeek,
  startOfYear,
  weekdayOf,
} from './civilDay';

const day = (text: string) => parseDay(text) ?? NaN;

describe('parseDay', () => {
  it.each(['2026-02-30', '2026-3-4', '2026-13-01', 'tomorrow', ''])(
    'does not take %p for a day',
    text => expect(parseDay(text)).toBeUndefined(),
  );

  it.each(['1969-12-31', '1970-01-01', '2024-02-29', '2199-12-31'])(
    'reads %s and writes it again',
    text => expect(formatDay(day(text))).toBe(text),
  );
});

describe('days of weeks and months', () => {
  // 1 March 2026 is a Sunday (ISO 8601 week date 2026-W09-7).
  it.each([
    ['2026-03-01', 7],
    ['2026-03-02', 1],
    ['1969-12-29', 1],
  ])('%s is weekday %i', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  it.each([
    ['2026-03-01', 1, '2026-02-23'],
    ['2026-03-01', 7, '2026-03-01'],
    ['2026-03-04', 6, '2026-02-28'],
  ])('the week of %s that begins on weekday %i begins on %s', (at, first, to) =>
    expect(formatDay(startOfWeek(day(at), first))).toBe(to),
  );

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (from, months, to) =>
    expect(formatDay(addMonths(day(from), months))).toBe(to),
  );

  it('finds the first of a month and of a year', () => {
    expect(formatDay(startOfMonth(day('2026-03-31')))).toBe('2026-03-01');
    expect(formatDay(startOfMonth(day('2026-12-31'), 1))).toBe('2027-01-01');
    expect(formatDay(startOfYear(day('2026-12-31'), -1))).toBe('2025-01-01');
  });
});
