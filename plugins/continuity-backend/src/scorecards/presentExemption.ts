import type { Instant } from '@continuity/engine';
import type {
  ScorecardExemption,
  ScorecardExemptionState,
} from '@continuity/plugin-continuity-common';
import { toIso } from '../http';
import { dayOf } from './ExemptionStore';
import type { StoredExemption } from './types';

/** What has become of an exemption; its last day belongs to it. */
export function stateOf(
  { decision, revocation, until }: StoredExemption,
  now: Instant,
): ScorecardExemptionState {
  if (revocation) return 'revoked';
  if (decision?.outcome === 'refuse') return 'refused';
  if (until < dayOf(now)) return 'expired';
  return decision ? 'in-force' : 'requested';
}

export function presentExemption(
  stored: StoredExemption,
  now: Instant,
): ScorecardExemption {
  const { decision, revocation, requestedAt, ...rest } = stored;
  return {
    ...rest,
    state: stateOf(stored, now),
    requestedAt: toIso(requestedAt),
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
