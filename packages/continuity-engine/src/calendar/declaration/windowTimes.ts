import { parseDuration, showValue, type Problem } from '../../time';
import type { DeclaredWindow } from './calendarShapes';
import type { FreezeWindow } from '../types';
import {
  DAY_MS,
  formatWall,
  parseDeclaredTime,
  type DeclaredTime,
} from '../clock/wallTime';

/** A recurring window longer than this would lie many times over itself. */
const MAX_RECURRING_MS = 366 * DAY_MS;

/** The longest single window, so that no date leaves the calendar's range. */
const MAX_MS = 100 * 366 * DAY_MS;

type WindowTimes = Pick<
  FreezeWindow,
  'start' | 'length' | 'allDay' | 'exdates'
>;

type Declared = Pick<
  DeclaredWindow,
  'start' | 'end' | 'duration' | 'exdates' | 'rrule'
>;

/** Reads when a window begins, how long it is and what is cancelled. */
export function parseWindowTimes(
  declared: Declared,
  path: string,
): { times?: WindowTimes; problems: Problem[] } {
  const problems: Problem[] = [];
  const start = parseDeclaredTime(declared.start);
  if (!start) {
    problems.push({
      path: `${path}.start`,
      message: wrongTime(declared.start),
    });
    return { problems };
  }
  const length = parseLength(declared, start, path, problems);
  const exdates = (declared.exdates ?? []).flatMap((text, index) => {
    const exdate = parseDeclaredTime(text);
    if (exdate && exdate.dateOnly === start.dateOnly) {
      return [formatWall(exdate.wall)];
    }
    problems.push({
      path: `${path}.exdates.${index}`,
      message: exdate ? wrongForm(text, start) : wrongTime(text),
    });
    return [];
  });
  return length && problems.length === 0
    ? {
        times: {
          start: formatWall(start.wall),
          length,
          allDay: start.dateOnly,
          exdates: [...new Set(exdates)].sort(),
        },
        problems,
      }
    : { problems };
}

function parseLength(
  declared: Declared,
  start: DeclaredTime,
  path: string,
  problems: Problem[],
): FreezeWindow['length'] | undefined {
  const { end, duration } = declared;
  if (end !== undefined && duration !== undefined) {
    problems.push({
      path: `${path}.end`,
      message: `${showValue(end)} stands beside duration ${showValue(
        duration,
      )}; expected one of them`,
    });
    return undefined;
  }
  if (end !== undefined) return parseEnd(end, declared, start, path, problems);
  if (duration !== undefined) {
    return parseLasting(duration, declared, start, path, problems);
  }
  if (start.dateOnly) return { by: 'duration', duration: 'P1D' };
  problems.push({
    path: `${path}.end`,
    message:
      'is missing, and so is duration; expected one of them, e.g. end: 2026-02-02T08:00:00 or duration: PT12H',
  });
  return undefined;
}

function parseEnd(
  text: string,
  declared: Declared,
  start: DeclaredTime,
  path: string,
  problems: Problem[],
): FreezeWindow['length'] | undefined {
  const end = parseDeclaredTime(text);
  const refuse = (message: string) => {
    problems.push({ path: `${path}.end`, message });
    return undefined;
  };
  if (!end) return refuse(wrongTime(text));
  if (end.dateOnly !== start.dateOnly) return refuse(wrongForm(text, start));
  if (end.wall <= start.wall) {
    return refuse(
      `${showValue(text)} is not after start ${showValue(
        declared.start,
      )}; expected a later one${
        start.dateOnly ? ' (the day of end is not frozen any more)' : ''
      }`,
    );
  }
  const long = tooLong(end.wall - start.wall, declared.rrule);
  return long
    ? refuse(`${showValue(text)} ${long}`)
    : { by: 'end', end: formatWall(end.wall) };
}

function parseLasting(
  text: string,
  declared: Declared,
  start: DeclaredTime,
  path: string,
  problems: Problem[],
): FreezeWindow['length'] | undefined {
  const refuse = (message: string) => {
    problems.push({ path: `${path}.duration`, message });
    return undefined;
  };
  const duration = parseDuration(text);
  if (!duration || duration.seconds === 0) {
    return refuse(
      `${showValue(
        text,
      )} is no time at all; expected a duration of some length, e.g. PT12H`,
    );
  }
  if (start.dateOnly && duration.exactMs > 0) {
    return refuse(
      `${showValue(
        text,
      )} has hours, but start is a date; expected whole days, e.g. P1D, or a start with a time`,
    );
  }
  const long = tooLong(duration.seconds * 1000, declared.rrule);
  return long
    ? refuse(`${showValue(text)} ${long}`)
    : { by: 'duration', duration: text };
}

function tooLong(ms: number, rrule: string | undefined): string | undefined {
  if (rrule !== undefined && ms > MAX_RECURRING_MS) {
    return 'makes a recurring window longer than 366 days; expected a shorter one, or one without rrule';
  }
  return ms > MAX_MS ? 'makes a window longer than 100 years' : undefined;
}

function wrongTime(text: string): string {
  return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.includes('T')
    ? `${showValue(
        text,
      )} has an offset; expected the time on the clock of the window's timezone, e.g. 2026-01-30T18:00:00`
    : `${showValue(
        text,
      )} is not a date from 1970 to 2199 such as 2026-01-30, or a time such as 2026-01-30T18:00:00`;
}

function wrongForm(text: string, start: DeclaredTime): string {
  return start.dateOnly
    ? `${showValue(text)} has a time, but start is a date; expected a date`
    : `${showValue(
        text,
      )} is a date, but start has a time; expected a time such as 2026-01-30T18:00:00`;
}
