import { daysFrom } from './days';

const HOUR = 3_600_000;

describe('daysFrom', () => {
  it.each([
    // Clocks go back: 25 hours. Sources: EU directive 2000/84/EC, Energy Policy Act 2005.
    ['Europe/Zurich', '2026-10-24T12:00:00Z', [24, 25, 24]],
    ['America/New_York', '2026-10-31T16:00:00Z', [24, 25, 24]],
    // Clocks go forward: 23 hours.
    ['Europe/Zurich', '2026-03-28T12:00:00Z', [24, 23, 24]],
    // By half an hour only.
    ['Australia/Lord_Howe', '2026-04-04T12:00:00Z', [24, 24.5, 24]],
    // Clocks go forward at midnight, so the day begins at 01:00.
    ['Africa/Cairo', '2026-04-23T12:00:00Z', [24, 23, 24]],
    ['UTC', '2026-10-24T12:00:00Z', [24, 24, 24]],
  ])('%s from %s has days of %j hours', (zone, now, hours) => {
    const days = daysFrom(Date.parse(now), 3, zone);
    expect(days.map(day => (day.end - day.start) / HOUR)).toEqual(hours);
  });

  it('leaves no gap, and begins with the day that holds now', () => {
    const now = Date.parse('2026-10-24T22:30:00Z');
    const days = daysFrom(now, 30, 'Europe/Zurich');
    expect(days[0]).toMatchObject({ dayOfMonth: 25, weekday: 7 });
    expect(days[0].start).toBeLessThanOrEqual(now);
    days.slice(1).forEach((day, index) => {
      expect(day.start).toBe(days[index].end);
    });
  });
});
