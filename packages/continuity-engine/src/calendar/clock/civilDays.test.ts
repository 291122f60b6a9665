import {
  civilDay,
  dayOf,
  monthLength,
  monthStart,
  weekdayOf,
  yearLength,
  yearStart,
} from './civilDays';

describe('civil days', () => {
  it('agree with Date on every day from 1960 to 2210', () => {
    const end = Date.UTC(2210, 0, 1) / 86_400_000;
    const wrong: unknown[] = [];
    for (let day = Date.UTC(1960, 0, 1) / 86_400_000; day < end; day++) {
      const date = new Date(day * 86_400_000);
      const year = date.getUTCFullYear();
      const month = date.getUTCMonth() + 1;
      const first = Date.UTC(year, 0, 1);
      const found = {
        ...civilDay(day),
        weekday: weekdayOf(day),
        yearStart: yearStart(year),
        monthStart: monthStart(year, month),
      };
      const expected = {
        year,
        month,
        day: date.getUTCDate(),
        yearDay: (date.getTime() - first) / 86_400_000 + 1,
        monthLength: new Date(Date.UTC(year, month, 0)).getUTCDate(),
        yearLength: (Date.UTC(year + 1, 0, 1) - first) / 86_400_000,
        weekday: (date.getUTCDay() + 6) % 7,
        yearStart: first / 86_400_000,
        monthStart: Date.UTC(year, month - 1, 1) / 86_400_000,
      };
      // One assertion a day would take seconds; the text says as much.
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        wrong.push({ found, expected });
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [1900, 365, 28],
    [2000, 366, 29],
    [2024, 366, 29],
    [2026, 365, 28],
    [2100, 365, 28],
  ])('%d has %d days, its February %d', (year, days, february) => {
    expect(yearLength(year)).toBe(days);
    expect(monthLength(year, 2)).toBe(february);
  });

  it('begin at midnight on the clock', () => {
    expect(dayOf(Date.UTC(2026, 0, 1, 23, 59, 59))).toBe(20_454);
    expect(dayOf(Date.UTC(2026, 0, 2))).toBe(20_455);
    expect(dayOf(-1)).toBe(-1);
  });
});
