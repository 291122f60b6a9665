import { ConflictError } from '@backstage/errors';
import {
  planSeats,
  type ProtocolApproval,
  type SeatPlan,
} from '@continuity/engine';
import { fromWhom } from './OverrideRosters';
import type { StoredApproval, StoredOverride } from './types';

/**
 * Who fills which seat. Somebody who has approved keeps what they could fill at that time:
 * whoever approves later moves others, but takes nobody's vote away.
 */
export function seatsOf({
  approvalRules,
  approvals,
}: Pick<StoredOverride, 'approvalRules' | 'approvals'>): SeatPlan {
  return planSeats(
    approvalRules.map(({ id, title, required }) => ({
      id,
      title,
      required,
      eligible: new Set(
        approvals.flatMap(({ by, mayFill }) =>
          mayFill.includes(id) ? [by] : [],
        ),
      ),
      places: new Map(
        approvals.flatMap(({ by, places }) => {
          const taken = places?.[id];
          return taken ? [[by, new Set(taken)] as const] : [];
        }),
      ),
    })),
    approvals.map(({ by }) => by),
  );
}

/**
 * An override with one more approval.
 *
 * @throws ConflictError when it fills no seat that is still empty
 */
export function withApproval(
  override: StoredOverride,
  approval: StoredApproval,
): StoredOverride {
  if (override.approvals.some(({ by }) => by === approval.by)) {
    throw new ConflictError(
      `You have approved this override already, and nobody counts twice; ${stillAsked(
        override,
      )}`,
    );
  }
  const next = { ...override, approvals: [...override.approvals, approval] };
  if (seatsOf(next).spare.length > 0) {
    throw new ConflictError(
      `Your approval fills no further seat of this override; ${stillAsked(
        override,
      )}`,
    );
  }
  return next;
}

/** A rule with seats that nobody fills yet. */
export interface OpenSeats {
  rule: ProtocolApproval;
  count: number;
}

/** What an override is still to be approved by; empty when every seat is filled. */
export function openSeatsOf(
  override: Pick<StoredOverride, 'approvalRules' | 'approvals'>,
): OpenSeats[] {
  const { seats } = seatsOf(override);
  return override.approvalRules.flatMap(rule => {
    const count = seats.filter(
      ({ rule: id, by }) => id === rule.id && by === undefined,
    ).length;
    return count === 0 ? [] : [{ rule, count }];
  });
}

/** Who is still to approve, in words. */
function stillAsked(override: StoredOverride): string {
  return `it still needs ${openSeatsOf(override)
    .map(({ rule, count }) => `${count} from ${fromWhom(rule, override)}`)
    .join(' and ')}`;
}
