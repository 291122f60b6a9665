import { InputError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';

const DAY_MS = 86_400_000;

/**
 * A day that is not over, UTC.
 *
 * @throws InputError that names the field
 */
export function readDay(
  field: string,
  text: unknown,
  { now, maxDays }: { now: Instant; maxDays: number },
): string {
  const day = typeof text === 'string' ? text : '';
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? Date.parse(`${day}T00:00:00Z`)
    : NaN;
  // Date.parse takes 31 February for 3 March.
  const exists =
    !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  if (!exists || at < today || at > today + maxDays * DAY_MS) {
    throw new InputError(
      `${field}: "${String(
        text,
      )}" is not a day from today to ${maxDays} days ahead, e.g. ${new Date(
        today + 30 * DAY_MS,
      )
        .toISOString()
        .slice(0, 10)}`,
    );
  }
  return day;
}
