import type { Instant } from '@continuity/engine';
import { stateAfter } from './stateAfter';
import type { StoredOverride } from './types';

/** What ends overrides when their time is over. */
export const CLOCK_REF = 'service:continuity';

/**
 * An override with what time alone has brought since it was last written, whether or not
 * anybody has written that down: nothing that is over counts because a clock stands still.
 *
 * @returns the same object when time has brought nothing
 */
export function asOf(stored: StoredOverride, now: Instant): StoredOverride {
  const { state, inForce, lapsesAt } = stored;
  if (state === 'requested' && lapsesAt <= now) {
    return {
      ...stored,
      state: stateAfter(stored, 'lapse'),
      closing: {
        by: CLOCK_REF,
        at: lapsesAt,
        because: 'Not everybody who has to approve it did so in time',
      },
    };
  }
  if (state === 'in-force' && !(inForce && now < inForce.end)) {
    return {
      ...stored,
      state: stateAfter(stored, 'close'),
      closing: {
        by: CLOCK_REF,
        at: inForce?.end ?? now,
        because: 'Its time is over',
      },
    };
  }
  return stored;
}
