import {
  type CalendarEntity,
  type CalendarFinding,
  type FreezeCalendar,
  type FreezeWindow,
  type HolidayCalendar,
  parseFreezeCalendar,
  parseFreezeWindow,
  parseHolidayCalendar,
  type Problem,
  problemsAsFindings,
  readICalendarInSteps,
  type Steps,
} from '@continuity/engine';
import { InputError } from '@backstage/errors';
import { readYaml } from './readYaml';

/** A file of calendars: what can be read of it, and what cannot. */
export interface CalendarText {
  calendars: FreezeCalendar[];
  holidays: HolidayCalendar[];
  /** Those that cannot be read, and why; their other windows may have faults, too. */
  broken: { entity: CalendarEntity; problems: readonly Problem[] }[];
  /** What its readers say. */
  findings: CalendarFinding[];
}

/** Whose windows of an iCalendar file are: it does not say. */
const ICAL_OWNER = 'group:default/unknown';

/**
 * Reads FreezeCalendars written in YAML, and the HolidayCalendars beside them; other
 * entities are passed over. What is wrong is a finding.
 *
 * @param tierIds - tiers that a scope may name
 * @throws InputError for more than anybody writes
 */
export function readCalendarYaml(
  text: string,
  tierIds: readonly string[],
): CalendarText {
  const read: CalendarText = {
    calendars: [],
    holidays: [],
    broken: [],
    findings: [],
  };
  const reading = readYaml(text);
  if (!reading.ok && reading.why === 'too-much') {
    throw new InputError(`content: it ${reading.problem}`);
  }
  if (!reading.ok) {
    return {
      ...read,
      findings: [
        {
          rule: 'invalid',
          severity: 'error',
          message: `The file ${reading.problem}.`,
          remedy: 'Correct the YAML, and ask again.',
        },
      ],
    };
  }
  const documents = reading.documents.filter(isRecord);
  const several = documents.length > 1;
  let known = 0;
  documents.forEach((document, at) => {
    const place = several ? `document ${at + 1}: ` : '';
    if (document.kind === 'FreezeCalendar') {
      known += 1;
      const { calendar, problems } = parseFreezeCalendar(document, { tierIds });
      if (calendar) {
        read.calendars.push(calendar);
      } else {
        read.broken.push({ entity: document, problems });
      }
      read.findings.push(...placed(problemsAsFindings(problems), place));
    } else if (document.kind === 'HolidayCalendar') {
      known += 1;
      const { holidays, problems } = parseHolidayCalendar(document);
      if (holidays) {
        read.holidays.push(holidays);
      }
      read.findings.push(...placed(problemsAsFindings(problems), place));
    }
  });
  if (known === 0) {
    read.findings.push({
      rule: 'invalid',
      severity: 'error',
      message: 'There is no FreezeCalendar in it.',
      remedy:
        'Write apiVersion: continuity.dev/v1 and kind: FreezeCalendar at the beginning of the document.',
    });
  }
  return read;
}

/**
 * Reads an iCalendar file as one calendar, in steps none of which takes long. Never throws.
 *
 * @param timezone - IANA zone for times that name none
 */
export function* readCalendarIcs(
  text: string,
  timezone: string,
  tierIds: readonly string[],
): Steps<CalendarText> {
  const reading = yield* readICalendarInSteps(text, {
    timezone,
    owner: ICAL_OWNER,
    reason: 'The calendar gives no reason',
  });
  if (!reading.ok) {
    return {
      calendars: [],
      holidays: [],
      broken: [],
      findings: problemsAsFindings(reading.problems),
    };
  }
  const { findings, name } = reading;
  const windows: FreezeWindow[] = [];
  for (const declared of reading.windows) {
    yield;
    // One by one: a feed may have more windows than people write into a calendar.
    const parsed = parseFreezeWindow(declared, `window "${declared.id}"`, {
      tierIds,
      timezone,
      owner: ICAL_OWNER,
      scope: {},
    });
    if (parsed.ok) {
      windows.push(parsed.window);
    } else {
      findings.push(...problemsAsFindings(parsed.problems));
    }
  }
  return {
    calendars:
      windows.length === 0
        ? []
        : [
            {
              ref: 'freezecalendar:default/file',
              title: name ?? 'The file',
              owner: ICAL_OWNER,
              origin: { kind: 'catalog' },
              windows,
            },
          ],
    holidays: [],
    broken: [],
    findings,
  };
}

function placed(findings: CalendarFinding[], place: string): CalendarFinding[] {
  return place === ''
    ? findings
    : findings.map(finding => ({
        ...finding,
        message: `${place}${finding.message}`,
      }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
