import path from 'node:path';
import {
  formatProblem,
  parseFreezeCalendar,
  readCalendarScope,
  readICalendar,
  type CalendarFinding,
  type FreezeCalendar,
  type Problem,
  type WindowScope,
} from '@continuity/engine';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import type { Io } from '../Io';
import { readYamlDocuments } from '../files/readYamlDocuments';

/** A calendar that cannot be read: it closes its scope, or everything without one. */
export interface BrokenCalendar {
  ref: string;
  problems: readonly Problem[];
  scope?: WindowScope;
}

export interface CalendarFile {
  calendars: FreezeCalendar[];
  broken: BrokenCalendar[];
  /** What a reader of iCalendar had to say. */
  findings: CalendarFinding[];
  /** Everything else in the file, e.g. business functions. */
  others: Record<string, unknown>[];
}

const ICAL_OWNER = 'group:default/unknown';

/**
 * Reads calendars: `FreezeCalendar` entities in YAML or JSON, or an iCalendar file.
 *
 * @param timezone - IANA zone for the floating times of an iCalendar file
 * @throws UsageError when there is no such file, or it holds no calendar at all
 */
export async function readCalendarFile(
  file: string,
  timezone: string,
  io: Io,
): Promise<CalendarFile> {
  const text = await readText('--file', file, io);
  return isICalendar(file, text)
    ? readICalendarFile(file, text, timezone)
    : readEntities(file, text);
}

function isICalendar(file: string, text: string): boolean {
  const extension = path.extname(file).toLowerCase();
  return (
    ['.ics', '.ical', '.ifb'].includes(extension) ||
    /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)
  );
}

function readICalendarFile(
  file: string,
  text: string,
  timezone: string,
): CalendarFile {
  const name = slugOf(path.basename(file, path.extname(file)));
  const reading = readICalendar(text, {
    timezone,
    owner: ICAL_OWNER,
    reason: 'The calendar gives no reason',
  });
  if (!reading.ok) {
    return {
      calendars: [],
      broken: [{ ref: file, problems: reading.problems }],
      findings: [],
      others: [],
    };
  }
  const entity = {
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name, title: reading.name ?? name },
    spec: { owner: ICAL_OWNER, timezone, windows: reading.windows },
  };
  return { ...readCalendars([entity]), findings: reading.findings, others: [] };
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

function readEntities(file: string, text: string): CalendarFile {
  const documents = parseDocuments(file, text);
  const isCalendar = ({ kind }: Record<string, unknown>) =>
    kind === 'FreezeCalendar';
  const entities = documents.filter(isCalendar);
  if (entities.length === 0) {
    throw new UsageError(
      `--file: "${file}" holds no FreezeCalendar; expected apiVersion continuity.dev/v1 and kind FreezeCalendar, or an iCalendar file`,
    );
  }
  return {
    ...readCalendars(entities),
    findings: [],
    others: documents.filter(document => !isCalendar(document)),
  };
}

function parseDocuments(file: string, text: string): Record<string, unknown>[] {
  try {
    return readYamlDocuments(text);
  } catch (error) {
    throw new UsageError(`--file: "${file}": ${messageOf(error)}`);
  }
}

function readCalendars(
  entities: readonly Record<string, unknown>[],
): Pick<CalendarFile, 'calendars' | 'broken'> {
  const calendars: FreezeCalendar[] = [];
  const broken: BrokenCalendar[] = [];
  entities.forEach((entity, position) => {
    const reading = parseFreezeCalendar(entity);
    const scope = readCalendarScope(entity);
    if (!reading.calendar) {
      broken.push({
        ref: refOf(entity, position),
        problems: reading.problems,
        ...(scope && { scope }),
      });
    } else if (reading.feed) {
      broken.push({
        ref: reading.calendar.ref,
        problems: [
          {
            path: 'spec.feed',
            message: `follows ${reading.feed.url}, which is not fetched here; give the iCalendar file itself with --file`,
          },
        ],
        ...(scope && { scope }),
      });
    } else {
      calendars.push(reading.calendar);
    }
  });
  return { calendars, broken };
}

function refOf(entity: Record<string, unknown>, position: number): string {
  const { metadata } = entity;
  const name =
    typeof metadata === 'object' && metadata !== null && 'name' in metadata
      ? metadata.name
      : undefined;
  return typeof name === 'string'
    ? `freezecalendar:default/${name.toLowerCase()}`
    : `calendar ${position + 1}`;
}

/** One line a problem. */
export function describeBroken({ ref, problems }: BrokenCalendar): string {
  return problems
    .map(problem => `${ref}: ${formatProblem(problem)}\n`)
    .join('');
}
