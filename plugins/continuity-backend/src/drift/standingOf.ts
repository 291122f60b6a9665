import type { Instant } from '@continuity/engine';
import type { DriftStanding } from '@continuity/plugin-continuity-common';
import type { DriftPlaceHead } from './types';

/**
 * Where a place stands now. Unauthorised drift stays so however old its scan is; everything
 * else of a scan that is too old, or did not see everything, is not known.
 */
export function standingOf(
  { newest, open }: DriftPlaceHead,
  now: Instant,
): DriftStanding {
  if (open.unauthorised > 0) return 'unauthorised';
  const isCertain =
    newest.expiresAt > now &&
    newest.verdict !== 'unknown' &&
    newest.counts.notCompared === 0 &&
    newest.unlisted === 0 &&
    open.ambiguous + open.unknown === 0;
  if (!isCertain) return 'unknown';
  if (open.attributed > 0) return 'attributed';
  // A scan that found something and names nothing.
  return newest.verdict === 'pass' ? 'in-sync' : 'unknown';
}
