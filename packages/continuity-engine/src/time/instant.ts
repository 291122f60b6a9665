import { DateTime } from 'luxon';
import type { Instant } from './types';

/** Date, time to the minute or finer, and where on earth that is (RFC 3339, seconds optional). */
const SHAPE =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What is said to an author whose text is not a moment. */
export const INSTANT_EXPECTATION =
  'a moment in ISO 8601 with an offset, e.g. 2026-11-30T17:00:00Z';

/**
 * Reads a moment such as `2026-11-30T17:00:00Z` or `2026-11-30T18:00:00+01:00`.
 * The offset is mandatory: without it the text names a different moment in every
 * zone. Finer than a millisecond is cut off.
 *
 * @returns undefined when the text is anything else, or no such day exists.
 */
export function parseInstant(text: string): Instant | undefined {
  if (!SHAPE.test(text)) return undefined;
  const parsed = DateTime.fromISO(text, { setZone: true });
  return parsed.isValid ? parsed.toMillis() : undefined;
}

/**
 * Writes a moment in UTC with milliseconds, e.g. `2026-11-30T17:00:00.000Z`.
 * One moment has one text, so it may be hashed and compared.
 *
 * @throws RangeError when the number is not a moment.
 */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString();
}

/**
 * Writes a moment as people in a zone see it, with the offset and without
 * milliseconds, e.g. `2026-11-30T18:00:00+01:00`.
 *
 * @param zone - IANA name.
 * @throws RangeError when the zone is not known.
 */
export function formatInstantIn(at: Instant, zone: string): string {
  const text = DateTime.fromMillis(at, { zone }).toISO({
    suppressMilliseconds: true,
  });
  if (text === null) throw new RangeError(`"${zone}" is not an IANA time zone`);
  return text;
}
