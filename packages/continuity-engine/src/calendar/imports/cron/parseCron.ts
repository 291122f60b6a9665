import { CronExpressionParser } from 'cron-parser';
import { showValue } from '../../../time';
import type { CronWeekday } from './dayRule';

/** What a tool's own cron understands beyond five fields of lists, ranges and steps. */
export interface CronDialect {
  /** `@daily` and its like. */
  nicknames: boolean;
  /** `L` for the last day, `5L` for the last Friday, `1#2` for the second Monday. */
  lastAndNth: boolean;
}

/** When a cron expression fires; on the clock of whatever zone it is read in. */
export interface CronSchedule {
  text: string;
  minutes: number[];
  hours: number[];
  /** Absent: every month. */
  months?: number[];
  /** Days of the month; -1 is the last. Absent: every day. */
  days?: number[];
  /** Absent: every day. */
  weekdays?: CronWeekday[];
  /** The minute field is `*`. */
  everyMinute: boolean;
}

const NICKNAMES: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/**
 * Reads a cron expression of five fields. cron-parser takes the fields apart; what it
 * would guess (a sixth field, `H`) or a dialect does not have is refused.
 *
 * Days of the month and of the week that are both restricted are alternatives, as in
 * every cron: the day has to match one of them. `*\/2` counts as restricted, as in the
 * Go and Ruby libraries that the tools use.
 */
export function parseCron(
  text: string,
  dialect: CronDialect,
):
  | { ok: true; schedule: CronSchedule }
  | { ok: false; message: string; remedy: string } {
  const refuse = (
    why: string,
    remedy = 'Write five fields, e.g. 0 22 * * 5.',
  ) => ({
    ok: false as const,
    message: `${showValue(text)} ${why}`,
    remedy,
  });
  const trimmed = text.trim();
  const expression = Object.hasOwn(NICKNAMES, trimmed.toLowerCase())
    ? NICKNAMES[trimmed.toLowerCase()]
    : trimmed;
  if (trimmed.startsWith('@')) {
    if (!dialect.nicknames || expression === trimmed) {
      return refuse(
        'is a nickname that is not known here; expected five fields, e.g. 0 22 * * 5',
      );
    }
  }
  const atoms = expression.split(/\s+/);
  if (atoms.length !== 5) {
    return refuse(
      `has ${atoms.length} ${
        atoms.length === 1 ? 'field' : 'fields'
      }; expected five: minute, hour, day of the month, month, day of the week`,
    );
  }
  const [minute, , dayOfMonth, , dayOfWeek] = atoms;
  if (/[HW]/.test(expression.replace(/[A-Za-z]{3}/g, ''))) {
    return refuse(
      'uses H or W, which is not accepted; expected numbers, names, *, lists, ranges and steps',
      'Write the number that is meant, e.g. 0 22 * * 5.',
    );
  }
  if (
    !dialect.lastAndNth &&
    (/L$|L,/.test(dayOfMonth) || /[0-9]L|#|^L/.test(dayOfWeek))
  ) {
    return refuse(
      'uses L or #, which the tool that it comes from does not know',
      'Write days that it knows, e.g. 0 22 28 * *.',
    );
  }
  try {
    const fields = CronExpressionParser.parse(expression).fields;
    const days = fields.dayOfMonth.values.map(day =>
      typeof day === 'number' ? day : -1,
    );
    const months = fields.month.values;
    const { nthDay } = fields.dayOfWeek;
    const weekdays = fields.dayOfWeek.values.map(day =>
      typeof day === 'number'
        ? { weekday: day % 7, ...(nthDay > 0 && { ordinal: nthDay }) }
        : { weekday: Number.parseInt(String(day), 10) % 7, ordinal: -1 },
    );
    if (weekdays.some(({ weekday }) => Number.isNaN(weekday))) {
      return refuse(
        'has a day of the week that cannot be read',
        'Write it as 0 to 6, Sunday being 0, or as a name, e.g. 0 22 * * FRI.',
      );
    }
    return {
      ok: true,
      schedule: {
        text: trimmed,
        minutes: [...fields.minute.values],
        hours: [...fields.hour.values],
        ...(!isEvery(atoms[3]) && { months: [...months] }),
        ...(!isEvery(dayOfMonth) && { days }),
        ...(!isEvery(dayOfWeek) && { weekdays }),
        everyMinute: isEvery(minute),
      },
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (/explicit day of month/i.test(why)) {
      return refuse(
        'never comes: none of its months has such a day',
        'Write a day of the month that one of its months has, e.g. 28.',
      );
    }
    return refuse(
      `is not a cron expression: ${why}`,
      'Correct that; the fields are minute, hour, day of the month, month and day of the week, e.g. 0 22 * * 5.',
    );
  }
}

function isEvery(field: string): boolean {
  return field === '*' || field === '?';
}
