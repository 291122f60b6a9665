import { formatProblem } from '../time';
import type { Machine, Refusal, Transition } from '../workflow';
import type { ChangeContext, ChangeEvent, ChangeState } from './types';

type Guard = (context: ChangeContext) => readonly Refusal[];

const isComplete: Guard = ({ problems }) =>
  problems.map(problem => ({
    reason: `Something is missing or wrong: ${formatProblem(problem)}.`,
    remedy: `Correct ${problem.path}.`,
  }));

const canBeApproved: Guard = ({ approvals: { shortage } }) =>
  shortage === undefined
    ? []
    : [
        {
          reason: shortage,
          remedy:
            'Add people to the groups, or have the approval policy changed; nobody counts for two seats.',
        },
      ];

const isApproved: Guard = ({ approvals }) =>
  approvals.isComplete
    ? []
    : [
        {
          reason: `Not everybody who has to approve it has: ${
            approvals.missing ?? 'who is missing is not known'
          }.`,
          remedy: 'Ask them, or those who stand in for them.',
        },
      ];

const isPreApproved: Guard = ({ class: releaseClass, preApproval }) =>
  releaseClass === 'standard'
    ? preApproval
    : [
        {
          reason: `Only a standard change is approved beforehand; this one is ${releaseClass}.`,
          remedy: 'Request its approval.',
        },
      ];

const fitsItsWindow: Guard = ({ conflicts }) => conflicts;
const isReady: Guard = ({ readiness }) => readiness;

const isEmergency: Guard = ({ class: releaseClass }) =>
  releaseClass === 'emergency'
    ? []
    : [
        {
          reason: `Only an emergency begins without being scheduled; this change is ${releaseClass}.`,
          remedy: 'Schedule it.',
        },
      ];

const isReviewed: Guard = ({ review }) =>
  review.map(problem => ({
    reason: `Its review is not complete: ${formatProblem(problem)}.`,
    remedy: `Fill in ${problem.path}.`,
  }));

function to(
  state: ChangeState,
  ...guards: Guard[]
): Transition<ChangeState, ChangeContext> {
  return { to: state, ...(guards.length > 0 && { guards }) };
}

function fromEach(
  states: readonly ChangeState[],
  transition: Transition<ChangeState, ChangeContext>,
): Partial<Record<ChangeState, Transition<ChangeState, ChangeContext>>> {
  return Object.fromEntries(states.map(state => [state, transition]));
}

const NOT_BEGUN = [
  'draft',
  'assessed',
  'awaiting-approval',
  'approved',
  'scheduled',
] as const;

/**
 * The life of a change. An emergency is implemented once two people have approved it, and
 * reviewed afterwards; a standard change may be approved beforehand; every other one is
 * approved, scheduled, implemented and, where its protocol says so, reviewed.
 */
export const changeMachine: Machine<ChangeState, ChangeEvent, ChangeContext> = {
  subject: 'a change',
  initial: 'draft',
  states: {
    draft: 'a draft',
    assessed: 'assessed',
    'awaiting-approval': 'awaiting approval',
    approved: 'approved',
    scheduled: 'scheduled',
    implementing: 'being implemented',
    'in-review': 'in review',
    closed: 'closed',
    cancelled: 'cancelled',
    rejected: 'rejected',
    expired: 'expired',
  },
  events: {
    assess: { done: 'assessed', from: { draft: to('assessed', isComplete) } },
    revise: {
      done: 'revised',
      from: fromEach(
        [
          'draft',
          'assessed',
          'awaiting-approval',
          'approved',
          'scheduled',
          'rejected',
        ],
        to('draft'),
      ),
    },
    'request-approval': {
      done: 'put up for approval',
      from: { assessed: to('awaiting-approval', isComplete, canBeApproved) },
    },
    'pre-approve': {
      done: 'approved beforehand',
      from: { assessed: to('approved', isComplete, isPreApproved) },
    },
    approve: {
      done: 'approved',
      from: { 'awaiting-approval': to('approved', isComplete, isApproved) },
    },
    suspend: {
      done: 'suspended',
      from: fromEach(['approved', 'scheduled'], to('awaiting-approval')),
    },
    reject: {
      done: 'rejected',
      from: { 'awaiting-approval': to('rejected') },
    },
    schedule: {
      done: 'scheduled',
      from: { approved: to('scheduled', isApproved, fitsItsWindow) },
    },
    start: {
      done: 'started',
      from: {
        approved: to('implementing', isEmergency, isApproved, isReady),
        scheduled: to('implementing', isApproved, isReady),
      },
    },
    finish: {
      done: 'finished',
      from: {
        implementing: {
          to: ({ needsReview }) => (needsReview ? 'in-review' : 'closed'),
        },
      },
    },
    'complete-review': {
      done: 'closed after its review',
      from: { 'in-review': to('closed', isReviewed) },
    },
    cancel: { done: 'cancelled', from: fromEach(NOT_BEGUN, to('cancelled')) },
    expire: {
      done: 'left to expire',
      from: fromEach(NOT_BEGUN, to('expired')),
    },
  },
};
