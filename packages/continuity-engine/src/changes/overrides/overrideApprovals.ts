import type { ProtocolApproval } from '../../releases/types';
import type { OverrideSettings } from '../settings/types';

/**
 * Who has to approve an override of something of these tiers. Whoever asked for it is its
 * author, and counts for none.
 *
 * @param tiers - Tier id or `unclassified` of each entity; the strictest demand counts.
 */
export function overrideApprovals(
  { approvals, secondFrom, twoPeopleTiers }: OverrideSettings,
  tiers: readonly string[],
): ProtocolApproval[] {
  const needsTwo = tiers.some(tier => twoPeopleTiers.includes(tier));
  if (needsTwo && secondFrom) {
    return [
      approval('first', 'One person', 1, approvals),
      approval('second', 'Another person, of another role', 1, {
        groups: secondFrom,
      }),
    ];
  }
  return [
    needsTwo
      ? approval(
          'two-people',
          'Two people, neither of whom asked',
          2,
          approvals,
        )
      : approval('one-person', 'One person who did not ask', 1, approvals),
  ];
}

function approval(
  id: string,
  title: string,
  required: number,
  from: ProtocolApproval['from'],
): ProtocolApproval {
  return { id, title, required, from, except: ['author'] };
}
