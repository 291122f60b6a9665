import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { listOf, oneOf, strictShape, textThat } from '../../time';
import { isTimeZone } from '../clock/ZoneClock';
import { ENFORCEMENTS } from '../declaration/calendarShapes';
import { RELEASE_CLASSES } from '../scope/scopeShape';

export const PEAK_ANCHORS = [
  'month-start',
  'month-end',
  'quarter-start',
  'quarter-end',
  'year-start',
  'year-end',
] as const;

/** A year of days; the peak of a quarter does not begin before that. */
const MAX_DAYS = 366;
const MAX_WORKING_DAYS = 260;

const words = textThat('a text', value => value.trim().length > 0);

function wholeNumber(max: number) {
  const noun = `a whole number from -${max} to ${max}`;
  return z
    .number({ error: noun })
    .int({ error: noun })
    .min(-max, { error: noun })
    .max(max, { error: noun });
}

const offset = strictShape('a day counted from the anchor', {
  days: wholeNumber(MAX_DAYS).optional(),
  workingDays: wholeNumber(MAX_WORKING_DAYS).optional(),
  at: textThat('a time such as 18:00', value =>
    /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(value),
  ).optional(),
}).refine(
  ({ days, workingDays }) =>
    (days === undefined) !== (workingDays === undefined),
  {
    error:
      'a day counted from the anchor, by either days or workingDays, e.g. { workingDays: -5 }',
  },
);

const month = 'a month from 1 to 12';

const relative = strictShape('a relative peak', {
  anchor: oneOf(PEAK_ANCHORS),
  fiscalYearStart: z
    .number({ error: month })
    .int({ error: month })
    .min(1, { error: month })
    .max(12, { error: month })
    .optional(),
  from: offset,
  to: offset,
  holidays: textThat(
    'a reference to a holiday calendar, e.g. holidaycalendar:default/switzerland',
    isHolidayCalendarRef,
  ).optional(),
});

/** What a policy says, and what a peak may say instead. */
export const closingParts = {
  enforcement: oneOf(ENFORCEMENTS).optional(),
  environments: listOf('a list of environments', words).optional(),
  exceptEnvironments: listOf('a list of environments', words).optional(),
  classes: listOf(
    'a list of release classes',
    oneOf(RELEASE_CLASSES),
  ).optional(),
};

export const freezeShape = strictShape(
  'false, or what the peak asks for',
  closingParts,
);

/** What a window reads is left to the reader of windows, which says more about it. */
export const windowTimeKeys = [
  'start',
  'end',
  'duration',
  'rrule',
  'rdates',
  'exdates',
] as const;

const left = z.unknown().optional();

/** The parts of a peak, each for itself; what they mean together comes after. */
export const peakShape = strictShape('a peak', {
  title: words,
  description: textThat('a text').optional(),
  id: textThat(
    'an id of lower-case letters, digits and dashes, at most 63, e.g. pay-day',
    value => value.length <= 63 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value),
  ).optional(),
  timezone: textThat(
    'an IANA time zone, e.g. Europe/Zurich',
    isTimeZone,
  ).optional(),
  start: left,
  end: left,
  duration: left,
  rrule: left,
  rdates: left,
  exdates: left,
  relative: relative.optional(),
  // Either false or `freezeShape`.
  freeze: left,
});

export type DeclaredPeak = z.infer<typeof peakShape>;
export type DeclaredOffset = z.infer<typeof offset>;

function isHolidayCalendarRef(value: string): boolean {
  try {
    const { kind } = parseEntityRef(value, { defaultKind: 'holidaycalendar' });
    return kind.toLocaleLowerCase('en-US') === 'holidaycalendar';
  } catch {
    return false;
  }
}
