import type { Override } from '@continuity/plugin-continuity-common';
import { namedBy } from '../changes/people';
import { toIso } from '../http';
import type { StoredOverride } from './types';
import { openSeatsOf } from './voting';

/** An override as the API shows it: instants in ISO 8601. */
export function presentOverride(override: StoredOverride): Override {
  const { content, approvals, inForce, closing, review } = override;
  const { regions } = content;
  return {
    id: override.id,
    state: override.state,
    rules: [...content.rules],
    reason: content.reason,
    incident: content.incident,
    entities: [...content.entities],
    environments: [...content.environments],
    ...(regions && { regions: [...regions] }),
    duration: content.duration,
    requestedBy: override.requestedBy,
    requestedAt: toIso(override.requestedAt),
    ...(override.state === 'requested' && {
      lapsesAt: toIso(override.lapsesAt),
    }),
    approvals: approvals.map(({ by, at, comment }) => ({
      by,
      at: toIso(at),
      ...(comment !== undefined && { comment }),
    })),
    seats: {
      filled: approvals.length,
      required: override.approvalRules.reduce(
        (sum, { required }) => sum + required,
        0,
      ),
      ...(override.state === 'requested' && { open: presentSeats(override) }),
    },
    ...(inForce && { start: toIso(inForce.start), end: toIso(inForce.end) }),
    ...(closing && { closedBy: closing.by }),
    ...(closing?.because !== undefined && { closedBecause: closing.because }),
    ...(override.reviewDueAt !== undefined && {
      reviewDueAt: toIso(override.reviewDueAt),
    }),
    ...(review && { review: { ...review, at: toIso(review.at) } }),
  };
}

function presentSeats(override: StoredOverride): Override['seats']['open'] {
  return openSeatsOf(override).map(({ rule, count }) => ({
    title: rule.title,
    count,
    from: [...new Set(namedBy(rule, override))],
  }));
}
