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
 * Refs of those who may fill a seat at a moment: members, and whoever stands in for one of
 * them. Somebody who is excluded cannot have others decide in their place, and cannot decide
 * in the place of others; a place that was taken is not handed on.
 */
export function whoMayApprove(
  { members, excluded, delegations }: ApproverCircle,
  at: Instant,
): Set<string> {
  const own = new Set([...members].filter(member => !excluded.has(member)));
  const standIns = delegations
    .filter(({ from, start, end }) => own.has(from) && start <= at && at < end)
    .map(({ to }) => to)
    .filter(to => !excluded.has(to));
  return new Set([...own, ...standIns]);
}
