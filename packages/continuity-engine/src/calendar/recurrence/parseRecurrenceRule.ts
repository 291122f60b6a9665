import { showValue } from '../../time';
import {
  FREQUENCIES,
  WEEKDAYS,
  type Frequency,
  type RecurrenceRule,
  type Until,
  type Weekday,
  type WeekdayPart,
} from './recurrenceRule';
import { ruleConflicts } from './ruleConflicts';
import { DAY_MS, parseDeclaredTime } from '../clock/wallTime';

/** More than any rule that people read needs. */
const MAX_LENGTH = 500;
const MAX_COUNT = 10_000;
const MAX_INTERVAL = 1_000;

/** Known to RFC 5545 or RFC 7529, and refused: a window has one start a day. */
const REFUSED: Record<string, string> = {
  BYHOUR: 'is not accepted; expected the time of day in start',
  BYMINUTE: 'is not accepted; expected the time of day in start',
  BYSECOND: 'is not accepted; expected the time of day in start',
  RSCALE: 'is not accepted; expected a rule of the Gregorian calendar',
  SKIP: 'is not accepted; expected a rule of the Gregorian calendar',
};

type PartReader = (
  text: string,
  rule: Partial<RecurrenceRule>,
) => string | void;

/** How each part is read; an answer is what is wrong with it. */
const READERS: Record<string, PartReader> = {
  FREQ: (text, rule) => {
    if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(text)) {
      return `${showValue(
        text,
      )} is not accepted for windows; expected one of ${FREQUENCIES.join(
        ', ',
      )}`;
    }
    if (!isFrequency(text)) {
      return `${showValue(text)} is not one of ${FREQUENCIES.join(', ')}`;
    }
    rule.freq = text;
    return undefined;
  },
  INTERVAL: (text, rule) => {
    const value = wholeNumber(text);
    if (value === undefined || value < 1 || value > MAX_INTERVAL) {
      return `${showValue(
        text,
      )} is not a whole number from 1 to ${MAX_INTERVAL}`;
    }
    rule.interval = value;
    return undefined;
  },
  COUNT: (text, rule) => {
    const value = wholeNumber(text);
    if (value === undefined || value < 1 || value > MAX_COUNT) {
      return `${showValue(text)} is not a whole number from 1 to ${MAX_COUNT}`;
    }
    rule.count = value;
    return undefined;
  },
  UNTIL: (text, rule) => {
    const until = parseUntil(text);
    if (!until) {
      return `${showValue(
        text,
      )} is not a date or time from 1970 to 2199 such as 20261231, 20261231T180000 (on the window's clock) or 20261231T170000Z`;
    }
    rule.until = until;
    return undefined;
  },
  WKST: (text, rule) => {
    if (!isWeekday(text)) {
      return `${showValue(text)} is not one of ${WEEKDAYS.join(', ')}`;
    }
    rule.weekStart = text;
    return undefined;
  },
  BYDAY: (text, rule) => {
    const parts: WeekdayPart[] = [];
    for (const item of text.split(',')) {
      const part = parseWeekday(item);
      if (!part) {
        return `${showValue(item)} is not a weekday such as MO, 1MO or -1FR`;
      }
      parts.push(part);
    }
    rule.byDay = parts;
    return undefined;
  },
  BYMONTHDAY: numbers('byMonthDay', 31, true),
  BYMONTH: numbers('byMonth', 12, false),
  BYYEARDAY: numbers('byYearDay', 366, true),
  BYWEEKNO: numbers('byWeekNo', 53, true),
  BYSETPOS: numbers('bySetPos', 366, true),
};

/**
 * Reads the value of a RRULE (RFC 5545 3.3.10), part by part.
 *
 * Refused are sub-daily frequencies and times of day (a window has one start a
 * day), everything that the RFC does not know or does not allow together, and the
 * few combinations of yearly parts on whose meaning implementations disagree.
 *
 * @returns the rule, or one sentence for everything that is wrong.
 */
export function parseRecurrenceRule(
  text: string,
): { ok: true; rule: RecurrenceRule } | { ok: false; messages: string[] } {
  const refuse = (...messages: string[]) => ({ ok: false as const, messages });
  if (text.length > MAX_LENGTH) {
    return refuse(
      `${showValue(text)} is ${
        text.length
      } characters long; expected at most ${MAX_LENGTH}`,
    );
  }
  const value = text.trim().toLocaleUpperCase('en-US');
  if (value === '' || /[\r\n]/.test(value)) {
    return refuse(
      `${showValue(
        text,
      )} is not one RRULE value, e.g. FREQ=MONTHLY;BYMONTHDAY=-1`,
    );
  }
  if (/^(?:RRULE|DTSTART|RDATE|EXDATE|EXRULE)[:;]/.test(value)) {
    return refuse(
      `${showValue(
        text,
      )} carries a property name; expected the value alone, e.g. FREQ=MONTHLY;BYMONTHDAY=-1`,
    );
  }
  const found: Partial<RecurrenceRule> = {};
  const seen = new Set<string>();
  const messages: string[] = [];
  for (const part of value.split(';')) {
    const [name, ...rest] = part.split('=');
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (Object.hasOwn(REFUSED, name)) {
      messages.push(`${name} ${REFUSED[name]}`);
    } else if (!reader) {
      messages.push(
        `${showValue(part)} is not a known part; expected ${Object.keys(
          READERS,
        ).join(', ')}`,
      );
    } else if (seen.has(name)) {
      messages.push(`${name} stands twice; expected it once`);
    } else {
      const wrong = reader(rest.join('='), found);
      if (wrong) messages.push(`${name} ${wrong}`);
    }
    seen.add(name);
  }
  const { freq } = found;
  if (freq === undefined) {
    if (!seen.has('FREQ')) {
      messages.push(
        `FREQ is missing; expected one of ${FREQUENCIES.join(', ')}`,
      );
    }
    return refuse(...messages);
  }
  const rule: RecurrenceRule = {
    interval: 1,
    weekStart: 'MO',
    ...found,
    freq,
  };
  messages.push(...ruleConflicts(rule));
  return messages.length > 0 ? refuse(...messages) : { ok: true, rule };
}

function numbers(
  key: 'byMonthDay' | 'byMonth' | 'byYearDay' | 'byWeekNo' | 'bySetPos',
  max: number,
  negative: boolean,
): PartReader {
  const range = negative ? `1 to ${max} or -1 to -${max}` : `1 to ${max}`;
  return (text, rule) => {
    const values: number[] = [];
    for (const item of text.split(',')) {
      const value = wholeNumber(item);
      if (
        value === undefined ||
        value === 0 ||
        Math.abs(value) > max ||
        (value < 0 && !negative)
      ) {
        return `${showValue(item)} is not a whole number from ${range}`;
      }
      values.push(value);
    }
    rule[key] = [...new Set(values)];
    return undefined;
  };
}

function wholeNumber(text: string): number | undefined {
  return /^[+-]?\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function parseWeekday(text: string): WeekdayPart | undefined {
  const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text);
  if (!match || !isWeekday(match[2])) return undefined;
  if (match[1] === undefined) return { weekday: match[2] };
  const ordinal = Number(match[1]);
  return ordinal === 0 || Math.abs(ordinal) > 53
    ? undefined
    : { weekday: match[2], ordinal };
}

function parseUntil(text: string): Until | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(
    text,
  );
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  const declared = parseDeclaredTime(
    hour === undefined ? date : `${date}T${hour}:${minute}:${second}`,
  );
  if (!declared) return undefined;
  const { wall, dateOnly } = declared;
  if (dateOnly) return { by: 'wall', wall: wall + DAY_MS - 1000 };
  return utc === 'Z' ? { by: 'instant', at: wall } : { by: 'wall', wall };
}

function isFrequency(text: string): text is Frequency {
  return FREQUENCIES.some(known => known === text);
}

function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.some(known => known === text);
}
