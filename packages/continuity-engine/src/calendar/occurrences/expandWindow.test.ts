import fc from 'fast-check';
import { parseInstant } from '../../time';
import { expandWindow, type FreezeWindow } from '..';

const at = (text: string) => parseInstant(text) ?? NaN;

const windowOf = (part: Partial<FreezeWindow>): FreezeWindow => ({
  id: 'w',
  title: 'W',
  reason: 'r',
  owner: 'group:default/o',
  effect: 'freeze',
  enforcement: 'block',
  onRunning: 'finish',
  rollbacksExempt: true,
  timezone: 'Europe/Zurich',
  start: '2026-01-01T00:00:00',
  length: { by: 'duration', duration: 'PT1H' },
  allDay: false,
  rdates: [],
  exdates: [],
  overrides: [],
  scope: {},
  ...part,
});

const lasting = (duration: string): FreezeWindow['length'] => ({
  by: 'duration',
  duration,
});
const until = (end: string): FreezeWindow['length'] => ({ by: 'end', end });

/** `[startLocal, endLocal]` of what overlaps the days from `from` to `to` (UTC). */
const expand = (part: Partial<FreezeWindow>, from: string, to: string) =>
  expandWindow(windowOf(part), {
    from: at(`${from}T00:00:00Z`),
    to: at(`${to}T00:00:00Z`),
  }).occurrences;
const spans = (part: Partial<FreezeWindow>, from: string, to: string) =>
  expand(part, from, to).map(one => [one.startLocal, one.endLocal]);
const days = (part: Partial<FreezeWindow>, from: string, to: string) =>
  expand(part, from, to).map(one => one.startLocal.slice(0, 10));

describe('when clocks change', () => {
  const ny = 'America/New_York';

  it('a start that clocks skip is moved forward by what they skip', () => {
    const daily = {
      timezone: ny,
      start: '2026-01-01T02:15:00',
      length: lasting('PT30M'),
      rrule: 'FREQ=DAILY',
    };
    const found = expand(daily, '2026-03-08', '2026-03-09');
    expect(
      found.map(({ startLocal, endLocal }) => [startLocal, endLocal]),
    ).toEqual([['2026-03-08T03:15:00-04:00', '2026-03-08T03:45:00-04:00']]);
    expect(found[0].note).toBe(
      '02:15 on 2026-03-08 does not exist in America/New_York, where clocks go forward; it starts at 03:15.',
    );
  });

  it('a start that clocks show twice is the first', () => {
    const daily = {
      timezone: ny,
      start: '2026-01-01T01:30:00',
      length: lasting('PT20M'),
      rrule: 'FREQ=DAILY',
    };
    const found = expand(daily, '2026-11-01', '2026-11-02');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      startLocal: '2026-11-01T01:30:00-04:00',
      endLocal: '2026-11-01T01:50:00-04:00',
      note: '01:30 on 2026-11-01 comes twice in America/New_York, where clocks go back; it starts at the first.',
    });
  });

  it.each([
    [
      'an end on the clock stays there',
      until('2026-10-01T10:00:00'),
      ['2026-10-31T22:00:00-04:00', '2026-11-01T10:00:00-05:00'],
      13,
      'It lasts 13 h instead of 12 h, because the clocks change in between.',
    ],
    [
      'hours of a duration are hours that pass',
      lasting('PT12H'),
      ['2026-10-31T22:00:00-04:00', '2026-11-01T09:00:00-05:00'],
      12,
      'The clocks change by 1 h in between, so 12 h end at 09:00, not 10:00.',
    ],
    [
      'days of a duration are days of the calendar (RFC 5545 3.3.6)',
      lasting('P1D'),
      ['2026-10-31T22:00:00-04:00', '2026-11-01T22:00:00-05:00'],
      25,
      'It lasts 25 h instead of 24 h, because the clocks change in between.',
    ],
    [
      'of days and hours the days come first',
      lasting('P1DT1H'),
      ['2026-10-31T22:00:00-04:00', '2026-11-01T23:00:00-05:00'],
      26,
      'It lasts 26 h instead of 25 h, because the clocks change in between.',
    ],
  ])('%s', (_, length, local, hours, note) => {
    const [one] = expand(
      {
        timezone: ny,
        start: '2026-09-30T22:00:00',
        length,
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
      },
      '2026-11-01',
      '2026-11-02',
    );
    expect([one.startLocal, one.endLocal]).toEqual(local);
    expect((one.end - one.start) / 3_600_000).toBe(hours);
    expect(one.note).toBe(note);
  });

  it('says nothing when clocks did nothing', () => {
    const [one] = expand(
      { length: lasting('P2DT3H') },
      '2026-01-01',
      '2026-01-02',
    );
    expect(one).not.toHaveProperty('note');
  });

  it('a window that lies wholly in the skipped time keeps its length', () => {
    expect(
      spans(
        {
          timezone: ny,
          start: '2026-03-07T02:30:00',
          length: until('2026-03-07T03:00:00'),
          rrule: 'FREQ=DAILY',
        },
        '2026-03-08',
        '2026-03-09',
      ),
    ).toEqual([['2026-03-08T03:30:00-04:00', '2026-03-08T04:00:00-04:00']]);
  });

  it.each([
    // Europe/Zurich: forward at 2026-03-29T01:00Z, back at 2026-10-25T01:00Z.
    ['Europe/Zurich', '2026-03-29T02:30:00', '2026-03-29T03:30:00+02:00'],
    ['Europe/Zurich', '2026-10-25T02:30:00', '2026-10-25T02:30:00+02:00'],
    // Lord Howe shifts by half an hour: forward at 02:00 on 2026-10-04, back on 2026-04-05.
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-04T02:45:00+11:00'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-05T01:45:00+11:00'],
    // Samoa left out 2011-12-30 when it crossed the date line.
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-31T12:00:00+14:00'],
    ['Pacific/Apia', '2011-12-29T12:00:00', '2011-12-29T12:00:00-10:00'],
    ['Asia/Kolkata', '2026-06-01T09:00:00', '2026-06-01T09:00:00+05:30'],
    // Morocco leaves UTC+1 for the month of Ramadan: back at 03:00 on 2026-02-15.
    ['Africa/Casablanca', '2026-02-15T12:00:00', '2026-02-15T12:00:00+00:00'],
    ['Africa/Casablanca', '2026-03-22T02:30:00', '2026-03-22T03:30:00+01:00'],
    // Far ahead clocks still change; Temporal's polyfill has lost them by then.
    ['Europe/Zurich', '2080-07-01T12:00:00', '2080-07-01T12:00:00+02:00'],
  ])('in %s %s is %s', (timezone, start, expected) => {
    const range = { from: at(expected) - 1, to: at(expected) + 1 };
    const found = expandWindow(windowOf({ timezone, start }), range);
    expect(found.occurrences.map(one => one.startLocal)).toEqual([expected]);
  });

  it('two days that become one are one occurrence', () => {
    expect(
      spans(
        {
          timezone: 'Pacific/Apia',
          start: '2011-12-01T10:00:00',
          length: lasting('PT2H'),
          rrule: 'FREQ=DAILY',
        },
        '2011-12-29',
        '2012-01-01',
      ).map(([start]) => start),
    ).toEqual([
      '2011-12-29T10:00:00-10:00',
      '2011-12-31T10:00:00+14:00',
      '2012-01-01T10:00:00+14:00',
    ]);
  });

  it('an all-day window begins with the day where midnight is skipped', () => {
    // Lebanon goes forward at midnight on 2026-03-29.
    expect(
      spans(
        {
          timezone: 'Asia/Beirut',
          start: '2026-03-29T00:00:00',
          length: lasting('P1D'),
          allDay: true,
        },
        '2026-03-28',
        '2026-03-30',
      ),
    ).toEqual([['2026-03-29T01:00:00+03:00', '2026-03-30T00:00:00+03:00']]);
  });
});

describe('recurrence', () => {
  const utc = { timezone: 'UTC' };

  it.each<[string, Partial<FreezeWindow>, string, string, string[]]>([
    [
      'month-end',
      { rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1' },
      '2026-01-01',
      '2026-05-01',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      'quarter ends',
      { rrule: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1' },
      '2026-01-01',
      '2027-01-01',
      ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'],
    ],
    [
      'last working day of the month',
      { rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' },
      '2026-01-01',
      '2026-06-01',
      ['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29'],
    ],
    [
      'the day of the start, where months have it',
      { start: '2026-01-31T00:00:00', rrule: 'FREQ=MONTHLY' },
      '2026-01-01',
      '2026-06-01',
      ['2026-01-31', '2026-03-31', '2026-05-31'],
    ],
    [
      'leap day',
      { start: '2024-02-29T00:00:00', rrule: 'FREQ=YEARLY' },
      '2024-01-01',
      '2033-01-01',
      ['2024-02-29', '2028-02-29', '2032-02-29'],
    ],
    [
      'a start that does not match the rule is none',
      {
        start: '2026-01-30T00:00:00',
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2',
      },
      '2026-01-01',
      '2027-01-01',
      ['2026-01-31', '2026-02-28'],
    ],
    [
      'UNTIL as a date includes that day',
      { start: '2026-01-01T18:00:00', rrule: 'FREQ=DAILY;UNTIL=20260103' },
      '2026-01-01',
      '2027-01-01',
      ['2026-01-01', '2026-01-02', '2026-01-03'],
    ],
    [
      'UNTIL on the clock is inclusive',
      {
        start: '2026-01-01T18:00:00',
        rrule: 'FREQ=DAILY;UNTIL=20260102T180000',
      },
      '2026-01-01',
      '2027-01-01',
      ['2026-01-01', '2026-01-02'],
    ],
    [
      'UNTIL as a moment counts in the zone: 18:00 in Zurich is 17:00Z',
      {
        timezone: 'Europe/Zurich',
        start: '2026-01-01T18:00:00',
        rrule: 'FREQ=DAILY;UNTIL=20260103T165959Z',
      },
      '2026-01-01',
      '2027-01-01',
      ['2026-01-01', '2026-01-02'],
    ],
    [
      'cancelled starts do not take place, and do not make a COUNT longer',
      {
        rrule: 'FREQ=DAILY;COUNT=4',
        exdates: ['2026-01-02T00:00:00'],
      },
      '2026-01-01',
      '2027-01-01',
      ['2026-01-01', '2026-01-03', '2026-01-04'],
    ],
  ])('%s', (_, part, from, to, expected) => {
    expect(days({ ...utc, ...part }, from, to)).toEqual(expected);
  });

  // Examples of RFC 5545 3.8.5.3, DTSTART;TZID=America/New_York:...T090000.
  it.each<[string, string, string[]]>([
    [
      '1997-09-02',
      'FREQ=DAILY;COUNT=3',
      ['1997-09-02', '1997-09-03', '1997-09-04'],
    ],
    [
      '1997-09-02',
      'FREQ=DAILY;INTERVAL=10;COUNT=5',
      ['1997-09-02', '1997-09-12', '1997-09-22', '1997-10-02', '1997-10-12'],
    ],
    [
      '1997-09-02',
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971010T000000Z;WKST=SU;BYDAY=MO,WE,FR',
      [
        '1997-09-03',
        '1997-09-05',
        '1997-09-15',
        '1997-09-17',
        '1997-09-19',
        '1997-09-29',
        '1997-10-01',
        '1997-10-03',
      ],
    ],
    [
      '1997-09-05',
      'FREQ=MONTHLY;COUNT=4;BYDAY=1FR',
      ['1997-09-05', '1997-10-03', '1997-11-07', '1997-12-05'],
    ],
    [
      '1997-09-22',
      'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
      [
        '1997-09-22',
        '1997-10-20',
        '1997-11-17',
        '1997-12-22',
        '1998-01-19',
        '1998-02-16',
      ],
    ],
    [
      '1997-09-28',
      'FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4',
      ['1997-09-28', '1997-10-29', '1997-11-28', '1997-12-29'],
    ],
    [
      '1997-09-30',
      'FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1',
      ['1997-09-30', '1997-10-01', '1997-10-31', '1997-11-01'],
    ],
    [
      '1997-09-10',
      'FREQ=MONTHLY;INTERVAL=18;COUNT=7;BYMONTHDAY=10,11,12,13,14,15',
      [
        '1997-09-10',
        '1997-09-11',
        '1997-09-12',
        '1997-09-13',
        '1997-09-14',
        '1997-09-15',
        '1999-03-10',
      ],
    ],
    [
      '1997-06-10',
      'FREQ=YEARLY;COUNT=4;BYMONTH=6,7',
      ['1997-06-10', '1997-07-10', '1998-06-10', '1998-07-10'],
    ],
    [
      '1997-01-01',
      'FREQ=YEARLY;INTERVAL=3;COUNT=5;BYYEARDAY=1,100,200',
      ['1997-01-01', '1997-04-10', '1997-07-19', '2000-01-01', '2000-04-09'],
    ],
    [
      '1997-05-19',
      'FREQ=YEARLY;BYDAY=20MO;COUNT=3',
      ['1997-05-19', '1998-05-18', '1999-05-17'],
    ],
    [
      '1997-05-12',
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3',
      ['1997-05-12', '1998-05-11', '1999-05-17'],
    ],
    [
      '1997-09-02',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=4',
      ['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13'],
    ],
    [
      '1996-11-05',
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3',
      ['1996-11-05', '2000-11-07', '2004-11-02'],
    ],
    [
      '1997-09-04',
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      ['1997-09-04', '1997-10-07', '1997-11-06'],
    ],
    [
      '1997-08-05',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
    ],
    [
      '1997-08-05',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
    ],
    [
      '2007-01-15',
      'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
      ['2007-01-15', '2007-01-30', '2007-02-15', '2007-03-15', '2007-03-30'],
    ],
  ])('RFC 5545: %s %s', (start, rrule, expected) => {
    const part = {
      timezone: 'America/New_York',
      start: `${start}T09:00:00`,
      rrule,
    };
    expect(days(part, '1990-01-01', '2010-01-01')).toEqual(expected);
  });
});

describe('ranges', () => {
  it('hold what began before them, and not what only touches them', () => {
    const day = { timezone: 'UTC', length: lasting('P3D') };
    expect(days(day, '2026-01-03', '2026-01-04')).toEqual(['2026-01-01']);
    expect(days(day, '2026-01-04', '2026-01-05')).toEqual([]);
    expect(days(day, '2025-12-31', '2026-01-01')).toEqual([]);
  });

  it('stop at the limit and say so', () => {
    const daily = windowOf({ rrule: 'FREQ=DAILY' });
    const range = { from: 0, to: at('2026-01-03T00:00:00Z'), limit: 2 };
    expect(expandWindow(daily, range)).toMatchObject({
      occurrences: [{}, {}],
      truncated: true,
    });
    expect(expandWindow(daily, { ...range, limit: 3 }).truncated).toBe(false);
    expect(expandWindow(daily, { from: 0, to: 1e15, limit: 5 }).truncated).toBe(
      true,
    );
    expect(() => expandWindow(daily, { ...range, limit: 0 })).toThrow(
      '0 is not a limit',
    );
  });

  it('far away are found too', () => {
    const daily = windowOf({
      start: '1970-01-01T02:00:00',
      rrule: 'FREQ=DAILY',
    });
    const { occurrences } = expandWindow(daily, {
      from: at('2190-01-01T00:00:00Z'),
      to: at('2190-02-01T00:00:00Z'),
    });
    expect(occurrences).toHaveLength(31);
  });
});

const anyWindow = fc
  .record({
    timezone: fc.constantFrom(
      'Europe/Zurich',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kolkata',
    ),
    day: fc.integer({ min: 0, max: 400 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    length: fc.constantFrom('PT30M', 'PT12H', 'P1D', 'P3DT2H', 'P1M'),
    rrule: fc.constantFrom(
      undefined,
      'FREQ=DAILY',
      'FREQ=DAILY;INTERVAL=3;COUNT=50',
      'FREQ=WEEKLY;BYDAY=SU,MO',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=MONTHLY;BYDAY=-1SU',
      'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
    ),
  })
  .map(({ timezone, day, minute, length, rrule }) =>
    windowOf({
      timezone,
      start: new Date(Date.UTC(2025, 0, 1 + day, 0, minute))
        .toISOString()
        .slice(0, 19),
      length: lasting(length),
      ...(rrule !== undefined && { rrule }),
    }),
  );

const moment = fc
  .integer({ min: 0, max: 3 * 365 * 24 * 60 })
  .map(minutes => Date.UTC(2025, 0, 1) + minutes * 60_000);

describe('laws', () => {
  it('an expansion is ordered, overlaps its range, and is the same every time', () => {
    fc.assert(
      fc.property(anyWindow, moment, moment, (window, a, b) => {
        const range = { from: Math.min(a, b), to: Math.max(a, b) };
        const { occurrences } = expandWindow(window, range);
        expect(expandWindow(window, range).occurrences).toEqual(occurrences);
        for (const one of occurrences) {
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.start < range.to && one.end > range.from).toBe(true);
          expect(at(one.startLocal)).toBe(one.start);
          expect(at(one.endLocal)).toBe(one.end);
        }
        const starts = occurrences.map(one => one.start);
        expect(starts).toEqual([...new Set(starts)].sort((x, y) => x - y));
      }),
      { numRuns: 100 },
    );
  });

  it('a range holds what its two halves hold', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.tuple(moment, moment, moment),
        (window, moments) => {
          const [a, b, c] = [...moments].sort((x, y) => x - y);
          const whole = expandWindow(window, { from: a, to: c }).occurrences;
          const halves = new Map(
            [
              ...expandWindow(window, { from: a, to: b }).occurrences,
              ...expandWindow(window, { from: b, to: c }).occurrences,
            ].map(one => [one.start, one]),
          );
          expect([...halves.values()]).toEqual(whole);
        },
      ),
      { numRuns: 100 },
    );
  });
});
