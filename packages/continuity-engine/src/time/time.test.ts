import fc from 'fast-check';
import {
  contains,
  describeDuration,
  durationMs,
  durationSeconds,
  formatInstant,
  formatInstantIn,
  formatProblem,
  intersection,
  isDuration,
  mergeIntervals,
  overlaps,
  parseDuration,
  parseInstant,
  showValue,
} from '.';

const DAY = 86_400;

describe('durations (ISO 8601-1 5.5.2)', () => {
  it.each([
    ['PT0S', 0],
    ['PT1H', 3600],
    ['PT1.5H', 5400],
    ['PT0,5S', 0.5],
    ['PT90M', 5400],
    ['PT1H30M', 5400],
    ['P1D', DAY],
    ['P1DT12H', 1.5 * DAY],
    ['P2W', 14 * DAY],
    ['P1M', 30 * DAY],
    ['PT1M', 60],
    ['P1Y', 365 * DAY],
    ['P1Y2M3W4DT5H6M7S', 365 * DAY + 60 * DAY + 25 * DAY + 18_367],
  ])('%s counts %d seconds', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
    expect(durationMs(text)).toBe(seconds * 1000);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1',
    '1H',
    '1 hour',
    'pt1h',
    'PT1H ',
    '-PT1H',
    '+PT1H',
    'PT-1H',
    'P1H',
    'PT1D',
    'P1DT',
    'P0.5D',
    'PT1.5H30M',
    'PT1M1H',
    'P1D1W',
    'PT9999999999S',
    'P1YT1HT1M',
    '2026-01-01',
  ])('%p is not a duration', text => {
    expect(parseDuration(text)).toBeUndefined();
    expect(isDuration(text)).toBe(false);
    expect(() => durationSeconds(text)).toThrow(
      'is not an ISO 8601 duration, e.g. PT1H',
    );
  });

  it('keeps calendar units apart from exact ones', () => {
    expect(parseDuration('P1W2DT36H')).toEqual({
      iso: 'P1W2DT36H',
      seconds: 9 * DAY + 36 * 3600,
      nominal: { years: 0, months: 0, weeks: 1, days: 2 },
      exactMs: 36 * 3_600_000,
    });
  });

  it.each([
    ['PT1H30M', '1 h 30 min'],
    ['P7D', '7 days'],
    ['P1M', '1 month'],
    ['PT24H', '24 h'],
    ['PT0S', 'no time'],
    ['PT90S', '1 min 30 s'],
  ])('%s reads %p', (text, words) => {
    expect(describeDuration(text)).toBe(words);
  });

  it('reads back every whole number of seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), seconds => {
        expect(durationSeconds(`PT${seconds}S`)).toBe(seconds);
      }),
    );
  });

  it('never throws and never yields a negative or endless length', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^P?[-+0-9YMWDTHS.,]{0,12}$/)),
        text => {
          const seconds = parseDuration(text)?.seconds ?? 0;
          expect(Number.isFinite(seconds) && seconds >= 0).toBe(true);
        },
      ),
    );
  });
});

describe('moments (RFC 3339)', () => {
  it.each([
    ['2026-11-30T17:00:00Z', '2026-11-30T17:00:00.000Z'],
    ['2026-11-30T17:00Z', '2026-11-30T17:00:00.000Z'],
    ['2026-11-30T18:00:00+01:00', '2026-11-30T17:00:00.000Z'],
    ['2026-11-30T17:00:00.123456Z', '2026-11-30T17:00:00.123Z'],
  ])('%s is %s', (text, utc) => {
    const at = parseInstant(text);
    expect(at === undefined ? undefined : formatInstant(at)).toBe(utc);
  });

  it.each([
    '2026-11-30T17:00:00',
    '2026-11-30',
    '2026-02-30T00:00:00Z',
    '2026-11-30T25:00:00Z',
    '2026-11-30 17:00:00Z',
    '20261130T170000Z',
    'yesterday',
    '1764522000000',
  ])('%p is refused', text => expect(parseInstant(text)).toBeUndefined());

  it('shows a moment as a zone sees it', () => {
    const at = Date.UTC(2026, 10, 30, 17);
    expect(formatInstantIn(at, 'Europe/Zurich')).toBe(
      '2026-11-30T18:00:00+01:00',
    );
    expect(() => formatInstantIn(at, 'Mars/Olympus')).toThrow(
      'is not an IANA time zone',
    );
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), at => {
        expect(parseInstant(formatInstant(at))).toBe(at);
        expect(parseInstant(formatInstantIn(at, 'Asia/Kolkata'))).toBe(at);
      }),
    );
  });
});

describe('intervals', () => {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }));

  it('are half-open', () => {
    expect(contains({ start: 1, end: 3 }, 1)).toBe(true);
    expect(contains({ start: 1, end: 3 }, 3)).toBe(false);
    expect(overlaps({ start: 1, end: 3 }, { start: 3, end: 4 })).toBe(false);
    expect(intersection({ start: 1, end: 3 }, { start: 2, end: 4 })).toEqual({
      start: 2,
      end: 3,
    });
    expect(intersection({ start: 1, end: 2 }, { start: 2, end: 3 })).toBe(
      undefined,
    );
  });

  it('cover the same moments after merging, in any order, apart from each other', () => {
    fc.assert(
      fc.property(fc.array(interval), intervals => {
        const merged = mergeIntervals(intervals);
        expect(mergeIntervals([...intervals].reverse())).toEqual(merged);
        for (let at = 0; at <= 71; at++) {
          expect(merged.some(one => contains(one, at))).toBe(
            intervals.some(one => contains(one, at)),
          );
        }
        merged.slice(1).forEach((one, index) => {
          expect(one.start).toBeGreaterThan(merged[index].end);
        });
      }),
    );
  });
});

it('a problem is one line', () => {
  expect(
    formatProblem({ path: 'spec.continuity.rto', message: '"x" is not y' }),
  ).toBe('spec.continuity.rto: "x" is not y');
});

describe('showing a value', () => {
  it.each<[unknown, string]>([
    ['PT1H', '"PT1H"'],
    [{ a: 1 }, '{"a":1}'],
    [undefined, 'undefined'],
    [1n, '1'],
    ['x'.repeat(100), `"${'x'.repeat(76)}...`],
    // Two code units each; the last one that fits would be half a character.
    [`${'x'.repeat(75)}${'\u{1F384}'.repeat(9)}`, `"${'x'.repeat(75)}...`],
    [
      `${'x'.repeat(74)}${'\u{1F384}'.repeat(9)}`,
      `"${'x'.repeat(74)}\u{1F384}...`,
    ],
  ])('%p is shown as %s', (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });
});
