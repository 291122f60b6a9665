import { ConflictError } from '@backstage/errors';
import { formatInstant, type Refusal } from '@continuity/engine';
import type { ChangeSummary } from '@continuity/plugin-continuity-common';
import { summaryOf } from './presentSummary';
import type { StoredChange } from './types';

/** Somebody else was faster; `current` is what there is now. */
export class StaleChangeError extends ConflictError {
  readonly current: ChangeSummary;

  constructor(given: number, current: StoredChange) {
    const { revision, updatedBy, updatedAt } = current;
    super(
      `revision: ${given} is not the newest; ${updatedBy} brought the change to revision ${revision} at ${formatInstant(
        updatedAt,
      )}. Load it again and decide on that`,
    );
    this.name = 'ConflictError';
    this.current = summaryOf(current);
  }
}

/** What an approval would be given on is not what was seen; `current` is what there is now. */
export class UnseenReadinessError extends ConflictError {
  readonly current: ChangeSummary;

  constructor(current: StoredChange) {
    super(
      'seen: what it is judged on is not what you have seen any more. Look at what is different, and decide on that',
    );
    this.name = 'ConflictError';
    this.current = summaryOf(current);
  }
}

/** A step that is not allowed, with everything that is in the way. */
export class RefusedStepError extends ConflictError {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(
      refusals
        .map(({ reason, remedy }) =>
          remedy === undefined ? reason : `${reason} ${remedy}`,
        )
        .join(' '),
    );
    this.name = 'ConflictError';
    this.refusals = refusals;
  }
}
