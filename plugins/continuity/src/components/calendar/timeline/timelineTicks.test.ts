import { parseDay } from '../time/civilDay';
import { timeWords } from '../time/timeWords';
import { zoneDays } from '../time/zoneDays';
import type { Scale } from '../address/calendarAddress';
import { timelineTicks } from './timelineTicks';

const ticksOf = (first: string, count: number, scale: Scale) =>
  timelineTicks(
    zoneDays(parseDay(first) ?? NaN, count, 'Europe/Zurich'),
    scale,
    timeWords('en-GB', 'Europe/Zurich'),
    1,
  );

describe('timelineTicks', () => {
  it('marks each day of a month, as wide as it is long', () => {
    const { ticks, weekends } = ticksOf('2026-03-01', 31, 'month');
    expect(ticks.map(({ label }) => label)).toEqual([
      '1 Mar',
      // Its room is taken.
      '',
      ...Array.from({ length: 29 }, (_, index) => String(index + 3)),
    ]);
    const hours = ticks.map(({ from, to }) =>
      Math.round((to - from) * (31 * 24 - 1)),
    );
    // Clocks go forward on Sunday, 29 March.
    expect(hours.filter(long => long === 23)).toHaveLength(1);
    expect(hours[28]).toBe(23);
    expect(weekends).toHaveLength(9);
  });

  it('marks the weeks of three months; a part of one has no room for words', () => {
    const { ticks } = ticksOf('2026-03-01', 92, 'quarter');
    expect(ticks.slice(0, 3).map(({ label }) => label)).toEqual([
      '',
      '2 Mar',
      '9 Mar',
    ]);
    expect(ticks.at(-1)?.to).toBe(1);
  });

  it('marks the months of a year', () => {
    const { ticks, weekends } = ticksOf('2026-01-01', 365, 'year');
    expect(ticks).toHaveLength(12);
    expect(ticks[1].label).toBe('Feb');
    expect(weekends).toEqual([]);
  });
});
