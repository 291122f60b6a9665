import { showValue } from '../../time';
import type { Component } from './components';
import { textOf, textsOf, type ContentLine } from './contentLines';
import { RDATE_END } from './continuityProperties';
import {
  parseIcalDuration,
  parseIcalTime,
  TIME_EXPECTATION,
  type IcalTime,
} from './icalTimes';
import type { ReadingLog } from './ReadingLog';

/** Ten years of working days; what a window may list is less still. */
const MAX_DATES = 3_000;

/** A PERIOD or a single time of an RDATE. */
export interface ExtraTime {
  start: IcalTime;
  end?: IcalTime;
  duration?: string;
  /** Of our own export: where it ends on the clock, as written. */
  declaredEnd?: string;
}

/** A VEVENT, its values read but not yet understood together. */
export interface IcalEvent {
  /** Where it stands, for messages: `event "Year end" (line 12)`. */
  path: string;
  /** Its title in quotes, for messages. */
  name: string;
  /** Absent: it has none, which RFC 5545 does not allow. */
  uid?: string;
  sequence: number;
  /** When this version of it was made; absent when it does not say. */
  stamp?: number;
  start: IcalTime;
  end?: IcalTime;
  duration?: { iso: string; empty: boolean };
  rrule?: string;
  rdates: ExtraTime[];
  exdates: IcalTime[];
  /** The occurrence of another event with this UID that it stands for. */
  recurrenceId?: IcalTime;
  cancelled: boolean;
  tentative: boolean;
  transparent: boolean;
  /** Without escapes, otherwise as written. */
  summary?: string;
  description?: string;
  link?: string;
  categories: string[];
  /** Values of our own properties by name, unescaped. */
  ours: ReadonlyMap<string, string>;
}

/** Reads a VEVENT; undefined when something in it cannot be understood, which is then said. */
export function readEvent(
  component: Component,
  log: ReadingLog,
): IcalEvent | undefined {
  const lines = new Map<string, ContentLine[]>();
  for (const line of component.properties) {
    const known = lines.get(line.name);
    if (known) known.push(line);
    else lines.set(line.name, [line]);
  }
  const text = (property: string) => {
    const [line] = lines.get(property) ?? [];
    const value = line && textOf(line.value).trim();
    return value ? value : undefined;
  };
  const title = text('SUMMARY');
  const name = showValue(title ?? text('UID') ?? '(no title)');
  const path = `event ${name} (line ${component.number})`;
  const before = log.problems.length;

  const single = (property: string) => {
    const [line, second] = lines.get(property) ?? [];
    if (second) {
      log.refuse(
        `${path}.${property}`,
        `stands twice, also on line ${second.number}; expected it once`,
      );
    }
    return line;
  };
  const time = (property: string) => {
    const line = single(property);
    return line && readTime(line, line.value, path, log);
  };
  const listed = (property: string) => {
    const values = (lines.get(property) ?? []).flatMap(line =>
      split(line.value).map(value => ({ line, value })),
    );
    if (values.length <= MAX_DATES) return values;
    log.refuse(
      `${path}.${property}`,
      `has ${values.length} dates; expected at most ${MAX_DATES}`,
    );
    return [];
  };

  const start = time('DTSTART');
  if (!start && !lines.has('DTSTART')) {
    log.refuse(`${path}.DTSTART`, `is missing; expected ${TIME_EXPECTATION}`);
  }
  const end = time('DTEND');
  const duration = readDuration(single('DURATION'), path, log);
  if (end && duration) {
    log.refuse(`${path}.DURATION`, 'stands beside DTEND; expected one of them');
  }
  const rule = single('RRULE');
  if (lines.has('EXRULE')) {
    log.refuse(
      `${path}.EXRULE`,
      `${showValue(
        lines.get('EXRULE')?.[0].value,
      )} is not accepted (RFC 5545 has withdrawn it); expected EXDATE for each occurrence that does not take place`,
    );
  }
  const recurrenceId = time('RECURRENCE-ID');
  const range = single('RECURRENCE-ID')?.params.get('RANGE');
  if (range !== undefined) {
    log.refuse(
      `${path}.RECURRENCE-ID`,
      `RANGE=${range} is not accepted; expected one event that ends with UNTIL and another that begins there`,
    );
  }
  const rdates = listed('RDATE').flatMap(
    ({ line, value }) => readExtraTime(line, value, path, log) ?? [],
  );
  const exdates = listed('EXDATE').flatMap(
    ({ line, value }) => readTime(line, value, path, log) ?? [],
  );
  if (!start || log.problems.length > before) return undefined;

  const raw = (property: string) => {
    const [line] = lines.get(property) ?? [];
    return line && textOf(line.value);
  };
  const status = text('STATUS')?.toLocaleUpperCase('en-US');
  const stamp = readStamp(lines.get('DTSTAMP')?.[0]);
  const uid = text('UID');
  const summary = raw('SUMMARY');
  const description = raw('DESCRIPTION');
  const link = [text('URL'), text('LOCATION')].find(isLink);
  const sequence = Number.parseInt(text('SEQUENCE') ?? '0', 10);
  return {
    path,
    name,
    ...(uid !== undefined && { uid }),
    sequence: Number.isSafeInteger(sequence) ? sequence : 0,
    ...(stamp !== undefined && { stamp }),
    start,
    ...(end && { end }),
    ...(duration && { duration }),
    ...(rule && { rrule: rule.value }),
    rdates,
    exdates,
    ...(recurrenceId && { recurrenceId }),
    cancelled: status === 'CANCELLED',
    tentative: status === 'TENTATIVE',
    transparent: text('TRANSP')?.toLocaleUpperCase('en-US') === 'TRANSPARENT',
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    ...(link !== undefined && { link }),
    categories: (lines.get('CATEGORIES') ?? []).flatMap(line =>
      textsOf(line.value),
    ),
    ours: new Map(
      component.properties
        .filter(line => line.name.startsWith('X-CONTINUITY-'))
        .map(line => [line.name, textOf(line.value)]),
    ),
  };
}

function readTime(
  line: ContentLine,
  value: string,
  path: string,
  log: ReadingLog,
): IcalTime | undefined {
  return (
    parseIcalTime(value, line.params) ??
    log.refuse(
      `${path}.${line.name}`,
      `${showValue(value)} is not ${TIME_EXPECTATION}`,
    )
  );
}

/** An RDATE: a time, or a PERIOD `start/end` or `start/duration` (RFC 5545 3.3.9). */
function readExtraTime(
  line: ContentLine,
  value: string,
  path: string,
  log: ReadingLog,
): ExtraTime | undefined {
  const slash = value.indexOf('/');
  if (slash < 0) {
    const start = readTime(line, value, path, log);
    const declaredEnd = line.params.get(RDATE_END);
    return start && { start, ...(declaredEnd && { declaredEnd }) };
  }
  const start = readTime(line, value.slice(0, slash), path, log);
  const rest = value.slice(slash + 1);
  if (!start) return undefined;
  if (/^\+?P/i.test(rest.trim())) {
    const duration = parseIcalDuration(rest);
    return duration && !duration.empty
      ? { start, duration: duration.iso }
      : log.refuse(
          `${path}.${line.name}`,
          `${showValue(rest)} is not a length such as PT5H30M`,
        );
  }
  const end = readTime(line, rest, path, log);
  return end && { start, end };
}

function readDuration(
  line: ContentLine | undefined,
  path: string,
  log: ReadingLog,
): IcalEvent['duration'] {
  return (
    line &&
    (parseIcalDuration(line.value) ??
      log.refuse(
        `${path}.DURATION`,
        `${showValue(line.value)} is not a length such as PT12H or P1D`,
      ))
  );
}

/** RFC 5545 has DTSTAMP in UTC; one that is not says nothing. */
function readStamp(line: ContentLine | undefined): number | undefined {
  const time = line && parseIcalTime(line.value, line.params);
  return time?.kind === 'utc' ? time.instant : undefined;
}

function split(value: string): string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

function isLink(text: string | undefined): boolean {
  if (text === undefined || !/^https?:\/\/\S+$/i.test(text)) return false;
  return URL.canParse(text) && new URL(text).hostname.length > 0;
}
