import { Recurrence } from '../../recurrence/Recurrence';
import { parseRecurrenceRule } from '../../recurrence/parseRecurrenceRule';
import type { Instant } from '../../../time';
import type { WallTime } from '../../clock/wallTime';
import type { Component } from '../components';
import { parseIcalTime } from '../icalTimes';

/** A moment from which the clocks of a zone are `offset` milliseconds ahead of UTC. */
interface Onset {
  at: Instant;
  offset: number;
}

/** One STANDARD or DAYLIGHT of a VTIMEZONE. */
interface Observance {
  start: WallTime;
  /** Further onsets on the clock that is being changed. */
  extra: WallTime[];
  before: number;
  after: number;
  recurrence?: Recurrence;
  /** Onsets after this moment do not take place. */
  until?: Instant;
}

const YEAR_1970 = Date.UTC(1970, 0, 1);
const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
const MAX_OBSERVANCES = 200;
/** Clocks that change more often than every few days are not those of a zone. */
const MAX_ONSETS = 5_000;

/**
 * The clocks that a VTIMEZONE describes (RFC 5545 3.6.5), over some years.
 *
 * @see readZoneRules
 */
export class ZoneRules {
  readonly #onsets: readonly Onset[];
  readonly #first: number;

  constructor(onsets: readonly Onset[], first: number) {
    this.#onsets = onsets;
    this.#first = first;
  }

  /** Every moment at which the clocks change. */
  get changes(): readonly Instant[] {
    return this.#onsets.map(onset => onset.at);
  }

  offsetAt(at: Instant): number {
    let low = 0;
    let high = this.#onsets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#onsets[middle].at <= at) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? this.#first : this.#onsets[low - 1].offset;
  }
}

/**
 * Works a VTIMEZONE out for the years from `from` to `to` (exclusive).
 *
 * @returns undefined when it says something that cannot be worked out.
 */
export function readZoneRules(
  timezone: Component,
  from: Instant,
  to: Instant,
): ZoneRules | undefined {
  const parts = timezone.children;
  if (parts.length === 0 || parts.length > MAX_OBSERVANCES) return undefined;
  const onsets: Onset[] = [];
  let first: { at: Instant; before: number } | undefined;
  for (const part of parts) {
    const observance = readObservance(part);
    if (!observance) return undefined;
    const { start, extra, before, after, recurrence, until } = observance;
    const walls = new Set([
      start,
      ...extra,
      // One year more, so that what holds at the beginning is known.
      ...(recurrence ? startsOf(recurrence, from - YEAR_MS, to) : []),
    ]);
    for (const wall of walls) {
      const at = wall - before;
      if (until !== undefined && at > until && wall !== start) continue;
      onsets.push({ at, offset: after });
      if (onsets.length > MAX_ONSETS) return undefined;
      if (!first || at < first.at) first = { at, before };
    }
  }
  onsets.sort((one, other) => one.at - other.at);
  return new ZoneRules(onsets, first?.before ?? 0);
}

/** A year at a time, and no further than what is too much already. */
function startsOf(
  recurrence: Recurrence,
  from: Instant,
  to: Instant,
): WallTime[] {
  const starts: WallTime[] = [];
  for (let year = from; year < to + 2 * DAY_MS; year += YEAR_MS) {
    if (starts.length > MAX_ONSETS) break;
    for (const wall of recurrence.between(year, year + YEAR_MS)) {
      starts.push(wall);
    }
  }
  return starts;
}

function readObservance(part: Component): Observance | undefined {
  const value = (name: string) => {
    const found = part.properties.filter(property => property.name === name);
    return found.length === 1 ? found[0] : undefined;
  };
  const before = parseOffset(value('TZOFFSETFROM')?.value);
  const after = parseOffset(value('TZOFFSETTO')?.value);
  const dtstart = value('DTSTART');
  const time = dtstart && parseIcalTime(dtstart.value, dtstart.params);
  if (before === undefined || after === undefined || time?.kind !== 'local') {
    return undefined;
  }
  const extra: WallTime[] = [];
  for (const property of part.properties) {
    if (property.name !== 'RDATE') continue;
    for (const text of property.value.split(',')) {
      const rdate = parseIcalTime(text, property.params);
      if (rdate?.kind === 'utc') extra.push(rdate.instant + before);
      else if (rdate?.kind === 'local') extra.push(rdate.wall);
      else return undefined;
      if (extra.length > MAX_ONSETS) return undefined;
    }
  }
  const observance = { start: time.wall, extra, before, after };
  const rules = part.properties.filter(property => property.name === 'RRULE');
  if (rules.length === 0) return observance;
  const parsed = parseRecurrenceRule(rules[0].value.replace(/;\s*$/, ''));
  if (rules.length > 1 || !parsed.ok) return undefined;
  const { rule } = parsed;
  let { start } = observance;
  if (start < YEAR_1970) {
    // A rule "since ever" (Windows begins in 1601) yields the same days from 1970 on.
    const fixedDay = rule.byMonth && (rule.byDay ?? rule.byMonthDay);
    const endless = rule.count === undefined && rule.interval === 1;
    if (rule.freq !== 'YEARLY' || !fixedDay || !endless) return undefined;
    start = YEAR_1970 + (((start % DAY_MS) + DAY_MS) % DAY_MS);
  }
  return {
    ...observance,
    recurrence: new Recurrence(rule, start),
    ...(rule.until?.by === 'instant' && { until: rule.until.at }),
  };
}

/** `+0100`, `-053000`, in milliseconds. */
function parseOffset(text: string | undefined): number | undefined {
  const match = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const [, sign, hours, minutes, seconds = '0'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return undefined;
  }
  const ms =
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ms : ms;
}
