import { showValue } from '../../time';
import type { Steps } from '../../steps';
import {
  DAY_MS,
  formatDate,
  formatWall,
  type WallTime,
} from '../clock/wallTime';
import { isTimeZone } from '../clock/ZoneClock';
import type { FreezeWindow } from '../types';
import { pairOf, type Pair } from './cron/cronPairs';
import { cronDays, timesOfDay } from './cron/cronDays';
import { parseCron, type CronSchedule } from './cron/parseCron';
import {
  isObject,
  readDocuments,
  unknownKeys,
  type JsonObject,
} from './documents';
import type { ImportCollector } from './ImportCollector';

/** GitLab reads cron with Fugit, which knows nicknames, L and #. */
const DIALECT = { nicknames: true, lastAndNth: true };

/** Fields of a freeze period in GitLab's API. */
const KNOWN = [
  'id',
  'freeze_start',
  'freeze_end',
  'cron_timezone',
  'created_at',
  'updated_at',
];

/** Windows without a rule are listed one by one, for so many years. */
const LISTED_YEARS = 20;
const MAX_LISTED = 400;
/** More frozen than open: its author may have swapped the two. */
const MOSTLY = 0.6;
/** Once a minute of one hour every day, with room; pairing goes through 32 years of them. */
const MAX_TIMES_A_YEAR = 25_000;
/** Of all periods of a file together: as much work as a few seconds take. */
const MAX_TIMES_OF_ALL = 200_000;

/**
 * Freeze periods as `GET /projects/:id/freeze_periods` lists them. GitLab takes the
 * latest `freeze_start` before now and is frozen until the first `freeze_end` after
 * that.
 */
export function* importGitLab(
  text: string,
  collector: ImportCollector,
): Steps<void> {
  const periods: { path: string; value: unknown }[] = [];
  for (const { path, value } of readDocuments(text, collector)) {
    const listed =
      isObject(value) && Array.isArray(value.freeze_periods)
        ? value.freeze_periods
        : value;
    if (Array.isArray(listed)) {
      listed.forEach((item: unknown, index) =>
        periods.push({ path: `${path}.${index}`, value: item }),
      );
    } else periods.push({ path, value: listed });
  }
  if (periods.length > 0) {
    collector.say({
      severity: 'warning',
      path: 'file',
      message:
        'The freeze periods were for one project of GitLab alone; which one, the file does not say.',
      remedy:
        'Say in spec.scope of the calendar whom it is for, e.g. entities: { "metadata.annotations.gitlab.com/project-slug": group/project }.',
    });
  }
  const budget = { times: MAX_TIMES_OF_ALL };
  for (const { path, value } of periods) {
    yield;
    if (!collector.take()) return;
    yield* importPeriod(value, path, budget, collector);
  }
}

/** @param budget - `times`: how many times a year the periods to come may fire */
function* importPeriod(
  value: unknown,
  path: string,
  budget: { times: number },
  collector: ImportCollector,
): Steps<void> {
  if (!isObject(value)) {
    collector.refuse(
      path,
      `${showValue(value)} is not a freeze period.`,
      'Give what the API of GitLab lists.',
    );
    return;
  }
  const start = readCron(value, 'freeze_start', path, collector);
  const end = readCron(value, 'freeze_end', path, collector);
  const timezone = readZone(value.cron_timezone, path, collector);
  for (const key of unknownKeys(value, KNOWN)) {
    collector.say({
      severity: 'error',
      path: `${path}.${key}`,
      message: `${key}: ${showValue(
        value[key],
      )} is not understood and has no effect here.`,
      remedy: 'See whether the freeze means what it should without it.',
    });
  }
  if (!start || !end || timezone === undefined) return;
  for (const schedule of [start, end]) {
    const times = timesAYear(schedule, collector.from);
    if (times > MAX_TIMES_A_YEAR) {
      collector.refuse(
        path,
        `${schedule.text} fires ${times} times a year; expected at most ${MAX_TIMES_A_YEAR}.`,
        'Name one time of day, e.g. 0 23 * * 5.',
      );
      return;
    }
    budget.times -= times;
  }
  if (budget.times < 0) {
    collector.refuse(
      path,
      `The periods up to here fire more than ${MAX_TIMES_OF_ALL} times a year together, which is more than is looked at.`,
      'Name the minute of each, or import the file in parts.',
    );
    return;
  }
  const pair = yield* pairOf(start, end, collector.from);
  if (!pair) {
    collector.refuse(
      path,
      `${end.text} never happens after ${start.text}, so the freeze would never end.`,
      'Write an end that happens.',
    );
    return;
  }
  if (pair.rules.length + pair.single.length === 0) {
    collector.refuse(
      path,
      `${start.text} never happens.`,
      'Name days that there are.',
    );
    return;
  }
  notePair(pair, start, end, path, collector);
  addWindows(pair, start, end, { value, timezone, path }, collector);
}

function timesAYear(schedule: CronSchedule, from: WallTime): number {
  return (
    cronDays(schedule, from, from + 366 * DAY_MS).length *
    timesOfDay(schedule).length
  );
}

function addWindows(
  { rules, single }: Pair,
  start: CronSchedule,
  end: CronSchedule,
  {
    value,
    timezone,
    path,
  }: { value: JsonObject; timezone: string; path: string },
  collector: ImportCollector,
): void {
  const name = `freeze-period-${
    typeof value.id === 'number' || typeof value.id === 'string'
      ? value.id
      : path.replace(/^.*\./, '')
  }`;
  const base = {
    title: `From ${start.text} to ${end.text}`,
    reason: collector.options.reason,
    timezone,
  };
  for (const rule of rules) {
    const window = collector.add(path, name, {
      ...base,
      start: formatWall(rule.start),
      end: formatWall(rule.start + rule.lengthMs),
      rrule: rule.rrule,
    });
    if (window) noteClocks(window, path, collector);
  }
  const until = collector.from + LISTED_YEARS * 366 * DAY_MS;
  const [first, ...others] = single.filter(one => one.start < until);
  if (first === undefined) return;
  if (others.length >= MAX_LISTED) {
    collector.refuse(
      path,
      `From ${start.text} to ${end.text} is of another length again and again, so that no rule says it.`,
      'Write two windows whose lengths stay the same.',
    );
    return;
  }
  collector.add(path, name, {
    ...base,
    start: formatWall(first.start),
    end: formatWall(first.end),
    rdates: others.map(one => ({
      start: formatWall(one.start),
      end: formatWall(one.end),
    })),
  });
  collector.say({
    severity: 'warning',
    path,
    message: `From ${start.text} to ${
      end.text
    } is not of the same length each time, because months are not. It is listed one by one, until ${formatDate(
      until,
    )}; after that it does not take place.`,
    remedy:
      'Write it with a length that stays the same, e.g. from the 28th for 4 days.',
  });
}

function notePair(
  { restarts, share }: Pair,
  start: CronSchedule,
  end: CronSchedule,
  path: string,
  collector: ImportCollector,
): void {
  const percent = Math.round(share * 100);
  if (share > 0.999) {
    collector.say({
      severity: 'warning',
      path,
      message: `From ${start.text} to ${end.text} is always: it begins again before or when it ends.`,
      remedy:
        'Write an end that comes before the next start, and a start later than that end.',
    });
  } else if (share > MOSTLY) {
    collector.say({
      severity: 'warning',
      path,
      message: `From ${start.text} to ${end.text} is ${percent} % of all time. That is what the two say when they are swapped.`,
      remedy: `Write freeze_start: ${end.text} and freeze_end: ${start.text}, if that is what is meant.`,
    });
  }
  if (restarts > 0) {
    collector.say({
      severity: 'warning',
      path,
      message: `${start.text} comes again before ${
        end.text
      } has come. The window stays open until then; versions of GitLab that compare the last start with the last end and the next ones take such a time for not frozen.${
        start.everyMinute
          ? ' Its first field is the minute; * means every one of them.'
          : ''
      }`,
      remedy: start.everyMinute
        ? `Name the minute, e.g. 0 ${start.text
            .split(/\s+/)
            .slice(1)
            .join(' ')}.`
        : 'Let it start once for each end.',
    });
  }
}

function noteClocks(
  window: FreezeWindow,
  path: string,
  collector: ImportCollector,
): void {
  const changed = collector.clockChanges(window);
  if (!changed) return;
  collector.say({
    severity: 'info',
    path,
    windowId: window.id,
    message: changed.note,
    remedy: 'Nothing has to be done, unless another time is meant.',
    dates: changed.dates,
  });
}

function readCron(
  value: JsonObject,
  field: 'freeze_start' | 'freeze_end',
  path: string,
  collector: ImportCollector,
): CronSchedule | undefined {
  const text = value[field];
  if (typeof text !== 'string') {
    return collector.refuse(
      `${path}.${field}`,
      text === undefined
        ? 'It is missing, so nobody knows when the freeze is.'
        : `${showValue(text)} is not a cron expression.`,
      'Write five fields, e.g. 0 23 * * 5.',
    );
  }
  const cron = parseCron(text, DIALECT);
  return cron.ok
    ? cron.schedule
    : collector.refuse(`${path}.${field}`, `${cron.message}.`, cron.remedy);
}

/** GitLab's own default is UTC; it also knows the names that Rails gives to zones. */
function readZone(
  value: unknown,
  path: string,
  collector: ImportCollector,
): string | undefined {
  if (value === undefined || value === null || value === '') return 'UTC';
  if (typeof value === 'string' && isTimeZone(value)) return value;
  return collector.refuse(
    `${path}.cron_timezone`,
    `${showValue(
      value,
    )} is not an IANA time zone; it may be a name that Rails gives to one.`,
    'Write the zone itself, e.g. America/New_York for "Eastern Time (US & Canada)".',
  );
}
