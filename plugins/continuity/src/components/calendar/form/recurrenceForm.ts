/** The days of a week as RFC 5545 names them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** How the editor shows a rule; `raw` is everything that it has no controls for. */
export const REPEATS = [
  'once',
  'daily',
  'weekly',
  'monthlyByDate',
  'monthlyByWeekday',
  'yearly',
  'raw',
] as const;

export type Repeats = (typeof REPEATS)[number];

/** Counted from the start of the month, or from its end. */
export const ORDINALS = [1, 2, 3, 4, -1] as const;

export interface RecurrenceForm {
  repeats: Repeats;
  /** Every so many days, weeks, months or years. */
  interval: number;
  /** For `weekly`, in the order of the week. */
  weekdays: Weekday[];
  /** For `monthlyByDate` and `yearly`: 1 to 31, or -1 for the last day. */
  monthDay: number;
  /** For `monthlyByWeekday`. */
  ordinal: (typeof ORDINALS)[number];
  weekday: Weekday;
  /** For `yearly`: 1 to 12. */
  month: number;
  ends: 'never' | 'until' | 'count';
  /** A date, inclusive. */
  until: string;
  count: number;
  /** The RRULE value as written. */
  raw: string;
}

/** What the editor starts with: the rule follows from the first day. */
export function recurrenceOf(start: string): RecurrenceForm {
  const day = parseDay(start);
  return {
    repeats: 'once',
    interval: 1,
    weekdays: [day.weekday],
    monthDay: day.monthDay,
    ordinal: day.ordinal,
    weekday: day.weekday,
    month: day.month,
    ends: 'never',
    until: '',
    count: 10,
    raw: '',
  };
}

/**
 * The form after the first day has moved: what was as the old first day said is as the new
 * one says, what somebody chose stays.
 */
export function movedTo(
  form: RecurrenceForm,
  from: string,
  to: string,
): RecurrenceForm {
  const before = recurrenceOf(from);
  const after = recurrenceOf(to);
  const follow = <Part extends keyof RecurrenceForm>(part: Part) =>
    String(form[part]) === String(before[part]) ? after[part] : form[part];
  return {
    ...form,
    weekdays: follow('weekdays'),
    monthDay: follow('monthDay'),
    ordinal: follow('ordinal'),
    weekday: follow('weekday'),
    month: follow('month'),
  };
}

/** The RRULE value. Absent: the window occurs once. */
export function toRule(form: RecurrenceForm): string | undefined {
  if (form.repeats === 'once') return undefined;
  if (form.repeats === 'raw') return form.raw.trim();
  const parts = [...patternOf(form)];
  if (form.interval > 1) parts.splice(1, 0, `INTERVAL=${form.interval}`);
  // Also while it is empty: the backend refuses that by name, and nothing is endless that
  // was to end.
  if (form.ends === 'until')
    parts.push(`UNTIL=${form.until.replace(/-/g, '')}`);
  if (form.ends === 'count') parts.push(`COUNT=${form.count}`);
  return parts.join(';');
}

function patternOf(form: RecurrenceForm): string[] {
  switch (form.repeats) {
    case 'daily':
      return ['FREQ=DAILY'];
    case 'weekly':
      return ['FREQ=WEEKLY', `BYDAY=${inOrder(form.weekdays).join(',')}`];
    case 'monthlyByDate':
      return ['FREQ=MONTHLY', `BYMONTHDAY=${form.monthDay}`];
    case 'monthlyByWeekday':
      return ['FREQ=MONTHLY', `BYDAY=${form.ordinal}${form.weekday}`];
    default:
      return [
        'FREQ=YEARLY',
        `BYMONTH=${form.month}`,
        `BYMONTHDAY=${form.monthDay}`,
      ];
  }
}

/**
 * A rule as the editor shows it. What would not come back exactly as it meant is `raw`:
 * saving a window unchanged must not change its rule.
 */
export function fromRule(
  rrule: string | undefined,
  start: string,
): RecurrenceForm {
  const form = recurrenceOf(start);
  if (rrule === undefined) return form;
  const raw: RecurrenceForm = { ...form, repeats: 'raw', raw: rrule };
  const parts = new Map(
    rrule
      .trim()
      .toUpperCase()
      .split(';')
      .map(part => part.split('=') as [string, string]),
  );
  const read: RecurrenceForm = {
    ...form,
    raw: rrule,
    interval: Number(parts.get('INTERVAL') ?? 1),
    ...endOf(parts),
  };
  const shown = { ...read, ...patternFrom(parts, read) };
  return sameRule(toRule(shown), rrule) ? shown : raw;
}

function endOf(
  parts: ReadonlyMap<string, string>,
): Partial<Pick<RecurrenceForm, 'ends' | 'until' | 'count'>> {
  const until = /^(\d{4})(\d{2})(\d{2})$/.exec(parts.get('UNTIL') ?? '');
  if (until) return { ends: 'until', until: until.slice(1).join('-') };
  const count = parts.get('COUNT');
  return count === undefined ? {} : { ends: 'count', count: Number(count) };
}

function patternFrom(
  parts: ReadonlyMap<string, string>,
  form: RecurrenceForm,
): Partial<RecurrenceForm> {
  const byDay = parts.get('BYDAY') ?? '';
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return { repeats: 'daily' };
    case 'WEEKLY':
      return {
        repeats: 'weekly',
        weekdays: byDay.split(',').filter(isWeekday),
      };
    case 'MONTHLY': {
      const [, ordinal, weekday = ''] = /^(-?\d)([A-Z]{2})$/.exec(byDay) ?? [];
      const known = ORDINALS.find(one => one === Number(ordinal));
      return known !== undefined && isWeekday(weekday)
        ? { repeats: 'monthlyByWeekday', ordinal: known, weekday }
        : {
            repeats: 'monthlyByDate',
            monthDay: Number(parts.get('BYMONTHDAY')),
          };
    }
    case 'YEARLY':
      return {
        repeats: 'yearly',
        month: Number(parts.get('BYMONTH')),
        monthDay: Number(parts.get('BYMONTHDAY')),
      };
    default:
      return { repeats: 'raw', raw: form.raw };
  }
}

/** Whether two rules have the same parts, in whatever order. */
function sameRule(a: string | undefined, b: string): boolean {
  const normal = (rule: string) =>
    rule
      .trim()
      .toUpperCase()
      .split(';')
      .filter(part => part !== 'INTERVAL=1')
      .map(part => {
        const [name, value = ''] = part.split('=');
        return `${name}=${value.split(',').sort().join(',')}`;
      })
      .sort()
      .join(';');
  return a !== undefined && normal(a) === normal(b);
}

function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.some(day => day === text);
}

function inOrder(weekdays: readonly Weekday[]): Weekday[] {
  return WEEKDAYS.filter(day => weekdays.includes(day));
}

function parseDay(start: string) {
  const at = new Date(`${start.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) {
    return { weekday: 'MO', monthDay: 1, ordinal: 1, month: 1 } as const;
  }
  const monthDay = at.getUTCDate();
  const nth = Math.ceil(monthDay / 7);
  return {
    weekday: WEEKDAYS[(at.getUTCDay() + 6) % 7],
    monthDay,
    ordinal: ORDINALS.find(one => one === nth) ?? (-1 as const),
    month: at.getUTCMonth() + 1,
  };
}
