import path from 'node:path';
import {
  decodeICalendar,
  formatProblem,
  maskFeedUrl,
  parseFreezeCalendar,
  parseFreezeWindow,
  parseHolidayCalendar,
  problemsAsFindings,
  readCalendarScope,
  readICalendar,
  type CalendarFinding,
  type FreezeCalendar,
  type HolidayCalendar,
  type Problem,
  type WindowScope,
  type CalendarEntity,
} from '@continuity/engine';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import { readYamlDocuments } from '../files/readYamlDocuments';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { MAX_BYTES } from './maxBytes';
import { readFeed, readFeedContents } from './readFeedContents';

/** A calendar whose windows are not known: it closes its scope, or everything without one. */
export interface UnknownCalendar {
  ref: string;
  /** `broken`: it cannot be read. `feed`: its windows stand elsewhere, and are not fetched here. */
  why: 'broken' | 'feed';
  problems: readonly Problem[];
  scope?: WindowScope;
  /** As it is declared. Absent: it is no entity. */
  entity?: CalendarEntity;
}

export interface CalendarFile {
  calendars: FreezeCalendar[];
  unknown: UnknownCalendar[];
  /** The holiday calendars beside them, as far as they can be read. */
  holidays: HolidayCalendar[];
  /** What a reader of iCalendar or of holidays had to say. */
  findings: (CalendarFinding & { calendarRef?: string })[];
}

const ICAL_OWNER = 'group:default/unknown';
const ICAL_REASON = 'The calendar gives no reason';

/** Where calendars are read from. */
export interface CalendarSource {
  file: string;
  /** IANA zone for the floating times of an iCalendar file. */
  timezone: string;
  /** What the feeds say that calendars of the file follow: `<ref>=<file>`. */
  feeds?: readonly string[];
}

/**
 * Reads calendars: `FreezeCalendar` entities in YAML or JSON, or an iCalendar file.
 *
 * @throws UsageError when there is no such file, or it holds no calendar at all
 */
export async function readCalendarFile(
  { file, timezone, feeds = [] }: CalendarSource,
  io: Io,
): Promise<CalendarFile> {
  // Of text that is UTF-8 as it stands, it makes nothing else.
  const text = await readText('--file', file, io, MAX_BYTES, decodeICalendar);
  const contents = await readFeedContents(feeds, io);
  const read = isICalendar(file, text)
    ? readICalendarFile(file, text, timezone)
    : readEntities(file, text, contents);
  const [unused] = contents.keys();
  if (unused === undefined) return read;
  throw new UsageError(
    `--feed: "${unused}" is no calendar of "${file}" that follows a feed`,
  );
}

function isICalendar(file: string, text: string): boolean {
  const extension = path.extname(file).toLowerCase();
  return (
    ['.ics', '.ical', '.ifb'].includes(extension) ||
    /^\s*BEGIN:VCALENDAR/i.test(text)
  );
}

function readICalendarFile(
  file: string,
  text: string,
  timezone: string,
): CalendarFile {
  const name = slugOf(path.basename(file, path.extname(file)));
  const ref = `freezecalendar:default/${name}`;
  const reading = readICalendar(text, {
    timezone,
    owner: ICAL_OWNER,
    reason: ICAL_REASON,
    // Whoever hands a file over answers for it; a portal does not trust a feed so far.
    continuityProperties: true,
  });
  if (!reading.ok) {
    return {
      calendars: [],
      unknown: [{ ref, why: 'broken', problems: reading.problems }],
      holidays: [],
      findings: [],
    };
  }
  const windows = reading.windows.flatMap(declaration => {
    const parsed = parseFreezeWindow(declaration, '', {
      timezone,
      owner: ICAL_OWNER,
      scope: {},
    });
    return parsed.ok ? [parsed.window] : [];
  });
  const calendar: FreezeCalendar = {
    ref,
    title: reading.name ?? name,
    owner: ICAL_OWNER,
    origin: { kind: 'feed', url: file },
    windows,
  };
  return {
    calendars: [calendar],
    unknown: [],
    holidays: [],
    findings: reading.findings.map(one => ({ ...one, calendarRef: ref })),
  };
}

function slugOf(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 63) || 'calendar'
  );
}

type Entity = Record<string, unknown>;

/** @param contents - of feeds by the ref of their calendar; those that are used are taken out */
function readEntities(
  file: string,
  text: string,
  contents: Map<string, string>,
): CalendarFile {
  const documents = parseDocuments(file, text);
  const entities = documents.filter(isCalendar);
  if (entities.length === 0) {
    throw new UsageError(
      `--file: "${file}" holds no FreezeCalendar; expected apiVersion continuity.dev/v1 and kind FreezeCalendar, or an iCalendar file`,
    );
  }
  const { findings: said, ...read } = readCalendars(entities, contents);
  const { findings, holidays } = readHolidays(documents);
  return { ...read, holidays, findings: [...said, ...findings] };
}

function parseDocuments(file: string, text: string): Entity[] {
  try {
    return readYamlDocuments(text);
  } catch (error) {
    throw new UsageError(`--file: "${file}": ${messageOf(error)}`);
  }
}

/** Kinds of ours that are no calendars. */
const OTHER_KINDS = ['BusinessFunction', 'HolidayCalendar'];

/**
 * Whether a document is meant as a calendar. One with a misspelt kind, or without any,
 * is: passing over it would lose its freezes.
 */
function isCalendar({ apiVersion, kind, spec }: Entity): boolean {
  if (OTHER_KINDS.includes(String(kind))) return false;
  const isOurs = /^continuity\.dev(?:\/|$)/i.test(String(apiVersion));
  const hasWindows =
    typeof spec === 'object' &&
    spec !== null &&
    'windows' in spec &&
    Array.isArray(spec.windows);
  return isOurs || hasWindows || /^freezecalendar$/i.test(String(kind));
}

function readCalendars(
  entities: readonly Entity[],
  contents: Map<string, string>,
): Pick<CalendarFile, 'calendars' | 'unknown' | 'findings'> {
  const calendars: FreezeCalendar[] = [];
  const findings: CalendarFile['findings'] = [];
  const unknown: UnknownCalendar[] = [];
  const places = new Map<string, number>();
  entities.forEach((entity, position) => {
    const reading = parseFreezeCalendar(entity);
    const ref = reading.calendar?.ref ?? refOf(entity, position);
    const readable = readCalendarScope(entity);
    const scope = readable && { scope: readable };
    const problems = [...reading.problems, ...repeated(ref, position, places)];
    if (!reading.calendar || problems.length > 0) {
      unknown.push({ ref, why: 'broken', problems, entity, ...scope });
      contents.delete(ref);
    } else if (!reading.feed) calendars.push(reading.calendar);
    else if (contents.has(ref)) {
      const followed = readFeed(
        reading.calendar,
        reading.feed,
        contents.get(ref) ?? '',
      );
      contents.delete(ref);
      if (followed.ok) {
        calendars.push(followed.calendar);
        findings.push(
          ...followed.findings.map(one => ({ ...one, calendarRef: ref })),
        );
      } else {
        const { problems: wrong } = followed;
        unknown.push({ ref, why: 'broken', problems: wrong, ...scope });
      }
    } else {
      unknown.push({
        ref,
        why: 'feed',
        problems: [
          {
            path: 'spec.feed.url',
            message: `${maskFeedUrl(
              reading.feed.url,
            )} is fetched by the portal alone, so its windows are unknown here; expected its content, too: ${adviceFor(
              ref,
            )}`,
          },
        ],
        ...scope,
      });
    }
  });
  return { calendars, unknown, findings };
}

/** What to do about a feed that is not fetched here. */
function adviceFor(ref: string): string {
  return `download it and add --feed ${ref}=FILE, or ask the portal with continuity gate`;
}

/** A catalog keeps one entity of a name; which one, nobody knows. */
function repeated(
  ref: string,
  position: number,
  places: Map<string, number>,
): Problem[] {
  const first = places.get(ref);
  if (first === undefined) {
    places.set(ref, position);
    return [];
  }
  return [
    {
      path: 'metadata.name',
      message: `${ref} stands in the file already, as calendar ${
        first + 1
      }; expected each name once`,
    },
  ];
}

function readHolidays(
  documents: readonly Entity[],
): Pick<CalendarFile, 'holidays' | 'findings'> {
  const holidays: HolidayCalendar[] = [];
  const findings: CalendarFile['findings'] = [];
  for (const document of documents) {
    if (document.kind !== 'HolidayCalendar') continue;
    const reading = parseHolidayCalendar(document);
    if (reading.holidays) holidays.push(reading.holidays);
    else {
      findings.push(
        ...problemsAsFindings(reading.problems).map(one => ({
          ...one,
          calendarRef: refOf(document, findings.length, 'holidaycalendar'),
        })),
      );
    }
  }
  return { holidays, findings };
}

function refOf(
  { metadata }: Entity,
  position: number,
  kind = 'freezecalendar',
): string {
  const { name, namespace = 'default' }: Entity =
    typeof metadata === 'object' && metadata !== null ? { ...metadata } : {};
  return typeof name === 'string' && typeof namespace === 'string'
    ? `${kind}:${namespace.toLowerCase()}/${name.toLowerCase()}`
    : `${kind} ${position + 1}`;
}

/** One line a problem. */
export function describeUnknown({ ref, problems }: UnknownCalendar): string {
  return problems
    .map(problem => `${plainLine(`${ref}: ${formatProblem(problem)}`)}\n`)
    .join('');
}

/** Why the windows of a calendar are not known, and what to do about it. */
export function whyUnknown({ ref, why }: UnknownCalendar): string {
  return why === 'feed'
    ? `${ref} follows a feed, which is not fetched here; ${adviceFor(ref)}`
    : `${ref} cannot be read; continuity calendar lint says why`;
}
