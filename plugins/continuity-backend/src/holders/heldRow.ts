import { createHash } from 'node:crypto';
import type { StoredHeld, HeldState, LookOutcome } from './types';

/** PostgreSQL hands out a bigint as text. */
type BigInteger = number | string;

export interface HeldRow {
  id: string;
  holder: string;
  key: string;
  group_key: string;
  requested_at: BigInteger;
  expires_at: BigInteger;
  details: string;
  state: HeldState;
  entity_ref: string | null;
  denied_since: BigInteger | null;
  decision_id: string | null;
  print: string | null;
  answer: string | null;
  tell_at: BigInteger | null;
  reports: number;
  failures: number;
  problem: string | null;
  look_at: BigInteger | null;
  hints: number;
  claimed_by: string | null;
  claimed_until: BigInteger | null;
  updated_at: BigInteger;
}

export interface EndingRow {
  holder: string;
  group_key: string;
  ended_at: BigInteger;
  reason: string;
  taken_at: BigInteger;
}

export interface DeliveryRow {
  holder: string;
  delivery: string;
  taken_at: BigInteger;
}

export function heldOf(row: HeldRow): StoredHeld {
  return {
    id: row.id,
    holder: row.holder,
    key: row.key,
    group: row.group_key,
    requestedAt: Number(row.requested_at),
    expiresAt: Number(row.expires_at),
    details: JSON.parse(row.details),
    state: row.state,
    ...(row.entity_ref !== null && { entityRef: row.entity_ref }),
    ...(row.denied_since !== null && { deniedSince: Number(row.denied_since) }),
    ...(row.decision_id !== null && { decisionId: row.decision_id }),
    ...(row.print !== null && { print: row.print }),
    ...(row.answer !== null && { answer: JSON.parse(row.answer) }),
    ...(row.tell_at !== null && { tellAt: Number(row.tell_at) }),
    reports: row.reports,
    failures: row.failures,
    ...(row.problem !== null && { problem: row.problem }),
  };
}

/** The columns that a look decides. */
export function outcomeColumns(outcome: LookOutcome) {
  return {
    state: outcome.state,
    entity_ref: outcome.entityRef ?? null,
    denied_since: outcome.deniedSince ?? null,
    decision_id: outcome.decisionId ?? null,
    print: outcome.print ?? null,
    answer: outcome.answer ? JSON.stringify(outcome.answer) : null,
    tell_at: outcome.tellAt ?? null,
    reports: outcome.reports,
    failures: outcome.failures,
    problem: outcome.problem ?? null,
  };
}

/** Keys that no column or index can hold are kept as their digest. */
export function kept(key: string, longest: number): string {
  return key.length <= longest
    ? key
    : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}
