import { formatInstant } from '@continuity/engine';
import type { UnreadableCalendar as UnreadableOut } from '@continuity/plugin-continuity-common';
import type { UnreadableCalendar } from './types';

/** A calendar that cannot be read, as it leaves the service. */
export function presentUnreadable({
  ref,
  problem,
  lastGoodAt,
}: UnreadableCalendar): UnreadableOut {
  return {
    ref,
    problem,
    ...(lastGoodAt !== undefined && { lastGoodAt: formatInstant(lastGoodAt) }),
  };
}
