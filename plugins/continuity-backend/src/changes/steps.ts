import type { ChangeEvent, ChangeState, Step } from '@continuity/engine';
import type { Caller } from '../http';
import type { JudgedChange } from './ChangeJudge';
import type { ChangeParties, ChangeRights } from './ChangeRights';
import { RefusedStepError } from './errors';
import type { StoredChange } from './types';

/** @throws RefusedStepError with everything that is in the way */
export function requireStep(outcome: Step<ChangeState>): ChangeState {
  if (!outcome.allowed) throw new RefusedStepError(outcome.refusals);
  return outcome.to;
}

/** A comment as part of something, where there is one. */
export function say(comment: string | undefined): { comment?: string } {
  return comment === undefined ? {} : { comment };
}

/** Whoever changes what it says becomes an author of it. */
export function authored(
  { authors }: Pick<StoredChange, 'authors'>,
  { ref }: Pick<Caller, 'ref'>,
): Pick<StoredChange, 'authors'> {
  return { authors: [...new Set([...authors, ref])] };
}

/** @param owners - of what is changed */
export function partiesOf(
  { authors, content: { implementer } }: StoredChange,
  owners: readonly string[],
): ChangeParties {
  return {
    authors,
    owners,
    ...(implementer !== undefined && { implementer }),
  };
}

/** Why the caller may not take a step that is no approval. Absent: they may. */
export function refusesToMove(
  rights: ChangeRights,
  event: ChangeEvent,
  {
    change,
    judged,
  }: {
    change: StoredChange;
    judged: Pick<JudgedChange, 'owners' | 'class'>;
  },
): string | undefined {
  const parties = partiesOf(change, judged.owners);
  switch (event) {
    case 'start':
    case 'finish':
      return rights.refusesToImplement(parties);
    case 'complete-review':
      return rights.refusesToReview(parties, {
        isEmergency: judged.class === 'emergency',
      });
    default:
      return rights.refusesToSteer(parties);
  }
}
