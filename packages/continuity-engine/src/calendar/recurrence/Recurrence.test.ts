import fc from 'fast-check';
import { Recurrence } from './Recurrence';
import { FREQUENCIES, WEEKDAYS, type RecurrenceRule } from './recurrenceRule';
import { ruleConflicts } from './ruleConflicts';
import { DAY_MS, formatDate } from '../clock/wallTime';

/*
 * An oracle that shares nothing with the library: it walks through all days and asks
 * of each whether RFC 5545 3.3.10 selects it. Slow, and simple enough to be read
 * beside the RFC.
 */
interface Day {
  at: number;
  year: number;
  month: number;
  day: number;
  /** Monday is 0. */
  weekday: number;
}

function dayOf(at: number): Day {
  const date = new Date(at);
  return {
    at,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

const lengthOfMonth = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const weekStartOf = (at: number, rule: RecurrenceRule) =>
  at -
  ((dayOf(at).weekday - WEEKDAYS.indexOf(rule.weekStart) + 7) % 7) * DAY_MS;

/** The first week is the first with four days in the year, so it holds 4 January. */
const firstWeekOf = (year: number, rule: RecurrenceRule) =>
  weekStartOf(Date.UTC(year, 0, 4), rule);

function weekNumbers({ at, year }: Day, rule: RecurrenceRule): number[] {
  let own = year;
  if (at < firstWeekOf(year, rule)) own = year - 1;
  if (at >= firstWeekOf(year + 1, rule)) own = year + 1;
  const first = firstWeekOf(own, rule);
  const weeks = (firstWeekOf(own + 1, rule) - first) / (7 * DAY_MS);
  const number = Math.floor((at - first) / (7 * DAY_MS)) + 1;
  return [number, number - weeks - 1];
}

/** Position from the front, and from the back in negative numbers. */
const both = (position: number, length: number) => [
  position,
  position - length - 1,
];

function selects(rule: RecurrenceRule, start: Day, day: Day): boolean {
  const month = lengthOfMonth(day.year, day.month);
  const year = lengthOfMonth(day.year, 2) === 29 ? 366 : 365;
  const yearDay = (day.at - Date.UTC(day.year, 0, 1)) / DAY_MS + 1;
  const oneOf = (list: number[] | undefined, values: number[]) =>
    !list || values.some(value => list.includes(value));
  const inMonth = rule.freq === 'MONTHLY' || rule.byMonth !== undefined;
  const nth = both(Math.ceil((inMonth ? day.day : yearDay) / 7), 0).slice(0, 1);
  const rest = inMonth ? month - day.day : year - yearDay;
  nth.push(-(Math.floor(rest / 7) + 1));
  if (!oneOf(rule.byMonth, [day.month])) return false;
  if (rule.byWeekNo && !oneOf(rule.byWeekNo, weekNumbers(day, rule))) {
    return false;
  }
  if (!oneOf(rule.byYearDay, both(yearDay, year))) return false;
  if (!oneOf(rule.byMonthDay, both(day.day, month))) return false;
  if (
    rule.byDay &&
    !rule.byDay.some(
      ({ weekday, ordinal }) =>
        WEEKDAYS[day.weekday] === weekday &&
        (ordinal === undefined || nth.includes(ordinal)),
    )
  ) {
    return false;
  }
  if (rule.byDay || rule.byMonthDay || rule.byYearDay || rule.byWeekNo) {
    return true;
  }
  // What the rule leaves open, DTSTART says.
  if (rule.freq === 'WEEKLY') return day.weekday === start.weekday;
  if (rule.freq === 'MONTHLY') return day.day === start.day;
  if (rule.freq === 'YEARLY') {
    return (
      day.day === start.day &&
      (rule.byMonth !== undefined || day.month === start.month)
    );
  }
  return true;
}

function periodOf(rule: RecurrenceRule, { at, year, month }: Day): number {
  if (rule.freq === 'DAILY') return at / DAY_MS;
  if (rule.freq === 'WEEKLY') {
    return Math.round(
      (weekStartOf(at, rule) - weekStartOf(0, rule)) / (7 * DAY_MS),
    );
  }
  return rule.freq === 'MONTHLY' ? year * 12 + month : year;
}

function walkDays(rule: RecurrenceRule, startAt: number, to: number): number[] {
  const start = dayOf(startAt);
  const first = periodOf(rule, start);
  const periods = new Map<number, number[]>();
  for (let at = startAt - 366 * DAY_MS; at < to + 366 * DAY_MS; at += DAY_MS) {
    const day = dayOf(at);
    const period = periodOf(rule, day) - first;
    if (period < 0 || period % rule.interval !== 0) continue;
    const days = periods.get(period) ?? [];
    periods.set(period, days);
    if (selects(rule, start, day)) days.push(at);
  }
  const { bySetPos, until } = rule;
  return [...periods.values()]
    .flatMap(days =>
      days.filter(
        (_, index) =>
          !bySetPos ||
          both(index + 1, days.length).some(place => bySetPos.includes(place)),
      ),
    )
    .filter(at => at >= startAt)
    .filter(at => until?.by !== 'wall' || at <= until.wall)
    .slice(0, rule.count)
    .filter(at => at < to);
}

const some = <T>(item: fc.Arbitrary<T>, maxLength: number) =>
  fc.option(fc.uniqueArray(item, { minLength: 1, maxLength }), {
    nil: undefined,
    freq: 2,
  });

const anyRule: fc.Arbitrary<RecurrenceRule> = fc
  .record({
    freq: fc.constantFrom(...FREQUENCIES),
    interval: fc.constantFrom(1, 1, 2, 3, 5),
    weekStart: fc.constantFrom(...WEEKDAYS),
    byMonth: some(fc.integer({ min: 1, max: 12 }), 4),
    byMonthDay: some(
      fc.constantFrom(-1, -2, -31, 1, 2, 13, 15, 28, 29, 30, 31),
      3,
    ),
    byDay: some(
      fc.record(
        {
          weekday: fc.constantFrom(...WEEKDAYS),
          ordinal: fc.constantFrom(1, 2, -1, 5, 20, -20),
        },
        { requiredKeys: ['weekday'] },
      ),
      3,
    ),
    byYearDay: some(fc.constantFrom(1, -1, 60, 100, 366, -366), 3),
    byWeekNo: some(fc.constantFrom(1, 2, 20, 52, 53, -1), 3),
    bySetPos: some(fc.constantFrom(1, 2, 3, -1, -2), 2),
    count: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  })
  .map(drawn => withoutConflicts(drawn));

/** Drops parts one after the other until the rule is one that we accept. */
function withoutConflicts(rule: RecurrenceRule): RecurrenceRule {
  const kept = { ...rule };
  for (const part of [
    'byWeekNo',
    'byYearDay',
    'byMonthDay',
    'bySetPos',
    'byDay',
  ] as const) {
    if (ruleConflicts(kept).length === 0) break;
    delete kept[part];
  }
  return kept;
}

describe('Recurrence', () => {
  it('yields the days that RFC 5545 3.3.10 selects, near and far', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.integer({ min: 0, max: 2500 }),
        fc.option(fc.integer({ min: 0, max: 2000 }), { nil: undefined }),
        fc.constantFrom(0, 0, 700, 2500),
        fc.integer({ min: 1, max: 900 }),
        (drawn, day, untilDay, far, length) => {
          const start = Date.UTC(2020, 0, 1) + day * DAY_MS;
          const rule: RecurrenceRule =
            drawn.count === undefined && untilDay !== undefined
              ? {
                  ...drawn,
                  until: { by: 'wall', wall: start + untilDay * DAY_MS },
                }
              : drawn;
          const from = start + far * DAY_MS;
          const to = from + length * DAY_MS;
          expect(
            new Recurrence(rule, start).between(from, to).map(formatDate),
          ).toEqual(
            walkDays(rule, start, to)
              .filter(at => at >= from)
              .map(formatDate),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts alike whatever was asked before', () => {
    const rule: RecurrenceRule = {
      freq: 'WEEKLY',
      interval: 1,
      weekStart: 'MO',
      count: 600,
    };
    const start = Date.UTC(2026, 0, 5);
    const asked = new Recurrence(rule, start);
    asked.between(start, start + 30 * DAY_MS);
    asked.between(start + 3000 * DAY_MS, start + 3100 * DAY_MS);
    const all = [start, start + 1e13] as const;
    expect(asked.between(...all)).toEqual(
      new Recurrence(rule, start).between(...all),
    );
    expect(asked.between(...all)).toHaveLength(600);
  });

  it('gives up on a rule without a match after a hundred years', () => {
    const never = new Recurrence(
      {
        freq: 'DAILY',
        interval: 1,
        weekStart: 'MO',
        byMonth: [2],
        byMonthDay: [30],
      },
      Date.UTC(2026, 0, 1),
    );
    expect(never.first(() => true)).toBeUndefined();
  });
});
