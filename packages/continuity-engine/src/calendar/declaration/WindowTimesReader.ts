import { parseDuration, readShape, showValue, type Problem } from '../../time';
import {
  DAY_MS,
  formatWall,
  parseDeclaredTime,
  type WallTime,
} from '../clock/wallTime';
import type { ExtraDate, FreezeWindow, OccurrenceOverride } from '../types';
import {
  extraDateShape,
  type DeclaredOverride,
  type DeclaredWindow,
} from './calendarShapes';
import { within } from './within';

/** A recurring window longer than this would lie many times over itself. */
const MAX_RECURRING_MS = 366 * DAY_MS;

/** The longest single occurrence, so that no date leaves the calendar's range. */
const MAX_MS = 100 * 366 * DAY_MS;

interface LengthContext {
  /** The start that an end has to come after, as written. */
  startText: string;
  limits?: readonly LengthLimit[];
}

interface LengthLimit {
  ms: number;
  message: string;
}

const RECURRING_LIMIT: LengthLimit = {
  ms: MAX_RECURRING_MS,
  message:
    'makes a recurring window longer than 366 days; expected a shorter one, or one without rrule',
};

const LIMIT: LengthLimit = {
  ms: MAX_MS,
  message: 'makes a window longer than 100 years; expected a shorter one',
};

/** Reads the times of one window, all of which are dates or all of which are not. */
export class WindowTimesReader {
  readonly problems: Problem[] = [];
  readonly #startText: string;
  readonly #dateOnly: boolean;

  constructor(startText: string, dateOnly: boolean) {
    this.#startText = startText;
    this.#dateOnly = dateOnly;
  }

  readTime(text: string, path: string): WallTime | undefined {
    const time = parseDeclaredTime(text);
    if (time && time.dateOnly === this.#dateOnly) return time.wall;
    return this.#refuse(path, time ? this.#wrongForm(text) : wrongTime(text));
  }

  readWindowLength(
    {
      end,
      duration,
      rrule,
    }: Pick<DeclaredWindow, 'end' | 'duration' | 'rrule'>,
    start: WallTime,
    path: string,
  ): FreezeWindow['length'] | undefined {
    if (end === undefined && duration === undefined) {
      return this.#dateOnly
        ? { by: 'duration', duration: 'P1D' }
        : this.#refuse(
            within(path, 'end'),
            'is missing, and so is duration; expected one of them, e.g. end: 2026-02-02T08:00:00 or duration: PT12H',
          );
    }
    const limits = rrule === undefined ? [] : [RECURRING_LIMIT];
    return this.#readLength({ end, duration }, start, path, {
      startText: this.#startText,
      limits,
    });
  }

  readExtraDate(value: unknown, path: string): ExtraDate | undefined {
    if (typeof value === 'string') {
      const wall = this.readTime(value, path);
      return wall === undefined ? undefined : { start: formatWall(wall) };
    }
    const reading = readShape(extraDateShape, value, path);
    if (!reading.ok) {
      this.problems.push(...reading.problems);
      return undefined;
    }
    const { start: startText, end } = reading.value;
    const start = this.readTime(startText, within(path, 'start'));
    if (start === undefined) return undefined;
    if (end === undefined) return { start: formatWall(start) };
    const length = this.#readLength({ end }, start, path, { startText });
    return length?.by === 'end'
      ? { start: formatWall(start), end: length.end }
      : undefined;
  }

  readOverride(
    declared: DeclaredOverride,
    path: string,
  ): OccurrenceOverride | undefined {
    const { start: startText, end, duration, title, reason } = declared;
    const occurrence = this.readTime(
      declared.occurrence,
      within(path, 'occurrence'),
    );
    const start =
      startText === undefined
        ? occurrence
        : this.readTime(startText, within(path, 'start'));
    if (occurrence === undefined || start === undefined) return undefined;
    const hasLength = end !== undefined || duration !== undefined;
    const length = hasLength
      ? this.#readLength({ end, duration }, start, path, {
          startText: startText ?? declared.occurrence,
        })
      : undefined;
    if (hasLength && !length) return undefined;
    return {
      occurrence: formatWall(occurrence),
      ...(startText !== undefined && { start: formatWall(start) }),
      ...(length && { length }),
      ...(title !== undefined && { title }),
      ...(reason !== undefined && { reason }),
    };
  }

  /** One of `end` and `duration` is there. */
  #readLength(
    { end, duration }: { end?: string; duration?: string },
    start: WallTime,
    path: string,
    context: LengthContext,
  ): FreezeWindow['length'] | undefined {
    if (end !== undefined && duration !== undefined) {
      return this.#refuse(
        within(path, 'end'),
        `${showValue(end)} stands beside duration ${showValue(
          duration,
        )}; expected one of them`,
      );
    }
    return end === undefined
      ? this.#readDuration(duration ?? '', within(path, 'duration'), context)
      : this.#readEnd(end, start, within(path, 'end'), context);
  }

  #readEnd(
    text: string,
    start: WallTime,
    path: string,
    { startText, limits }: LengthContext,
  ): FreezeWindow['length'] | undefined {
    const end = this.readTime(text, path);
    if (end === undefined) return undefined;
    if (end <= start) {
      return this.#refuse(
        path,
        `${showValue(text)} is not after start ${showValue(
          startText,
        )}; expected a later one${
          this.#dateOnly ? ' (the day of end is not frozen any more)' : ''
        }`,
      );
    }
    const long = tooLong(end - start, limits);
    return long
      ? this.#refuse(path, `${showValue(text)} ${long}`)
      : { by: 'end', end: formatWall(end) };
  }

  #readDuration(
    text: string,
    path: string,
    { limits }: LengthContext,
  ): FreezeWindow['length'] | undefined {
    const duration = parseDuration(text);
    if (!duration || duration.seconds === 0) {
      return this.#refuse(
        path,
        `${showValue(
          text,
        )} is no time at all; expected a duration of some length, e.g. PT12H`,
      );
    }
    if (this.#dateOnly && duration.exactMs > 0) {
      return this.#refuse(
        path,
        `${showValue(
          text,
        )} has hours, but start is a date; expected whole days, e.g. P1D, or a start with a time`,
      );
    }
    const long = tooLong(duration.seconds * 1000, limits);
    return long
      ? this.#refuse(path, `${showValue(text)} ${long}`)
      : { by: 'duration', duration: text };
  }

  #wrongForm(text: string): string {
    return this.#dateOnly
      ? `${showValue(text)} has a time, but start is a date; expected a date`
      : `${showValue(
          text,
        )} is a date, but start has a time; expected a time such as 2026-01-30T18:00:00`;
  }

  #refuse(path: string, message: string): undefined {
    this.problems.push({ path, message });
    return undefined;
  }
}

function tooLong(
  ms: number,
  limits: readonly LengthLimit[] = [],
): string | undefined {
  return [...limits, LIMIT].find(limit => ms > limit.ms)?.message;
}

/** What is said of a text that is no time. */
export function wrongTime(text: string): string {
  return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.includes('T')
    ? `${showValue(
        text,
      )} has an offset; expected the time on the clock of the window's timezone, e.g. 2026-01-30T18:00:00`
    : `${showValue(
        text,
      )} is not a date from 1970 to 2199 such as 2026-01-30, or a time such as 2026-01-30T18:00:00`;
}
