import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import { keptText } from '../evidence';
import { toIso, type Caller } from '../http';

/** Whoever wants longer asks again; what is never looked at again is not an exemption. */
export const MAX_EXEMPTION_DAYS = 366;

/** How an exemption goes, whatever it is from. */
export interface ExemptionLife {
  /** UUID. */
  id: string;
  reason: string;
  /** Last day of it, UTC, e.g. `2027-03-31`. */
  until: string;
  requestedBy: string;
  requestedAt: Instant;
  /** Absent: nobody has decided. */
  decision?: {
    outcome: 'approve' | 'refuse';
    by: string;
    at: Instant;
    comment: string;
  };
  /** Absent: nobody has ended it. */
  revocation?: { by: string; at: Instant; reason: string };
}

export type ExemptionState =
  | 'requested'
  | 'in-force'
  | 'refused'
  | 'revoked'
  | 'expired';

export type ExemptionStep = 'requested' | 'approved' | 'refused' | 'revoked';

/** What a step makes of an exemption. */
export interface Stepped<T extends ExemptionLife> {
  step: ExemptionStep;
  next: T;
}

/** The day of a moment, UTC, e.g. `2027-03-31`. */
export function dayOf(at: Instant): string {
  return toIso(at).slice(0, 10);
}

/** What has become of an exemption; its last day belongs to it. */
export function stateOf(
  { decision, revocation, until }: ExemptionLife,
  now: Instant,
): ExemptionState {
  if (revocation) return 'revoked';
  if (decision?.outcome === 'refuse') return 'refused';
  if (until < dayOf(now)) return 'expired';
  return decision ? 'in-force' : 'requested';
}

/**
 * Approves or refuses one that waits.
 *
 * @throws NotAllowedError for whoever asked for it
 * @throws ConflictError when it does not wait any more
 */
export function decideExemption<T extends ExemptionLife>(
  stored: T,
  { decision, comment }: { decision: 'approve' | 'refuse'; comment: string },
  { ref }: Pick<Caller, 'ref'>,
  at: Instant,
): Stepped<T> {
  if (stored.requestedBy === ref) {
    throw new NotAllowedError(
      'You asked for this exemption yourself; have somebody else decide',
    );
  }
  requireState(stored, ['requested'], at);
  return {
    step: decision === 'approve' ? 'approved' : 'refused',
    next: {
      ...stored,
      decision: {
        outcome: decision,
        by: ref,
        at,
        comment: keptText('comment', comment),
      },
    },
  };
}

/** Ends one that waits or is in force. @throws ConflictError when there is nothing to end */
export function revokeExemption<T extends ExemptionLife>(
  stored: T,
  reason: string,
  { ref }: Pick<Caller, 'ref'>,
  at: Instant,
): Stepped<T> {
  requireState(stored, ['requested', 'in-force'], at);
  return {
    step: 'revoked',
    next: {
      ...stored,
      revocation: { by: ref, at, reason: keptText('reason', reason) },
    },
  };
}

/** How it goes, in the words of the API. */
export function presentLife(
  { decision, revocation, requestedAt, ...asked }: ExemptionLife,
  now: Instant,
) {
  const { id, reason, until, requestedBy } = asked;
  return {
    id,
    reason,
    until,
    requestedBy,
    state: stateOf({ ...asked, requestedAt, decision, revocation }, now),
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

function requireState(
  stored: ExemptionLife,
  states: readonly ExemptionState[],
  at: Instant,
): void {
  const state = stateOf(stored, at);
  if (!states.includes(state)) {
    throw new ConflictError(
      `Exemption ${stored.id} is ${state}${
        state === 'expired' ? ` since ${stored.until}` : ''
      }; expected it to be ${states.join(' or ')}`,
    );
  }
}
