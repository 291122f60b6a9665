import type { Instant, RowState, ScorecardRow } from '@continuity/engine';
import type { ExemptionLife } from '../exemptions';

/** Who a result is about, as lists show and filter it. */
export interface ResultSubject {
  entityRef: string;
  name: string;
  title?: string;
  /** Ref. Absent: nobody. */
  owner?: string;
  /** Ref. Absent: none. */
  system?: string;
  /** Id, or `unclassified`. */
  tier: string;
}

/** What a scorecard says of a service, as it is stored. */
export interface StoredResult {
  scorecard: string;
  /** Fingerprint of the scorecard that it was judged by. */
  layout: string;
  subject: ResultSubject;
  /** Place of the level, from 0; -1: none. */
  level: number;
  levelAtBest: number;
  /** Tenths of a percent. Absent: nothing applies. */
  score?: { worst: number; best: number };
  points: {
    pass: number;
    fail: number;
    unknown: number;
    exempt: number;
    total: number;
  };
  risk: number;
  /** In the order of the scorecard's checks. */
  rows: readonly ScorecardRow[];
  /** The rows as JSON, which is what is stored; made once, because there are many. */
  details: string;
  contentHash: string;
  judgedAt: Instant;
  /** Absent: it is as it was first judged. */
  changedAt?: Instant;
  /** Absent: it stands where it stood, or higher. */
  levelLostAt?: Instant;
}

/** What is compared with a new judgement, and carried over to it. */
export type EarlierResult = Pick<
  StoredResult,
  'layout' | 'level' | 'contentHash' | 'changedAt' | 'levelLostAt'
> & { states: string };

/** A check whose state is another than before. */
export interface ChangedCheck {
  check: string;
  /** Absent: it was not asked before. */
  from?: RowState;
  to: RowState;
  exempt?: boolean;
  reason?: string;
}

/** One entry of the history of a service on a scorecard. */
export interface StoredChange {
  id: string;
  scorecard: string;
  entityRef: string;
  at: Instant;
  /** Since when it was to be judged. Absent: it was not written down. */
  dueSince?: Instant;
  /** Id. Absent: none. */
  level?: string;
  levelBefore?: string;
  score?: { worst: number; best: number };
  checks: readonly ChangedCheck[];
}

/** Somebody asked to leave a check unmet, and what became of it. */
export interface StoredExemption extends ExemptionLife {
  scorecard: string;
  check: string;
  entityRef: string;
}
