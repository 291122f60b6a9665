import { isTimeZone, ZoneClock } from '../clock/ZoneClock';

/** More spellings than there are zones, so that made-up ones cannot pile up. */
const MAX_ZONES = 1_000;

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of a zone, one for everybody: what it remembers is the same whoever asks,
 * and there is a calendar for every team but only a few zones.
 *
 * @throws RangeError when the zone is not known.
 */
export function clockOf(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new ZoneClock(zone);
  if (clocks.size >= MAX_ZONES) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}

/** `isTimeZone`, asked of the platform only once: it takes its time to answer. */
export function isKnownZone(zone: string): boolean {
  if (clocks.has(zone)) return true;
  if (!isTimeZone(zone)) return false;
  clockOf(zone);
  return true;
}
