import type { OverrideState } from '@continuity/engine';
import type { StoredOverride } from './types';

/** PostgreSQL hands out a bigint as text. */
export interface OverrideRow {
  id: string;
  state: OverrideState;
  document: string;
  approval_rules: string;
  owners: string;
  approvals: string;
  requested_by: string;
  created_at: number | string;
  lapses_at: number | string;
  starts_at: number | string | null;
  ends_at: number | string | null;
  closing: string | null;
  review: string | null;
  review_due_at: number | string | null;
}

export function rowOf(override: StoredOverride): OverrideRow {
  const { inForce, closing, review } = override;
  return {
    id: override.id,
    state: override.state,
    document: JSON.stringify(override.content),
    approval_rules: JSON.stringify(override.approvalRules),
    owners: JSON.stringify(override.owners),
    approvals: JSON.stringify(override.approvals),
    requested_by: override.requestedBy,
    created_at: override.requestedAt,
    lapses_at: override.lapsesAt,
    starts_at: inForce?.start ?? null,
    ends_at: inForce?.end ?? null,
    closing: closing ? JSON.stringify(closing) : null,
    review: review ? JSON.stringify(review) : null,
    review_due_at: override.reviewDueAt ?? null,
  };
}

export function overrideOf(row: OverrideRow): StoredOverride {
  return {
    id: row.id,
    state: row.state,
    content: JSON.parse(row.document),
    approvalRules: JSON.parse(row.approval_rules),
    owners: JSON.parse(row.owners),
    approvals: JSON.parse(row.approvals),
    requestedBy: row.requested_by,
    requestedAt: Number(row.created_at),
    lapsesAt: Number(row.lapses_at),
    ...(row.starts_at !== null &&
      row.ends_at !== null && {
        inForce: { start: Number(row.starts_at), end: Number(row.ends_at) },
      }),
    ...(row.closing !== null && { closing: JSON.parse(row.closing) }),
    ...(row.review_due_at !== null && {
      reviewDueAt: Number(row.review_due_at),
    }),
    ...(row.review !== null && { review: JSON.parse(row.review) }),
  };
}
