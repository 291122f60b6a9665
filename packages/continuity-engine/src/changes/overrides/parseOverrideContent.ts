import { z } from 'zod';
import {
  describeDuration,
  durationSeconds,
  readShape,
  strictShape,
  textThat,
  type Reading,
} from '../../time';
import {
  duration,
  entitiesShape,
  environmentsShape,
  few,
  line,
  prose,
  regionsShape,
} from '../content/contentShape';
import type { OverrideSettings } from '../settings/types';
import type { OverrideContent, OverrideReview } from './types';

const MOST_RULES = 20;

/** Only what a gate says of freezes and checks; never that something is not known. */
const rule = textThat(
  'a rule that can be overridden, as a decision names it, e.g. freeze:freezecalendar:default/month-end#close or check:rollback-plan-current',
  text =>
    text.length <= 700 &&
    /^(?:(?:freeze|maintenance):[\w.:/-]+#[\w.-]+|check:[\w.-]+)$/.test(text),
);

const shape = strictShape('an override', {
  rules: few('a list of rules', rule, MOST_RULES),
  reason: prose(2_000),
  incident: line(200),
  entities: entitiesShape,
  environments: environmentsShape,
  regions: regionsShape.optional(),
  duration,
});

const reviewShape = strictShape('a review', {
  summary: prose(5_000),
  justified: z.boolean({ error: 'true or false' }),
  followUp: prose(5_000),
});

/** Reads what an override is to pass over, for what, why and for how long. */
export function parseOverrideContent(
  raw: unknown,
  { maxDuration }: Pick<OverrideSettings, 'maxDuration'>,
): Reading<OverrideContent> {
  const reading = readShape(shape, raw, '');
  if (!reading.ok) return reading;
  const seconds = durationSeconds(reading.value.duration);
  if (seconds > 0 && seconds <= durationSeconds(maxDuration)) return reading;
  return {
    ok: false,
    problems: [
      {
        path: 'duration',
        message: `${JSON.stringify(
          reading.value.duration,
        )} is not longer than zero and at most ${maxDuration} (${describeDuration(
          maxDuration,
        )})`,
      },
    ],
  };
}

/** Reads the review of an override. */
export function parseOverrideReview(raw: unknown): Reading<OverrideReview> {
  return readShape(reviewShape, raw, '');
}
