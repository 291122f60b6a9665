import type { Instant } from '../../../time';
import { DAY_MS, type WallTime } from '../../clock/wallTime';
import type { ZoneClock } from '../../clock/ZoneClock';
import { clockOf } from '../../occurrences/sharedClock';
import { WEEKDAYS } from '../../recurrence/recurrenceRule';
import { icalWall, line } from './contentLine';

/** A change of the clocks: they showed `wall` and were moved. */
interface Change {
  at: Instant;
  wall: WallTime;
  before: number;
  after: number;
}

/** Fewer years on the same day may be chance. */
const MIN_YEARS = 3;

/**
 * The VTIMEZONE of a zone (RFC 5545 3.6.5): every change of its clocks in the years
 * given, as the platform knows them. Changes that fall on the same day by the same
 * rule up to the last year are said as a rule without end.
 *
 * @param years - From the first year in which the zone is used, to the last that is
 * looked at.
 */
export function timezoneLines(
  zone: string,
  years: { from: number; to: number },
): string[] {
  const clock = clockOf(zone);
  // The year before says which clocks hold at the beginning.
  const start = Date.UTC(years.from - 1, 0, 1);
  const changes = changesOf(clock, start, Date.UTC(years.to + 1, 0, 1));
  const known = changes.some(({ at }) => at <= Date.UTC(years.from, 0, 1));
  const first = clock.offsetAt(start);
  return [
    line('BEGIN', 'VTIMEZONE'),
    line('TZID', zone),
    line('X-LIC-LOCATION', zone),
    ...(known
      ? []
      : observance({ at: start, wall: start, before: first, after: first })),
    ...groupsOf(changes).flatMap(group => groupLines(group, years.to)),
    line('END', 'VTIMEZONE'),
  ];
}

/** No zone changes its clocks twice within a day. */
function changesOf(clock: ZoneClock, from: Instant, to: Instant): Change[] {
  const changes: Change[] = [];
  let before = clock.offsetAt(from);
  for (let day = from; day < to; day += DAY_MS) {
    const after = clock.offsetAt(day + DAY_MS);
    if (after === before) continue;
    let low = day;
    let high = day + DAY_MS;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (clock.offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, wall: high + before, before, after });
    before = after;
  }
  return changes;
}

/** Changes between the same two offsets, in the order in which they first occur. */
function groupsOf(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.before} ${change.after}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()];
}

/** A group as what goes on by a rule, and before it what does not. */
function groupLines(group: Change[], lastYear: number): string[] {
  let rule: string | undefined;
  let begin = group.length;
  for (let index = group.length - 1; index >= 0; index--) {
    const longer = ruleOf(group.slice(index), lastYear);
    if (longer === undefined) break;
    rule = longer;
    begin = index;
  }
  const lasting = group.length - begin >= MIN_YEARS;
  const single = lasting ? group.slice(0, begin) : group;
  return [
    ...(single.length > 0 ? observance(single[0], single.slice(1)) : []),
    ...(lasting && rule !== undefined
      ? observance(group[begin], [], rule)
      : []),
  ];
}

/**
 * The yearly rule by which changes fall on the days they do, one in each year up to
 * the last; undefined when there is none.
 */
function ruleOf(changes: Change[], lastYear: number): string | undefined {
  const dates = changes.map(({ wall }) => new Date(wall));
  const [first] = dates;
  const month = first.getUTCMonth();
  const weekday = first.getUTCDay();
  const time = changes[0].wall % DAY_MS;
  const regular = dates.every(
    (date, index) =>
      date.getUTCFullYear() === lastYear - dates.length + 1 + index &&
      date.getUTCMonth() === month &&
      date.getUTCDay() === weekday &&
      changes[index].wall % DAY_MS === time,
  );
  if (!regular) return undefined;
  const days = dates.map(date => date.getUTCDate());
  const name = WEEKDAYS[(weekday + 6) % 7];
  const yearly = `FREQ=YEARLY;BYMONTH=${month + 1};BYDAY=`;
  const nth = Math.ceil(days[0] / 7);
  // A fifth one is the last, as long as there is another year with four.
  if (nth < 5 && days.every(day => Math.ceil(day / 7) === nth)) {
    return `${yearly}${nth}${name}`;
  }
  const isLast = dates.every(
    (date, index) =>
      days[index] + 7 >
      new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate(),
  );
  if (isLast) return `${yearly}-1${name}`;
  // Such as "the Friday before the last Sunday": seven days, all of them seen.
  const [low, high] = [Math.min(...days), Math.max(...days)];
  if (high - low > 6) return undefined;
  return high - low === 6 || days.length < 2 * MIN_YEARS
    ? `${yearly}${name};BYMONTHDAY=${[0, 1, 2, 3, 4, 5, 6]
        .map(offset => low + offset)
        .join(',')}`
    : undefined;
}

function observance(
  { wall, before, after }: Change,
  others: readonly Change[] = [],
  rule?: string,
): string[] {
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    line('BEGIN', kind),
    line('DTSTART', icalWall(wall)),
    line('TZOFFSETFROM', offsetText(before)),
    line('TZOFFSETTO', offsetText(after)),
    // Numbers, as the IANA database names offsets that have no abbreviation.
    line('TZNAME', offsetText(after).replace(/00$/, '')),
    ...(rule === undefined ? [] : [line('RRULE', rule)]),
    ...others.map(other => line('RDATE', icalWall(other.wall))),
    line('END', kind),
  ];
}

/** `+0100`, `-003044`. */
function offsetText(offset: number): string {
  const seconds = Math.round(Math.abs(offset) / 1000);
  const parts = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    ...(seconds % 60 > 0 ? [seconds % 60] : []),
  ];
  const text = parts.map(part => String(part).padStart(2, '0')).join('');
  return `${offset < 0 ? '-' : '+'}${text}`;
}
