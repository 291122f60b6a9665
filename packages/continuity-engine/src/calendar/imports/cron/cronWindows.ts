import { describeDuration } from '../../../time';
import { DAY_MS, formatTimeOfDay, formatWall } from '../../clock/wallTime';
import type { FreezeWindow, FreezeWindowDeclaration } from '../../types';
import type { ExactLength } from '../durations';
import type { ImportCollector } from '../ImportCollector';
import { cronDays, dayRules, daysOf, ruleOfBoth, timesOfDay } from './cronDays';
import { ruleText } from './dayRule';
import type { CronSchedule } from './parseCron';

/** More would be a list of times, not a calendar. */
const MAX_RUNS = 24;
/** Over so long it is looked whether a schedule ever pauses. */
const LOOK_MS = 3 * 366 * DAY_MS;

/** Everything of a window but when it is. */
export type WindowBase = Omit<
  FreezeWindowDeclaration,
  'id' | 'start' | 'end' | 'duration' | 'rrule'
>;

/** Starts of a day that follow each other before the one before is over. */
interface Run {
  first: number;
  last: number;
}

/**
 * Makes windows of a schedule with a length: as many as cron has alternatives for the
 * day. Starts that come before the window before them is over are one window, from
 * the first to the end of the last: that is what they amount to.
 *
 * What its author probably did not mean is said.
 */
export function cronWindows(
  schedule: CronSchedule,
  length: ExactLength,
  { path, name, base }: { path: string; name: string; base: WindowBase },
  collector: ImportCollector,
): FreezeWindow[] {
  const runs = runsOf(timesOfDay(schedule), length.ms);
  if (runs.length > MAX_RUNS) {
    collector.refuse(
      path,
      `${schedule.text} begins ${runs.length} windows on a day; expected at most ${MAX_RUNS}.`,
      'Write one window for all of them, or the few that matter.',
    );
    return [];
  }
  noteOverlaps(schedule, length, path, collector);
  noteEitherDay(schedule, path, collector);
  const windows: FreezeWindow[] = [];
  for (const rule of dayRules(schedule)) {
    const { from } = collector;
    const [day] = daysOf(rule, from, from + LOOK_MS * 10);
    if (day === undefined) {
      collector.refuse(
        path,
        `${schedule.text} never happens: no day is meant by ${ruleText(rule)}.`,
        'Name days that there are.',
      );
      continue;
    }
    for (const { first, last } of runs) {
      const added = collector.add(path, name, {
        ...base,
        start: formatWall(day + first),
        duration: longer(length, last - first),
        rrule: ruleText(rule),
      });
      if (added) windows.push(added);
    }
  }
  return windows;
}

function runsOf(times: readonly number[], lengthMs: number): Run[] {
  const runs: Run[] = [];
  for (const time of times) {
    const run = runs.at(-1);
    if (run && time - run.last <= lengthMs) run.last = time;
    else runs.push({ first: time, last: time });
  }
  return runs;
}

/** The length with some passing time added. */
function longer({ iso }: ExactLength, ms: number): string {
  if (ms === 0) return iso;
  const [date, clock = ''] = iso.split('T');
  const amount = (unit: string) =>
    Number(new RegExp(`([\\d.]+)${unit}`).exec(clock)?.[1] ?? 0);
  const minutes = amount('H') * 60 + amount('M') + ms / 60_000;
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)}H` : '',
    minutes % 60 > 0 ? `${minutes % 60}M` : '',
    amount('S') > 0 ? `${amount('S')}S` : '',
  ];
  return `${date}T${parts.join('')}`;
}

/** POSIX crontab: where both kinds of days are named, a day is meant by either. */
function noteEitherDay(
  schedule: CronSchedule,
  path: string,
  collector: ImportCollector,
): void {
  if (!schedule.days || !schedule.weekdays) return;
  const both = ruleOfBoth(schedule);
  collector.say({
    severity: 'warning',
    path,
    message: `${schedule.text} names days of the month and days of the week; cron takes a day that is either, not only one that is both.`,
    remedy: both
      ? `Write one window with rrule: ${both}, if only days that are both are meant.`
      : 'Keep the windows of one of the two, if only that one is meant.',
  });
}

function noteOverlaps(
  schedule: CronSchedule,
  length: ExactLength,
  path: string,
  collector: ImportCollector,
): void {
  const { from } = collector;
  const times = timesOfDay(schedule);
  const days = cronDays(schedule, from, from + LOOK_MS);
  const overnight = times[0] - times[times.length - 1];
  const gaps = [
    ...times.slice(1).map((time, index) => time - times[index]),
    ...days.slice(1).map((day, index) => day - days[index] + overnight),
  ];
  const shortest = gaps.reduce((a, b) => Math.min(a, b), Infinity);
  const longest = gaps.reduce((a, b) => Math.max(a, b), 0);
  if (shortest > length.ms || (shortest === length.ms && longest > shortest)) {
    return;
  }
  const lasts = describeDuration(length.iso);
  const fields = schedule.text.split(/\s+/).slice(1).join(' ');
  const hour = `0 ${schedule.hours[0]} ${fields.split(' ').slice(1).join(' ')}`;
  const how =
    times.length > 1
      ? `begins ${times.length} times on a day, from ${formatTimeOfDay(
          times[0],
        )} to ${formatTimeOfDay(times[times.length - 1])}`
      : `begins again after ${shortest / 3_600_000} h`;
  collector.say({
    severity: 'warning',
    path,
    message: `${
      schedule.text
    } ${how}, and each time it lasts ${lasts}: it begins again before it is over${
      longest <= length.ms
        ? ', so it never ends'
        : ', so it ends later than its author probably meant'
    }.${
      schedule.everyMinute
        ? ' The first field is the minute; * means every one of them.'
        : ''
    }`,
    remedy:
      times.length > 1
        ? `Name one time, e.g. ${
            schedule.everyMinute && schedule.hours.length === 1
              ? `0 ${fields}`
              : hour
          }, with the length from there.`
        : 'Shorten it, or let it begin less often.',
  });
}
