import { DateTime } from 'luxon';

/** What somebody means who reads a time off a clock on the wall. */
export type LocalTime =
  /** ISO 8601 with the offset that the zone has then. */
  | { kind: 'once'; at: string }
  /** The clock skips it: the moment that the same distance after the change gives. */
  | { kind: 'skipped'; at: string }
  /** The clock shows it twice. */
  | { kind: 'twice'; first: string; second: string };

/**
 * Reads the time of a wall clock in a zone, daylight saving included.
 *
 * @param text - as a date and time field gives it, e.g. `2026-03-29T02:30`
 * @returns undefined for what is no time
 */
export function readLocal(
  text: string,
  timeZone: string,
): LocalTime | undefined {
  const read = DateTime.fromISO(text, { zone: timeZone });
  if (text === '' || !read.isValid) return undefined;
  if (!text.startsWith(read.toFormat("yyyy-MM-dd'T'HH:mm"))) {
    return { kind: 'skipped', at: isoOf(read) };
  }
  const [first, second] = [...read.getPossibleOffsets()].sort(
    (a, b) => a.toMillis() - b.toMillis(),
  );
  return second === undefined
    ? { kind: 'once', at: isoOf(read) }
    : { kind: 'twice', first: isoOf(first), second: isoOf(second) };
}

function isoOf(at: DateTime<true>): string {
  return at.toISO({ suppressMilliseconds: true });
}
