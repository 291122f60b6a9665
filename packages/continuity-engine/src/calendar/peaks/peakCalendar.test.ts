import { answerWindows } from '../answer/answerWindows';
import { expandWindow } from '../occurrences/expandWindow';
import type { FreezeWindow } from '../types';
import { holidaysOf, UNITED_STATES, ZURICH } from './__testUtils__/holidays';
import { parsePeakPolicy } from './parsePeakPolicy';
import {
  holidayCalendarsOf,
  peakCalendar,
  type PeakReading,
} from './peakCalendar';
import type { BusinessPeak, PeakPolicy } from './types';

const holidays = [
  holidaysOf('zurich', ZURICH),
  holidaysOf('united-states', UNITED_STATES),
];

const range = { start: Date.UTC(2026, 0, 1), end: Date.UTC(2028, 0, 1) };

/** Two years more than the lists of holidays. */
const beyond = { start: Date.UTC(2025, 0, 1), end: Date.UTC(2030, 0, 1) };

const policy: PeakPolicy = {
  enforcement: 'approval',
  environments: ['production'],
  classes: ['standard', 'major'],
};

function functionWith(peaks: unknown, title?: string) {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'BusinessFunction',
    metadata: { name: 'close-the-books', ...(title && { title }) },
    spec: {
      owner: 'finance-operations',
      peaks,
      supportedBy: ['component:default/ledger'],
    },
  };
}

function read(peaks: BusinessPeak[], within = range): PeakReading {
  return peakCalendar(functionWith(peaks), policy, holidays, within);
}

function windowOf(peak: BusinessPeak, within = range): FreezeWindow {
  const { calendar, problems } = read([peak], within);
  expect(problems).toEqual([]);
  const [window] = calendar?.windows ?? [];
  return window;
}

/** Wall-clock start and end of every time, as they stand in the window. */
function times(window: FreezeWindow): [string, string | undefined][] {
  const end = window.length.by === 'end' ? window.length.end : undefined;
  return [
    [window.start, end],
    ...window.rdates.map<[string, string | undefined]>(
      ({ start, end: own }) => [start, own],
    ),
  ];
}

const quarterEnd: BusinessPeak = {
  title: 'Quarter end',
  description: 'Nothing may move while the quarter is drawn up.',
  timezone: 'Europe/Zurich',
  relative: {
    anchor: 'quarter-end',
    from: { workingDays: -5, at: '18:00' },
    to: { workingDays: 1, at: '08:00' },
    holidays: 'zurich',
  },
};

describe('peaks counted from an anchor', () => {
  it('begin five working days before each quarter end, by the holidays of Zurich', () => {
    expect(times(windowOf(quarterEnd))).toEqual([
      // The first working day of 2026: the 1st and 2nd are holidays, then a weekend.
      ['2025-12-24T18:00:00', '2026-01-05T08:00:00'],
      ['2026-03-24T18:00:00', '2026-04-01T08:00:00'],
      ['2026-06-23T18:00:00', '2026-07-01T08:00:00'],
      ['2026-09-23T18:00:00', '2026-10-01T08:00:00'],
      ['2026-12-23T18:00:00', '2027-01-04T08:00:00'],
      ['2027-03-22T18:00:00', '2027-04-01T08:00:00'],
      ['2027-06-23T18:00:00', '2027-07-01T08:00:00'],
      ['2027-09-23T18:00:00', '2027-10-01T08:00:00'],
      ['2027-12-24T18:00:00', '2028-01-03T08:00:00'],
    ]);
  });

  it('follow another country by its own list', () => {
    const american = windowOf({
      ...quarterEnd,
      timezone: 'America/New_York',
      relative: {
        anchor: 'quarter-end',
        from: { workingDays: -5 },
        to: { workingDays: 0 },
        holidays: 'holidaycalendar:default/united-states',
      },
    });
    expect(american.allDay).toBe(true);
    expect(times(american)).toEqual([
      // Ends as 2026 begins in New York, which is five hours into it in UTC.
      ['2025-12-24T00:00:00', '2026-01-01T00:00:00'],
      ['2026-03-24T00:00:00', '2026-04-01T00:00:00'],
      ['2026-06-23T00:00:00', '2026-07-01T00:00:00'],
      ['2026-09-23T00:00:00', '2026-10-01T00:00:00'],
      ['2026-12-23T00:00:00', '2027-01-01T00:00:00'],
      ['2027-03-24T00:00:00', '2027-04-01T00:00:00'],
      ['2027-06-23T00:00:00', '2027-07-01T00:00:00'],
      ['2027-09-23T00:00:00', '2027-10-01T00:00:00'],
      // New Year's Day 2028 is observed on Friday, so Thursday is the last day of work.
      ['2027-12-22T00:00:00', '2027-12-31T00:00:00'],
    ]);
  });

  it('close a month from its last working day to the third of the next', () => {
    const window = windowOf(
      {
        title: 'Month-end close',
        timezone: 'Europe/Zurich',
        relative: {
          anchor: 'month-end',
          from: { workingDays: 0, at: '18:00' },
          to: { days: 3, at: '08:00' },
          holidays: 'zurich',
        },
      },
      { start: Date.UTC(2026, 0, 10), end: Date.UTC(2026, 5, 10) },
    );
    expect(times(window)).toEqual([
      ['2026-01-30T18:00:00', '2026-02-03T08:00:00'],
      ['2026-02-27T18:00:00', '2026-03-03T08:00:00'],
      ['2026-03-31T18:00:00', '2026-04-03T08:00:00'],
      ['2026-04-30T18:00:00', '2026-05-03T08:00:00'],
      ['2026-05-29T18:00:00', '2026-06-03T08:00:00'],
    ]);
  });

  it('know a business year that begins in March, and its leap years', () => {
    const window = windowOf(
      {
        title: 'Year end',
        timezone: 'Australia/Sydney',
        relative: {
          anchor: 'year-end',
          fiscalYearStart: 3,
          from: { days: 0 },
          to: { days: 0 },
        },
      },
      { start: Date.UTC(2027, 0, 1), end: Date.UTC(2029, 0, 1) },
    );
    expect(times(window)).toEqual([
      ['2027-02-28T00:00:00', '2027-03-01T00:00:00'],
      ['2028-02-29T00:00:00', '2028-03-01T00:00:00'],
    ]);
  });

  it('are read on the clock of their zone, so that they last an hour longer in autumn', () => {
    const window = windowOf(
      {
        title: 'Close',
        timezone: 'Europe/Zurich',
        relative: {
          anchor: 'month-end',
          from: { days: -8, at: '22:00' },
          to: { days: 0, at: '22:00' },
        },
      },
      { start: Date.UTC(2026, 0, 10), end: Date.UTC(2027, 9, 10) },
    );
    const [october] = expandWindow(window, {
      from: Date.UTC(2026, 9, 24),
      to: Date.UTC(2026, 9, 25),
    }).occurrences;
    expect(october).toMatchObject({
      startLocal: '2026-10-23T22:00:00+02:00',
      endLocal: '2026-10-31T22:00:00+01:00',
    });
    expect(october.end - october.start).toBe((8 * 24 + 1) * 3_600_000);
  });

  it('close to the services of the function, from the first moment to the last', () => {
    const { calendar } = read([quarterEnd]);
    const state = (at: string, businessFunctions: string[]) =>
      answerWindows(
        calendar ? [calendar] : [],
        {
          entity: { kind: 'Component', metadata: { name: 'ledger' } },
          tier: 'tier-1',
          systems: [],
          businessFunctions,
          environment: 'production',
          regions: [],
          releaseClass: 'standard',
        },
        Date.parse(at),
      ).state;
    const ours = ['businessfunction:default/close-the-books'];
    // Five working days before 31 March 2027 is Monday the 22nd: Easter lies between.
    expect(state('2027-03-22T17:59:59+01:00', ours)).toBe('open');
    expect(state('2027-03-22T18:00:00+01:00', ours)).toBe('approval');
    expect(state('2027-04-01T07:59:59+02:00', ours)).toBe('approval');
    expect(state('2027-04-01T08:00:00+02:00', ours)).toBe('open');
    expect(state('2027-03-25T12:00:00+01:00', [])).toBe('open');
  });

  it('count weekends alone once the holidays have run out, and say from when', () => {
    const { calendar, findings } = read([quarterEnd], beyond);
    const window = calendar?.windows[0];
    expect(window && times(window).slice(-2)).toEqual([
      ['2029-09-21T18:00:00', '2029-10-01T08:00:00'],
      // Christmas Day 2029, a Tuesday, counts as a day of work.
      ['2029-12-24T18:00:00', '2030-01-01T08:00:00'],
    ]);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'holidays-run-out',
        severity: 'info',
        windowId: 'quarter-end',
        path: 'spec.peaks.0.relative.holidays',
        message:
          'holidaycalendar:default/zurich lists holidays until 2027-12-31; for 9 times of Quarter end after that only weekends count as days off.',
        remedy: expect.stringContaining(
          'List the holidays of the years after 2027-12-31',
        ),
      }),
    ]);
    expect(findings[0].dates?.[0]).toBe('2027-12-24T18:00:00');
  });

  it('say nothing of holidays while the list lasts, nor where there is none', () => {
    const soon = { start: Date.UTC(2026, 0, 1), end: Date.UTC(2027, 9, 1) };
    expect(read([quarterEnd], soon).findings).toEqual([]);
    const { relative } = quarterEnd;
    const without: BusinessPeak = {
      ...quarterEnd,
      relative: relative && { ...relative, holidays: undefined },
    };
    expect(read([without], beyond).findings).toEqual([]);
  });

  it('cannot be read while their holiday calendar cannot', () => {
    const { calendar, problems } = peakCalendar(
      functionWith([quarterEnd]),
      policy,
      holidays.slice(1),
      range,
    );
    expect(calendar).toBeUndefined();
    expect(problems).toEqual([
      {
        path: 'spec.peaks.0.relative.holidays',
        message:
          '"holidaycalendar:default/zurich" is not a holiday calendar that can be read; expected holidaycalendar:default/united-states',
      },
    ]);
  });

  it('cannot be read when a holiday makes them end before they begin', () => {
    const peak: BusinessPeak = {
      title: 'Last night',
      timezone: 'America/New_York',
      relative: {
        anchor: 'year-start',
        from: { workingDays: 0, at: '18:00' },
        // A weekend alone moves 1 January to the 3rd at most.
        to: { days: 2, at: '19:00' },
        holidays: 'zurich',
      },
    };
    expect(read([peak]).problems).toEqual([
      {
        path: 'spec.peaks.0.relative.to',
        message:
          'ends at 2026-01-03T19:00:00, which is not after its start 2026-01-05T18:00:00, for the anchor 2026-01-01; expected a later to, or an earlier from',
      },
    ]);
  });
});

describe('peaks with times of their own', () => {
  it('are read as a window is: the enrolment season of every year', () => {
    const window = windowOf({
      id: 'enrolment',
      title: 'Open enrolment',
      timezone: 'America/New_York',
      start: '2026-11-01',
      end: '2027-01-16',
      rrule: 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1',
    });
    expect(window).toMatchObject({
      id: 'enrolment',
      reason: 'Open enrolment: a peak of close-the-books.',
      allDay: true,
      timezone: 'America/New_York',
    });
    expect(
      expandWindow(window, {
        from: Date.UTC(2027, 5, 1),
        to: Date.UTC(2028, 11, 1),
      }).occurrences.map(({ startLocal, endLocal }) => [startLocal, endLocal]),
    ).toEqual([
      ['2027-11-01T00:00:00-04:00', '2028-01-16T00:00:00-05:00'],
      ['2028-11-01T00:00:00-04:00', '2029-01-16T00:00:00-05:00'],
    ]);
  });
});

describe('the policy', () => {
  const night: BusinessPeak = {
    title: 'Cut-off',
    timezone: 'UTC',
    start: '2026-01-01T20:00:00',
    duration: 'PT4H',
    rrule: 'FREQ=DAILY',
  };

  it('makes no window where there is none', () => {
    expect(
      peakCalendar(functionWith([night]), undefined, holidays, range),
    ).toEqual({ problems: [], findings: [] });
  });

  it('says whom the windows are for', () => {
    const { calendar } = peakCalendar(
      functionWith([night], 'Close the books'),
      { ...policy, exceptEnvironments: ['staging'], tiers: ['tier-1'] },
      holidays,
      range,
    );
    expect(calendar).toMatchObject({
      ref: 'businessfunction:default/close-the-books',
      title: 'Close the books',
      owner: 'group:default/finance-operations',
      origin: { kind: 'business-function' },
      windows: [
        {
          id: 'cut-off',
          owner: 'group:default/finance-operations',
          effect: 'freeze',
          enforcement: 'approval',
          onRunning: 'finish',
          rollbacksExempt: true,
          scope: {
            businessFunctions: ['businessfunction:default/close-the-books'],
            tiers: ['tier-1'],
            environments: ['production'],
            classes: ['standard', 'major'],
            except: { environments: ['staging'] },
          },
        },
      ],
    });
  });

  it('gives way to what the peak says, part by part', () => {
    const { calendar } = read([
      { ...night, freeze: { enforcement: 'warn', environments: ['dr'] } },
    ]);
    expect(calendar?.windows[0]).toMatchObject({
      enforcement: 'warn',
      scope: { environments: ['dr'], classes: ['standard', 'major'] },
    });
  });

  it('leaves alone what is said in words, and what asks only to inform', () => {
    expect(read([{ title: 'Pay day' }, { ...night, freeze: false }])).toEqual({
      problems: [],
      findings: [],
    });
  });

  it.each<[string, unknown, unknown]>([
    ['nothing', undefined, undefined],
    ['switched off', { enabled: false, enforcement: 'block' }, undefined],
    ['present', {}, { enforcement: 'block' }],
    [
      'in full',
      { enabled: true, enforcement: 'warn', tiers: ['unclassified'] },
      { enforcement: 'warn', tiers: ['unclassified'] },
    ],
  ])('is read from the configuration: %s', (_, value, expected) => {
    const result = parsePeakPolicy(value, 'continuity.calendars.peaks', [
      'tier-1',
    ]);
    expect(result).toEqual({
      ...(expected !== undefined && { policy: expected }),
      problems: [],
    });
  });

  it.each<[unknown, string]>([
    [{ enforcement: 'deny' }, 'peaks.enforcement'],
    [{ tiers: ['tier-9'] }, 'peaks.tiers.0'],
    [{ environment: 'production' }, 'peaks.environment'],
    [true, 'peaks'],
  ])('refuses %j', (value, path) => {
    const { policy: read_, problems } = parsePeakPolicy(value, 'peaks', [
      'tier-1',
    ]);
    expect(read_).toBeUndefined();
    expect(problems).toEqual([{ path, message: expect.any(String) }]);
  });
});

it('a function with a broken peak makes no windows of the others', () => {
  const { calendar, problems } = peakCalendar(
    functionWith([quarterEnd, { title: 'x', relative: {} }]),
    policy,
    holidays,
    range,
  );
  expect(calendar).toBeUndefined();
  expect(problems.map(({ path }) => path)).toEqual([
    'spec.peaks.1.relative.anchor',
    'spec.peaks.1.relative.from',
    'spec.peaks.1.relative.to',
  ]);
});

it('names the holiday calendars that are counted by', () => {
  expect(
    holidayCalendarsOf(functionWith([quarterEnd, { title: 'Pay day' }])),
  ).toEqual(['holidaycalendar:default/zurich']);
});
