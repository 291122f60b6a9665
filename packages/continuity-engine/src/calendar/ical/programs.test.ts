/**
 * Files as programs write them, and what programs need of ours.
 *
 * The files are made up, their conventions are those of the programs: RFC 5545, 7986;
 * [MS-OXCICAL] for Outlook and Exchange (2.1.3.1.1.19.1 TZID, 2.1.3.1.1.20.13 EXDATE,
 * 2.1.3.1.1.20.20 RECURRENCE-ID, 2.1.3.1.1.20.28 X-MICROSOFT-CDO-ALLDAYEVENT,
 * 2.1.3.1.1.20.31 X-MICROSOFT-CDO-BUSYSTATUS); files that people have put into the
 * issues of other readers, for names such as `tzone://Microsoft/Utc` and
 * `Eastern Standard Time 1`, EXDATE as a date, and VTIMEZONE with BYHOUR.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import { parseFreezeWindow } from '../declaration/parseFreezeWindow';
import { expandWindow } from '../occurrences/expandWindow';
import type { FreezeWindow } from '../types';
import { readICalendar, type ICalendarOptions } from './readICalendar';
import { writeICalendar } from './writeICalendar';

const options: ICalendarOptions = {
  timezone: 'Europe/Zurich',
  owner: 'group:default/ops',
  reason: 'No reason was given',
};

const PERIOD = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2028, 0, 1) };

function fileOf(program: string): string {
  const file = path.join(__dirname, '__fixtures__', `${program}.ics`);
  return readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n');
}

function read(text: string, given: Partial<ICalendarOptions> = {}) {
  const reading = readICalendar(text, { ...options, ...given });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const windows = reading.windows.map(declaration => {
    const parsed = parseFreezeWindow(declaration, '', {
      ...options,
      scope: {},
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.window;
  });
  return { ...reading, windows };
}

/** `2026-03-02T21:00Z 2026-03-03T01:00Z Settlement night`, in order of time. */
function timesOf(windows: readonly FreezeWindow[]): string[] {
  const minute = (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`;
  return windows
    .flatMap(window =>
      expandWindow(window, PERIOD).occurrences.map(
        ({ start, end, title = window.title }) =>
          `${minute(start)} ${minute(end)} ${title}`,
      ),
    )
    .sort();
}

const write = (windows: FreezeWindow[], sequence = 0) =>
  writeICalendar(
    [
      {
        ref: 'freezecalendar:default/freezes',
        title: 'Freezes',
        owner: 'group:default/ops',
        origin: { kind: 'catalog' },
        windows,
      },
    ],
    {
      name: 'Freezes',
      now: Date.UTC(2026, 0, 5, 8),
      sequence,
      extraDates: 'events',
    },
  );

const PROGRAMS: Record<
  string,
  { name?: string; refresh?: number; times: string[]; said?: RegExp[] }
> = {
  // UNTIL as a moment, EXDATE one a line, an occurrence moved, one cancelled by
  // STATUS, a one-off in UTC, an all-day event with the day after as its end, HTML in
  // the description.
  google: {
    name: 'Release freezes',
    times: [
      '2026-03-02T21:00Z 2026-03-03T01:00Z Settlement night',
      '2026-03-09T21:00Z 2026-03-10T01:00Z Settlement night',
      '2026-03-24T19:00Z 2026-03-25T00:00Z Settlement night, a day late',
      '2026-04-06T20:00Z 2026-04-07T00:00Z Settlement night',
      '2026-04-20T20:00Z 2026-04-21T00:00Z Settlement night',
      '2026-05-09T06:00Z 2026-05-09T10:00Z Data centre works',
      '2026-12-23T23:00Z 2026-12-27T23:00Z Christmas',
    ],
    said: [/cancelled.*Settlement night/, /tentative.*Data centre works/],
  },
  // TZID in quotes, a VTIMEZONE since 1601, folds with a tab, SUMMARY with LANGUAGE,
  // all-day both as dates and as midnights with X-MICROSOFT-CDO-ALLDAYEVENT.
  outlook: {
    name: 'Freezes',
    times: [
      '2026-04-17T16:00Z 2026-04-19T20:00Z Scheme weekend',
      '2026-07-29T22:00Z 2026-07-31T22:00Z Half-year close',
      '2026-09-11T22:00Z 2026-09-12T22:00Z Moving day',
      '2027-04-16T16:00Z 2027-04-18T20:00Z Scheme weekend',
    ],
    said: [/passed over were 1 VALARM/],
  },
  // Names of zones as Windows shows them, a numbered name, UTC without a VTIMEZONE,
  // EXDATE with a time on an all-day series, UNTIL without Z, RECURRENCE-ID at midnight.
  exchange: {
    name: 'Kalender',
    times: [
      '2026-01-16T20:30Z 2026-01-16T21:00Z Telecom works',
      '2026-02-15T23:00Z 2026-02-16T23:00Z Carnival',
      '2026-02-16T23:00Z 2026-02-17T23:00Z Carnival',
      '2026-02-18T23:00Z 2026-02-19T23:00Z Carnival',
      '2026-02-19T23:00Z 2026-02-20T23:00Z Carnival',
      '2026-02-20T23:00Z 2026-02-21T23:00Z Carnival',
      '2026-02-21T23:00Z 2026-02-22T23:00Z Carnival',
      '2026-10-20T22:00Z 2026-10-21T03:00Z New York close',
      '2026-10-27T22:00Z 2026-10-28T03:00Z New York close',
      '2026-11-04T23:00Z 2026-11-05T04:30Z New York close, election day',
      '2026-11-10T23:00Z 2026-11-11T04:00Z New York close',
    ],
    said: [
      /the clocks of America\/New_York/,
      /midnight of a day.*election day/,
    ],
  },
  // Lord Howe's half hour, COUNT with an EXDATE, RECURRENCE-ID as a date, a floating time.
  apple: {
    name: 'Freezes',
    times: [
      '2026-04-02T09:00Z 2026-04-02T19:00Z Easter nights',
      '2026-04-03T09:00Z 2026-04-03T19:00Z Easter nights',
      '2026-04-05T09:30Z 2026-04-05T19:30Z Easter nights',
      '2026-06-01T06:00Z 2026-06-01T10:00Z Fire drill',
      '2026-09-24T22:00Z 2026-09-27T22:00Z Inventory',
      '2027-09-30T22:00Z 2027-10-02T22:00Z Inventory',
    ],
    said: [/without a zone, which is read in Europe\/Zurich: "Fire drill"/],
  },
  // A TZID of its own making, folded; UNTIL as a date on a series with times.
  zimbra: {
    name: 'Freezes',
    times: [
      '2026-02-27T17:00Z 2026-02-28T05:00Z Month end',
      '2026-03-27T19:00Z 2026-03-28T05:00Z Month end',
      '2026-05-29T16:00Z 2026-05-30T04:00Z Month end',
      '2026-06-14T22:00Z 2026-06-16T22:00Z Audit',
    ],
    said: [/has the clocks of Europe\/Amsterdam/],
  },
  // EXDATE as a date on a series with times, EXDATE in UTC, a VTIMEZONE with BYHOUR.
  nextcloud: {
    name: 'Freezes',
    refresh: 4 * 3600,
    times: [
      '2026-03-15T09:00Z 2026-03-15T14:00Z Sunday works',
      '2026-03-29T08:00Z 2026-03-29T13:00Z Sunday works',
      '2026-04-12T08:00Z 2026-04-12T13:00Z Sunday works',
      '2026-04-19T08:00Z 2026-04-19T13:00Z Sunday works',
      '2026-10-19T19:00Z 2026-10-20T03:00Z Backup',
      '2026-11-02T20:00Z 2026-11-03T04:00Z Backup',
    ],
    said: [/2 times a date alone.*Sunday works/, /passed over were 1 VTODO/],
  },
  // A VTIMEZONE since 1894 with seconds in its offset, TZURL and SEQUENCE in it.
  confluence: {
    name: 'Release calendar',
    times: [
      '2026-06-29T16:00Z 2026-07-01T06:00Z Half-year close',
      '2026-07-31T22:00Z 2026-08-01T22:00Z National day',
    ],
  },
  // One VCALENDAR a message: METHOD:REQUEST, and METHOD:CANCEL.
  servicenow: {
    times: [
      '2026-04-24T20:00Z 2026-04-25T04:00Z CHG0030012 Core switch replacement',
    ],
    said: [/cancelled and freezes nothing: "CHG0030013 Firewall"/],
  },
};

describe.each(Object.entries(PROGRAMS))('a file of %s', (program, expected) => {
  it('is read as it is meant, and what is guessed is said', () => {
    const { windows, name, refreshSeconds, findings } = read(fileOf(program));
    expect(timesOf(windows)).toEqual(expected.times);
    expect(name).toBe(expected.name);
    expect(refreshSeconds).toBe(expected.refresh);
    const messages = findings.map(({ message }) => message).join('\n');
    for (const said of expected.said ?? []) expect(messages).toMatch(said);
  });

  it('is the same written by us and read again', () => {
    const { windows } = read(fileOf(program));
    const again = read(write(windows), { continuityProperties: true });
    expect(again.windows).toEqual(windows);
    expect(timesOf(read(write(windows)).windows)).toEqual(expected.times);
  });

  it('is the same written by us and read by ical.js', () => {
    const { windows } = read(fileOf(program));
    // All-day events have no zone in iCalendar: ical.js reads them in UTC.
    const timed = windows.filter(({ allDay }) => !allDay);
    expect(readByIcalJs(write(timed))).toEqual(timesOf(timed));
  });
});

/** The occurrences of a file, as an independent reader of RFC 5545 sees them. */
function readByIcalJs(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  const events = calendar.getAllSubcomponents('vevent');
  const times: string[] = [];
  for (const component of events) {
    if (component.hasProperty('recurrence-id')) continue;
    const event = new ICAL.Event(component);
    for (const other of events) {
      const single = new ICAL.Event(other);
      if (other.hasProperty('recurrence-id') && single.uid === event.uid) {
        event.relateException(single);
      }
    }
    const iterator = event.iterator();
    for (
      let start = iterator.next();
      start && start.year < 2028;
      start = iterator.next()
    ) {
      const { startDate, endDate, item } = event.getOccurrenceDetails(start);
      const [from, to] = [startDate, endDate].map(
        date => `${date.toJSDate().toISOString().slice(0, 16)}Z`,
      );
      times.push(`${from} ${to} ${item.summary}`);
    }
  }
  return times.sort();
}

describe('the words of an event', () => {
  const reasonOf = (description: string) =>
    read(
      [
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART;VALUE=DATE:20260101',
        'SUMMARY:New Year',
        `DESCRIPTION:${description}`,
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n'),
    ).windows[0].reason;

  it.each([
    // Google Calendar writes HTML as soon as somebody has formatted a word.
    [
      'Closed.<br><br>Ask <a href="https://x.example">them</a>',
      'Closed.\nAsk them',
    ],
    ['<p>One &amp; two</p><ul><li>a</li></ul>', 'One & two\na'],
    ['<html-blob>Closed</html-blob>', 'Closed'],
    // Plain text stays as it is (RFC 5545 3.8.1.5).
    ['a < b and b > c &amp; d', 'a < b and b > c &amp; d'],
    ['see <https://wiki.example>', 'see <https://wiki.example>'],
    ['<br>', 'No reason was given'],
  ])('%s', (description, reason) => {
    expect(reasonOf(description)).toBe(reason);
  });
});

describe('a feed for programs', () => {
  const windows = ['google', 'outlook', 'exchange', 'apple', 'zimbra'].flatMap(
    program => read(fileOf(program)).windows,
  );
  const feed = write(windows, 7);
  const lines = feed.replace(/\r\n[ \t]/g, '').split('\r\n');
  const named = (name: string) =>
    lines.filter(line => new RegExp(`^${name}[:;]`).test(line));
  const events = named('BEGIN').filter(line => line === 'BEGIN:VEVENT').length;

  it('breaks lines with CRLF, none longer than 75 octets (RFC 5545 3.1)', () => {
    expect(feed.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of feed.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  it('is published (METHOD), named and fetched again by each of them', () => {
    // X-WR-CALNAME: Google Calendar, Apple; X-PUBLISHED-TTL: [MS-OXCICAL] 2.1.3.1.1.1.
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'METHOD:PUBLISH',
        'NAME:Freezes',
        'X-WR-CALNAME:Freezes',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
      ]),
    );
  });

  it('has what RFC 5545 3.6.1 demands of each event, and its version', () => {
    expect(events).toBeGreaterThan(windows.length);
    for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'SUMMARY']) {
      expect(named(name)).toHaveLength(
        // Definitions of zones have a DTSTART too.
        name === 'DTSTART'
          ? events +
              lines.filter(line => /^BEGIN:(STANDARD|DAYLIGHT)$/.test(line))
                .length
          : events,
      );
    }
    expect(new Set(named('SEQUENCE'))).toEqual(new Set(['SEQUENCE:7']));
    expect(new Set(named('DTSTAMP'))).toEqual(
      new Set(['DTSTAMP:20260105T080000Z']),
    );
  });

  it('makes nobody busy (TRANSP, [MS-OXCICAL] 2.1.3.1.1.20.31)', () => {
    expect(new Set(named('TRANSP'))).toEqual(new Set(['TRANSP:TRANSPARENT']));
    expect(new Set(named('X-MICROSOFT-CDO-BUSYSTATUS'))).toEqual(
      new Set(['X-MICROSOFT-CDO-BUSYSTATUS:FREE']),
    );
    expect(named('X-MICROSOFT-CDO-ALLDAYEVENT')).toHaveLength(events);
  });

  it('keeps UIDs, whatever else changes', () => {
    const changed = windows.map(window => ({
      ...window,
      title: `${window.title}, moved`,
      reason: 'Another',
    }));
    const uids = (text: string) =>
      text
        .replace(/\r\n /g, '')
        .split('\r\n')
        .filter(line => line.startsWith('UID:'));
    expect(uids(write(changed, 8))).toEqual(uids(feed));
    // One UID for a window and its single occurrences, another for each other window.
    expect(new Set(uids(feed)).size).toBe(windows.length);
  });

  it('defines every zone that it names, once (RFC 5545 3.6.5)', () => {
    const names = lines.flatMap(line => /;TZID=([^:;]+)/.exec(line)?.[1] ?? []);
    const defined = named('TZID').map(line => line.slice('TZID:'.length));
    expect([...new Set(names)].sort()).toEqual(defined);
    expect(new Set(defined).size).toBe(defined.length);
  });

  it('cancels occurrences with EXDATE as DTSTART is written (RFC 5545 3.8.5.1)', () => {
    expect(named('EXDATE')).toEqual(
      expect.arrayContaining([
        'EXDATE;TZID=Europe/Zurich:20260316T220000',
        'EXDATE;TZID=Europe/Zurich:20260330T220000',
        'EXDATE;VALUE=DATE:20260218',
      ]),
    );
    // UNTIL is of the kind of DTSTART, a moment beside one with a zone (3.3.10).
    expect(named('RRULE')).toEqual(
      expect.arrayContaining([
        'RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20260420T215959Z;BYDAY=MO',
        'RRULE:FREQ=DAILY;UNTIL=20260222;INTERVAL=1',
      ]),
    );
  });
});
