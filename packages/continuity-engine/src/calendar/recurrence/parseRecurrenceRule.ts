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
import { densityProblem } from './ruleBounds';
import { ruleConflicts } from './ruleConflicts';
import { FIRST_YEAR, formatWall } from '../clock/wallTime';

/** More than any rule that people read needs. */
const MAX_LENGTH = 2_000;
const MAX_COUNT = 10_000;
/** More seconds than a day has. */
const MAX_INTERVAL = 100_000;

type PartReader = (
  text: string,
  rule: Partial<RecurrenceRule>,
) => string | void;

/** How each part is read; an answer is what is wrong with it. */
const READERS: Record<string, PartReader> = {
  FREQ: (text, rule) => {
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
      )} is not a date or time from 1970 on such as 20261231, 20261231T180000 (on the window's clock) or 20261231T170000Z`;
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
    const once = new Map(
      parts.map(part => [`${part.ordinal ?? ''}${part.weekday}`, part]),
    );
    rule.byDay = [...once.values()];
    return undefined;
  },
  BYMONTHDAY: numbers('byMonthDay', { from: -31, to: 31 }),
  BYMONTH: numbers('byMonth', { from: 1, to: 12 }),
  BYYEARDAY: numbers('byYearDay', { from: -366, to: 366 }),
  BYWEEKNO: numbers('byWeekNo', { from: -53, to: 53 }),
  BYHOUR: numbers('byHour', { from: 0, to: 23 }),
  BYMINUTE: numbers('byMinute', { from: 0, to: 59 }),
  BYSECOND: (text, rule) => {
    const wrong = numbers('bySecond', { from: 0, to: 60 })(text, rule);
    // Clocks here know no leap seconds; for those RFC 5545 3.3.12 reads 60 as 59.
    const seconds = rule.bySecond?.map(second => Math.min(second, 59));
    if (seconds) rule.bySecond = [...new Set(seconds)];
    return wrong;
  },
  BYSETPOS: numbers('bySetPos', { from: -366, to: 366 }),
  RSCALE: (text, rule) => {
    if (text !== 'GREGORIAN') {
      return `${showValue(
        text,
      )} is not a calendar that windows are computed in; expected GREGORIAN`;
    }
    rule.rscale = text;
    return undefined;
  },
  SKIP: (text, rule) => {
    if (text !== 'OMIT' && text !== 'BACKWARD' && text !== 'FORWARD') {
      return `${showValue(text)} is not one of OMIT, BACKWARD, FORWARD`;
    }
    if (text !== 'OMIT') rule.skip = text;
    return undefined;
  },
};

/**
 * Reads the value of a RRULE: RFC 5545 3.3.10 with every part, and of RFC 7529 the
 * Gregorian calendar with SKIP.
 *
 * Refused are unknown parts (`X-` ones too, since they could change what a rule
 * means), what the RFC does not allow together, a COUNT above 10,000 and a rule with
 * more than 100 starts on a day: whatever is accepted here can be
 * expanded at any time without running away.
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
  // Some programs write a last semicolon that separates nothing.
  for (const part of value.replace(/;$/, '').split(';')) {
    const [name, ...rest] = part.split('=');
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (!reader) {
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
  if (seen.has('SKIP') && !seen.has('RSCALE')) {
    messages.push(
      'SKIP stands without RSCALE, which RFC 7529 does not allow; expected RSCALE=GREGORIAN beside it',
    );
  }
  messages.push(...ruleConflicts(rule));
  const dense = densityProblem(rule);
  if (dense) messages.push(dense);
  return messages.length > 0 ? refuse(...messages) : { ok: true, rule };
}

function numbers(
  key:
    | 'bySecond'
    | 'byMinute'
    | 'byHour'
    | 'byMonthDay'
    | 'byMonth'
    | 'byYearDay'
    | 'byWeekNo'
    | 'bySetPos',
  { from, to }: { from: number; to: number },
): PartReader {
  // Counted from the end there is no zero.
  const range = from < 0 ? `1 to ${to} or -1 to ${from}` : `${from} to ${to}`;
  return (text, rule) => {
    const values: number[] = [];
    for (const item of text.split(',')) {
      const value = wholeNumber(item);
      if (
        value === undefined ||
        value < from ||
        value > to ||
        (value === 0 && from < 0)
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

/** Programs write years like 9999 for "for ever", so only the beginning is bounded. */
function parseUntil(text: string): Until | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(
    text,
  );
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, utc] = match;
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 23),
    Number(minute ?? 59),
    Number(second ?? 59),
  );
  // Date.UTC rolls 30 February over into March; a real time comes back as written.
  const written = `${year}-${month}-${day}T${hour ?? 23}:${minute ?? 59}:${
    second ?? 59
  }`;
  if (Number(year) < FIRST_YEAR || formatWall(wall) !== written) {
    return undefined;
  }
  if (hour === undefined) return { by: 'wall', wall, dateOnly: true };
  return utc === 'Z' ? { by: 'instant', at: wall } : { by: 'wall', wall };
}

function isFrequency(text: string): text is Frequency {
  return FREQUENCIES.some(known => known === text);
}

function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.some(known => known === text);
}
