import type { ReleaseClass } from '../calendar/types';
import type { Problem } from '../time';
import type { Refusal } from '../workflow';

/** Where a change stands. */
export type ChangeState =
  | 'draft'
  | 'assessed'
  | 'awaiting-approval'
  | 'approved'
  | 'scheduled'
  | 'implementing'
  | 'in-review'
  | 'closed'
  | 'cancelled'
  | 'rejected'
  | 'expired';

/** What happens to a change. */
export type ChangeEvent =
  /** Its class and protocol are worked out. */
  | 'assess'
  /** What it says is changed; it has to be assessed anew. */
  | 'revise'
  | 'request-approval'
  /** A standard change for which nobody has to be asked. */
  | 'pre-approve'
  /** The last seat is filled. */
  | 'approve'
  /** What was approved is not what there is any more. */
  | 'suspend'
  | 'reject'
  | 'schedule'
  | 'start'
  | 'finish'
  | 'complete-review'
  | 'cancel'
  | 'expire';

/** What guards look at. A part that is not known stands in the way. */
export interface ChangeContext {
  class: ReleaseClass;
  /** What is missing or wrong in what the change says. */
  problems: readonly Problem[];
  approvals: {
    /** Every seat is filled by somebody whose approval counts. */
    isComplete: boolean;
    /** Who is missing, in words. Absent: nobody. */
    missing?: string;
    /** Why the seats cannot be filled, whoever approves. Absent: they can. */
    shortage?: string;
  };
  /** What keeps a standard change from being pre-approved; empty when nothing does. */
  preApproval: readonly Refusal[];
  /** What keeps it from its planned window; empty when nothing does. */
  conflicts: readonly Refusal[];
  /** What keeps it from beginning now: windows, checks, regressions; empty when nothing does. */
  readiness: readonly Refusal[];
  /** Whether its protocol asks for a review, or it failed. */
  needsReview: boolean;
  /** What its review lacks; empty when it is complete. */
  review: readonly Problem[];
}
