import type {
  ChangeMove,
  ChangeOutcome,
} from '@continuity/plugin-continuity-common';
import type { Act } from './useSteps';

/** What somebody types into the dialog of a step. */
export interface StepInput {
  comment: string;
  outcome: ChangeOutcome | '';
  summary: string;
  followUp: string;
}

export const NOTHING_TYPED: StepInput = {
  comment: '',
  outcome: '',
  summary: '',
  followUp: '',
};

/** Whether an act needs a comment. */
export const needsComment = (act: Act) =>
  act === 'reject' || act === 'withdraw';

/** Whether everything is there that the act needs. */
export function isSaid(act: Act, typed: StepInput): boolean {
  if (needsComment(act)) return typed.comment.trim() !== '';
  if (act === 'finish') return typed.outcome !== '';
  if (act === 'complete-review') {
    return typed.summary.trim() !== '' && typed.followUp.trim() !== '';
  }
  return true;
}

/** What is sent with a step besides its event and the revision that was read. */
export function moveInput(
  act: Act,
  { comment, outcome, summary, followUp }: StepInput,
): Pick<ChangeMove, 'comment' | 'outcome' | 'review'> {
  return {
    ...(comment.trim() && { comment: comment.trim() }),
    ...(act === 'finish' && outcome && { outcome }),
    ...(act === 'complete-review' && {
      review: { summary: summary.trim(), followUp: followUp.trim() },
    }),
  };
}
