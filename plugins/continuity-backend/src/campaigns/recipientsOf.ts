import type { MemberOutcome } from './types';
import type { CampaignRecipient } from './campaignEntry';

/** Refs that a letter names; the rest stands on the page. */
const EXAMPLES = 10;

/**
 * Owners of services, each once, and how many of theirs are not there. What is exempt is
 * not asked for at this time.
 */
export function recipientsOf(
  members: readonly (Pick<MemberOutcome, 'entityRef' | 'standing'> & {
    /** Ref; empty: nobody. */
    owner: string;
  })[],
): { recipients: CampaignRecipient[]; unowned: number } {
  const byOwner = new Map<string, CampaignRecipient>();
  let unowned = 0;
  for (const { entityRef, owner, standing } of members) {
    const isOpen = standing === 'not-known' || standing === 'not-reached';
    if (owner === '') {
      if (isOpen) unowned += 1;
      continue;
    }
    const known = byOwner.get(owner) ?? {
      owner,
      open: 0,
      services: 0,
      examples: [],
    };
    known.services += 1;
    if (isOpen) {
      known.open += 1;
      if (known.examples.length < EXAMPLES) known.examples.push(entityRef);
    }
    byOwner.set(owner, known);
  }
  return {
    recipients: [...byOwner.values()].sort((a, b) =>
      a.owner < b.owner ? -1 : 1,
    ),
    unowned,
  };
}
