import fc from 'fast-check';
import { parseRecurrenceRule } from './parseRecurrenceRule';
import type { RecurrenceRule } from './recurrenceRule';
import { mostStartsPerDay } from './ruleBounds';
import { allDayConflicts } from './ruleConflicts';
import { ruleText } from './ruleText';
import { anyRule } from './__testUtils__/anyRule';

/** A text stands for itself, whole. */
const pattern = (message: string | RegExp) =>
  typeof message === 'string'
    ? new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
    : message;

const plain = { interval: 1, weekStart: 'MO' } as const;

describe('parseRecurrenceRule reads', () => {
  it.each<[string, RecurrenceRule]>([
    ['FREQ=DAILY', { ...plain, freq: 'DAILY' }],
    ['freq=daily;interval=2', { ...plain, freq: 'DAILY', interval: 2 }],
    [' INTERVAL=2;FREQ=DAILY ', { ...plain, freq: 'DAILY', interval: 2 }],
    ['FREQ=WEEKLY;WKST=SU', { ...plain, freq: 'WEEKLY', weekStart: 'SU' }],
    ['FREQ=DAILY;COUNT=10000', { ...plain, freq: 'DAILY', count: 10_000 }],
    [
      'FREQ=MINUTELY;INTERVAL=100000',
      { ...plain, freq: 'MINUTELY', interval: 100_000 },
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,+1TU,-2WE,53TH',
      {
        ...plain,
        freq: 'MONTHLY',
        byDay: [
          { weekday: 'MO' },
          { weekday: 'TU', ordinal: 1 },
          { weekday: 'WE', ordinal: -2 },
          { weekday: 'TH', ordinal: 53 },
        ],
      },
    ],
    [
      'FREQ=YEARLY;BYMONTH=2,1,2;BYMONTHDAY=-1,31;BYHOUR=0,23;BYMINUTE=59;BYSECOND=0',
      {
        ...plain,
        freq: 'YEARLY',
        byMonth: [2, 1],
        byMonthDay: [-1, 31],
        byHour: [0, 23],
        byMinute: [59],
        bySecond: [0],
      },
    ],
    [
      'FREQ=YEARLY;BYWEEKNO=-53,53;BYDAY=SU,SU',
      {
        ...plain,
        freq: 'YEARLY',
        byWeekNo: [-53, 53],
        byDay: [{ weekday: 'SU' }],
      },
    ],
    [
      'FREQ=YEARLY;BYYEARDAY=366,-366;BYSETPOS=-366,366',
      {
        ...plain,
        freq: 'YEARLY',
        byYearDay: [366, -366],
        bySetPos: [-366, 366],
      },
    ],
    // RFC 5545 3.3.12: without leap seconds the second 60 is the second 59.
    [
      'FREQ=DAILY;BYSECOND=60,59,58',
      { ...plain, freq: 'DAILY', bySecond: [59, 58] },
    ],
    [
      'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31',
      {
        ...plain,
        freq: 'MONTHLY',
        rscale: 'GREGORIAN',
        skip: 'BACKWARD',
        byMonthDay: [31],
      },
    ],
    [
      'SKIP=OMIT;RSCALE=GREGORIAN;FREQ=MONTHLY',
      { ...plain, freq: 'MONTHLY', rscale: 'GREGORIAN' },
    ],
    // Written by Google Calendar; also in the tests of libical.
    [
      'FREQ=WEEKLY;BYDAY=MO;',
      { ...plain, freq: 'WEEKLY', byDay: [{ weekday: 'MO' }] },
    ],
  ])('%s', (text, rule) => {
    expect(parseRecurrenceRule(text)).toEqual({ ok: true, rule });
  });

  it.each<[string, RecurrenceRule['until']]>([
    [
      '20261231',
      {
        by: 'wall',
        wall: Date.UTC(2026, 11, 31, 23, 59, 59),
        dateOnly: true,
      },
    ],
    ['20261231T180000', { by: 'wall', wall: Date.UTC(2026, 11, 31, 18) }],
    ['20261231T180000Z', { by: 'instant', at: Date.UTC(2026, 11, 31, 18) }],
    // What programs write for "for ever".
    [
      '99991231T235959Z',
      { by: 'instant', at: Date.UTC(9999, 11, 31, 23, 59, 59) },
    ],
  ])('UNTIL=%s', (text, until) => {
    expect(parseRecurrenceRule(`FREQ=DAILY;UNTIL=${text}`)).toEqual({
      ok: true,
      rule: { ...plain, freq: 'DAILY', until },
    });
  });

  it('every rule that the RFC allows, and finds in it what was written', () => {
    const frequencies = anyRule(
      {
        SECONDLY: [3600, 86_400],
        MINUTELY: [15, 61],
        HOURLY: [1, 7],
        DAILY: [1, 2],
        WEEKLY: [1, 2],
        MONTHLY: [1, 3],
        YEARLY: [1, 4],
      },
      4,
    );
    fc.assert(
      fc.property(frequencies, rule => {
        fc.pre(mostStartsPerDay(rule) <= 100);
        expect(parseRecurrenceRule(ruleText(rule))).toEqual({ ok: true, rule });
      }),
      { numRuns: 1000, seed: 20_260_730 },
    );
  });
});

describe('parseRecurrenceRule refuses', () => {
  it.each<[string, string | RegExp]>([
    ['', /is not one RRULE value/],
    ['FREQ=DAILY\nFREQ=DAILY', /is not one RRULE value/],
    ['RRULE:FREQ=DAILY', /carries a property name/],
    ['DTSTART:20260101', /carries a property name/],
    [
      'FREQ=DAILY;DAILY',
      /^"DAILY" is not a known part; expected FREQ, INTERVAL/,
    ],
    ['FREQ=DAILY;;INTERVAL=2', /^"" is not a known part/],
    ['FREQ=DAILY;BYEASTER=1', /"BYEASTER=1" is not a known part/],
    ['FREQ=DAILY;X-NAME=1', /"X-NAME=1" is not a known part/],
    ['FREQ=DAILY;toString=1', /"TOSTRING=1" is not a known part/],
    [
      'BYDAY=MO',
      'FREQ is missing; expected one of SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY',
    ],
    ['FREQ=FORTNIGHTLY', /^FREQ "FORTNIGHTLY" is not one of SECONDLY/],
    ['FREQ=DAILY;FREQ=DAILY', 'FREQ stands twice; expected it once'],
    ['FREQ=DAILY;INTERVAL=0', /^INTERVAL "0" is not a whole number from 1/],
    ['FREQ=DAILY;INTERVAL=1.5', /^INTERVAL "1.5" is not a whole number/],
    ['FREQ=DAILY;INTERVAL=100001', /^INTERVAL "100001" is not a whole/],
    ['FREQ=DAILY;COUNT=0', /^COUNT "0" is not a whole number from 1 to 10000/],
    ['FREQ=DAILY;COUNT=-1', /^COUNT "-1" is not a whole number/],
    ['FREQ=DAILY;COUNT=10001', /^COUNT "10001" is not a whole number from 1/],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', /^COUNT and UNTIL exclude/],
    ['FREQ=DAILY;UNTIL=2027-01-01', /^UNTIL "2027-01-01" is not a date/],
    ['FREQ=DAILY;UNTIL=20270230', /^UNTIL "20270230" is not a date/],
    ['FREQ=DAILY;UNTIL=20270101T240000', /^UNTIL "20270101T240000" is not/],
    ['FREQ=DAILY;UNTIL=19690101', /^UNTIL "19690101" is not a date/],
    ['FREQ=DAILY;WKST=XX', /^WKST "XX" is not one of/],
    ['FREQ=DAILY;WKST=1MO', /^WKST "1MO" is not one of/],
    ['FREQ=DAILY;BYHOUR=24', /^BYHOUR "24" is not a whole number from 0 to 23/],
    ['FREQ=DAILY;BYHOUR=-1', /^BYHOUR "-1" is not a whole number/],
    ['FREQ=DAILY;BYMINUTE=60', /^BYMINUTE "60" is not a whole number from 0/],
    ['FREQ=DAILY;BYSECOND=61', /^BYSECOND "61" is not a whole number from 0/],
    ['FREQ=MONTHLY;BYDAY=MONDAY', /^BYDAY "MONDAY" is not a weekday/],
    ['FREQ=MONTHLY;BYDAY=0MO', /^BYDAY "0MO" is not a weekday/],
    ['FREQ=MONTHLY;BYDAY=54MO', /^BYDAY "54MO" is not a weekday/],
    ['FREQ=MONTHLY;BYMONTHDAY=', /^BYMONTHDAY "" is not a whole number/],
    [
      'FREQ=MONTHLY;BYMONTHDAY=32',
      'BYMONTHDAY "32" is not a whole number from 1 to 31 or -1 to -31',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=0', /^BYMONTHDAY "0" is not a whole number/],
    ['FREQ=YEARLY;BYYEARDAY=367', /^BYYEARDAY "367" is not a whole number/],
    ['FREQ=YEARLY;BYWEEKNO=54', /^BYWEEKNO "54" is not a whole number/],
    ['FREQ=YEARLY;BYMONTH=13', /^BYMONTH "13" is not a whole number/],
    // RFC 7529 counts leap months, which the Gregorian calendar does not have.
    ['FREQ=YEARLY;BYMONTH=5L', /^BYMONTH "5L" is not a whole number/],
    ['FREQ=MONTHLY;BYSETPOS=367;BYDAY=MO', /^BYSETPOS "367" is not a whole/],
    // What may not stand together, RFC 5545 3.3.10.
    ['FREQ=WEEKLY;BYDAY=1MO', /^BYDAY has a number, which FREQ=WEEKLY/],
    ['FREQ=HOURLY;BYDAY=1MO', /^BYDAY has a number, which FREQ=HOURLY/],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO', /^BYDAY has a number, which BYWEEKNO/],
    ['FREQ=WEEKLY;BYMONTHDAY=1', /^BYMONTHDAY is not allowed with FREQ=WEEKLY/],
    ['FREQ=DAILY;BYYEARDAY=1', /^BYYEARDAY is not allowed with FREQ=DAILY/],
    ['FREQ=MONTHLY;BYYEARDAY=1', /^BYYEARDAY is not allowed with FREQ=MONTHLY/],
    ['FREQ=MONTHLY;BYWEEKNO=1', /^BYWEEKNO is not allowed with FREQ=MONTHLY/],
    ['FREQ=HOURLY;BYWEEKNO=1', /^BYWEEKNO is not allowed with FREQ=HOURLY/],
    [
      'FREQ=MONTHLY;BYSETPOS=1',
      /^BYSETPOS selects among the starts of another/,
    ],
    // RFC 7529.
    [
      'FREQ=YEARLY;RSCALE=HEBREW',
      'RSCALE "HEBREW" is not a calendar that windows are computed in; expected GREGORIAN',
    ],
    ['FREQ=MONTHLY;SKIP=BACKWARD', /^SKIP stands without RSCALE/],
    ['FREQ=MONTHLY;SKIP=OMIT', /^SKIP stands without RSCALE/],
    ['FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=LATER', /^SKIP "LATER" is not one of/],
    [
      'FREQ=DAILY;BYMONTHDAY=31;RSCALE=GREGORIAN;SKIP=BACKWARD',
      'SKIP=BACKWARD has no day to move with FREQ=DAILY; expected FREQ=MONTHLY or YEARLY',
    ],
    [
      'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=12;RSCALE=GREGORIAN;SKIP=FORWARD',
      /^SKIP=FORWARD cannot place a BYYEARDAY that is also bound to a month/,
    ],
    [
      'FREQ=YEARLY;BYWEEKNO=5;BYMONTHDAY=31;RSCALE=GREGORIAN;SKIP=FORWARD',
      /^SKIP=FORWARD cannot place a day that is also bound to a week/,
    ],
  ])('%p', (text, message) => {
    expect(parseRecurrenceRule(text)).toEqual({
      ok: false,
      messages: [expect.stringMatching(pattern(message))],
    });
  });

  it('everything that is wrong at once', () => {
    expect(
      parseRecurrenceRule('FREQ=WEEKLY;BYMONTHDAY=1;BYDAY=1MO;COUNT=0'),
    ).toMatchObject({
      messages: [
        expect.stringMatching(/^COUNT/),
        expect.stringMatching(/^BYDAY/),
        expect.stringMatching(/^BYMONTHDAY/),
      ],
    });
  });
});

describe('allDayConflicts', () => {
  it.each([
    ['FREQ=DAILY', []],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', []],
    [
      'FREQ=DAILY;BYHOUR=9;BYMINUTE=30',
      [
        'BYHOUR names a time of day, but start is a date; expected a start with a time, e.g. 2026-01-30T18:00:00',
        'BYMINUTE names a time of day, but start is a date; expected a start with a time, e.g. 2026-01-30T18:00:00',
      ],
    ],
    [
      'FREQ=HOURLY;INTERVAL=24',
      [
        'FREQ=HOURLY repeats within a day, but start is a date; expected FREQ=DAILY or longer, or a start with a time',
      ],
    ],
  ])('of %s', (text, messages) => {
    const parsed = parseRecurrenceRule(text);
    expect(parsed.ok && allDayConflicts(parsed.rule)).toEqual(messages);
  });
});
