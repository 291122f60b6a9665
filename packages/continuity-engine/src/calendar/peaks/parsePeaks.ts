import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { readShape, showValue, type Problem } from '../../time';
import { parseFreezeWindow } from '../declaration/parseFreezeWindow';
import type { FreezeWindow } from '../types';
import {
  freezeShape,
  peakShape,
  windowTimeKeys,
  type DeclaredOffset,
  type DeclaredPeak,
} from './peakShapes';
import {
  crossing,
  relativeOccurrences,
  type CountedOffset,
  type RelativePeak,
} from './relativeTimes';
import type { PeakFreezeDeclaration } from './types';
import { WorkingDays } from './workingDays';

/** More than a function that people know by its peaks has. */
const MAX_PEAKS = 100;

/**
 * Offsets in different units may cross in some months and not in others. 28 years
 * hold every weekday for every date.
 */
const ALL_WEEKDAYS = {
  start: Date.UTC(2001, 0, 1),
  end: Date.UTC(2029, 0, 1),
};

/** When a window takes place, in the words of a window. */
export type WindowTimes = Pick<
  FreezeWindow,
  'timezone' | 'start' | 'length' | 'allDay' | 'rrule' | 'rdates' | 'exdates'
>;

/** A peak, checked. */
export interface Peak {
  /** Where it stands, e.g. `spec.peaks.0`. */
  path: string;
  /** Unique in its function; of a peak with words alone only when declared. */
  id?: string;
  title: string;
  description?: string;
  when:
    | { by: 'words' }
    | { by: 'times'; id: string; times: WindowTimes }
    | { by: 'anchor'; id: string; timezone: string; relative: RelativePeak };
  /** `false`: informs only. */
  freeze: false | PeakFreezeDeclaration;
}

/** What the peaks belong to. */
export interface PeakParsingOptions {
  /** Where the list stands. Absent: `spec.peaks`. */
  path?: string;
  /** Namespace of the function, for references without one. Absent: `default`. */
  namespace?: string;
}

type Outcome<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/**
 * Reads `spec.peaks` of a business function. A peak with words alone stays what it
 * is; times are checked as strictly as those of a window, also where no policy makes
 * windows of them.
 *
 * @param value - The list. Undefined: the function has no peaks.
 */
export function parsePeaks(
  value: unknown,
  options: PeakParsingOptions = {},
):
  | { peaks: Peak[]; problems: [] }
  | { peaks?: undefined; problems: [Problem, ...Problem[]] } {
  const { path = 'spec.peaks', namespace = 'default' } = options;
  if (value === undefined) return { peaks: [], problems: [] };
  if (!Array.isArray(value) || value.length > MAX_PEAKS) {
    const count = Array.isArray(value) ? `${value.length} peaks` : undefined;
    const message = `${
      count ?? showValue(value)
    } is not a list of at most ${MAX_PEAKS} peaks`;
    return { problems: [{ path, message }] };
  }
  const problems: Problem[] = [];
  const peaks: Peak[] = [];
  const places = new Map<string, string>();
  value.forEach((declared: unknown, index) => {
    const at = `${path}.${index}`;
    const outcome = parsePeak(declared, at, index, namespace);
    if (!outcome.ok) {
      problems.push(...outcome.problems);
      return;
    }
    const peak = outcome.value;
    const id = peak.when.by === 'words' ? peak.id : peak.when.id;
    if (id !== undefined) {
      const first = places.get(id);
      if (first === undefined) places.set(id, at);
      else problems.push(sameId(peak, id, first));
    }
    peaks.push(peak);
  });
  const [first, ...rest] = problems;
  return first ? { problems: [first, ...rest] } : { peaks, problems: [] };
}

function parsePeak(
  value: unknown,
  path: string,
  index: number,
  namespace: string,
): Outcome<Peak> {
  const reading = readShape(peakShape, value, path);
  if (!reading.ok) return reading;
  const declared = reading.value;
  const freeze = parseFreeze(declared.freeze, `${path}.freeze`);
  const when = parseWhen(declared, path, index, namespace);
  const problems = [
    ...(freeze.ok ? [] : freeze.problems),
    ...(when.ok ? [] : when.problems),
  ];
  if (!freeze.ok || !when.ok) return { ok: false, problems };
  if (
    when.value.by === 'words' &&
    declared.freeze !== undefined &&
    declared.freeze !== false
  ) {
    return refuse(
      `${path}.freeze`,
      `${showValue(
        declared.freeze,
      )} stands on a peak that says only in words when it is; expected start or relative beside it`,
    );
  }
  const { id, title, description } = declared;
  return {
    ok: true,
    value: {
      path,
      ...(id !== undefined && { id }),
      title,
      ...(description?.trim() && { description }),
      when: when.value,
      freeze: freeze.value,
    },
  };
}

function parseFreeze(value: unknown, path: string): Outcome<Peak['freeze']> {
  if (value === undefined) return { ok: true, value: {} };
  if (value === false) return { ok: true, value: false };
  return readShape(freezeShape, value, path);
}

function parseWhen(
  declared: DeclaredPeak,
  path: string,
  index: number,
  namespace: string,
): Outcome<Peak['when']> {
  const { relative, timezone } = declared;
  const fixed = windowTimeKeys.filter(key => declared[key] !== undefined);
  if (!relative && fixed.length === 0) {
    return { ok: true, value: { by: 'words' } };
  }
  if (relative && fixed.length > 0) {
    return refuse(
      `${path}.${fixed[0]}`,
      `${showValue(
        declared[fixed[0]],
      )} stands beside relative; expected one of them`,
    );
  }
  if (timezone === undefined) {
    return refuse(
      `${path}.timezone`,
      'is missing; expected the IANA time zone in which the times of the peak are read, e.g. Europe/Zurich',
    );
  }
  const id = declared.id ?? idFrom(declared.title, index);
  if (relative) {
    const { anchor, fiscalYearStart = 1, holidays } = relative;
    const peak: RelativePeak = {
      anchor,
      fiscalYearStart,
      from: counted(relative.from),
      to: counted(relative.to),
      ...(holidays !== undefined && {
        holidays: holidayRef(holidays, namespace),
      }),
    };
    const crossed = relativeOccurrences(
      peak,
      new WorkingDays(),
      ALL_WEEKDAYS,
    ).find(({ start, end }) => end <= start);
    return crossed
      ? refuse(
          `${path}.relative.to`,
          `${showValue(relative.to)} ${crossing(crossed)}`,
        )
      : { ok: true, value: { by: 'anchor', id, timezone, relative: peak } };
  }
  return parseTimes(declared, path, { id, timezone });
}

/** The times of a peak are those of a window, so that reader reads them. */
function parseTimes(
  declared: DeclaredPeak,
  path: string,
  { id, timezone }: { id: string; timezone: string },
): Outcome<Peak['when']> {
  const times = Object.fromEntries(
    windowTimeKeys.flatMap(key =>
      declared[key] === undefined ? [] : [[key, declared[key]]],
    ),
  );
  const result = parseFreezeWindow(
    { ...times, id, title: declared.title, reason: declared.title },
    path,
    // Who answers for it and whom it is for comes from the function and the policy.
    { timezone, owner: 'group:default/unknown', scope: {} },
  );
  if (!result.ok) return result;
  const { start, length, allDay, rrule, rdates, exdates } = result.window;
  return {
    ok: true,
    value: {
      by: 'times',
      id,
      times: {
        timezone,
        start,
        length,
        allDay,
        ...(rrule !== undefined && { rrule }),
        rdates,
        exdates,
      },
    },
  };
}

function counted({ days, workingDays, at }: DeclaredOffset): CountedOffset {
  return {
    ...(workingDays === undefined
      ? { unit: 'days', count: days ?? 0 }
      : { unit: 'workingDays', count: workingDays }),
    ...(at !== undefined && { atMs: Date.parse(`1970-01-01T${at}Z`) }),
  };
}

function holidayRef(value: string, defaultNamespace: string): string {
  return stringifyEntityRef(
    parseEntityRef(value, { defaultKind: 'holidaycalendar', defaultNamespace }),
  );
}

/** `Abschluss Q4 (Bücher)` becomes `abschluss-q4-bucher`. */
function idFrom(title: string, index: number): string {
  const id = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return id || `peak-${index + 1}`;
}

function sameId(peak: Peak, id: string, first: string): Problem {
  return peak.id === undefined
    ? {
        path: `${peak.path}.title`,
        message: `${showValue(peak.title)} gives the id ${showValue(
          id,
        )}, which stands at ${first} already; expected another title, or an id beside it`,
      }
    : {
        path: `${peak.path}.id`,
        message: `${showValue(
          id,
        )} stands at ${first} already; expected each id once`,
      };
}

function refuse<T>(path: string, message: string): Outcome<T> {
  return { ok: false, problems: [{ path, message }] };
}
