import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { formatWall } from '../../clock/wallTime';
import { CompiledWindow } from '../../occurrences/CompiledWindow';
import { clockOf } from '../../occurrences/sharedClock';
import { wallOf } from '../../occurrences/windowLength';
import type {
  ExtraDate,
  FreezeWindow,
  OccurrenceOverride,
  WindowLength,
} from '../../types';
import { icalWall } from './contentLine';

/** What an id has room for. */
const MAX_ID = 63;

/**
 * A window as windows without extra dates: each extra date is one of its own, and takes
 * place when it did.
 *
 * For programs that do not read RDATE as RFC 5545 3.8.5.2 means it. Outlook passes over
 * a whole event that has RDATE and no RRULE ([MS-OXCICAL] 2.1.3.1.1.20.18: an RRULE must
 * be there too, and each RDATE be one occurrence moved), Google Calendar those after the
 * UNTIL of the rule; a freeze that is missing from somebody's calendar looks like open.
 */
export function breakOutExtraDates(window: FreezeWindow): FreezeWindow[] {
  if (window.rdates.length === 0) return [window];
  const regular = new CompiledWindow(
    { ...window, rdates: [] },
    clockOf(window.timezone),
  );
  const isRegular = (start: string) => regular.isStart(wallOf(start));
  const cancelled = new Set(window.exdates.map(wallOf));
  const overrides = new Map(
    window.overrides.map(one => [wallOf(one.occurrence), one]),
  );
  const overrideOf = ({ start }: ExtraDate) => overrides.get(wallOf(start));
  const dates = new Map(window.rdates.map(date => [wallOf(date.start), date]));

  const series: FreezeWindow = {
    ...window,
    rdates: [],
    exdates: window.exdates.filter(isRegular),
    overrides: window.overrides
      .filter(({ occurrence }) => isRegular(occurrence))
      .map(override => ({
        ...override,
        ...withOwnEnd(override, dates.get(wallOf(override.occurrence))),
      })),
  };
  const singles = window.rdates
    .filter(date => !cancelled.has(wallOf(date.start)))
    // One that the series has as well is there; with an end of its own, both count.
    .filter(date =>
      isRegular(date.start)
        ? date.end !== undefined && !overrideOf(date)
        : true,
    )
    .map(date => singleOf(window, date, overrideOf(date)));
  const hasSeries = new CompiledWindow(
    series,
    clockOf(window.timezone),
  ).takesPlace();
  return hasSeries ? [series, ...singles] : singles;
}

function singleOf(
  window: FreezeWindow,
  date: ExtraDate,
  override: OccurrenceOverride | undefined,
): FreezeWindow {
  const { rrule: _rrule, ...rest } = window;
  const start = override?.start ?? date.start;
  return {
    ...rest,
    id: idOf(window.id, date.start),
    title: override?.title ?? window.title,
    reason: override?.reason ?? window.reason,
    start,
    length:
      override?.length ??
      withOwnEnd({ ...override, occurrence: date.start }, date).length ??
      moved(window.length, window.start, start),
    rdates: [],
    exdates: [],
    overrides: [],
  };
}

/** An extra date keeps the end of its own when it is moved, and is as long as before. */
function withOwnEnd(
  { occurrence, start = occurrence, length }: OccurrenceOverride,
  date: ExtraDate | undefined,
): { length?: WindowLength } {
  return date?.end === undefined || length
    ? {}
    : { length: moved({ by: 'end', end: date.end }, date.start, start) };
}

/** A length on the clock as it is from another start. */
function moved(length: WindowLength, from: string, to: string): WindowLength {
  return length.by === 'end'
    ? {
        by: 'end',
        end: formatWall(wallOf(to) + wallOf(length.end) - wallOf(from)),
      }
    : length;
}

/** The same whenever the same date is written, so that programs know it again. */
function idOf(id: string, start: string): string {
  const suffix = icalWall(wallOf(start)).toLocaleLowerCase('en-US');
  const full = `${id}-${suffix}`;
  if (full.length <= MAX_ID) return full;
  const hash = bytesToHex(sha256(utf8ToBytes(id))).slice(0, 8);
  const room = MAX_ID - suffix.length - hash.length - 2;
  return `${id.slice(0, room).replace(/-+$/, '')}-${hash}-${suffix}`;
}
