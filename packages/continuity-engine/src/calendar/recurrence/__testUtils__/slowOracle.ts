import type { RecurrenceRule } from '../recurrenceRule';

/*
 * RFC 5545 3.3.10 by asking every day, hour, minute and second whether the rule
 * names it. It shares nothing with the engine, not even arithmetic: where the engine
 * computes, this counts, with Date and with words. Slow, and simple enough to be
 * read beside the RFC.
 */

const DAY = 24 * 60 * 60 * 1000;
const NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** How much of `2026-01-30T18:00:00` names the interval of a frequency. */
const LABEL_LENGTH = {
  YEARLY: 4,
  MONTHLY: 7,
  DAILY: 10,
  HOURLY: 13,
  MINUTELY: 16,
  SECONDLY: 19,
};

/** A start that a rule yields, and the interval of the rule that it belongs to. */
interface Yielded {
  at: number;
  interval: string;
}

/** All starts before `to`, from DTSTART on. */
export function slowStarts(
  rule: RecurrenceRule,
  start: number,
  to: number,
): number[] {
  const { bySetPos, until, count } = rule;
  const sets = new Map<string, Set<number>>();
  for (const { at, interval } of yieldedBy(rule, start, to)) {
    sets.set(interval, (sets.get(interval) ?? new Set()).add(at));
  }
  const chosen = new Set<number>();
  for (const set of sets.values()) {
    const members = [...set].sort((a, b) => a - b);
    for (const [index, at] of members.entries()) {
      const places = [index + 1, index - members.length];
      if (!bySetPos || places.some(place => bySetPos.includes(place))) {
        chosen.add(at);
      }
    }
  }
  return [...chosen]
    .sort((a, b) => a - b)
    .filter(at => at >= start)
    .filter(at => until?.by !== 'wall' || at <= until.wall)
    .slice(0, count)
    .filter(at => at < to);
}

function* yieldedBy(
  rule: RecurrenceRule,
  start: number,
  to: number,
): Generator<Yielded> {
  if (['HOURLY', 'MINUTELY', 'SECONDLY'].includes(rule.freq)) {
    yield* clockInstants(rule, start, to);
    return;
  }
  const due = dueIntervals(rule, start, to);
  // Whole intervals, since BYSETPOS counts from their beginnings.
  const first = midnight(start) - 380 * DAY;
  for (let day = first; day < to + 380 * DAY; day += DAY) {
    const interval = intervalOf(rule, day);
    if (due.has(interval) && namesDay(rule, start, day)) {
      for (const at of timesOn(rule, start, day)) yield { at, interval };
    }
  }
  for (const { day, interval } of movedDays(rule, start, due)) {
    if (namesWeekday(rule, day)) {
      for (const at of timesOn(rule, start, day)) yield { at, interval };
    }
  }
}

/** The label of the interval that a day is counted to. */
function intervalOf(rule: RecurrenceRule, day: number): string {
  if (rule.freq === 'WEEKLY') return text(weekBegin(rule, day)).slice(0, 10);
  if (rule.freq === 'YEARLY' && rule.byWeekNo) {
    return text(middleOfWeek(rule, day)).slice(0, 4);
  }
  return text(day).slice(0, LABEL_LENGTH[rule.freq]);
}

/** Every `INTERVAL`-th label from that of DTSTART on, and the one before it. */
function dueIntervals(
  rule: RecurrenceRule,
  start: number,
  to: number,
): Set<string> {
  const due = new Set<string>();
  const cursor = new Date(midnight(start));
  const { freq, interval } = rule;
  if (freq === 'WEEKLY') cursor.setTime(weekBegin(rule, midnight(start)));
  if (freq === 'MONTHLY' || freq === 'YEARLY') cursor.setUTCDate(1);
  if (freq === 'YEARLY') cursor.setUTCMonth(0);
  const advance = (by: number) => {
    if (freq === 'DAILY') cursor.setUTCDate(cursor.getUTCDate() + by);
    if (freq === 'WEEKLY') cursor.setUTCDate(cursor.getUTCDate() + 7 * by);
    if (freq === 'MONTHLY') cursor.setUTCMonth(cursor.getUTCMonth() + by);
    if (freq === 'YEARLY') cursor.setUTCFullYear(cursor.getUTCFullYear() + by);
  };
  advance(-interval);
  while (cursor.getTime() < to + 380 * DAY) {
    const length = freq === 'WEEKLY' ? 10 : LABEL_LENGTH[freq];
    due.add(text(cursor.getTime()).slice(0, length));
    advance(interval);
  }
  return due;
}

function namesDay(rule: RecurrenceRule, start: number, day: number): boolean {
  const date = new Date(day);
  const first = new Date(start);
  const { freq, byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule;
  if (byMonth && !byMonth.includes(date.getUTCMonth() + 1)) return false;
  if (byWeekNo && !weekNumbers(rule, day).some(no => byWeekNo.includes(no))) {
    return false;
  }
  if (byYearDay && !byYearDay.some(place => yearDay(day, place) === day)) {
    return false;
  }
  if (byMonthDay && !byMonthDay.some(place => monthDay(day, place) === day)) {
    return false;
  }
  if (!namesWeekday(rule, day)) return false;
  if (byDay || byYearDay || byMonthDay) return true;
  // What the rule leaves open, DTSTART says.
  if (freq === 'WEEKLY' || byWeekNo) {
    return date.getUTCDay() === first.getUTCDay();
  }
  if (freq === 'MONTHLY' || freq === 'YEARLY') {
    return (
      date.getUTCDate() === first.getUTCDate() &&
      (freq === 'MONTHLY' ||
        byMonth !== undefined ||
        date.getUTCMonth() === first.getUTCMonth())
    );
  }
  return true;
}

function namesWeekday(rule: RecurrenceRule, day: number): boolean {
  if (!rule.byDay) return true;
  const label = rule.freq === 'MONTHLY' || rule.byMonth ? 7 : 4;
  const own = text(day).slice(0, label);
  const countTowards = (step: number) => {
    let places = 1;
    while (text(day + step * 7 * DAY * places).startsWith(own)) places++;
    return places;
  };
  return rule.byDay.some(({ weekday, ordinal }) => {
    if (NAMES[new Date(day).getUTCDay()] !== weekday) return false;
    if (ordinal === undefined) return true;
    return ordinal > 0
      ? countTowards(-1) === ordinal
      : countTowards(1) === -ordinal;
  });
}

/** RFC 7529: days that a month or year does not have, each where SKIP puts it. */
function* movedDays(
  rule: RecurrenceRule,
  start: number,
  due: Set<string>,
): Generator<{ day: number; interval: string }> {
  const { skip, byMonth, byYearDay, byMonthDay, byDay, byWeekNo } = rule;
  if (!skip || byWeekNo) return;
  const move = (beyond: number) => (skip === 'FORWARD' ? beyond : beyond - DAY);
  for (const interval of due) {
    const year = Number(interval.slice(0, 4));
    for (const place of byYearDay ?? []) {
      const day = yearDay(Date.UTC(year, 0, 1), place);
      if (new Date(day).getUTCFullYear() !== year) {
        const beyond = Date.UTC(place > 0 ? year + 1 : year, 0, 1);
        yield { day: move(beyond), interval };
      }
    }
    if (byYearDay || (byDay && !byMonthDay)) continue;
    const places = byMonthDay ?? [new Date(start).getUTCDate()];
    for (let month = 0; month < 12; month++) {
      const first = Date.UTC(year, month, 1);
      if (!text(first).startsWith(interval)) continue;
      if (byMonth && !byMonth.includes(month + 1)) continue;
      const bound = rule.freq === 'MONTHLY' || byMonth || byMonthDay;
      if (!bound && new Date(start).getUTCMonth() !== month) continue;
      for (const place of places) {
        if (new Date(monthDay(first, place)).getUTCMonth() !== month) {
          const beyond = Date.UTC(year, place > 0 ? month + 1 : month, 1);
          yield { day: move(beyond), interval };
        }
      }
    }
  }
}

function* timesOn(
  rule: RecurrenceRule,
  start: number,
  day: number,
): Generator<number> {
  const first = new Date(start);
  for (let hour = 0; hour < 24; hour++) {
    if (!(rule.byHour ?? [first.getUTCHours()]).includes(hour)) continue;
    for (let minute = 0; minute < 60; minute++) {
      const minutes = rule.byMinute ?? [first.getUTCMinutes()];
      if (!minutes.includes(minute)) continue;
      for (let second = 0; second < 60; second++) {
        const seconds = rule.bySecond ?? [first.getUTCSeconds()];
        if (!seconds.includes(second)) continue;
        yield day + ((hour * 60 + minute) * 60 + second) * 1000;
      }
    }
  }
}

/** Every hour, minute or second of the days, beside a step that walks along. */
function* clockInstants(
  rule: RecurrenceRule,
  start: number,
  to: number,
): Generator<Yielded> {
  const unit = { HOURLY: 3_600_000, MINUTELY: 60_000, SECONDLY: 1_000 }[
    rule.freq as 'HOURLY'
  ];
  const length = LABEL_LENGTH[rule.freq as 'HOURLY'];
  let step = Date.parse(
    `${text(start).slice(0, length)}${':00:00'.slice(length - 13)}Z`,
  );
  for (let day = midnight(start); day < to; day += DAY) {
    if (!namesDay(rule, start, day)) continue;
    for (let at = day; at < day + DAY && at < to; at += unit) {
      while (step < at) step += rule.interval * unit;
      if (step !== at) continue;
      const date = new Date(at);
      if (rule.byHour && !rule.byHour.includes(date.getUTCHours())) continue;
      if (
        rule.freq !== 'HOURLY' &&
        rule.byMinute &&
        !rule.byMinute.includes(date.getUTCMinutes())
      ) {
        continue;
      }
      const finer: RecurrenceRule = {
        ...rule,
        byHour: [date.getUTCHours()],
        ...(rule.freq !== 'HOURLY' && { byMinute: [date.getUTCMinutes()] }),
        ...(rule.freq === 'SECONDLY' && {
          bySecond: (rule.bySecond ?? [date.getUTCSeconds()]).filter(
            second => second === date.getUTCSeconds(),
          ),
        }),
      };
      for (const found of timesOn(finer, start, day)) {
        yield { at: found, interval: text(at).slice(0, length) };
      }
    }
  }
}

/** The n-th day of the month that `day` lies in; outside it when there is none. */
function monthDay(day: number, place: number): number {
  const date = new Date(day);
  return place > 0
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), place)
    : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1 + place);
}

function yearDay(day: number, place: number): number {
  const year = new Date(day).getUTCFullYear();
  return place > 0
    ? Date.UTC(year, 0, place)
    : Date.UTC(year + 1, 0, 1 + place);
}

/** Number of a week from the beginning of its year and, negative, from the end. */
function weekNumbers(rule: RecurrenceRule, day: number): number[] {
  const middle = middleOfWeek(rule, day);
  const year = text(middle).slice(0, 4);
  const countTowards = (step: number) => {
    let weeks = 1;
    while (text(middle + step * 7 * DAY * weeks).startsWith(year)) weeks++;
    return weeks;
  };
  return [countTowards(-1), -countTowards(1)];
}

/** A week is of the year in which it has four days, and so its fourth. */
function middleOfWeek(rule: RecurrenceRule, day: number): number {
  return weekBegin(rule, day) + 3 * DAY;
}

function weekBegin(rule: RecurrenceRule, day: number): number {
  let begin = day;
  while (NAMES[new Date(begin).getUTCDay()] !== rule.weekStart) begin -= DAY;
  return begin;
}

function midnight(at: number): number {
  return Date.parse(`${text(at).slice(0, 10)}T00:00:00Z`);
}

function text(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}
