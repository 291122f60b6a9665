import { parseDay } from '../time/civilDay';
import { zoneDays } from '../time/zoneDays';
import { weekAxis } from './weekAxis';

const HOUR = 3_600_000;

/** The week around a day, from its Monday on or from a given day. */
const week = (first: string, zone: string) => {
  const days = zoneDays(parseDay(first) ?? NaN, 7, zone);
  return { days, axis: weekAxis(days) };
};

const hours = (minutes: number) => minutes / 60;

describe('weekAxis', () => {
  it('is a day long in an ordinary week', () => {
    const { axis } = week('2026-03-02', 'Europe/Zurich');
    expect(hours(axis.length)).toBe(24);
    expect(axis.hours.map(({ hour }) => hour)).toEqual([...Array(24).keys()]);
    expect(axis.missing).toEqual([[], [], [], [], [], [], []]);
  });

  it('lacks an hour on the day on which clocks go forward', () => {
    // Zurich, 29 March 2026: 01:59:59 is followed by 03:00.
    const { days, axis } = week('2026-03-23', 'Europe/Zurich');
    expect(hours(axis.length)).toBe(24);
    expect(axis.missing[6]).toEqual([{ from: 120, to: 180 }]);
    expect(axis.missing.slice(0, 6).flat()).toEqual([]);
    const sunday = days[6];
    expect((sunday.end - sunday.start) / HOUR).toBe(23);
    const change = Date.parse('2026-03-29T01:00:00Z');
    expect(hours(axis.place(6, change, 'start'))).toBe(3);
    expect(hours(axis.place(6, change - HOUR, 'start'))).toBe(1);
    expect(hours(axis.place(6, sunday.end, 'end'))).toBe(24);
  });

  it('has an hour twice in the week in which clocks go back', () => {
    // Zurich, 25 October 2026: 02:59:59 is followed by 02:00.
    const { days, axis } = week('2026-10-19', 'Europe/Zurich');
    expect(hours(axis.length)).toBe(25);
    expect(
      axis.hours
        .slice(1, 5)
        .map(({ hour, at, again }) => [hour, hours(at), again]),
    ).toEqual([
      [1, 1, false],
      [2, 2, false],
      [2, 3, true],
      [3, 4, false],
    ]);
    const at = (utc: string, edge: 'start' | 'end' = 'start') =>
      hours(axis.place(6, Date.parse(utc), edge));
    expect(at('2026-10-25T00:30:00Z')).toBe(2.5);
    expect(at('2026-10-25T01:00:00Z', 'start')).toBe(3);
    expect(at('2026-10-25T01:00:00Z', 'end')).toBe(3);
    expect(at('2026-10-25T01:30:00Z')).toBe(3.5);
    expect(at('2026-10-25T02:00:00Z')).toBe(4);
    expect(hours(axis.place(6, days[6].end, 'end'))).toBe(25);
    expect(axis.missing[6]).toEqual([]);
  });

  it('has nothing on other days where one has an hour twice', () => {
    const { axis } = week('2026-10-19', 'Europe/Zurich');
    // Monday, 19 October, 03:00 in summer time.
    const three = Date.parse('2026-10-19T01:00:00Z');
    expect(axis.missing[0]).toEqual([{ from: 180, to: 240 }]);
    expect(hours(axis.place(0, three, 'end'))).toBe(3);
    expect(hours(axis.place(0, three, 'start'))).toBe(4);
    expect(hours(axis.place(0, three + HOUR, 'start'))).toBe(5);
  });

  it.each([
    ['Europe/Zurich', '2026-03-23', 24],
    ['America/New_York', '2026-10-26', 25],
    // Half an hour.
    ['Australia/Lord_Howe', '2026-04-01', 24.5],
    ['Australia/Lord_Howe', '2026-09-30', 24],
    // Clocks jump at midnight: the day begins at 01:00.
    ['Africa/Cairo', '2026-04-20', 24],
    // They go back at midnight to 23:00.
    ['America/Sao_Paulo', '2018-02-12', 25],
    ['America/Havana', '2026-10-26', 25],
    ['Pacific/Apia', '2011-12-26', 24],
    ['Asia/Kolkata', '2026-03-23', 24],
  ])(
    '%s in the week from %s: %d hours, each instant once',
    (zone, first, length) => {
      const { days, axis } = week(first, zone);
      expect(hours(axis.length)).toBe(length);
      days.forEach((day, position) => {
        let last = -1;
        for (let at = day.start; at < day.end; at += 10 * 60_000) {
          const from = axis.place(position, at, 'start');
          const to = axis.place(position, at + 10 * 60_000, 'end');
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to - from).toBe(10);
          // What a day does not have, nothing of it stands in.
          for (const gap of axis.missing[position]) {
            expect(to <= gap.from || from >= gap.to).toBe(true);
          }
          last = to;
        }
        const lacking = axis.missing[position].reduce(
          (sum, gap) => sum + gap.to - gap.from,
          0,
        );
        expect(lacking * 60_000 + (day.end - day.start)).toBe(length * HOUR);
      });
    },
  );
});
