import { Duration } from 'luxon';

/** Seconds that a calendar unit counts for when two durations are compared. */
const DAY = 86_400;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

/**
 * ISO 8601 with designators, largest unit first, no sign. Only hours, minutes and
 * seconds may have a fraction, and only in the last place (ISO 8601-1 5.5.2.3).
 * Nine digits are far more than any objective needs and keep the sum exact.
 */
const SHAPE =
  /^P(?=\d|T\d)(?:\d{1,9}Y)?(?:\d{1,9}M)?(?:\d{1,9}W)?(?:\d{1,9}D)?(?:T(?=\d)(?:\d{1,9}(?:[.,]\d{1,3}(?=H$))?H)?(?:\d{1,9}(?:[.,]\d{1,3}(?=M$))?M)?(?:\d{1,9}(?:[.,]\d{1,3}(?=S$))?S)?)?$/;

/** What is said to an author whose text is not a duration. */
export const DURATION_EXPECTATION = 'an ISO 8601 duration, e.g. PT1H';

/** A duration as written, and how long it counts for. */
export interface ParsedDuration {
  /** As written. */
  iso: string;
  /**
   * Length for comparing: a month counts 30 days and a year 365, because a
   * duration alone does not say which month it is.
   */
  seconds: number;
  /** Days and larger, which a calendar stretches and shrinks (RFC 5545 3.3.6). */
  nominal: { years: number; months: number; weeks: number; days: number };
  /** Hours and smaller, which are always the same length. */
  exactMs: number;
}

/**
 * Reads an ISO 8601 duration such as `PT1H` or `P1DT12H`.
 *
 * @returns undefined when the text is anything else; a sign is refused, because
 * nothing here may take less than no time.
 */
export function parseDuration(text: string): ParsedDuration | undefined {
  if (!SHAPE.test(text)) return undefined;
  const duration = Duration.fromISO(text);
  if (!duration.isValid) return undefined;
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds } =
    duration;
  const exactMs = Math.round(
    hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + milliseconds,
  );
  return {
    iso: text,
    seconds:
      years * YEAR + months * MONTH + (weeks * 7 + days) * DAY + exactMs / 1000,
    nominal: { years, months, weeks, days },
    exactMs,
  };
}

/** Whether the text is a duration that {@link parseDuration} accepts. */
export function isDuration(text: string): boolean {
  return parseDuration(text) !== undefined;
}

/**
 * Length of an ISO 8601 duration in seconds, for comparing: a month counts 30
 * days and a year 365.
 *
 * @throws RangeError when the text is not a duration; meant for values that have
 * been checked already.
 */
export function durationSeconds(text: string): number {
  const parsed = parseDuration(text);
  if (!parsed) throw new RangeError(`"${text}" is not ${DURATION_EXPECTATION}`);
  return parsed.seconds;
}

/** {@link durationSeconds} in milliseconds, for adding to an `Instant`. */
export function durationMs(text: string): number {
  return durationSeconds(text) * 1000;
}

/**
 * A duration in words, e.g. `1 h 30 min`, `7 days`.
 *
 * @throws RangeError when the text is not a duration.
 */
export function describeDuration(text: string): string {
  const parsed = parseDuration(text);
  if (!parsed) throw new RangeError(`"${text}" is not ${DURATION_EXPECTATION}`);
  const { years, months, weeks, days } = parsed.nominal;
  const words = [
    ...[
      [years, 'year'] as const,
      [months, 'month'] as const,
      [weeks, 'week'] as const,
      [days, 'day'] as const,
    ]
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`),
    ...describeClock(parsed.exactMs),
  ];
  return words.length > 0 ? words.join(' ') : 'no time';
}

function describeClock(ms: number): string[] {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  return [
    hours > 0 ? `${hours} h` : '',
    minutes > 0 ? `${minutes} min` : '',
    seconds > 0 ? `${seconds} s` : '',
  ].filter(Boolean);
}
