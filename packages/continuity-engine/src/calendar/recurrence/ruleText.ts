import { formatWall } from '../clock/wallTime';
import type { RecurrenceRule, Until } from './recurrenceRule';

/** The parts of a rule as they are written, in the order in which RFC 5545 evaluates them. */
export function ruleParts(rule: RecurrenceRule): [string, string][] {
  const { freq, interval, skip, until, count, byDay, weekStart } = rule;
  const parts: [string, unknown][] = [
    ['FREQ', freq],
    ['INTERVAL', interval === 1 ? undefined : interval],
    ['WKST', weekStart === 'MO' ? undefined : weekStart],
    ['RSCALE', rule.rscale],
    ['SKIP', skip],
    ['BYMONTH', rule.byMonth],
    ['BYWEEKNO', rule.byWeekNo],
    ['BYYEARDAY', rule.byYearDay],
    ['BYMONTHDAY', rule.byMonthDay],
    [
      'BYDAY',
      byDay?.map(({ weekday, ordinal }) => `${ordinal ?? ''}${weekday}`),
    ],
    ['BYHOUR', rule.byHour],
    ['BYMINUTE', rule.byMinute],
    ['BYSECOND', rule.bySecond],
    ['BYSETPOS', rule.bySetPos],
    ['COUNT', count],
    ['UNTIL', until && untilText(until)],
  ];
  return parts.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** A rule as it is written: `FREQ=MONTHLY;BYMONTHDAY=-1`. */
export function ruleText(rule: RecurrenceRule): string {
  return ruleParts(rule)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

function untilText(until: Until): string {
  const compact = (at: number) => formatWall(at).replace(/[-:]/g, '');
  if (until.by === 'instant') return `${compact(until.at)}Z`;
  return compact(until.wall).slice(0, until.dateOnly ? 8 : undefined);
}
