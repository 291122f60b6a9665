import type { Instant } from '@continuity/engine';
import type {
  ConnectorProblem,
  DecisionNews,
  DraftNews,
  ExternalReference,
  ExternalVersion,
} from '@continuity/plugin-continuity-node';

/** Something that could not be carried over, since when. */
export type StoredProblem = ConnectorProblem & { at: Instant };

/** Somebody decided about a change in another system. */
export interface StoredDecision {
  /** Of the decision there. */
  id: string;
  /** Ref of the user where exactly one fits, else what the person is called there. */
  by: string;
  /** `open`: they were asked again. */
  decision: DecisionNews['decision'];
  version: ExternalVersion;
  outcome: 'counted' | 'shown';
  /** Why it does not count. Absent: it does. */
  note?: string;
  remedy?: string;
}

/** What is known of the record of a change in another system. */
export interface StoredRecord {
  connector: string;
  changeId: string;
  reference: ExternalReference;
  /** There. Absent: not told yet. */
  state?: string;
  /** Last written; 0: none. */
  revision: number;
  /** Of what it said when it was last written; 0: never. */
  contentRevision: number;
  /** When that was first written, by the clock of that system. Absent: never. */
  contentAt?: Instant;
  /** The newest version that is known. */
  seen: ExternalVersion;
  synchronisedAt: Instant;
  decisions: StoredDecision[];
  /** What could not be carried there, and what not here. */
  pushProblem?: StoredProblem;
  pullProblem?: StoredProblem;
}

/** A change that waits to be written to another system. */
export interface QueuedPush {
  connector: string;
  changeId: string;
  /** The newest that is known to wait. */
  revision: number;
  since: Instant;
  /** How often it failed. */
  attempts: number;
  /** When it is tried. Absent: not before somebody says so, or the change is changed. */
  nextAt?: Instant;
  /** Why it failed last. Absent: it was not tried yet. */
  problem?: StoredProblem;
  /** Until when a replica may take for it. Absent: none is at it. */
  heldUntil?: Instant;
}

/** A push that a replica has taken on; nobody else does until then. */
export type ClaimedPush = QueuedPush & { holder: string };

/** How far another system was read. */
export interface ConnectorCursor {
  /** Absent: never. */
  cursor?: string;
  pulledAt?: Instant;
  failures: number;
  failing?: { problem: StoredProblem; since: Instant; nextAt: Instant };
}

/** A record there that could not become a draft. */
export interface UntakenDraft {
  connector: string;
  since: Instant;
  draft: DraftNews;
  problem: StoredProblem;
}

/** Which of two versions of a record is the newer one. */
export function isNewer(one: ExternalVersion, than: ExternalVersion): boolean {
  return one.at === than.at
    ? (one.sequence ?? 0) > (than.sequence ?? 0)
    : one.at > than.at;
}
