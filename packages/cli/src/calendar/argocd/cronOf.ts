import {
  durationMs,
  parseRecurrenceRule,
  type FreezeWindow,
  type RecurrenceRule,
} from '@continuity/engine';

/** A repetition on a clock: when it starts, in five fields of cron, and for how long. */
export interface ClockRepetition {
  schedule: string;
  /** On the clock: an hour that is skipped or repeated while it lasts counts as it is written. */
  lengthMs: number;
}

const MINUTE_MS = 60_000;
/** From Sunday, as cron counts. */
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * The repetition of a window as cron says it, where cron can. It cannot say every second
 * week, the last day of a month, an end, or an exception.
 *
 * @returns undefined where cron has no words for it
 */
export function cronOf(window: FreezeWindow): ClockRepetition | undefined {
  const { rrule, rdates, exdates, overrides, start } = window;
  const differs = rdates.length + exdates.length + overrides.length > 0;
  const lengthMs = lengthOnClock(window);
  if (rrule === undefined || differs || lengthMs === undefined) {
    return undefined;
  }
  const read = parseRecurrenceRule(rrule);
  const days = read.ok ? daysOf(read.rule, start) : undefined;
  const second = Number(start.slice(17, 19));
  if (days === undefined || second !== 0) return undefined;
  const [hour, minute] = [start.slice(11, 13), start.slice(14, 16)].map(Number);
  return { schedule: `${minute} ${hour} ${days}`, lengthMs };
}

/** The fields of day of the month, month and weekday. */
function daysOf(rule: RecurrenceRule, start: string): string | undefined {
  const { freq, byDay, byMonthDay, byMonth, interval, ...others } = rule;
  const { weekStart: _, rscale: __, ...limits } = others;
  if (
    interval !== 1 ||
    Object.values(limits).some(part => part !== undefined)
  ) {
    return undefined;
  }
  const weekdays = byDay?.map(({ weekday, ordinal }) =>
    ordinal === undefined ? WEEKDAYS.indexOf(weekday) : -1,
  );
  const isPlain =
    !weekdays?.includes(-1) && (byMonthDay ?? []).every(day => day > 0);
  // Where cron is given both kinds of days, either one will do; a rule wants both.
  if (!isPlain || (weekdays && byMonthDay)) return undefined;
  const months = byMonth ? listed(byMonth) : '*';
  const day = Number(start.slice(8, 10));
  switch (freq) {
    case 'DAILY':
      return `${listed(byMonthDay)} ${months} ${listed(weekdays)}`;
    case 'WEEKLY':
      return byMonthDay
        ? undefined
        : `* ${months} ${listed(weekdays ?? [weekdayOf(start)])}`;
    case 'MONTHLY':
      return weekdays
        ? undefined
        : `${listed(byMonthDay ?? [day])} ${months} *`;
    case 'YEARLY':
      return weekdays || (byMonthDay && !byMonth)
        ? undefined
        : `${listed(byMonthDay ?? [day])} ${listed(
            byMonth ?? [Number(start.slice(5, 7))],
          )} *`;
    default:
      return undefined;
  }
}

function listed(values: readonly number[] | undefined): string {
  return values ? [...values].sort((a, b) => a - b).join(',') : '*';
}

function weekdayOf(start: string): number {
  return new Date(`${start.slice(0, 10)}T00:00:00Z`).getUTCDay();
}

function lengthOnClock({ length, start }: FreezeWindow): number | undefined {
  if (length.by === 'duration' && /^P[^T]*[YM]/.test(length.duration)) {
    return undefined;
  }
  const ms =
    length.by === 'duration'
      ? durationMs(length.duration)
      : Date.parse(`${length.end}Z`) - Date.parse(`${start}Z`);
  return ms > 0 && ms % MINUTE_MS === 0 ? ms : undefined;
}
