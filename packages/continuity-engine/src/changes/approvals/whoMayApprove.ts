import type { Instant } from '../../time';
import type { Delegation } from './types';

/** Who is asked, and who may not be. */
export interface ApproverCircle {
  /** Refs of those who may approve in their own right. */
  members: Iterable<string>;
  /** Refs of people who may not, whoever they belong to or stand in for. */
  excluded: ReadonlySet<string>;
  delegations: readonly Delegation[];
}

/**
 * Refs of those who may fill a seat at a moment, and in whose places: members in their own,
 * and whoever stands in for one of them. Somebody who is excluded cannot have others decide in
 * their place, and cannot decide in the place of others; a place that was taken is not handed
 * on.
 */
export function whoMayApprove(
  { members, excluded, delegations }: ApproverCircle,
  at: Instant,
): Map<string, Set<string>> {
  const own = [...members].filter(member => !excluded.has(member));
  const places = new Map(own.map(member => [member, new Set([member])]));
  const isOwn = new Set(own);
  for (const { from, to, start, end } of delegations) {
    if (!isOwn.has(from) || excluded.has(to) || at < start || at >= end) {
      continue;
    }
    const taken = places.get(to);
    if (taken) taken.add(from);
    else places.set(to, new Set([from]));
  }
  return places;
}
