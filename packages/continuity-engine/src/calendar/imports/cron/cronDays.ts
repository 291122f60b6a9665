import { STRETCH, type Steps } from '../../../steps';
import type { WallTime } from '../../clock/wallTime';
import { parseRecurrenceRule } from '../../recurrence/parseRecurrenceRule';
import { Recurrence } from '../../recurrence/Recurrence';
import { ruleText, type DayRule } from './dayRule';
import type { CronSchedule } from './parseCron';

const MINUTE_MS = 60_000;

/**
 * The days of a schedule; a day is meant by any of the rules. There is one where cron
 * has one condition, and more where it has alternatives: the parts of a rule limit each
 * other, the day fields of cron add to each other.
 */
export function dayRules({ months, days, weekdays }: CronSchedule): DayRule[] {
  const inMonths = months && { months };
  if (!days && !weekdays) return [{ ...inMonths }];
  const plain = weekdays?.filter(({ ordinal }) => ordinal === undefined) ?? [];
  const counted =
    weekdays?.filter(({ ordinal }) => ordinal !== undefined) ?? [];
  return [
    ...(days ? [{ ...inMonths, days }] : []),
    ...[plain, counted]
      .filter(({ length }) => length > 0)
      .map(some => ({ ...inMonths, weekdays: some })),
  ];
}

/**
 * The rule of the days that are both a day of the month and a day of the week that a
 * schedule names: what people mean by `13 * 5`, and cron does not. Undefined where it
 * does not name both, or counts weekdays (`5#2`), which such a rule cannot hold.
 */
export function ruleOfBoth({
  months,
  days,
  weekdays,
}: CronSchedule): string | undefined {
  if (!days || !weekdays) return undefined;
  if (weekdays.some(({ ordinal }) => ordinal !== undefined)) return undefined;
  return ruleText({ ...(months && { months }), days, weekdays });
}

/** The times of a day at which a schedule fires, in milliseconds from midnight. */
export function timesOfDay({ hours, minutes }: CronSchedule): number[] {
  return hours
    .flatMap(hour => minutes.map(minute => (hour * 60 + minute) * MINUTE_MS))
    .sort((one, other) => one - other);
}

/** Midnights of the days in `[from, to)` that a rule means; `from` is a midnight. */
export function daysOf(
  rule: DayRule,
  from: WallTime,
  to: WallTime,
): WallTime[] {
  const parsed = parseRecurrenceRule(ruleText(rule));
  if (!parsed.ok) throw new RangeError(parsed.messages.join('; '));
  return new Recurrence(parsed.rule, from).between(from, to);
}

/** Midnights of the days on which a schedule fires in `[from, to)`, in order. */
export function cronDays(
  schedule: CronSchedule,
  from: WallTime,
  to: WallTime,
): WallTime[] {
  const days = new Set(
    dayRules(schedule).flatMap(rule => daysOf(rule, from, to)),
  );
  return [...days].sort((one, other) => one - other);
}

/** When a schedule fires on the clock, in `[from, to)`, each time once; `from` is a midnight. */
export function* cronStarts(
  schedule: CronSchedule,
  from: WallTime,
  to: WallTime,
): Steps<WallTime[]> {
  const days = cronDays(schedule, from, to);
  const times = timesOfDay(schedule);
  const starts: WallTime[] = [];
  for (const day of days) {
    for (const time of times) {
      if (day + time < to) starts.push(day + time);
      if (starts.length % STRETCH === 0) yield;
    }
  }
  return starts;
}
