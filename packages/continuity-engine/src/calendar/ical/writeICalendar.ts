import { isDuration, type Instant } from '../../time';
import type { FreezeCalendar } from '../types';
import { escapeText, icalWall, line } from './write/contentLine';
import { eventLines, wallsOf } from './write/eventLines';
import { breakOutExtraDates } from './write/extraDates';
import { timezoneLines } from './write/timezoneLines';

/** How far ahead of the newest date changes of the clocks are looked for. */
const YEARS_AHEAD = 10;

export interface ICalendarExport {
  /** What calendar programs call it. */
  name: string;
  /** What people should know of it as a whole, perhaps on several lines. */
  description?: string;
  /** When what it says was last changed; DTSTAMP of every event. */
  now: Instant;
  /** Version of what it says: programs take a higher SEQUENCE for a newer one. Absent means 0. */
  sequence?: number;
  /** Where it can be looked at, an http(s) address. */
  url?: string;
  /** How often programs may fetch it, ISO 8601. Absent means PT1H. */
  refresh?: string;
  /**
   * How extra dates are written. `series`: as RDATE of their window, which gives the
   * window back when it is read. `events`: as events of their own, which Outlook and
   * Google Calendar show too. Absent means `series`.
   */
  extraDates?: 'series' | 'events';
}

/**
 * Writes calendars as an iCalendar file that programs can subscribe to (RFC 5545,
 * RFC 7986, and what Google Calendar and Outlook look for). The same calendars and
 * options make the same text, on the same zone data.
 *
 * `readICalendar` with `continuityProperties` gets every window back as it is, if
 * nothing has changed the file in between.
 *
 * @throws RangeError when `refresh` is not a duration, or a window was not checked.
 */
export function writeICalendar(
  calendars: readonly FreezeCalendar[],
  options: ICalendarExport,
): string {
  const { name, description, now, sequence = 0, url } = options;
  const { refresh = 'PT1H', extraDates = 'series' } = options;
  if (!isDuration(refresh)) {
    throw new RangeError(`"${refresh}" is not an ISO 8601 duration, e.g. PT1H`);
  }
  const written = calendars.map(calendar => ({
    calendar,
    windows:
      extraDates === 'series'
        ? calendar.windows
        : calendar.windows.flatMap(breakOutExtraDates),
  }));
  const windows = written.flatMap(of => of.windows);
  const zones = [...new Set(windows.map(window => window.timezone))].sort();
  const stamp = { at: `${icalWall(now)}Z`, sequence };
  const lines = [
    line('BEGIN', 'VCALENDAR'),
    line('VERSION', '2.0'),
    line('PRODID', '-//Continuity for Backstage//Freeze calendars//EN'),
    line('CALSCALE', 'GREGORIAN'),
    line('METHOD', 'PUBLISH'),
    line('NAME', escapeText(name)),
    line('X-WR-CALNAME', escapeText(name)),
    ...(description === undefined
      ? []
      : [
          line('DESCRIPTION', escapeText(description)),
          line('X-WR-CALDESC', escapeText(description)),
        ]),
    ...(zones.length === 1 ? [line('X-WR-TIMEZONE', zones[0])] : []),
    line('LAST-MODIFIED', stamp.at),
    ...(url === undefined ? [] : [line('URL', url)]),
    line('REFRESH-INTERVAL', refresh, { VALUE: 'DURATION' }),
    line('X-PUBLISHED-TTL', refresh),
    ...timezones(windows, now),
    ...written.flatMap(of =>
      of.windows.flatMap(window => eventLines(of.calendar, window, stamp)),
    ),
    line('END', 'VCALENDAR'),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Definitions of the zones that events name; UTC has none, and all-day events no zone. */
function timezones(
  windows: readonly FreezeCalendar['windows'][number][],
  now: Instant,
): string[] {
  const years = new Map<string, { from: number; to: number }>();
  const present = new Date(now).getUTCFullYear();
  for (const window of windows) {
    const { timezone, allDay } = window;
    if (allDay || timezone === 'UTC') continue;
    const found = years.get(timezone) ?? { from: present, to: present };
    for (const wall of wallsOf(window)) {
      const year = new Date(wall).getUTCFullYear();
      found.from = Math.min(found.from, year);
      found.to = Math.max(found.to, Math.min(year, present + 3 * YEARS_AHEAD));
    }
    years.set(timezone, found);
  }
  return [...years.keys()].sort().flatMap(zone => {
    const { from, to } = years.get(zone) ?? { from: present, to: present };
    return timezoneLines(zone, { from, to: to + YEARS_AHEAD });
  });
}
