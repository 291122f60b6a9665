import { formatTimeOfDay, type WallTime } from '../clock/wallTime';
import { isSubDaily } from './ClockSteps';
import { parseRecurrenceRule } from './parseRecurrenceRule';
import type { Frequency, RecurrenceRule, WeekdayPart } from './recurrenceRule';
import {
  dayName,
  frontFirst,
  groupName,
  listed,
  monthName,
  numberWithSuffix,
  ordinal,
  ranges,
} from './ruleWords';

const UNITS: Record<Frequency, string> = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

/** More clock times than this are not spelled out one by one. */
const MOST_TIMES = 8;

/**
 * A recurrence rule as an English phrase: "every month on the last Friday", "every 2
 * weeks on Monday and Thursday until 31 Dec 2026".
 *
 * Every part that makes a difference is in it, so that rules that read alike have the
 * same starts. What a rule leaves to DTSTART, such as the time of day, is not said.
 *
 * @param rrule - A RRULE value; one that `parseRecurrenceRule` refuses comes back as it is.
 */
export function describeRule(rrule: string): string {
  const parsed = parseRecurrenceRule(rrule);
  return parsed.ok ? describeParsedRule(parsed.rule) : rrule;
}

/** The same of a rule that has been read. */
export function describeParsedRule(rule: RecurrenceRule): string {
  return [
    [...(chosenDays(rule) ?? [interval(rule), ...days(rule)]), ...times(rule)],
    chosen(rule),
    weekBegin(rule),
    ending(rule),
  ]
    .flat()
    .join(' ')
    .replaceAll(' ,', ',');
}

/** "every day", "every 2 weeks"; where weekdays say it all, "every weekday". */
function interval({ freq, interval: every, byDay }: RecurrenceRule): string {
  const named = byDay && nameOfDays({ freq, interval: every, byDay });
  if (named) return `every ${named}`;
  return every === 1
    ? `every ${UNITS[freq]}`
    : `every ${every} ${UNITS[freq]}s`;
}

/** The weekdays of a rule that has a start on each of them. */
function nameOfDays(
  rule: Pick<RecurrenceRule, 'freq' | 'interval'> & { byDay: WeekdayPart[] },
): string | undefined {
  if (rule.interval !== 1) return undefined;
  const group = groupName(rule.byDay);
  if (rule.freq === 'WEEKLY') return group;
  return rule.freq === 'DAILY' ? group ?? weekdays(rule.byDay) : undefined;
}

/** The days that a rule selects in its interval, or limits a shorter one to. */
function days(rule: RecurrenceRule): string[] {
  const { freq, byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule;
  const named: string[] = [];
  if (byYearDay) named.push(yearDays(byYearDay));
  if (byMonthDay) named.push(monthDays(rule, byMonthDay));
  if (byDay && !nameOfDays({ ...rule, byDay })) {
    named.push(...namedWeekdays(rule, byDay, named.length > 0));
  }
  // A day is picked once; what else is said about it can only let it pass.
  const pick = freq === 'DAILY' ? undefined : named.shift();
  return [
    ...(byMonth ? [`in ${listed(sorted(byMonth).map(monthName))}`] : []),
    ...(byWeekNo ? [`in ${listed(frontFirst(byWeekNo).map(week))}`] : []),
    ...(pick === undefined ? [] : [`on ${pick}`]),
    ...(named.length > 0 ? [`if that is ${listed(named)}`] : []),
    ...moved(rule),
  ];
}

function yearDays(byYearDay: number[]): string {
  const day = byYearDay.some(place => place < 0) ? '' : ' day';
  return `${places(byYearDay)}${day} of the year`;
}

function monthDays(
  { freq, byMonth, byYearDay }: RecurrenceRule,
  byMonthDay: number[],
): string {
  const isPlain = freq === 'MONTHLY' || (freq === 'YEARLY' && byMonth);
  const ofMonth = byYearDay || !isPlain ? ' of the month' : '';
  return `${places(byMonthDay)}${ofMonth}`;
}

function namedWeekdays(
  { freq, byMonth, byWeekNo }: RecurrenceRule,
  byDay: WeekdayPart[],
  isLimit: boolean,
): string[] {
  if (byWeekNo || (freq !== 'MONTHLY' && freq !== 'YEARLY')) {
    return [freq === 'DAILY' || isLimit ? aWeekday(byDay) : weekdays(byDay)];
  }
  const within = freq === 'YEARLY' && !byMonth ? ' of the year' : '';
  const names = byDay.map(part =>
    part.ordinal === undefined
      ? `${isLimit ? 'a' : 'every'} ${dayName(part.weekday)}`
      : `the ${ordinal(part.ordinal)} ${dayName(part.weekday)}${within}`,
  );
  return [listed(names, isLimit ? 'or' : 'and')];
}

function aWeekday(byDay: WeekdayPart[]): string {
  return listed(
    byDay.map(({ weekday }) => `a ${dayName(weekday)}`),
    'or',
  );
}

function weekdays(byDay: WeekdayPart[]): string {
  return listed(byDay.map(({ weekday }) => dayName(weekday)));
}

/** "the 1st, the 7th to the 13th and the last day". */
function places(numbers: number[]): string {
  const front = numbers.filter(place => place > 0);
  const back = numbers.filter(place => place < 0);
  return listed([
    ...ranges(front, place => `the ${numberWithSuffix(place)}`),
    ...sorted(back).map(place => `the ${ordinal(place)} day`),
  ]);
}

function week(number: number): string {
  return number > 0 ? `week ${number}` : `the ${ordinal(number)} week`;
}

function moved({ skip }: RecurrenceRule): string[] {
  if (!skip) return [];
  const day = skip === 'BACKWARD' ? 'last day before' : 'first day after';
  return [`(where that does not exist, on the ${day} it)`];
}

/** "at 09:00 and 17:30", or hours, minutes and seconds each for themselves. */
function times(rule: RecurrenceRule): string[] {
  const { byHour, byMinute, bySecond } = rule;
  const isEach =
    isSubDaily(rule.freq) ||
    !byHour ||
    !byMinute ||
    byHour.length * byMinute.length * (bySecond?.length ?? 1) > MOST_TIMES;
  if (!isEach) {
    const clock = sorted(byHour).flatMap(hour =>
      sorted(byMinute).flatMap(minute =>
        sorted(bySecond ?? [0]).map(second => time(hour, minute, second)),
      ),
    );
    const within = bySecond ? ', to the second' : '';
    return [`at ${listed(clock)}${within}`];
  }
  const part = (name: string, values: number[] | undefined) => {
    if (!values) return [];
    const plural = values.length === 1 ? name : `${name}s`;
    return [`${plural} ${listed(ranges(values))}`];
  };
  const parts = [
    ...part('hour', byHour),
    ...part('minute', byMinute),
    ...part('second', bySecond),
  ];
  return parts.length > 0 ? [`in ${listed(parts)}`] : [];
}

function time(hour: number, minute: number, second: number): string {
  return formatTimeOfDay(((hour * 60 + minute) * 60 + second) * 1000);
}

/** BYSETPOS among days that have one name: "on the last weekday". */
function chosenDays(rule: RecurrenceRule): string[] | undefined {
  const { freq, byMonth, bySetPos, byDay } = rule;
  if (!bySetPos || !byDay || !choosesDays(rule)) return undefined;
  const name = groupName(byDay);
  if (!name) return undefined;
  const ofYear = freq === 'YEARLY' && !byMonth ? ' of the year' : '';
  const which = listed(
    frontFirst(bySetPos).map(place => `the ${ordinal(place)}`),
  );
  return [
    interval({ ...rule, byDay: undefined }),
    ...(byMonth ? [`in ${listed(sorted(byMonth).map(monthName))}`] : []),
    `on ${which} ${name}${ofYear}`,
  ];
}

/** Whether BYSETPOS chooses from the weekdays of one stretch and nothing else. */
function choosesDays(rule: RecurrenceRule): boolean {
  const { freq, byMonth, byWeekNo, byYearDay, byMonthDay } = rule;
  const { byHour, byMinute, bySecond } = rule;
  const others = [byWeekNo, byYearDay, byMonthDay, byHour, byMinute, bySecond];
  return (
    others.every(part => part === undefined) &&
    (freq === 'MONTHLY' ||
      (freq === 'YEARLY' && (!byMonth || byMonth.length === 1)))
  );
}

/** BYSETPOS in general. */
function chosen(rule: RecurrenceRule): string[] {
  if (!rule.bySetPos || chosenDays(rule)) return [];
  const which = frontFirst(rule.bySetPos).map(place => `the ${ordinal(place)}`);
  return [`, of these only ${listed(which)} in each ${UNITS[rule.freq]}`];
}

/** Said where it matters and is not Monday. */
function weekBegin(rule: RecurrenceRule): string[] {
  const { freq, weekStart, byDay, bySetPos, byWeekNo } = rule;
  const matters =
    byWeekNo !== undefined ||
    (freq === 'WEEKLY' &&
      byDay !== undefined &&
      (rule.interval > 1 || bySetPos !== undefined));
  return matters && weekStart !== 'MO'
    ? [`(weeks begin on ${dayName(weekStart)})`]
    : [];
}

function ending({ count, until }: RecurrenceRule): string[] {
  if (count !== undefined) return [count === 1 ? ', once' : `, ${count} times`];
  if (!until) return [];
  if (until.by === 'instant') return [`until ${moment(until.at)} UTC`];
  return [`until ${until.dateOnly ? date(until.wall) : moment(until.wall)}`];
}

function moment(at: WallTime): string {
  return `${date(at)} ${formatTimeOfDay(at)}`;
}

/** `31 Dec 2026`. */
function date(at: WallTime): string {
  const day = new Date(at);
  const month = monthName(day.getUTCMonth() + 1).slice(0, 3);
  return `${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}
