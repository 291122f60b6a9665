import type { Instant } from '@continuity/engine';
import type { GraphExemption } from '@continuity/plugin-continuity-common';
import { toIso } from '../../http';
import type { StoredExemption } from './ExemptionStore';

/** The day of a moment, UTC, e.g. `2027-03-31`. */
export function dayOf(at: Instant): string {
  return toIso(at).slice(0, 10);
}

/** What has become of an exemption; its last day belongs to it. */
export function stateOf(
  { decision, revocation, until }: StoredExemption,
  now: Instant,
): GraphExemption['state'] {
  if (revocation) return 'revoked';
  if (decision?.outcome === 'refuse') return 'refused';
  if (until < dayOf(now)) return 'expired';
  return decision ? 'in-force' : 'requested';
}

export function presentExemption(
  stored: StoredExemption,
  now: Instant,
): GraphExemption {
  const { id, findingId, entityRef, kind, reason, until } = stored;
  const { decision, revocation } = stored;
  return {
    id,
    findingId,
    entityRef,
    kind,
    state: stateOf(stored, now),
    reason,
    until,
    requestedBy: stored.requestedBy,
    requestedAt: toIso(stored.requestedAt),
    ...(decision && {
      decidedBy: decision.by,
      decidedAt: toIso(decision.at),
      decisionComment: decision.comment,
    }),
    ...(revocation && {
      revokedBy: revocation.by,
      revokedAt: toIso(revocation.at),
      revocationReason: revocation.reason,
    }),
  };
}
