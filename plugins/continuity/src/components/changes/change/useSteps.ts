import type {
  Change,
  ChangeDecision,
  ChangeMove,
  Refusal,
} from '@continuity/plugin-continuity-common';
import { useMe } from './useMe';

export type Act = ChangeMove['event'] | ChangeDecision['decision'];

/** In the order in which they are offered; what ends a change comes last. */
const ACTS = [
  'approve',
  'assess',
  'request-approval',
  'pre-approve',
  'schedule',
  'start',
  'finish',
  'complete-review',
  'reject',
  'cancel',
] as const satisfies readonly Act[];

/** Something that the reader may do to a change, or why they may not. */
export interface Step {
  act: Act;
  /** Empty: it is possible. */
  refusals: readonly Refusal[];
}

/** Whether an act is a decision about an approval rather than a step of the change. */
export function isDecision(act: Act): act is ChangeDecision['decision'] {
  return act === 'approve' || act === 'reject' || act === 'withdraw';
}

/** What can happen to a change next, and what is in the way of it. */
export function useSteps(change: Change): Step[] {
  const me = useMe();
  const steps: Step[] = ACTS.flatMap(act => {
    const next = change.next.find(({ event }) => event === act);
    return next ? [{ act, refusals: next.allowed ? [] : next.refusals }] : [];
  });
  // One's own approval is taken back without an event of the change.
  const given = change.approvals.given.some(
    ({ by, decision, state }) =>
      by === me && decision === 'approve' && state === 'counts',
  );
  return given ? [...steps, { act: 'withdraw', refusals: [] }] : steps;
}
