import { z } from 'zod';
import {
  listOf,
  oneOf,
  readShape,
  showValue,
  strictShape,
  textThat,
  type Problem,
} from '../../time';
import { parseDeclaredTime } from '../clock/wallTime';
import type { CalendarEntity } from '../declaration/parseFreezeCalendar';
import { WEEKDAYS } from '../recurrence/recurrenceRule';
import { readIdentity } from './readIdentity';
import type { HolidayCalendar } from './types';

/** Thirty a year for a hundred years, with room. */
const MAX_DAYS = 5_000;

const date = textThat(
  'a date from 1970 to 2199 such as 2026-12-25',
  value => parseDeclaredTime(value)?.dateOnly === true,
);

const shape = strictShape('the spec of a holiday calendar', {
  // Read with the entity's identity, so that it is said once when it is wrong.
  owner: z.unknown().optional(),
  weekend: z
    .array(oneOf(WEEKDAYS), {
      error: 'a list of weekdays, e.g. [SA, SU]',
    })
    .refine(days => new Set(days).size < WEEKDAYS.length, {
      error: 'a weekend that leaves a day to work',
    })
    .optional(),
  days: listOf(
    'a list of days with date and title',
    strictShape('a day with date and title', {
      date,
      title: textThat('a text', value => value.trim().length > 0),
    }),
  ).max(MAX_DAYS, { error: `a list of at most ${MAX_DAYS} days` }),
  until: date.optional(),
});

/**
 * Reads a `HolidayCalendar` entity. Where any of it is wrong none of it counts: a
 * day that is missing from the list would move every peak counted across it.
 *
 * It speaks for the time from the start of the first year that it names to `until`,
 * or without it to the end of the last year that it names.
 */
export function parseHolidayCalendar(
  entity: CalendarEntity,
):
  | { holidays: HolidayCalendar; problems: [] }
  | { holidays?: undefined; problems: [Problem, ...Problem[]] } {
  const { identity, problems } = readIdentity(entity, 'HolidayCalendar');
  const reading = readShape(shape, entity.spec, 'spec');
  if (!reading.ok) problems.push(...reading.problems);
  const [first, ...rest] = problems;
  if (first) return { problems: [first, ...rest] };
  if (!reading.ok || !identity) {
    throw new Error('A refused holiday calendar has to say why');
  }
  const { weekend = ['SA', 'SU'] } = reading.value;
  const days = [...reading.value.days].sort((a, b) =>
    a.date < b.date ? -1 : Number(a.date > b.date),
  );
  const years = days.map(day => day.date.slice(0, 4));
  const from = `${years[0]}-01-01`;
  const { until = `${years[years.length - 1]}-12-31` } = reading.value;
  if (until < from) {
    return {
      problems: [
        {
          path: 'spec.until',
          message: `${showValue(
            until,
          )} lies before the first year of the list, ${
            years[0]
          }; expected the last date for which the list is complete`,
        },
      ],
    };
  }
  return {
    holidays: {
      ref: identity.ref,
      title: identity.title,
      owner: identity.owner,
      weekend,
      days,
      from,
      until,
    },
    problems: [],
  };
}
