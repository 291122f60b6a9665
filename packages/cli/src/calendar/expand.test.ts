import { calendar, json, removeFilesAfterwards } from '../testing/calendars';

removeFilesAfterwards();

describe('continuity calendar expand', () => {
  const newYork = ['--tz', 'America/New_York'];

  it.each([
    [
      'a start that the clocks skip is moved by the gap (RFC 5545 3.3.5)',
      ['--dtstart', '2026-03-08T02:15:00', '--duration', 'PT30M'],
      ['2026-03-08T00:00:00-05:00', '2026-03-09T00:00:00-04:00'],
      {
        start: '2026-03-08T07:15:00.000Z',
        end: '2026-03-08T07:45:00.000Z',
        startLocal: '2026-03-08T03:15:00-04:00',
        endLocal: '2026-03-08T03:45:00-04:00',
        note: expect.stringContaining('does not exist'),
      },
    ],
    [
      'of a time that comes twice the first is meant (RFC 5545 3.3.5)',
      ['--dtstart', '2026-11-01T01:30:00', '--duration', 'PT20M'],
      ['2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00'],
      {
        start: '2026-11-01T05:30:00.000Z',
        end: '2026-11-01T05:50:00.000Z',
        startLocal: '2026-11-01T01:30:00-04:00',
        endLocal: '2026-11-01T01:50:00-04:00',
        note: expect.stringContaining('twice'),
      },
    ],
    [
      'a wall-clock end keeps its time: 13 h over the night of 2026-10-31',
      ['--dtstart', '2026-10-31T22:00:00', '--end-local', '10:00'],
      ['2026-10-31T12:00:00Z', '2026-11-01T20:00:00Z'],
      {
        start: '2026-11-01T02:00:00.000Z',
        end: '2026-11-01T15:00:00.000Z',
        startLocal: '2026-10-31T22:00:00-04:00',
        endLocal: '2026-11-01T10:00:00-05:00',
        note: expect.stringContaining('13 h'),
      },
    ],
    [
      'PT12H is twelve hours and ends at 09:00',
      ['--dtstart', '2026-10-31T22:00:00', '--duration', 'PT12H'],
      ['2026-10-31T12:00:00Z', '2026-11-01T20:00:00Z'],
      {
        start: '2026-11-01T02:00:00.000Z',
        end: '2026-11-01T14:00:00.000Z',
        startLocal: '2026-10-31T22:00:00-04:00',
        endLocal: '2026-11-01T09:00:00-05:00',
        note: expect.stringContaining('09:00'),
      },
    ],
  ])('%s', async (_, window, [from, to], expected) => {
    const { code, answer } = await json(
      ...['expand', '--rrule', 'FREQ=DAILY', ...newYork, ...window],
      ...['--from', from, '--to', to],
    );
    const starts = answer.filter(
      ({ startLocal }: { startLocal: string }) =>
        startLocal.slice(0, 10) === expected.startLocal.slice(0, 10),
    );
    expect([code, starts]).toEqual([0, [expected]]);
  });

  it('takes prefixes, several exdates, and moments on the clock', async () => {
    const { code, answer } = await json(
      ...['expand', '--rrule', 'RRULE:FREQ=DAILY;COUNT=4', ...newYork],
      ...['--dtstart', '2026-05-01T09:00:00', '--duration', 'PT1H'],
      ...['--exdate', '2026-05-02T09:00:00,2026-05-03T09:00:00'],
      ...['--from', '2026-05-01', '--to', '2026-06-01'],
    );
    expect(code).toBe(0);
    expect(answer.map((one: { startLocal: string }) => one.startLocal)).toEqual(
      ['2026-05-01T09:00:00-04:00', '2026-05-04T09:00:00-04:00'],
    );
  });

  it('ends a start without a length when it starts (RFC 5545 3.6.1)', async () => {
    const { answer } = await json(
      ...['expand', '--dtstart', '2026-05-01T09:00:00', ...newYork],
      ...['--from', '2026-05-01', '--to', '2026-06-01'],
    );
    expect(answer).toEqual([
      {
        start: '2026-05-01T13:00:00.000Z',
        end: '2026-05-01T13:00:00.000Z',
        startLocal: '2026-05-01T09:00:00-04:00',
        endLocal: '2026-05-01T09:00:00-04:00',
      },
    ]);
  });

  it('prints lines for people', async () => {
    const { stdout } = await calendar(
      ...['expand', '--dtstart', '2026-12-24', '--tz', 'Europe/Zurich'],
      ...['--from', '2026-12-01', '--to', '2027-01-01'],
    );
    expect(stdout).toBe(
      '2026-12-24T00:00:00+01:00 to 2026-12-25T00:00:00+01:00  (2026-12-23T23:00:00.000Z to 2026-12-24T23:00:00.000Z)\n',
    );
  });

  it.each([
    [['--rrule', 'FREQ=SECONDLY'], '--rrule'],
    [['--rrule', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'], '--rrule'],
    [['--rrule', 'FREQ=DAILY;COUNT=5000000'], '--rrule'],
    [['--duration', 'PT0S'], '--duration'],
    [['--end-local', '2026-05-01T08:00:00'], '--end-local'],
    [['--exdate', 'tomorrow'], '--exdate'],
    [['--dtstart', '2026-02-30T09:00:00'], '--dtstart'],
    [['--tz', 'Europe/Bern'], '--tz'],
    [['--from', 'now'], '--from'],
    [['--to', '2026-04-01'], '--to'],
    [['--limit', '0'], '--limit'],
  ])('refuses %j and names the option', async (args, option) => {
    const { code, stdout, stderr } = await calendar(
      ...['expand', '--dtstart', '2026-05-01T09:00:00', ...newYork],
      ...['--from', '2026-05-01', '--to', '2026-06-01', ...args],
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${option}`);
  });
});
