import type { Instant } from '@continuity/engine';
import type { FreezeNews } from './freezeNews';

/** Nobody waits any more for the end of a freeze that was over so long ago. */
const OLD_MS = 24 * 3_600_000;

/** Whether a freeze was over so long ago that nobody has to be told. */
export function isLongOver(end: Instant, now: Instant): boolean {
  return now - end >= OLD_MS;
}

/** Whether nobody needs to know any more what had to wait until now. */
export function isOldNews(
  { kind, occurrence }: FreezeNews,
  now: Instant,
): boolean {
  const start = Date.parse(occurrence.start);
  const end = Date.parse(occurrence.end);
  switch (kind) {
    case 'upcoming':
    case 'reminder':
      return start <= now;
    case 'lifted':
      return isLongOver(end, now);
    default:
      return end <= now;
  }
}
