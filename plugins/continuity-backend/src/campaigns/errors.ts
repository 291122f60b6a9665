import { ConflictError, NotFoundError } from '@backstage/errors';
import { formatInstant, type Refusal } from '@continuity/engine';
import type { StoredCampaign } from './types';

/** Somebody else was faster; `current` is what there is now. */
export class StaleCampaignError extends ConflictError {
  readonly current: {
    revision: number;
    updatedBy: string;
    updatedAt: string;
  };

  constructor(
    given: number,
    { revision, updatedBy, updatedAt }: StoredCampaign,
  ) {
    const at = formatInstant(updatedAt);
    super(
      `revision: ${given} is not the newest; ${updatedBy} brought the campaign to revision ${revision} at ${at}. Load it again and decide on that`,
    );
    this.name = 'ConflictError';
    this.current = { revision, updatedBy, updatedAt: at };
  }
}

/** What is said when something cannot be done to a campaign as it is. */
export function refused(refusals: readonly Refusal[]): ConflictError {
  return new ConflictError(
    refusals
      .map(({ reason, remedy }) =>
        remedy === undefined ? reason : `${reason} ${remedy}`,
      )
      .join(' '),
  );
}

export function unknownCampaign(id: string): NotFoundError {
  return new NotFoundError(`There is no campaign ${id}`);
}
