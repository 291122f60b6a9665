import type { Instant } from '@continuity/engine';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A moment on the clock of a zone, e.g. `Fri 30 Jan 2026, 18:00`. */
export function momentIn(at: Instant, zone: string): string {
  const { weekday, day, month, year, time } = partsIn(at, zone);
  return `${weekday} ${day} ${month} ${year}, ${time}`;
}

/** E.g. `Fri 30 Jan 2026, 18:00 to Sat 31 Jan 2026, 08:00 (Europe/Zurich)`. */
export function spanIn(
  span: { start: string; end: string },
  zone: string,
): string {
  const start = momentIn(Date.parse(span.start), zone);
  const end = momentIn(Date.parse(span.end), zone);
  const [day, time] = end.split(', ');
  return `${start} to ${start.startsWith(day) ? time : end} (${zone})`;
}

/** The day of a moment on the clock of a zone, e.g. `2026-01-30`. */
export function dayIn(at: Instant, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

/** About how long, in the largest unit that fits, e.g. `2 days`, `1 hour`. */
export function roughly(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const hours = Math.round(minutes / 60);
  const days = Math.round(hours / 24);
  if (minutes < 60) return counted(minutes, 'minute');
  if (hours < 48) return counted(hours, 'hour');
  return counted(days, 'day');
}

/** E.g. `1 service`, `12 services`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What somebody wrote, as a sentence: with one full stop at its end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A text that is not longer than a number of UTF-16 units; no character is torn apart. */
export function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function partsIn(at: Instant, zone: string) {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(zone, clock);
  }
  const found = new Map(
    clock.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return {
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    time: `${part('hour')}:${part('minute')}`,
  };
}
