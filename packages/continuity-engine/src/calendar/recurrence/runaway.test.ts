import { END_YEAR } from '../clock/wallTime';
import { explainNoMatch } from './explainNoMatch';
import { parseRecurrenceRule } from './parseRecurrenceRule';
import { Recurrence } from './Recurrence';
import { densityProblem, mostStartsPerDay } from './ruleBounds';

const START = Date.UTC(2026, 0, 30, 18);

const list = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).join();

/** What an author is told of a rule, as the declaration of a window finds out. */
function problem(text: string, start = START): string | undefined {
  const parsed = parseRecurrenceRule(text);
  if (!parsed.ok) return parsed.messages.join('\n');
  const first = new Recurrence(parsed.rule, start).first(() => true);
  return first === undefined ? explainNoMatch(parsed.rule, start) : undefined;
}

// Each is asked at once; none may take longer than people notice.
jest.setTimeout(2_000);

describe('A rule with more than 100 starts a day is refused, whatever its start', () => {
  it.each<[string, number]>([
    ['FREQ=SECONDLY', 86_400],
    ['FREQ=SECONDLY;INTERVAL=2', 43_200],
    ['FREQ=SECONDLY;INTERVAL=863', 101],
    ['FREQ=SECONDLY;BYHOUR=9', 3_600],
    [
      'FREQ=SECONDLY;INTERVAL=7;BYHOUR=9;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12',
      112,
    ],
    ['FREQ=MINUTELY', 1_440],
    ['FREQ=MINUTELY;INTERVAL=14', 103],
    ['FREQ=MINUTELY;BYHOUR=9,10', 120],
    // The odd minutes of every hour, if it starts in one.
    [`FREQ=MINUTELY;INTERVAL=2;BYMINUTE=0,${list(1, 59)}`, 720],
    ['FREQ=MINUTELY;INTERVAL=15;BYSECOND=0,30', 192],
    ['FREQ=HOURLY;BYMINUTE=0,10,20,30,40', 120],
    ['FREQ=HOURLY;INTERVAL=2;BYMINUTE=0,10,20,30,40,50;BYSECOND=0,30', 144],
    [`FREQ=DAILY;BYHOUR=${list(0, 23)};BYMINUTE=0,10,20,30,40`, 120],
    [
      `FREQ=YEARLY;BYHOUR=${list(0, 23)};BYMINUTE=${list(
        0,
        59,
      )};BYSECOND=${list(0, 59)}`,
      86_400,
    ],
    [
      `FREQ=MONTHLY;BYDAY=MO;BYHOUR=${list(0, 23)};BYMINUTE=${list(
        0,
        59,
      )};BYSETPOS=${list(1, 101)}`,
      101,
    ],
  ])('%s', (text, most) => {
    const said = problem(text) ?? '';
    expect(said).toContain(`up to ${most} starts on one day`);
    expect(said).toContain('expected at most 100');
  });

  it.each<[string, number]>([
    ['FREQ=MINUTELY;INTERVAL=15', 96],
    ['FREQ=SECONDLY;INTERVAL=864', 100],
    ['FREQ=SECONDLY;BYHOUR=9;BYMINUTE=0;BYSECOND=0', 1],
    ['FREQ=SECONDLY;INTERVAL=99991', 1],
    ['FREQ=HOURLY;BYMINUTE=0,15,30,45', 96],
    ['FREQ=MINUTELY;INTERVAL=7;BYMINUTE=0', 24],
    [
      `FREQ=DAILY;BYHOUR=${list(0, 23)};BYMINUTE=${list(0, 59)};BYSECOND=${list(
        0,
        59,
      )};BYSETPOS=-1`,
      1,
    ],
    [
      `FREQ=HOURLY;BYMINUTE=${list(0, 59)};BYSECOND=${list(
        0,
        59,
      )};BYSETPOS=1,-1`,
      48,
    ],
    ['FREQ=YEARLY', 1],
  ])('but not %s, which has %d at most', (text, most) => {
    const parsed = parseRecurrenceRule(text);
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && densityProblem(parsed.rule)).toBeUndefined();
    expect(parsed.ok && mostStartsPerDay(parsed.rule)).toBe(most);
    expect(problem(text)).toBeUndefined();
  });

  it('names the part, the value and what to write instead', () => {
    expect(problem('FREQ=SECONDLY;INTERVAL=2')).toBe(
      'FREQ=SECONDLY;INTERVAL=2 has up to 43200 starts on one day; expected at most 100, e.g. FREQ=MINUTELY;INTERVAL=15, FREQ=HOURLY, or FREQ=DAILY for a longer window',
    );
    expect(problem(`FREQ=DAILY;BYMINUTE=${list(0, 59)};BYHOUR=9,10`)).toBe(
      'BYHOUR, BYMINUTE name up to 120 starts on one day; expected at most 100, e.g. fewer of them for a longer window',
    );
  });
});

describe('A rule that counts too far is refused', () => {
  it.each([
    [
      'FREQ=DAILY;COUNT=10001',
      /^COUNT "10001" is not a whole number from 1 to/,
    ],
    ['FREQ=DAILY;COUNT=99999999999', /^COUNT "99999999999" is not a whole/],
    ['FREQ=DAILY;INTERVAL=100001', /^INTERVAL "100001" is not a whole number/],
    [
      `FREQ=YEARLY;BYYEARDAY=${list(100, 366)},${list(100, 366)}`,
      /characters long; expected at most 2000$/,
    ],
  ])('%s', (text, message) => {
    expect(problem(text)).toMatch(message);
  });
});

describe('A rule that never matches is found out', () => {
  it.each<[string, string]>([
    [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'BYMONTH=2 and BYMONTHDAY=30 leave nothing together; expected e.g. another BYMONTHDAY, which could allow 2026-02-01T18:00:00',
    ],
    [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
      'BYMONTH=2 and BYMONTHDAY=31 leave nothing together; expected e.g. another BYMONTHDAY, which could allow 2026-02-01T18:00:00',
    ],
    [
      'FREQ=MONTHLY;BYMONTH=4,6,9,11;BYMONTHDAY=31;BYHOUR=1',
      'BYMONTH=4,6,9,11 and BYMONTHDAY=31 leave nothing together; expected e.g. another BYMONTHDAY, which could allow 2026-04-01T01:00:00',
    ],
    [
      'FREQ=MONTHLY;BYDAY=6MO',
      'BYDAY=6MO leaves nothing; expected e.g. another BYDAY, which could allow 2026-01-30T18:00:00',
    ],
    [
      'FREQ=DAILY;BYHOUR=9;BYSETPOS=2',
      'BYSETPOS=2 leaves nothing; expected e.g. another BYSETPOS, which could allow 2026-01-31T09:00:00',
    ],
    [
      'FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1,15,31,45',
      'INTERVAL=2 and BYMINUTE=1,15,31,45 leave nothing together; expected e.g. another BYMINUTE, which could allow 2026-01-30T18:00:00',
    ],
    [
      'FREQ=MINUTELY;INTERVAL=7;BYHOUR=3;BYMINUTE=0;BYMONTH=2;BYMONTHDAY=30',
      'BYMONTH=2 and BYMONTHDAY=30 leave nothing together; expected e.g. another BYMONTHDAY, which could allow 2026-02-04T03:00:00',
    ],
    [
      'FREQ=SECONDLY;INTERVAL=99990;BYSECOND=1',
      'INTERVAL=99990 and BYSECOND=1 leave nothing together; expected e.g. another BYSECOND, which could allow 2026-01-30T18:00:00',
    ],
    [
      'FREQ=SECONDLY;INTERVAL=1021;BYMONTH=2;BYMONTHDAY=31',
      'BYMONTH=2 and BYMONTHDAY=31 leave nothing together; expected e.g. another BYMONTHDAY, which could allow 2026-02-01T00:03:46',
    ],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29',
      'INTERVAL=4 and BYMONTH=2 and BYMONTHDAY=29 leave nothing together; expected e.g. another BYMONTHDAY, which could allow 2026-02-01T18:00:00',
    ],
    [
      'FREQ=YEARLY;INTERVAL=100000;BYMONTH=1;BYMONTHDAY=1',
      'INTERVAL=100000 and BYMONTH=1 and BYMONTHDAY=1 leave nothing together; expected e.g. another BYMONTHDAY, which could allow 2026-01-30T18:00:00',
    ],
    // Only together with the rest of the rule, which is named by what may stay.
    [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYWEEKNO=40',
      'BYMONTH=2 leaves nothing; expected e.g. another BYMONTH, which could allow 2026-09-30T18:00:00',
    ],
    [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYWEEKNO=40;BYYEARDAY=1',
      'its parts exclude each other; expected fewer of them',
    ],
    [
      'FREQ=DAILY;UNTIL=20250101',
      'UNTIL=20250101 lies before the first start, 2026-01-30T18:00:00; expected a later one',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260131T120000',
      'UNTIL=20260131T120000 lies before the first start, 2026-01-31T18:00:00; expected a later one',
    ],
  ])('%s', (text, message) => {
    expect(problem(text)).toBe(message);
  });

  it('also in the last years that are computed', () => {
    const start = Date.UTC(END_YEAR - 1, 11, 1);
    expect(problem('FREQ=YEARLY;BYMONTH=2', start)).toBe(
      'BYMONTH=2 leaves nothing; expected e.g. another BYMONTH, which could allow 2199-12-01T00:00:00',
    );
  });
});
