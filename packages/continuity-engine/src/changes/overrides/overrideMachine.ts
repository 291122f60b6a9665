import { formatProblem } from '../../time';
import type { Machine, Refusal } from '../../workflow';
import type { OverrideContext, OverrideEvent, OverrideState } from './types';

const isApproved = ({ approvals }: OverrideContext): Refusal[] =>
  approvals.isComplete
    ? []
    : [
        {
          reason: `Not everybody who has to approve it has: ${
            approvals.missing ?? 'who is missing is not known'
          }.`,
          remedy: 'Ask them; nobody approves what they asked for themselves.',
        },
      ];

const isReviewed = ({ review }: OverrideContext): Refusal[] =>
  review.map(problem => ({
    reason: `Its review is not complete: ${formatProblem(problem)}.`,
    remedy: `Fill in ${problem.path}.`,
  }));

/**
 * The life of a break-glass override. Whichever way it was in force, it ends in a review:
 * there is no other way out.
 */
export const overrideMachine: Machine<
  OverrideState,
  OverrideEvent,
  OverrideContext
> = {
  subject: 'an override',
  initial: 'requested',
  states: {
    requested: 'waiting for approval',
    'in-force': 'in force',
    'in-review': 'over and to be reviewed',
    reviewed: 'reviewed',
    refused: 'refused',
    withdrawn: 'withdrawn',
    lapsed: 'lapsed',
  },
  events: {
    approve: {
      done: 'approved',
      from: { requested: { to: 'in-force', guards: [isApproved] } },
    },
    refuse: { done: 'refused', from: { requested: { to: 'refused' } } },
    withdraw: { done: 'withdrawn', from: { requested: { to: 'withdrawn' } } },
    lapse: { done: 'left to lapse', from: { requested: { to: 'lapsed' } } },
    close: { done: 'closed', from: { 'in-force': { to: 'in-review' } } },
    review: {
      done: 'reviewed',
      from: { 'in-review': { to: 'reviewed', guards: [isReviewed] } },
    },
  },
};
