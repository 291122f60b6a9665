import { CompiledWindow } from '../occurrences/CompiledWindow';
import type { CalendarFinding, FreezeWindow } from '../types';
import { lintWindow } from './lintCalendar';
import { NOW, windowOf } from './__testUtils__/windows';

const lasting = (duration: string) => ({ by: 'duration' as const, duration });
const until = (end: string) => ({ by: 'end' as const, end });

function lint(part: Partial<FreezeWindow>): CalendarFinding[] {
  return lintWindow(windowOf(part), { now: NOW }, { path: 'window' });
}

type Row = [string, Partial<FreezeWindow>, Partial<CalendarFinding>];

it('has nothing to say of a window that is all right', () => {
  expect(lint({})).toEqual([]);
  expect(lint({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=2' })).toEqual([]);
});

describe('every finding', () => {
  it.each<Row>([
    [
      'never-occurs: a rule without a date',
      { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
      {
        rule: 'never-occurs',
        severity: 'error',
        path: 'window.rrule',
        message: expect.stringContaining('matches no date within 100 years'),
        remedy: expect.stringContaining(
          'leave rrule out for a window that takes place once, at 2026-02-02T18:00:00',
        ),
      },
    ],
    [
      'never-occurs: everything cancelled',
      {
        rrule: 'FREQ=DAILY;COUNT=2',
        exdates: ['2026-02-02T18:00:00', '2026-02-03T18:00:00'],
      },
      {
        rule: 'never-occurs',
        path: 'window.exdates',
        message:
          'Every occurrence is cancelled (2026-02-02T18:00:00, 2026-02-03T18:00:00), so it never takes place.',
      },
    ],
    [
      'over: a date that has passed',
      { start: '2025-12-24T18:00:00' },
      {
        rule: 'over',
        severity: 'info',
        path: 'window.start',
        message:
          'It took place for the last time from 2025-12-24T18:00:00 to 2025-12-24T22:00:00.',
        dates: ['2025-12-24T18:00:00'],
      },
    ],
    [
      'over: a rule that has ended',
      { start: '2010-01-01T18:00:00', rrule: 'FREQ=DAILY;UNTIL=20201231' },
      {
        rule: 'over',
        severity: 'warning',
        path: 'window.rrule',
        remedy:
          'Remove it, or take UNTIL=20201231 out of rrule if it is to go on.',
        dates: ['2020-12-31T18:00:00'],
      },
    ],
    [
      'overlaps-itself: a day and a half, daily',
      { rrule: 'FREQ=DAILY;COUNT=20', length: lasting('PT36H') },
      {
        rule: 'overlaps-itself',
        severity: 'warning',
        path: 'window.duration',
        message:
          'The occurrence of 2026-02-02T18:00:00 lasts 1 day 12 h, until 2026-02-04T06:00:00, but the next begins at 2026-02-03T18:00:00.',
        remedy:
          'Make an occurrence at most 1 day long (duration: P1D), or let the rule occur less often.',
        dates: Array.from(
          { length: 10 },
          (_, index) =>
            `2026-02-${String(index + 2).padStart(2, '0')}T18:00:00`,
        ),
      },
    ],
    [
      'overlaps-itself: an end that lies beyond the next start',
      {
        start: '2026-02-02T00:00:00',
        rrule: 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4',
        length: until('2026-02-06T00:00:00'),
      },
      {
        rule: 'overlaps-itself',
        path: 'window.end',
        remedy:
          'Make an occurrence at most 3 days long (end: 2026-02-05T00:00:00 for the start 2026-02-02T00:00:00), or let the rule occur less often.',
      },
    ],
    [
      'overlaps-itself: two extra dates',
      {
        rdates: [{ start: '2026-02-02T20:00:00' }],
      },
      { rule: 'overlaps-itself', dates: ['2026-02-02T18:00:00'] },
    ],
    [
      'too-frequent: every hour',
      { rrule: 'FREQ=HOURLY;COUNT=100', length: lasting('PT5M') },
      {
        rule: 'too-frequent',
        severity: 'warning',
        path: 'window.rrule',
        message:
          'It begins 24 times on 2026-02-03 (00:00, 01:00, 02:00, ...), and each time lasts 5 min.',
        remedy:
          'Write FREQ=DAILY instead of FREQ=HOURLY for one occurrence a day, at the time of its start (18:00); its length says until when it lasts.',
      },
    ],
    [
      'too-frequent: hours by name',
      {
        rrule: 'FREQ=DAILY;BYHOUR=4,6,8,10,12,14,16,18;COUNT=16',
        length: lasting('PT5M'),
      },
      {
        rule: 'too-frequent',
        remedy: expect.stringContaining('Name one hour'),
      },
    ],
    [
      'starts-in-gap: 02:30 in spring',
      { start: '2026-03-01T02:30:00', rrule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=SU' },
      {
        rule: 'starts-in-gap',
        severity: 'warning',
        path: 'window.start',
        message:
          '02:30 does not exist on 2026-03-29 in Europe/Zurich, where clocks go forward from 02:00 to 03:00; it starts at 03:30 then.',
        remedy:
          'Begin at 03:00 or later, or before 02:00; or write timezone: UTC, if it does not go by the clocks of Europe/Zurich.',
        dates: [
          '2026-03-29T02:30:00',
          '2027-03-28T02:30:00',
          '2028-03-26T02:30:00',
        ],
      },
    ],
    [
      'starts-in-fold: 01:30 in New York',
      {
        timezone: 'America/New_York',
        start: '2026-11-01T01:30:00',
      },
      {
        rule: 'starts-in-fold',
        message:
          '01:30 comes twice on 2026-11-01 in America/New_York, where clocks go back from 02:00 to 01:00; it starts at the first.',
        remedy: expect.stringContaining(
          'Begin at 02:00 or later, or before 01:00;',
        ),
        dates: ['2026-11-01T01:30:00'],
      },
    ],
    [
      'ends-in-gap: the half hour of Lord Howe',
      {
        timezone: 'Australia/Lord_Howe',
        start: '2026-10-03T22:00:00',
        length: until('2026-10-04T02:15:00'),
      },
      {
        rule: 'ends-in-gap',
        path: 'window.end',
        message:
          '02:15 does not exist on 2026-10-04 in Australia/Lord_Howe, where clocks go forward from 02:00 to 02:30; it ends at 02:45 then.',
        dates: ['2026-10-03T22:00:00'],
      },
    ],
    [
      'ends-in-fold: an extra date with an end of its own',
      {
        rdates: [{ start: '2026-10-24T22:00:00', end: '2026-10-25T02:00:00' }],
      },
      {
        rule: 'ends-in-fold',
        message:
          '02:00 comes twice on 2026-10-25 in Europe/Zurich, where clocks go back from 03:00 to 02:00; it ends at the first.',
        dates: ['2026-10-24T22:00:00'],
      },
    ],
    [
      'scope-matches-everything: no scope, and it blocks',
      { scope: {} },
      {
        rule: 'scope-matches-everything',
        severity: 'warning',
        path: 'window.scope',
      },
    ],
    [
      'scope-matches-everything: a maintenance window without a scope',
      { scope: {}, effect: 'maintenance' },
      {
        rule: 'scope-matches-everything',
        message: expect.stringContaining(
          'outside of it nothing may be released for every service in every environment',
        ),
      },
    ],
    [
      'scope-matches-everything: no scope, and it warns',
      { scope: { except: {} }, enforcement: 'warn' },
      { rule: 'scope-matches-everything', severity: 'info' },
    ],
    [
      'effectively-permanent: every day, all day',
      {
        start: '2026-01-01T00:00:00',
        allDay: true,
        length: lasting('P1D'),
        rrule: 'FREQ=DAILY',
      },
      {
        rule: 'effectively-permanent',
        severity: 'warning',
        path: 'window.rrule',
        message: 'It is in force for 100 % of the year from now on.',
      },
    ],
    [
      'effectively-permanent: until further notice',
      {
        start: '2026-06-01T00:00:00',
        length: until('2036-06-01T00:00:00'),
      },
      {
        rule: 'effectively-permanent',
        path: 'window.end',
        message:
          'The occurrence of 2026-06-01T00:00:00 blocks for 3653 days, until 2036-06-01T00:00:00.',
      },
    ],
    [
      'effectively-permanent: maintenance that is always possible',
      {
        effect: 'maintenance',
        start: '2025-12-01T00:00:00',
        allDay: true,
        length: lasting('P1D'),
        rrule: 'FREQ=DAILY',
      },
      {
        rule: 'effectively-permanent',
        severity: 'warning',
        message:
          'The maintenance window is open throughout the year from now on, so it closes nothing.',
      },
    ],
    [
      'effectively-permanent: maintenance in two years',
      { effect: 'maintenance', start: '2028-01-01T00:00:00' },
      {
        rule: 'effectively-permanent',
        severity: 'error',
        message:
          'The maintenance window is not open once in the year from now on, so its scope is closed until 2028-01-01T00:00:00.',
      },
    ],
    [
      'ends-before-start: a night on one day',
      { length: until('2026-02-02T06:00:00') },
      {
        rule: 'ends-before-start',
        severity: 'error',
        path: 'window.end',
        message:
          '2026-02-02T06:00:00 is not after 2026-02-02T18:00:00, so it would end before it starts.',
      },
    ],
    [
      'ends-before-start: an extra date',
      {
        rdates: [{ start: '2026-03-01T18:00:00', end: '2026-03-01T18:00:00' }],
      },
      { rule: 'ends-before-start', path: 'window.rdates.0.end' },
    ],
    [
      'start-not-in-rule: the 30th is not the last day of January',
      { start: '2026-01-30T18:00:00', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1' },
      {
        rule: 'start-not-in-rule',
        severity: 'warning',
        path: 'window.start',
        message:
          '2026-01-30T18:00:00 is not a start that FREQ=MONTHLY;BYMONTHDAY=-1 yields, so nothing takes place then; the first occurrence starts at 2026-01-31T18:00:00.',
        remedy: expect.stringContaining('Write start: 2026-01-31T18:00:00'),
        dates: ['2026-01-30T18:00:00'],
      },
    ],
  ])('%s', (_, part, expected) => {
    expect(lint(part)).toEqual([
      expect.objectContaining({ windowId: 'w', ...expected }),
    ]);
  });
});

describe('near misses', () => {
  it.each<[string, Partial<FreezeWindow>]>([
    [
      'a leap day, which occurs every four years',
      {
        start: '2028-02-29T18:00:00',
        rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      },
    ],
    [
      'the last hour of one that is nearly over',
      { start: '2025-12-31T22:00:00' },
    ],
    [
      'days that touch',
      {
        start: '2026-02-02T00:00:00',
        allDay: true,
        length: lasting('P1D'),
        rrule: 'FREQ=DAILY;COUNT=5',
      },
    ],
    [
      'days of 24 hours around a change of the clocks',
      { length: lasting('PT24H'), rrule: 'FREQ=DAILY;COUNT=300' },
    ],
    [
      'every four hours for half an hour',
      {
        start: '2026-02-02T00:00:00',
        length: lasting('PT30M'),
        rrule: 'FREQ=HOURLY;INTERVAL=4;COUNT=60',
      },
    ],
    [
      'a start at the end of what clocks skip, and an end at its beginning',
      {
        start: '2026-02-02T03:00:00',
        length: until('2026-02-03T02:00:00'),
        // Spring alone: 02:00 comes twice in autumn.
        rrule: 'FREQ=DAILY;UNTIL=20260327T235959',
      },
    ],
    [
      'a length in hours, whose end no clock has a say in',
      {
        start: '2026-03-28T22:30:00',
        length: lasting('PT4H'),
      },
    ],
    [
      'a whole day, where midnight is skipped',
      {
        timezone: 'Asia/Beirut',
        start: '2026-03-29T00:00:00',
        allDay: true,
        length: lasting('P1D'),
      },
    ],
    [
      'a scope with nothing but an exception',
      {
        scope: { except: { environments: ['production'] } },
      },
    ],
    [
      'eleven months of twelve',
      { start: '2026-01-01T00:00:00', length: until('2026-12-01T00:00:00') },
    ],
    [
      'maintenance four hours a week',
      {
        effect: 'maintenance',
        start: '2026-01-04T02:00:00',
        // UTC, where nobody changes the clocks on a Sunday night.
        timezone: 'UTC',
        rrule: 'FREQ=WEEKLY;BYDAY=SU',
      },
    ],
    [
      'a start that the rule does not yield, listed as an extra date',
      {
        start: '2026-01-30T18:00:00',
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
        rdates: [{ start: '2026-01-30T18:00:00' }],
      },
    ],
    [
      'a first start that is cancelled',
      {
        rrule: 'FREQ=WEEKLY;BYDAY=MO',
        exdates: ['2026-02-02T18:00:00'],
      },
    ],
  ])('%s', (_, part) => {
    expect(lint(part)).toEqual([]);
  });

  it('a warning that is always on is only mentioned', () => {
    expect(
      lint({
        enforcement: 'warn',
        start: '2026-01-01T00:00:00',
        length: lasting('P1D'),
        rrule: 'FREQ=DAILY',
      }),
    ).toMatchObject([{ rule: 'effectively-permanent', severity: 'info' }]);
  });
});

it('an hourly rule with the length of a day is told all that it comes to', () => {
  const findings = lint({
    start: '2025-12-30T18:00:00',
    rrule: 'FREQ=HOURLY',
    length: lasting('P1D'),
  });
  expect(findings.map(({ rule }) => rule)).toEqual([
    'overlaps-itself',
    'too-frequent',
    'effectively-permanent',
  ]);
  expect(findings[1].message).toBe(
    'It begins 24 times on 2026-01-01 (00:00, 01:00, 02:00, ...), and each time lasts 1 day, longer than until the next, so that it never ends.',
  );
});

it('maintenance that is over closes for good, which is an error', () => {
  expect(
    lint({ effect: 'maintenance', start: '2025-06-01T02:00:00' }),
  ).toMatchObject([
    { rule: 'over', severity: 'error' },
    {
      rule: 'effectively-permanent',
      severity: 'error',
      message: expect.stringContaining('closed for good'),
    },
  ]);
});

it('a window without a document has no paths', () => {
  const [finding] = lintWindow(windowOf({ scope: {} }), { now: NOW });
  expect(finding).not.toHaveProperty('path');
});

it('names ten dates at most', () => {
  for (const { dates = [] } of lint({
    rrule: 'FREQ=MINUTELY;INTERVAL=15',
    length: lasting('PT36H'),
  })) {
    expect(dates.length).toBeLessThanOrEqual(10);
  }
});

it.each(['FREQ=MINUTELY;INTERVAL=15', 'FREQ=HOURLY;BYMINUTE=0,20,40'])(
  'works out no more occurrences of %s than it looks at, by a piece of time',
  rrule => {
    const place = jest.spyOn(CompiledWindow.prototype, 'place');
    lint({ rrule, length: lasting('PT36H') });
    const worked = place.mock.results.reduce(
      (sum, { value }) => sum + value.starts.length,
      0,
    );
    place.mockRestore();
    // Of three years there are a hundred thousand.
    expect(worked).toBeGreaterThanOrEqual(5_000);
    expect(worked).toBeLessThan(20_000);
  },
);
