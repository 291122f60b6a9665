import fc from 'fast-check';
import { ZoneClock, isTimeZone } from './ZoneClock';

const HOUR = 3_600_000;

const zones = [
  'Europe/Zurich',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Pacific/Apia',
  'Antarctica/Troll',
  'UTC',
];

/** The platform's own answer, read from what it prints. */
function platformOffset(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return at => {
    const part = new Map(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? NaN;
    return (
      Date.UTC(
        of('year'),
        of('month') - 1,
        of('day'),
        of('hour'),
        of('minute'),
        of('second'),
      ) - at
    );
  };
}

/** RFC 5545 3.3.5 by trying all offsets of the days around. */
function place(offset: (at: number) => number, wall: number): number {
  const around = Array.from({ length: 57 }, (_, index) =>
    offset(wall + (index - 28) * HOUR),
  );
  const showing = [...new Set(around)]
    .map(candidate => wall - candidate)
    .filter(at => at + offset(at) === wall);
  if (showing.length > 0) return Math.min(...showing);
  // Skipped: as if the clocks had not been changed yet.
  const before = around.findLast((candidate, index) => {
    const at = wall + (index - 28) * HOUR;
    return at + candidate < wall;
  });
  return wall - (before ?? NaN);
}

const minutes = fc
  .integer({
    min: Date.UTC(1972, 0, 1) / 60_000,
    max: Date.UTC(2090, 0, 1) / 60_000,
  })
  .map(minute => minute * 60_000);

describe.each(zones)('ZoneClock of %s', zone => {
  const clock = new ZoneClock(zone);
  const offset = platformOffset(zone);

  it('agrees with the platform at any time', () => {
    fc.assert(
      fc.property(minutes, at => {
        expect(clock.offsetAt(at)).toBe(offset(at));
        expect(Date.parse(clock.format(at))).toBe(at);
        expect(clock.toInstant(at).instant).toBe(place(offset, at));
      }),
      { numRuns: 25 },
    );
  });

  it('agrees with the platform around changes of the clocks', () => {
    const from = Date.UTC(2011, 0, 1);
    for (let day = 0; day < 365 * 10; day++) {
      const start = from + day * 24 * HOUR;
      if (offset(start) === offset(start + 24 * HOUR)) continue;
      for (let hour = 0; hour < 24; hour++) {
        const at = start + hour * HOUR;
        expect(clock.offsetAt(at)).toBe(offset(at));
        expect(clock.offsetAt(at - 1000)).toBe(offset(at - 1000));
      }
      const wall = start + offset(start);
      for (let quarter = -8; quarter < 112; quarter += 5) {
        const shown = wall + (quarter * HOUR) / 4;
        expect(clock.toInstant(shown).instant).toBe(place(offset, shown));
      }
      day += 20;
    }
  });
});

describe('isTimeZone', () => {
  it.each([
    ['Europe/Zurich', true],
    ['UTC', true],
    ['Europe/Zürich', false],
    ['Local', false],
    ['+01:00', false],
    ['', false],
  ])('%p: %p', (text, expected) => {
    expect(isTimeZone(text)).toBe(expected);
  });
});
