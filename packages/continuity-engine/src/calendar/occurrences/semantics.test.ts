import { parseInstant } from '../../time';
import { parseFreezeWindow } from '../declaration/parseFreezeWindow';
import type { FreezeWindowDeclaration, Occurrence } from '../types';
import { expandWindow } from './expandWindow';

// What a window means, a sentence at a time. Times in the examples of RFC 5545 are in
// America/New_York: clocks go forward at 02:00 on 2007-03-11 and back at 02:00 on
// 2007-11-04; in 2026 on 03-08 and 11-01.

const NEW_YORK = 'America/New_York';

type Declared = Omit<FreezeWindowDeclaration, 'id' | 'title' | 'reason'>;

function occurrences(
  declared: Declared,
  from = '1997-01-01',
  to = '2030-01-01',
): Occurrence[] {
  const read = parseFreezeWindow(
    { id: 'w', title: 'W', reason: 'r', ...declared },
    'window',
    { timezone: NEW_YORK, owner: 'group:default/o', scope: {} },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const at = (date: string) => parseInstant(`${date}T00:00:00Z`) ?? NaN;
  const range = { from: at(from), to: at(to) };
  return expandWindow(read.window, range).occurrences;
}

/** `[startLocal, endLocal]` each. */
const spans = (...asked: Parameters<typeof occurrences>) =>
  occurrences(...asked).map(({ startLocal, endLocal }) => [
    startLocal,
    endLocal,
  ]);
const starts = (...asked: Parameters<typeof occurrences>) =>
  occurrences(...asked).map(({ startLocal }) => startLocal.slice(0, 16));
const hours = (...asked: Parameters<typeof occurrences>) =>
  occurrences(...asked).map(({ start, end }) => (end - start) / 3_600_000);

describe('the three windows to begin with', () => {
  it('daily at 02:15 for 30 minutes occurs once on 2026-03-08, at 03:15 EDT', () => {
    const declared = {
      start: '2026-03-01T02:15:00',
      duration: 'PT30M',
      rrule: 'FREQ=DAILY',
    };
    expect(spans(declared, '2026-03-08', '2026-03-09')).toEqual([
      ['2026-03-08T03:15:00-04:00', '2026-03-08T03:45:00-04:00'],
    ]);
  });

  it('daily at 01:30 for 20 minutes occurs once on 2026-11-01, at 01:30 EDT', () => {
    const declared = {
      start: '2026-10-25T01:30:00',
      duration: 'PT20M',
      rrule: 'FREQ=DAILY',
    };
    expect(spans(declared, '2026-11-01', '2026-11-02')).toEqual([
      ['2026-11-01T01:30:00-04:00', '2026-11-01T01:50:00-04:00'],
    ]);
  });

  it.each([
    [{ end: '2026-10-31T10:00:00' }, '2026-11-01T10:00:00-05:00', 13],
    [{ duration: 'PT12H' }, '2026-11-01T09:00:00-05:00', 12],
  ])('22:00 with %j over 2026-10-31 ends at %s', (length, end, lasts) => {
    const declared = {
      start: '2026-10-30T22:00:00',
      rrule: 'FREQ=DAILY',
      ...('end' in length ? { end: '2026-10-31T10:00:00' } : length),
    };
    const [, night] = spans(declared, '2026-10-31', '2026-11-02');
    expect(night).toEqual(['2026-10-31T22:00:00-04:00', end]);
    expect(hours(declared, '2026-10-31', '2026-11-02')[1]).toBe(lasts);
  });
});

describe('RFC 5545 3.3.5, times with a zone', () => {
  it('a time that the clocks show twice is the first', () => {
    expect(spans({ start: '2007-11-04T01:30:00', duration: 'PT1M' })).toEqual([
      ['2007-11-04T01:30:00-04:00', '2007-11-04T01:31:00-04:00'],
    ]);
  });

  it('a time that the clocks skip is read by the offset before the gap', () => {
    expect(spans({ start: '2007-03-11T02:30:00', duration: 'PT1M' })).toEqual([
      ['2007-03-11T03:30:00-04:00', '2007-03-11T03:31:00-04:00'],
    ]);
  });

  it('holds for ends as for starts', () => {
    expect(
      spans({ start: '2007-03-10T22:00:00', end: '2007-03-11T02:30:00' }),
    ).toEqual([['2007-03-10T22:00:00-05:00', '2007-03-11T03:30:00-04:00']]);
    expect(
      spans({ start: '2007-11-03T22:00:00', end: '2007-11-04T01:30:00' }),
    ).toEqual([['2007-11-03T22:00:00-04:00', '2007-11-04T01:30:00-04:00']]);
  });

  it('holds for extra dates and moved occurrences as for the first', () => {
    expect(
      starts({
        start: '2007-01-01T00:00:00',
        duration: 'PT1M',
        rdates: ['2007-03-11T02:30:00', '2007-05-01T00:00:00'],
        overrides: [
          { occurrence: '2007-05-01T00:00:00', start: '2007-11-04T01:30:00' },
        ],
      }),
    ).toEqual(['2007-01-01T00:00', '2007-03-11T03:30', '2007-11-04T01:30']);
  });
});

describe('RFC 5545 3.3.6, durations', () => {
  it.each<[string, string, string, number]>([
    // Days and weeks are nominal: the clock shows the same time again.
    ['2007-03-10T12:00:00', 'P1D', '2007-03-11T12:00:00-04:00', 23],
    ['2007-11-03T12:00:00', 'P1D', '2007-11-04T12:00:00-05:00', 25],
    ['2007-11-03T12:00:00', 'P1W', '2007-11-10T12:00:00-05:00', 169],
    // Hours are exact.
    ['2007-03-10T12:00:00', 'PT24H', '2007-03-11T13:00:00-04:00', 24],
    ['2007-11-03T12:00:00', 'PT24H', '2007-11-04T11:00:00-05:00', 24],
    // Of both the nominal part comes first.
    ['2007-11-03T00:30:00', 'P1DT1H', '2007-11-04T01:30:00-04:00', 25],
    ['2007-11-03T00:30:00', 'P1DT2H', '2007-11-04T01:30:00-05:00', 26],
    // Beyond RFC 5545, as ISO 8601 has them: a day that a month lacks is its last.
    ['2026-01-31T00:00:00', 'P1M', '2026-02-28T00:00:00-05:00', 672],
    ['2024-02-29T00:00:00', 'P1Y', '2025-02-28T00:00:00-05:00', 8760],
    ['2026-01-31T00:00:00', 'P1M1D', '2026-03-01T00:00:00-05:00', 696],
  ])('%s and %s end at %s', (start, duration, end, lasts) => {
    const [occurrence] = occurrences({ start, duration });
    expect(occurrence.endLocal).toBe(end);
    expect((occurrence.end - occurrence.start) / 3_600_000).toBe(lasts);
  });
});

describe('RFC 5545 3.6.1, the ends of events', () => {
  it('the end is not part of it', () => {
    const declared = { start: '2026-01-01', end: '2026-01-03' };
    expect(spans(declared)).toEqual([
      ['2026-01-01T00:00:00-05:00', '2026-01-03T00:00:00-05:00'],
    ]);
    // Of 2026-01-03 in UTC, the first five hours are still 2026-01-02 in New York.
    expect(starts(declared, '2026-01-03', '2026-01-04')).toHaveLength(1);
    expect(starts(declared, '2026-01-04', '2026-01-05')).toEqual([]);
    const [utc] = [{ ...declared, timezone: 'UTC' }];
    expect(starts(utc, '2026-01-02', '2026-01-03')).toHaveLength(1);
    expect(starts(utc, '2026-01-03', '2026-01-04')).toEqual([]);
    expect(starts(utc, '2025-12-31', '2026-01-01')).toEqual([]);
  });

  it('a date without an end lasts the whole day, however long that is', () => {
    expect(hours({ start: '2007-03-11' })).toEqual([23]);
    expect(hours({ start: '2007-11-04' })).toEqual([25]);
    expect(hours({ start: '2026-06-01' })).toEqual([24]);
  });

  it('an end on the clock stays there in every occurrence', () => {
    expect(
      spans(
        {
          start: '2007-01-06T20:00:00',
          end: '2007-01-07T06:00:00',
          rrule: 'FREQ=WEEKLY',
        },
        '2007-03-10',
        '2007-03-19',
      ),
    ).toEqual([
      ['2007-03-10T20:00:00-05:00', '2007-03-11T06:00:00-04:00'],
      ['2007-03-17T20:00:00-04:00', '2007-03-18T06:00:00-04:00'],
    ]);
  });
});

describe('RFC 5545 3.8.5.1, EXDATE', () => {
  const daily = {
    start: '2026-03-06T09:00:00',
    duration: 'PT1H',
    rrule: 'FREQ=DAILY;COUNT=4',
  };

  it('takes an occurrence out, and does not make a COUNT longer', () => {
    expect(starts({ ...daily, exdates: ['2026-03-07T09:00:00'] })).toEqual([
      '2026-03-06T09:00',
      '2026-03-08T09:00',
      '2026-03-09T09:00',
    ]);
  });

  it('takes the first out like any other', () => {
    expect(starts({ ...daily, exdates: ['2026-03-06T09:00:00'] })[0]).toBe(
      '2026-03-07T09:00',
    );
  });

  it('takes an extra date out', () => {
    expect(
      starts({
        start: '2026-03-06T09:00:00',
        duration: 'PT1H',
        rdates: [
          '2026-03-07T10:00:00',
          { start: '2026-03-08T10:00:00', end: '2026-03-08T20:00:00' },
        ],
        exdates: ['2026-03-08T10:00:00'],
      }),
    ).toEqual(['2026-03-06T09:00', '2026-03-07T10:00']);
  });

  it('takes everything out that starts there, the rule and the extra date', () => {
    expect(
      starts({
        ...daily,
        rdates: [{ start: '2026-03-07T09:00:00', end: '2026-03-07T23:00:00' }],
        exdates: ['2026-03-07T09:00:00'],
      }),
    ).toEqual(['2026-03-06T09:00', '2026-03-08T09:00', '2026-03-09T09:00']);
  });

  it('names the clock time that is declared, also one that the clocks skip', () => {
    expect(
      starts({
        start: '2026-03-07T02:30:00',
        duration: 'PT1H',
        rrule: 'FREQ=DAILY;COUNT=3',
        exdates: ['2026-03-08T02:30:00'],
      }),
    ).toEqual(['2026-03-07T02:30', '2026-03-09T02:30']);
  });

  it('takes a day out of an all-day window', () => {
    expect(
      starts({
        start: '2026-12-24',
        rrule: 'FREQ=DAILY;COUNT=3',
        exdates: ['2026-12-25'],
      }),
    ).toEqual(['2026-12-24T00:00', '2026-12-26T00:00']);
  });
});

describe('RFC 5545 3.8.5.2, RDATE', () => {
  const once = { start: '2026-03-06T09:00:00', duration: 'PT2H' };

  it('adds occurrences to the start, as long as it is', () => {
    expect(
      spans({
        ...once,
        rdates: ['2026-07-01T12:00:00', '2025-12-24T12:00:00'],
      }),
    ).toEqual([
      ['2025-12-24T12:00:00-05:00', '2025-12-24T14:00:00-05:00'],
      ['2026-03-06T09:00:00-05:00', '2026-03-06T11:00:00-05:00'],
      ['2026-07-01T12:00:00-04:00', '2026-07-01T14:00:00-04:00'],
    ]);
  });

  it('adds occurrences to a rule, also after its UNTIL and COUNT', () => {
    expect(
      starts({
        ...once,
        rrule: 'FREQ=DAILY;UNTIL=20260307',
        rdates: ['2026-07-01T12:00:00'],
      }),
    ).toEqual(['2026-03-06T09:00', '2026-03-07T09:00', '2026-07-01T12:00']);
    expect(
      starts({
        ...once,
        rrule: 'FREQ=DAILY;COUNT=2',
        rdates: ['2026-03-06T20:00:00'],
      }),
    ).toEqual(['2026-03-06T09:00', '2026-03-06T20:00', '2026-03-07T09:00']);
  });

  it('may give an occurrence an end of its own, on the clock', () => {
    expect(
      spans({
        ...once,
        rdates: [{ start: '2026-10-31T22:00:00', end: '2026-11-01T10:00:00' }],
      })[1],
    ).toEqual(['2026-10-31T22:00:00-04:00', '2026-11-01T10:00:00-05:00']);
  });

  it.each([
    ['2026-03-06T23:00:00', '2026-03-06T23:00:00-05:00'],
    ['2026-03-06T10:00:00', '2026-03-06T11:00:00-05:00'],
  ])(
    'counts two that start together once, the longer: until %s, %s',
    (end, expected) => {
      for (const rrule of [undefined, 'FREQ=DAILY;COUNT=1']) {
        expect(
          spans({
            ...once,
            ...(rrule && { rrule }),
            rdates: [{ start: '2026-03-06T09:00:00', end }],
          }),
        ).toEqual([['2026-03-06T09:00:00-05:00', expected]]);
      }
    },
  );

  it('counts two as one that only the clocks bring together', () => {
    // 02:30 is skipped and read as 03:30.
    expect(
      spans({
        start: '2026-03-08T02:30:00',
        duration: 'PT1H',
        rdates: [{ start: '2026-03-08T03:30:00', end: '2026-03-08T06:00:00' }],
      }),
    ).toEqual([['2026-03-08T03:30:00-04:00', '2026-03-08T06:00:00-04:00']]);
  });

  it('keeps the order where the clocks turn it round', () => {
    expect(
      starts({
        start: '2026-03-08T02:30:00',
        duration: 'PT10M',
        rdates: ['2026-03-08T03:15:00'],
      }),
    ).toEqual(['2026-03-08T03:15', '2026-03-08T03:30']);
  });
});

describe('RFC 5545 3.8.4.4, RECURRENCE-ID', () => {
  const weekly = {
    start: '2026-01-05T09:00:00',
    end: '2026-01-05T17:00:00',
    rrule: 'FREQ=WEEKLY;COUNT=4',
  };
  const all = [
    '2026-01-05T09:00',
    '2026-01-12T09:00',
    '2026-01-19T09:00',
    '2026-01-26T09:00',
  ];

  it('moves the one occurrence that it names, and no other', () => {
    expect(
      spans({
        ...weekly,
        overrides: [
          { occurrence: '2026-01-12T09:00:00', start: '2026-01-13T10:00:00' },
        ],
      }),
    ).toEqual([
      ['2026-01-05T09:00:00-05:00', '2026-01-05T17:00:00-05:00'],
      ['2026-01-13T10:00:00-05:00', '2026-01-13T18:00:00-05:00'],
      ['2026-01-19T09:00:00-05:00', '2026-01-19T17:00:00-05:00'],
      ['2026-01-26T09:00:00-05:00', '2026-01-26T17:00:00-05:00'],
    ]);
  });

  it.each([
    ['1999-12-31T00:00:00', '1999-12-31', '2000-01-01'],
    ['2028-02-29T12:00:00', '2028-02-29', '2028-03-01'],
  ])(
    'finds an occurrence that was moved to %s, and not where it was',
    (start, from, to) => {
      const declared = {
        ...weekly,
        overrides: [{ occurrence: '2026-01-12T09:00:00', start }],
      };
      expect(starts(declared)).toEqual(
        [...all.filter(one => one !== all[1]), start.slice(0, 16)].sort(),
      );
      expect(starts(declared, from, to)).toEqual([start.slice(0, 16)]);
      expect(starts(declared, '2026-01-12', '2026-01-14')).toEqual([]);
    },
  );

  it.each<[object, string]>([
    [{ end: '2026-01-12T12:00:00' }, '2026-01-12T12:00:00-05:00'],
    [{ duration: 'P2D' }, '2026-01-14T09:00:00-05:00'],
    [{ duration: 'PT1H' }, '2026-01-12T10:00:00-05:00'],
    [{}, '2026-01-12T17:00:00-05:00'],
  ])('gives it the length %j', (length, end) => {
    expect(
      spans({
        ...weekly,
        overrides: [{ occurrence: '2026-01-12T09:00:00', ...length }],
      })[1],
    ).toEqual(['2026-01-12T09:00:00-05:00', end]);
  });

  it('gives it words of its own, where they differ', () => {
    const [first, second, third] = occurrences({
      ...weekly,
      overrides: [
        {
          occurrence: '2026-01-12T09:00:00',
          title: 'Audit',
          reason: 'They look',
        },
        { occurrence: '2026-01-19T09:00:00', title: 'W', reason: 'r' },
      ],
    });
    expect(first).not.toHaveProperty('title');
    expect(second).toMatchObject({ title: 'Audit', reason: 'They look' });
    expect(third).not.toHaveProperty('title');
    expect(third).not.toHaveProperty('reason');
  });

  it('takes the place of an extra date, and keeps its own end', () => {
    const declared = {
      start: '2026-01-05T09:00:00',
      duration: 'PT8H',
      rdates: [{ start: '2026-02-01T00:00:00', end: '2026-02-03T00:00:00' }],
    };
    const occurrence = '2026-02-01T00:00:00';
    expect(
      spans({
        ...declared,
        overrides: [{ occurrence, start: '2026-02-10T00:00:00' }],
      })[1],
    ).toEqual(['2026-02-10T00:00:00-05:00', '2026-02-12T00:00:00-05:00']);
    expect(
      spans({ ...declared, overrides: [{ occurrence, duration: 'PT1H' }] })[1],
    ).toEqual(['2026-02-01T00:00:00-05:00', '2026-02-01T01:00:00-05:00']);
  });

  it('may move one onto another, and the longer of the two counts', () => {
    const moved = (duration: string) =>
      occurrences({
        ...weekly,
        overrides: [
          {
            occurrence: '2026-01-12T09:00:00',
            start: '2026-01-19T09:00:00',
            duration,
            title: 'Moved',
          },
        ],
      }).map(({ startLocal, endLocal, title }) => [
        startLocal.slice(0, 10),
        endLocal.slice(11, 16),
        title,
      ]);
    expect(moved('PT9H')[1]).toEqual(['2026-01-19', '18:00', 'Moved']);
    expect(moved('PT7H')[1]).toEqual(['2026-01-19', '17:00', undefined]);
    expect(moved('PT8H')[1]).toEqual(['2026-01-19', '17:00', 'Moved']);
    expect(moved('PT9H')).toHaveLength(3);
  });

  it('may take an occurrence past the UNTIL of its rule', () => {
    expect(
      starts({
        start: '2026-01-05T09:00:00',
        duration: 'PT1H',
        rrule: 'FREQ=DAILY;UNTIL=20260106',
        overrides: [
          { occurrence: '2026-01-06T09:00:00', start: '2026-03-01T09:00:00' },
        ],
      }),
    ).toEqual(['2026-01-05T09:00', '2026-03-01T09:00']);
  });

  it('names the clock time that is declared, also one that the clocks skip', () => {
    expect(
      starts({
        start: '2026-03-07T02:30:00',
        duration: 'PT1H',
        rrule: 'FREQ=DAILY;COUNT=3',
        overrides: [
          { occurrence: '2026-03-08T02:30:00', start: '2026-03-08T12:00:00' },
        ],
      }),
    ).toEqual(['2026-03-07T02:30', '2026-03-08T12:00', '2026-03-09T02:30']);
  });

  it('moves a day of an all-day window', () => {
    expect(
      spans({
        start: '2026-12-24',
        rrule: 'FREQ=DAILY;COUNT=2',
        overrides: [
          { occurrence: '2026-12-25', start: '2026-12-28', duration: 'P2D' },
        ],
      }),
    ).toEqual([
      ['2026-12-24T00:00:00-05:00', '2026-12-25T00:00:00-05:00'],
      ['2026-12-28T00:00:00-05:00', '2026-12-30T00:00:00-05:00'],
    ]);
  });

  it('says of a moved occurrence what the clocks did to that one', () => {
    const [first, second] = occurrences({
      start: '2026-03-01T09:00:00',
      duration: 'PT1H',
      rrule: 'FREQ=WEEKLY;COUNT=2',
      overrides: [
        { occurrence: '2026-03-08T09:00:00', start: '2026-03-08T02:30:00' },
      ],
    });
    expect(first).not.toHaveProperty('note');
    expect(second.note).toBe(
      '02:30 on 2026-03-08 does not exist in America/New_York, where clocks go forward; it starts at 03:30.',
    );
  });
});
