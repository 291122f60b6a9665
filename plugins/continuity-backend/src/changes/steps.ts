import type { ChangeState, Step } from '@continuity/engine';
import type { Caller } from '../http';
import type { ChangeParties } from './ChangeRights';
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
