import { importDefinitions } from './importDefinitions';

const options = {
  owner: 'group:default/operations',
  timezone: 'Europe/Zurich',
  reason: 'Imported',
};

const rulesOf = (
  from: Parameters<typeof importDefinitions>[0],
  text: string,
): (string | undefined)[] =>
  importDefinitions(from, text, options).windows.map(({ rrule }) => rrule);

describe('rules are written as people write them', () => {
  // POSIX.1-2017, crontab; the frequencies of the examples of RFC 5545 3.8.5.3.
  it.each([
    ['0 22 * * 4', ['FREQ=WEEKLY;BYDAY=TH']],
    ['0 22 * * 1-5', ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR']],
    // Monday first, and Sunday once, however cron counts it.
    ['0 22 * * 0,6', ['FREQ=WEEKLY;BYDAY=SA,SU']],
    ['0 22 * * 6,7', ['FREQ=WEEKLY;BYDAY=SA,SU']],
    ['0 22 * * *', ['FREQ=DAILY']],
    ['0 22 * * 0-6', ['FREQ=DAILY']],
    ['0 22 1-31 * *', ['FREQ=DAILY']],
    ['0 22 * 1-12 5', ['FREQ=WEEKLY;BYDAY=FR']],
    ['0 22 * 12 *', ['FREQ=DAILY;BYMONTH=12']],
    ['0 22 * 12 5', ['FREQ=WEEKLY;BYMONTH=12;BYDAY=FR']],
    ['0 22 15 * *', ['FREQ=MONTHLY;BYMONTHDAY=15']],
    ['0 22 25 12 *', ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25']],
    ['0 22 1 3,6,9,12 *', ['FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1']],
  ])('cron: %s', (schedule, rules) => {
    expect(rulesOf('cron', `${schedule} | 1h`)).toEqual(rules);
  });

  // GitLab reads cron with Fugit, which knows L and #.
  it.each([
    ['0 23 * * 5', '0 7 * * 1', ['FREQ=WEEKLY;BYDAY=FR']],
    // One end for several starts: lengths follow from the weekday.
    [
      '0 20 * * *',
      '0 6 * * 1-5',
      [
        'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SU',
        'FREQ=WEEKLY;BYDAY=FR',
        'FREQ=WEEKLY;BYDAY=SA',
      ],
    ],
    ['0 18 31 12 *', '0 8 2 1 *', ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31']],
    ['0 18 L * *', '0 8 1 * *', ['FREQ=MONTHLY;BYMONTHDAY=-1']],
    ['0 18 * * 5#2', '0 8 * * 1', ['FREQ=MONTHLY;BYDAY=2FR']],
    // Lengths follow from the month.
    [
      '0 18 28 3,4 *',
      '0 0 30 4,12 *',
      [
        'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=28',
        'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=28',
      ],
    ],
  ])('gitlab: from %s to %s', (start, end, rules) => {
    const periods = [{ id: 1, freeze_start: start, freeze_end: end }];
    expect(rulesOf('gitlab', JSON.stringify(periods)).sort()).toEqual(
      [...rules].sort(),
    );
  });

  it.each([
    ['2026-01-31 10:00 PM', 'Monthly', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    [
      '2026-01-30 10:00 PM',
      'Monthly',
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    ],
    ['2026-01-15 10:00 PM', 'Monthly', 'FREQ=MONTHLY'],
    ['2028-02-29 10:00 PM', 'Yearly', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
    ['2026-01-15 10:00 PM', 'Weekly', 'FREQ=WEEKLY'],
  ])('harness: from %s, %s', (startTime, type, rule) => {
    const freeze = {
      identifier: 'f',
      name: 'F',
      status: 'Enabled',
      entityConfigs: [
        { name: 'all', entities: [{ type: 'Service', filterType: 'All' }] },
      ],
      windows: [
        {
          timeZone: 'Europe/Zurich',
          startTime,
          duration: '10h',
          recurrence: { type },
        },
      ],
    };
    expect(rulesOf('harness', JSON.stringify({ freeze }))).toEqual([rule]);
  });
});
