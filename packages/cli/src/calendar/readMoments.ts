import {
  INSTANT_EXPECTATION,
  isTimeZone,
  parseInstant,
} from '@continuity/engine';
import { DateTime } from 'luxon';
import { UsageError } from '../failures';

/**
 * Reads a moment: ISO 8601 with an offset, or without one on the clock of a zone.
 *
 * @param zone - IANA zone for a text without an offset. Absent: an offset is needed.
 * @returns epoch milliseconds
 * @throws UsageError that names the option
 */
export function readMoment(
  option: string,
  text: string,
  zone?: string,
): number {
  const moment = parseInstant(text.trim());
  if (moment !== undefined) return moment;
  if (zone !== undefined) {
    const local = DateTime.fromISO(text.trim(), { zone });
    if (local.isValid) return local.toMillis();
  }
  throw new UsageError(
    `${option}: "${text}" is not ${INSTANT_EXPECTATION}${
      zone === undefined ? '' : `, nor a date or time on the clock of ${zone}`
    }`,
  );
}

/** @throws UsageError when there is no such IANA zone */
export function readZone(option: string, text: string): string {
  const zone = text.trim();
  if (!isTimeZone(zone)) {
    throw new UsageError(
      `${option}: "${text}" is not an IANA time zone, e.g. Europe/Zurich`,
    );
  }
  return zone;
}
