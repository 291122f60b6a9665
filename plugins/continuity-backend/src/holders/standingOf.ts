import { createHash } from 'node:crypto';
import { canonicalize, type Instant } from '@continuity/engine';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import type { HeldAnswer } from '@continuity/plugin-continuity-node';

/** Why a deployment stands as it does, for the comment and for telling answers apart. */
export interface Standing {
  kind: HeldAnswer['kind'];
  /** Since when it is denied by what nothing known ends. Absent: it is not. */
  deniedSince?: Instant;
  /** Equal for answers that say the same. */
  print: string;
}

/**
 * What a decision is for somebody who can wait. A denial that time ends, or people, waits;
 * one that nothing known ends is final once it has lasted.
 *
 * @param before - since when it has been such a denial. Absent: it was none
 * @param rejectAfterMs - absent: never final
 */
export function standingOf(
  decision: Omit<GateDecision, 'dryRun'> | undefined,
  before: Instant | undefined,
  now: Instant,
  rejectAfterMs: number | undefined,
  refusal?: { reason: string },
): Standing {
  const ends =
    decision !== undefined &&
    (decision.verdict !== 'deny' ||
      decision.nextOpen !== undefined ||
      decision.nextChange !== undefined);
  const deniedSince = ends ? undefined : before ?? now;
  const isFinal =
    deniedSince !== undefined &&
    rejectAfterMs !== undefined &&
    now - deniedSince >= rejectAfterMs;
  const waits = isFinal ? 'reject' : 'report';
  const kind = decision?.verdict === 'allow' ? 'approve' : waits;
  return {
    kind,
    ...(deniedSince !== undefined && { deniedSince }),
    print: printOf(kind, decision, refusal),
  };
}

/** Explanations may tell how long something still takes, so they are left out. */
function printOf(
  kind: HeldAnswer['kind'],
  decision: Omit<GateDecision, 'dryRun'> | undefined,
  refusal: { reason: string } | undefined,
): string {
  const said =
    kind === 'approve'
      ? { kind }
      : {
          kind,
          refusal: refusal?.reason ?? null,
          verdict: decision?.verdict ?? null,
          nextOpen: decision?.nextOpen ?? null,
          unmet: (decision?.reasons ?? [])
            .filter(({ verdict }) => verdict !== 'allow')
            .map(({ rule, policy, verdict, until }) => [
              rule,
              policy ?? null,
              verdict,
              until ?? null,
            ]),
        };
  return createHash('sha256').update(canonicalize(said)).digest('hex');
}
