import type { Override } from '@continuity/plugin-continuity-common';

/** What somebody may do to an override. */
export type OverrideAct =
  | 'approve'
  | 'refuse'
  | 'withdraw'
  | 'close'
  | 'review';

/** Why somebody may not do what would come next. */
export type Hindrance =
  | 'ownApproval'
  | 'ownReview'
  | 'approvedAlready'
  | 'mayNotApprove'
  | 'mayNotClose'
  | 'mayNotReview';

export interface OverrideActs {
  possible: readonly OverrideAct[];
  /** Absent: nothing is in the way, or nothing is to be done. */
  hindrance?: Hindrance;
}

/** Which permissions of overrides somebody has. */
export interface OverrideRights {
  request: boolean;
  approve: boolean;
  review: boolean;
}

/**
 * What somebody may do to an override, as far as it can be told without asking: whether
 * they belong to whom its seats are for is judged by the backend.
 *
 * @param me - ref of the reader
 */
export function actsOn(
  { state, requestedBy, approvals }: Override,
  me: string,
  rights: OverrideRights,
): OverrideActs {
  const isMe = (ref: string) => ref.toLowerCase() === me.toLowerCase();
  const isOwn = isMe(requestedBy);
  switch (state) {
    case 'requested':
      if (isOwn) return { possible: ['withdraw'], hindrance: 'ownApproval' };
      if (!rights.approve) return { possible: [], hindrance: 'mayNotApprove' };
      return approvals.some(({ by }) => isMe(by))
        ? { possible: ['refuse'], hindrance: 'approvedAlready' }
        : { possible: ['approve', 'refuse'] };
    case 'in-force':
      return rights.approve || (isOwn && rights.request)
        ? { possible: ['close'] }
        : { possible: [], hindrance: 'mayNotClose' };
    case 'in-review':
      if (isOwn) return { possible: [], hindrance: 'ownReview' };
      return rights.review
        ? { possible: ['review'] }
        : { possible: [], hindrance: 'mayNotReview' };
    default:
      return { possible: [] };
  }
}
