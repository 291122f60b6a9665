import { InputError } from '@backstage/errors';
import type { Interval } from '@continuity/engine';
import { parseInstant, toIso } from './instants';

const DAY_MS = 86_400_000;

/** Longest period that windows are listed for. */
export const MAX_PERIOD_DAYS = 400;

/** The engine computes no windows from here on. */
export const END_OF_TIME = Date.UTC(2200, 0, 1);

/**
 * A stretch of time that windows are asked for; half-open.
 *
 * @param texts - the fields `from` and `to`
 * @throws InputError when one is no instant, or the period is empty, too long, or out of
 * the years for which windows are worked out
 */
export function readPeriod(texts: { from: string; to: string }): Interval {
  const start = parseInstant('from', texts.from);
  const end = parseInstant('to', texts.to);
  if (end <= start) {
    throw new InputError(
      `to: ${toIso(end)} is not after from, ${toIso(start)}`,
    );
  }
  if (end - start > MAX_PERIOD_DAYS * DAY_MS) {
    throw new InputError(
      `to: ${toIso(
        end,
      )} is more than ${MAX_PERIOD_DAYS} days after from; ask for a shorter period`,
    );
  }
  if (start < 0 || end >= END_OF_TIME) {
    throw new InputError(
      'from, to: windows are worked out for the years 1970 to 2199, and the period reaches beyond',
    );
  }
  return { start, end };
}
