import type { ExemptionLife } from './exemptionLife';

/** The columns that every table of exemptions has. PostgreSQL hands out a bigint as text. */
export interface LifeRow {
  id: string;
  reason: string;
  until: string;
  requested_by: string;
  requested_at: number | string;
  decision: 'approve' | 'refuse' | null;
  decided_by: string | null;
  decided_at: number | string | null;
  decision_comment: string | null;
  revoked_by: string | null;
  revoked_at: number | string | null;
  revocation_reason: string | null;
}

export function lifeRowOf(life: ExemptionLife): LifeRow {
  const { decision, revocation } = life;
  return {
    id: life.id,
    reason: life.reason,
    until: life.until,
    requested_by: life.requestedBy,
    requested_at: life.requestedAt,
    decision: decision?.outcome ?? null,
    decided_by: decision?.by ?? null,
    decided_at: decision?.at ?? null,
    decision_comment: decision?.comment ?? null,
    revoked_by: revocation?.by ?? null,
    revoked_at: revocation?.at ?? null,
    revocation_reason: revocation?.reason ?? null,
  };
}

export function lifeOf(row: LifeRow): ExemptionLife {
  return {
    id: row.id,
    reason: row.reason,
    until: row.until,
    requestedBy: row.requested_by,
    requestedAt: Number(row.requested_at),
    ...(row.decision !== null && {
      decision: {
        outcome: row.decision,
        by: row.decided_by ?? '',
        at: Number(row.decided_at),
        comment: row.decision_comment ?? '',
      },
    }),
    ...(row.revoked_at !== null && {
      revocation: {
        by: row.revoked_by ?? '',
        at: Number(row.revoked_at),
        reason: row.revocation_reason ?? '',
      },
    }),
  };
}
