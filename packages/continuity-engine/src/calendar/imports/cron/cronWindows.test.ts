import { importDefinitions } from '../importDefinitions';

const importLine = (line: string) =>
  importDefinitions('cron', line, {
    owner: 'group:default/operations',
    timezone: 'Europe/Zurich',
    reason: 'Imported',
  });

describe('days of the month beside days of the week', () => {
  // POSIX.1-2017, crontab: with both named, a day is meant by either.
  it('makes windows for either, and says that both together were probably meant', () => {
    const { windows, findings } = importLine('0 18 13 * 5 | 2h');
    expect(windows.map(({ rrule }) => rrule)).toEqual([
      'FREQ=MONTHLY;BYMONTHDAY=13',
      'FREQ=WEEKLY;BYDAY=FR',
    ]);
    expect(findings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        path: 'line 1',
        message:
          '0 18 13 * 5 names days of the month and days of the week; cron takes a day that is either, not only one that is both.',
        remedy: expect.stringContaining(
          'rrule: FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
        ),
      }),
    ]);
  });

  it.each(['0 18 13 * * | 2h', '0 18 * * 5 | 2h', '0 18 * * * | 2h'])(
    'says nothing of %s',
    line => expect(importLine(line).findings).toEqual([]),
  );
});
