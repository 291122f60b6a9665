import type { Instant } from '@continuity/engine';

/** Why something could not be seen, and what to do about it. */
export interface StoredReason {
  /** A sentence. */
  reason: string;
  /** A sentence. */
  remedy: string;
}

/** What a collector could not see, since when. */
export interface StoredProblem extends StoredReason {
  /** Names what it is about; problems with one key are one. */
  key: string;
  entityRef?: string;
  environment?: string;
  region?: string;
  place?: string;
  since: Instant;
  /** When that was last found. */
  at: Instant;
}

/** What became of the reports of a run. */
export interface ReportCounts {
  accepted: number;
  /** Said the same as what was known, so they were not stored again. */
  unchanged: number;
  refused: number;
}

/** How a collector does. */
export interface StoredCollector {
  id: string;
  /** Of the newest run. Absent: it never ran. */
  startedAt?: Instant;
  /** Until when a replica may take for a run. Absent: none is at it. */
  runningUntil?: Instant;
  /** When a run last ended, whatever came of it. */
  finishedAt?: Instant;
  /** When a run last saw everything that it looked for, problems aside. */
  completedAt?: Instant;
  /** Not before. */
  nextAt: Instant;
  /** Runs in a row that failed. */
  failures: number;
  /** Absent: the last run did not fail. */
  failing?: StoredReason & { since: Instant; at: Instant };
  /** Of the last run. */
  counts: ReportCounts;
  /** How many problems it had; not all of them may be kept. */
  problemCount: number;
}

/** A run that a replica has taken on. */
export interface ClaimedRun {
  collector: string;
  /** UUID; whoever has another one may not end it. */
  holder: string;
  startedAt: Instant;
}
