import { DateTime } from 'luxon';
import { isTimeZone } from '../../clock/ZoneClock';
import { parseFreezeWindow } from '../../declaration/parseFreezeWindow';
import type { ICalendarOptions, ICalendarReading } from '../../ical';
import { expandWindow } from '../../occurrences/expandWindow';
import type { FreezeWindow, FreezeWindowDeclaration } from '../../types';
import {
  scanICalendar,
  type ScannedEvent,
  type ScannedProperty,
} from './scanICalendar';

/** Remarks that say of an event that it does not become a window. */
const LEFT_OUT =
  /freezes? nothing|nothing is frozen|since before 1970|of another category|for a newer version|without any occurrence left/;

/** A remark names so many events; of the others it gives the number. */
const NAMED = 5;
const MAX_MESSAGE = 2_000;

/** A local time moved by a gap, or meant the other way in a fold, is found all the same. */
const NEAR_MS = 3 * 3_600_000;

/** Enough for one that begins each minute and lasts for days. */
const MAX_AT_ONCE = 20_000;

/**
 * What a reading of a text has silently dropped; nothing when it has not. Every event
 * of the text is a window that takes place when the event begins, or a remark says
 * that it is none; every component that is no event is named; and a text that is
 * refused is refused with a reason.
 *
 * How that is told does not use the reader: see `scanICalendar`.
 */
export function droppedFromICalendar(
  text: string,
  reading: ICalendarReading,
  options: ICalendarOptions,
): string[] {
  if (!reading.ok) return reasons(reading.problems);
  const { events: all, others } = scanICalendar(text);
  // One that stands there twice is one.
  const events = [...new Map(all.map(one => [contentOf(one), one])).values()];
  const messages = reading.findings.map(({ message }) => message);
  const said = messages.filter(message => LEFT_OUT.test(message));
  const windows = reading.windows.map(window => checkedWindow(window, options));
  const missing = events.filter(
    event =>
      !said.some(message => names(message, event)) &&
      !windows.some(window => standsFor(window, event, events, options)),
  );
  const passedOver = messages.filter(message =>
    /passed over were/.test(message),
  );
  const unnamed = [...new Set(others)].filter(
    kind =>
      !passedOver.some(message =>
        plain(message).includes(plain(kind).slice(0, 60)),
      ),
  );
  return [
    ...(missing.length > countedOnly(said)
      ? missing.map(event => `the event ${JSON.stringify(titleOf(event))}`)
      : []),
    // Components within those that are passed over go with them.
    ...(unnamed.length > 0 && passedOver.length === 0
      ? unnamed.map(kind => `the component ${kind}`)
      : []),
    ...(messages.some(message => message.length > MAX_MESSAGE)
      ? ['a message that nobody can read']
      : []),
  ];
}

function reasons(problems: readonly { path: string; message: string }[]) {
  const poor = problems.filter(
    ({ path, message }) =>
      path === '' || message === '' || message.length > MAX_MESSAGE,
  );
  if (problems.length === 0) return ['everything, without a reason'];
  return poor.map(problem => `the reason: ${JSON.stringify(problem)}`);
}

function checkedWindow(
  declaration: FreezeWindowDeclaration,
  { timezone, owner }: ICalendarOptions,
): FreezeWindow {
  const parsed = parseFreezeWindow(declaration, 'window', {
    timezone,
    owner,
    scope: {},
  });
  if (parsed.ok) return parsed.window;
  throw new Error(
    `a window that does not pass the parser: ${JSON.stringify(
      parsed.problems,
    )}`,
  );
}

/** Whether a window is the one of an event: by its title, and takes place when it begins. */
function standsFor(
  window: FreezeWindow,
  event: ScannedEvent,
  all: readonly ScannedEvent[],
  options: ICalendarOptions,
): boolean {
  const title = plain(titleOf(event)).slice(0, 150);
  const titles = [
    window.title,
    ...window.overrides.map(one => one.title ?? ''),
  ];
  if (!titles.some(one => plain(one).startsWith(title))) return false;
  const start = startOf(event, options);
  if (start === undefined || isChanged(event, all)) return true;
  const { at, exact } = start;
  const margin = exact ? 0 : NEAR_MS;
  return expandWindow(window, {
    from: at - margin,
    to: at + margin + 1,
    limit: MAX_AT_ONCE,
  }).occurrences.some(one => Math.abs(one.start - at) <= margin);
}

/** Whether the file itself says that an event does not take place when it begins. */
function isChanged(event: ScannedEvent, all: readonly ScannedEvent[]): boolean {
  const uid = first(event, 'UID')?.value.trim();
  return (
    event.values.has('EXDATE') ||
    all.some(
      other =>
        other !== event &&
        other.values.has('RECURRENCE-ID') &&
        first(other, 'UID')?.value.trim() === uid,
    )
  );
}

/** When an event begins; undefined when it takes the reader's care to tell. */
function startOf(
  event: ScannedEvent,
  { timezone }: ICalendarOptions,
): { at: number; exact: boolean } | undefined {
  const start = first(event, 'DTSTART');
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(
    start?.value.trim() ?? '',
  );
  if (!start || !match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', utc] =
    match;
  if (Number(year) < 1971 || Number(year) > 2198) return undefined;
  // Given twice, or broken, which zone is meant takes more than a look.
  const given = (start.params.match(/;TZID/gi) ?? []).length;
  const named = /;TZID=("?)([^";:]*)\1(?:;|$)/i.exec(start.params)?.[2].trim();
  if (given > 1 || (given === 1 && named === undefined)) return undefined;
  // A date has no zone, whatever stands beside it (RFC 5545 3.2.19).
  const isDate = match[4] === undefined;
  const zone = utc === 'Z' ? 'UTC' : (isDate ? undefined : named) ?? timezone;
  // An all-day window of our own export may say its zone; the scan does not read it.
  if (!isZone(zone) || event.values.has('X-CONTINUITY-TIMEZONE')) {
    return undefined;
  }
  const text = `${year}-${month}-${day}T${hour}:${minute}:${
    second === '60' ? '59' : second
  }`;
  const at = DateTime.fromISO(text, { zone });
  return at.isValid ? { at: at.toMillis(), exact: zone === 'UTC' } : undefined;
}

const zones = new Map<string, boolean>();

/** The platform takes its time to answer. */
function isZone(name: string): boolean {
  const known = zones.get(name) ?? isTimeZone(name);
  if (zones.size < 10_000) zones.set(name, known);
  return known;
}

/**
 * Whether a remark names an event, as the reader names them: by title, else UID. Where
 * broken parameters end and a title begins may be seen in two ways; both end alike.
 */
function names(message: string, event: ScannedEvent): boolean {
  const title = titleOf(event);
  const called = [title, title.split(':').at(-1) ?? ''].filter(Boolean);
  if (called.length === 0) {
    called.push(first(event, 'UID')?.value.trim() || 'no title');
  }
  // What a message escapes, a name here does not have.
  const shown = plain(message.replace(/\\(?:u[0-9a-f]{4}|[bfnrt])/g, ''));
  return called.some(name => shown.includes(plain(name).slice(0, 40)));
}

/** How many events remarks speak of without a name. */
function countedOnly(said: readonly string[]): number {
  return said
    .filter(message => message.includes(', ...'))
    .reduce((all, message) => all + Number.parseInt(message, 10) - NAMED, 0);
}

/** What tells an event from every other one that becomes a window. */
function contentOf(event: ScannedEvent): string {
  return JSON.stringify(
    ['UID', 'DTSTART', 'RECURRENCE-ID', 'SUMMARY'].map(name =>
      event.values.get(name),
    ),
  );
}

function titleOf(event: ScannedEvent): string {
  const value = first(event, 'SUMMARY')?.value ?? '';
  return value
    .replace(/\\([\\;,nN])/g, (_, escaped) =>
      /n/i.test(escaped) ? ' ' : escaped,
    )
    .replace(/[^\x20-\x7e]/g, '')
    .trim();
}

function first(event: ScannedEvent, name: string): ScannedProperty | undefined {
  return event.values.get(name)?.[0];
}

/** Letters and digits alone: how anything else is shown does not matter here. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '');
}
