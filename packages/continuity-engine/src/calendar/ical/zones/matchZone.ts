import type { Instant } from '../../../time';
import type { ZoneClock } from '../../clock/ZoneClock';
import { clockOf, isKnownZone } from '../../occurrences/sharedClock';
import type { ZoneRules } from './ZoneRules';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Between two looks a zone might change its clocks and back unseen; none does it faster. */
const STEP_MS = 10 * DAY_MS;
const COARSE_STEP_MS = 91 * DAY_MS;

/** Where a definition and a zone differ: the first such moment, in `[from, to)`. */
export function firstDifference(
  rules: ZoneRules,
  zone: string,
  from: Instant,
  to: Instant,
): Instant | undefined {
  const clock = clockOf(zone);
  return differsAt(rules, clock, moments(rules, from, to, STEP_MS));
}

/**
 * Of zones that are alike, those that people mean: the ones that time zone pickers show
 * first, most people first. (Which are alike depends on the period.)
 */
const MEANT = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Calcutta',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/**
 * The IANA zone whose clocks show the same as a VTIMEZONE's throughout `[from, to)`.
 * Several may: then the one that `hint` names a city of (Windows writes
 * `(UTC+01:00) Amsterdam, Berlin, Bern`), else `preferred`, else one that many people mean,
 * else the first by name.
 */
export function zoneThatBehavesLike(
  rules: ZoneRules,
  from: Instant,
  to: Instant,
  hint: string,
  preferred: string,
): string | undefined {
  const fixed = fixedZone(rules, from, to);
  if (fixed !== undefined) return fixed;
  const coarse = moments(rules, from, to, COARSE_STEP_MS);
  const fine = moments(rules, from, to, STEP_MS);
  const same = Intl.supportedValuesOf('timeZone').filter(zone => {
    if (!isKnownZone(zone)) return false;
    const clock = clockOf(zone);
    return (
      differsAt(rules, clock, coarse) === undefined &&
      differsAt(rules, clock, fine) === undefined
    );
  });
  const words = hint.toLocaleLowerCase('en-US');
  return (
    same.find(zone => words.includes(cityOf(zone))) ??
    same.find(zone => zone === preferred) ??
    MEANT.find(zone => same.includes(zone)) ??
    same[0]
  );
}

/** Whole hours from UTC all the time have zones of their own, `Etc/GMT-1` is UTC+1. */
function fixedZone(
  rules: ZoneRules,
  from: Instant,
  to: Instant,
): string | undefined {
  const offset = rules.offsetAt(from);
  const changes = rules.changes.filter(at => at >= from && at < to);
  if (changes.some(at => rules.offsetAt(at) !== offset)) return undefined;
  if (offset === 0) return 'UTC';
  if (offset % HOUR_MS !== 0) return undefined;
  const hours = offset / HOUR_MS;
  const zone = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  return isKnownZone(zone) ? zone : undefined;
}

function moments(
  rules: ZoneRules,
  from: Instant,
  to: Instant,
  step: number,
): Instant[] {
  const found: Instant[] = [];
  for (const at of rules.changes) {
    if (at > from && at < to) found.push(at - 1000, at);
  }
  for (let at = from; at < to; at += step) found.push(at);
  return found;
}

function differsAt(
  rules: ZoneRules,
  clock: ZoneClock,
  at: readonly Instant[],
): Instant | undefined {
  return at.find(moment => rules.offsetAt(moment) !== clock.offsetAt(moment));
}

function cityOf(zone: string): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1);
  return city.replaceAll('_', ' ').toLocaleLowerCase('en-US');
}
