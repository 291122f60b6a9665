/** Days on which something recurs: those that are all that it says. */
export interface DayRule {
  /** 1 to 12. Absent: every month. */
  months?: readonly number[];
  /** Of the month, -1 is the last. Absent: every day. */
  days?: readonly number[];
  /** Absent: every day. */
  weekdays?: readonly CronWeekday[];
}

export interface CronWeekday {
  /** Sunday is 0 in cron. */
  weekday: number;
  /** The n-th of the month, -1 the last. Absent: each. */
  ordinal?: number;
}

const NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * The rule of RFC 5545 for some days, with the frequency by which people think of them:
 * of `FREQ=DAILY;BYDAY=TH` and `FREQ=WEEKLY;BYDAY=TH`, which mean the same, the latter.
 */
export function ruleText({ months, days, weekdays }: DayRule): string {
  const inMonths = isAll(months, 12) ? '' : `;BYMONTH=${months?.join(',')}`;
  const onWeekdays =
    weekdays === undefined || isEveryWeekday(weekdays)
      ? ''
      : `;BYDAY=${byWeek(weekdays)
          .map(({ weekday, ordinal = '' }) => `${ordinal}${NAMES[weekday]}`)
          .join(',')}`;
  const ofMonth = inMonths === '' ? 'FREQ=MONTHLY' : `FREQ=YEARLY${inMonths}`;
  if (!isAll(days, 31)) {
    return `${ofMonth};BYMONTHDAY=${days?.join(',')}${onWeekdays}`;
  }
  if (onWeekdays === '') return `FREQ=DAILY${inMonths}`;
  return weekdays?.some(({ ordinal }) => ordinal !== undefined)
    ? `${ofMonth}${onWeekdays}`
    : `FREQ=WEEKLY${inMonths}${onWeekdays}`;
}

/** Whether a list leaves out none of 1 to `count`. */
function isAll(list: readonly number[] | undefined, count: number): boolean {
  return (
    list === undefined || new Set(list.filter(one => one > 0)).size === count
  );
}

function isEveryWeekday(weekdays: readonly CronWeekday[]): boolean {
  const each = weekdays.filter(({ ordinal }) => ordinal === undefined);
  return new Set(each.map(({ weekday }) => weekday)).size === 7;
}

/** Each once, Monday first (RFC 5545 3.3.10: the default of WKST). */
function byWeek(weekdays: readonly CronWeekday[]): CronWeekday[] {
  const place = ({ weekday, ordinal = 0 }: CronWeekday) =>
    ((weekday + 6) % 7) * 100 + ordinal;
  const once = new Map(weekdays.map(one => [place(one), one]));
  return [...once].sort(([one], [other]) => one - other).map(([, one]) => one);
}
