import { formatDay, parseDay } from './civilDay';
import { civilDayAt, dayIndexAt, isZone, zoneDays } from './zoneDays';

const HOUR = 3_600_000;
const day = (text: string) => parseDay(text) ?? NaN;

describe('zoneDays', () => {
  // Changes of the clocks as the IANA time zone database has them.
  it.each([
    ['Europe/Zurich', '2026-03-28', [24, 23, 24]],
    ['Europe/Zurich', '2026-10-24', [24, 25, 24]],
    ['America/New_York', '2026-03-07', [24, 23, 24]],
    ['America/New_York', '2026-10-31', [24, 25, 24]],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-04-04', [24, 24.5, 24]],
    ['Australia/Lord_Howe', '2026-10-03', [24, 23.5, 24]],
    // Clocks jump at midnight: the day begins at 01:00.
    ['Africa/Cairo', '2026-04-23', [24, 23, 24]],
    // Clocks go back at 01:00 to 00:00: midnight comes twice.
    ['America/Havana', '2026-10-31', [24, 25, 24]],
    // Clocks went back at midnight to 23:00 of the day before.
    ['America/Sao_Paulo', '2018-02-16', [24, 25, 24]],
    // Samoa went over the date line: 30 December 2011 did not take place there.
    ['Pacific/Apia', '2011-12-29', [24, 0, 24]],
    ['Asia/Kolkata', '2026-03-28', [24, 24, 24]],
    ['UTC', '2026-03-28', [24, 24, 24]],
  ])('%s from %s has days of %j hours', (zone, first, hours) => {
    const days = zoneDays(day(first), 3, zone);
    expect(days.map(({ start, end }) => (end - start) / HOUR)).toEqual(hours);
    days.slice(1).forEach((next, index) => {
      expect(next.start).toBe(days[index].end);
    });
  });

  it.each([
    ['Europe/Zurich', '2026-10-25', '2026-10-25T01:00:00Z', 2, 1],
    ['America/New_York', '2026-03-08', '2026-03-08T07:00:00Z', -5, -4],
  ])('in %s the clocks change on %s at %s', (zone, date, at, before, after) => {
    const [{ change }] = zoneDays(day(date), 1, zone);
    expect(change).toEqual({
      at: Date.parse(at),
      before: before * HOUR,
      after: after * HOUR,
    });
  });

  it('has no change within a day that begins with one', () => {
    const [cairo] = zoneDays(day('2026-04-24'), 1, 'Africa/Cairo');
    expect(cairo.change).toBeUndefined();
    expect(cairo.offset).toBe(3 * HOUR);
  });
});

describe('dayIndexAt', () => {
  const days = zoneDays(day('2026-10-24'), 3, 'Europe/Zurich');

  it.each([
    ['before the first', '2026-10-23T21:59:59Z', -1],
    ['at the start of the first', '2026-10-23T22:00:00Z', 0],
    ['at the last moment of a day', '2026-10-24T21:59:59Z', 0],
    ['at the second 02:30 of a long day', '2026-10-25T01:30:00Z', 1],
    ['at the start of the day after', '2026-10-25T23:00:00Z', 2],
    ['at the end of the last', '2026-10-26T23:00:00Z', 3],
  ])('%s', (_, at, expected) => {
    expect(dayIndexAt(days, Date.parse(at))).toBe(expected);
  });

  it('never finds a day that a zone skipped', () => {
    const apia = zoneDays(day('2011-12-29'), 3, 'Pacific/Apia');
    expect(dayIndexAt(apia, apia[0].end - 1)).toBe(0);
    expect(dayIndexAt(apia, apia[0].end)).toBe(2);
  });
});

describe('civilDayAt', () => {
  it.each([
    ['Pacific/Apia', '2026-03-04T11:00:00Z', '2026-03-05'],
    ['America/New_York', '2026-03-04T03:00:00Z', '2026-03-03'],
    ['UTC', '2026-03-04T23:59:59Z', '2026-03-04'],
  ])('%s at %s: %s', (zone, at, expected) => {
    expect(formatDay(civilDayAt(Date.parse(at), zone))).toBe(expected);
  });
});

describe('isZone', () => {
  it.each([
    ['Europe/Zurich', true],
    ['UTC', true],
    ['Europe/Zürich', false],
    ['+01:00', false],
    ['', false],
  ])('%p: %p', (text, expected) => {
    expect(isZone(text)).toBe(expected);
  });
});
