import type {
  ChangeContext,
  ChangeSettings,
  Conflict,
  Problem,
  Refusal,
} from '@continuity/engine';
import type { ChangeOutcome } from '@continuity/plugin-continuity-common';
import type { JudgedChange } from './ChangeJudge';
import { preApprovalRefusals } from './judging/preApproval';
import type { Seats } from './judging/seats';
import type { StoredChange } from './types';

/** What guards look at, and is not found out again for every step. */
export interface ContextMatter {
  change: StoredChange;
  judged: JudgedChange;
  seats: Seats;
  conflicts: readonly Conflict[];
  /** What keeps it from beginning now. */
  readiness: readonly Refusal[];
  review: readonly Problem[];
  outcome?: ChangeOutcome;
  settings: ChangeSettings;
}

/** What the guards of the machine look at. */
export function changeContext({
  change,
  judged,
  seats,
  conflicts,
  readiness,
  review,
  outcome,
  settings,
}: ContextMatter): ChangeContext {
  const { classification, knowledge, protocol, rosterProblem } = judged;
  return {
    class: judged.class,
    problems: judged.problems,
    approvals:
      rosterProblem === undefined
        ? {
            isComplete: change.preApproved || seats.plan.isComplete,
            ...(seats.missing !== '' && { missing: seats.missing }),
            ...(seats.shortage !== undefined && { shortage: seats.shortage }),
          }
        : {
            isComplete: false,
            missing: rosterProblem,
            shortage: rosterProblem,
          },
    preApproval: preApprovalRefusals(change, {
      settings: settings.preApproval,
      computedClass: classification.class,
      protocol,
      knowledge,
      snapshot: judged.snapshot,
    }),
    conflicts: conflicts
      .filter(({ blocks }) => blocks)
      .map(({ explanation, remedy }) => ({ reason: explanation, remedy })),
    readiness,
    needsReview:
      protocol.reviewWithin !== undefined ||
      change.retrospective ||
      outcome === 'failed' ||
      outcome === 'rolled-back',
    review,
  };
}
