import type { Instant } from '../../time';
import type { WindowIndex } from '../occurrences/WindowIndex';
import type { Occurrence } from '../types';
import type { Surroundings } from './because';
import type { AskedOperation } from './operation';
import type { Outlook } from './Outlooks';
import type { JudgedWindow } from './roles';
import { lastUpTo } from './sorted';
import { utc } from './words';

/** What has to be known for explaining windows at a moment. */
export function surroundings(
  index: WindowIndex,
  at: Instant,
  horizon: Instant,
  outlook: Outlook,
  asked: AskedOperation,
): Surroundings {
  let horizonInWords: string | undefined;
  return {
    asked,
    // Said of many windows, or of none.
    get horizonInWords() {
      horizonInWords ??= utc(Math.min(horizon, at + index.lookaheadMs));
      return horizonInWords;
    },
    lastOf: judged => lastOccurrence(index, judged, at, outlook, horizon),
  };
}

/** The last of the occurrences that follow each other without a break. */
function lastOccurrence(
  index: WindowIndex,
  { scoped: { indexed }, active }: JudgedWindow,
  at: Instant,
  { joined }: Outlook,
  horizon: Instant,
): Occurrence | undefined {
  const stretches = active && joined.get(indexed);
  if (!stretches) return active;
  const end = stretches.ends[lastUpTo(stretches.starts, at)];
  return end < horizon
    ? index.occurrencesAt(indexed, end - 1).active
    : undefined;
}
