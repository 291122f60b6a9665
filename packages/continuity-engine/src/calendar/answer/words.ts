import { formatInstant, type Instant } from '../../time';
import type { FreezeWindow, Occurrence } from '../types';

/** A moment for people: UTC to the second, e.g. `2026-02-02 07:00 UTC`. */
export function utc(at: Instant): string {
  const text = formatInstant(at);
  const shown = text.endsWith(':00.000Z')
    ? text.slice(11, 16)
    : text.slice(11, 19);
  return `${text.slice(0, 10)} ${shown} UTC`;
}

/** The end of an occurrence in UTC and as the calendar's people see it. */
export function endInWords(
  window: Pick<FreezeWindow, 'timezone'>,
  occurrence: Occurrence,
): string {
  return timesInWords(window, occurrence).end;
}

/** The start of an occurrence in UTC and as the calendar's people see it. */
export function startInWords(
  window: Pick<FreezeWindow, 'timezone'>,
  occurrence: Occurrence,
): string {
  return timesInWords(window, occurrence).start;
}

/** `"Month-end close" of calendar Finance`. */
export function windowInWords(of: {
  calendarTitle: string;
  window: Pick<FreezeWindow, 'title'>;
}): string {
  return `"${of.window.title}" of calendar ${of.calendarTitle}`;
}

/** A list as people write it, with `and` before the last. */
export function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** What somebody wrote, as a sentence: with one full stop at its end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** An index hands out the same occurrence again and again. */
const known = new WeakMap<Occurrence, { start: string; end: string }>();

function timesInWords(
  { timezone }: Pick<FreezeWindow, 'timezone'>,
  occurrence: Occurrence,
): { start: string; end: string } {
  let words = known.get(occurrence);
  if (!words) {
    const { start, startLocal, end, endLocal } = occurrence;
    words = {
      start: both(start, startLocal, timezone),
      end: both(end, endLocal, timezone),
    };
    known.set(occurrence, words);
  }
  return words;
}

function both(at: Instant, local: string, zone: string): string {
  if (zone === 'UTC' || zone === 'Etc/UTC') return utc(at);
  return `${utc(at)} (${local.slice(0, 10)} ${local.slice(11, 16)} ${zone})`;
}
