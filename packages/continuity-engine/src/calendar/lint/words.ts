import { formatWall, type WallTime } from '../clock/wallTime';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** More dates than this tell nobody more. */
const MAX_DATES = 10;

/** The dates of a finding: wall-clock starts, each once, the first ten. */
export function startsOf(occurrences: readonly { wall: WallTime }[]): string[] {
  const walls = new Set(occurrences.map(({ wall }) => wall));
  return [...walls].slice(0, MAX_DATES).map(formatWall);
}

/** `1 day 12 h`; of lengths of more than a year the days are enough. */
export function lengthInWords(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const seconds = Math.round((ms % MINUTE_MS) / 1000);
  return (
    [
      days > 0 ? `${days} ${days === 1 ? 'day' : 'days'}` : '',
      hours > 0 ? `${hours} h` : '',
      minutes > 0 ? `${minutes} min` : '',
      seconds > 0 ? `${seconds} s` : '',
    ]
      .filter(Boolean)
      .slice(0, 2)
      .join(' ') || '0 s'
  );
}

/** An ISO 8601 duration to write: `P2D`, `PT90M`. */
export function isoLength(ms: number): string {
  if (ms % DAY_MS === 0) return `P${ms / DAY_MS}D`;
  if (ms % HOUR_MS === 0) return `PT${ms / HOUR_MS}H`;
  return `PT${Math.max(1, Math.floor(ms / MINUTE_MS))}M`;
}

/** Rounded down, so that 100 % means always. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}

/** How a window is named beside another; with its calendar when that is not the same. */
export function nameOf({
  window,
  calendarRef,
}: {
  window: { id: string };
  calendarRef?: string;
}): string {
  const name = JSON.stringify(window.id);
  return calendarRef === undefined ? name : `${name} of ${calendarRef}`;
}

/** `3 occurrences`, `1 occurrence`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
