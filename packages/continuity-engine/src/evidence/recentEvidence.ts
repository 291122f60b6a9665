import type { Instant } from '../time/types';
import { serves, type EvidenceQuery } from './latestEvidence';
import type { Evidence } from './types';

/** Every piece that counts at a moment, and when time alone changes which these are. */
export interface RecentEvidence<TPayload> {
  /** Newest first. What does not fit its kind any more is left out: it proves nothing. */
  evidence: Evidence<TPayload>[];
  /** Absent: never. */
  until?: Instant;
}

/**
 * Every piece of a kind that was observed by now and has not expired; for what a single
 * report cannot show, such as a rate.
 *
 * Give it all the evidence of the kind, not only the newest.
 */
export function recentEvidence<TPayload>(
  evidence: readonly Evidence[],
  query: EvidenceQuery<TPayload>,
): RecentEvidence<TPayload> {
  const found: Evidence<TPayload>[] = [];
  let until = Infinity;
  for (const item of evidence) {
    if (item.expiresAt <= query.now || !serves(item, query)) continue;
    if (item.observedAt > query.now) {
      until = Math.min(until, item.observedAt);
      continue;
    }
    until = Math.min(until, item.expiresAt);
    const payload = query.kind.schema.safeParse(item.payload);
    if (payload.success) found.push({ ...item, payload: payload.data });
  }
  found.sort((a, b) => b.observedAt - a.observedAt || (a.id < b.id ? -1 : 1));
  return { evidence: found, ...(until !== Infinity && { until }) };
}
