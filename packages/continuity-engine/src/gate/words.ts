import type { Occurrence, WindowConsideration } from '../calendar/types';
import { formatInstant, type Instant } from '../time';

/** A moment for people: UTC to the second, e.g. `2026-02-02 07:00 UTC`. */
export function utc(at: Instant): string {
  const [date, time] = formatInstant(at).split('T');
  const shown = time.endsWith(':00.000Z') ? time.slice(0, 5) : time.slice(0, 8);
  return `${date} ${shown} UTC`;
}

/** The end of an occurrence in UTC and as the calendar's people see it. */
export function endInWords(of: WindowConsideration, end: Occurrence): string {
  return both(end.end, end.endLocal, of.window.timezone);
}

/** The start of an occurrence in UTC and as the calendar's people see it. */
export function startInWords(
  of: WindowConsideration,
  start: Occurrence,
): string {
  return both(start.start, start.startLocal, of.window.timezone);
}

/** `"Month-end close" of calendar Finance`. */
export function windowInWords(of: WindowConsideration): string {
  return `"${of.window.title}" of calendar ${of.calendarTitle}`;
}

function both(at: Instant, local: string, zone: string): string {
  const wallClock = local.slice(0, 16).replace('T', ' ');
  const sameAsUtc = zone === 'UTC' || zone === 'Etc/UTC';
  return sameAsUtc ? utc(at) : `${utc(at)} (${wallClock} ${zone})`;
}

/** A list as people write it, with `and` before the last. */
export function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** What somebody wrote, as a sentence: with one full stop at its end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
