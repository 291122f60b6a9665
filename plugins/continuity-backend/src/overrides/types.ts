import type {
  Instant,
  Interval,
  OverrideContent,
  OverrideReview,
  OverrideState,
  ProtocolApproval,
} from '@continuity/engine';

/** Somebody approved an override. */
export interface StoredApproval {
  by: string;
  at: Instant;
  comment?: string;
  /** Ids of the rules of which they could fill a seat when they approved. */
  mayFill: readonly string[];
  /** By rule: in whose places, at that time. Absent, or without the rule: in their own. */
  places?: Readonly<Record<string, readonly string[]>>;
}

/** An override as it is kept. */
export interface StoredOverride {
  /** UUID. */
  id: string;
  /** As it was last written; see {@link asOf} for what time has brought since. */
  state: OverrideState;
  /** Secrets in its texts are masked. */
  content: OverrideContent;
  /** Who has to approve it, by the tiers that its entities had when it was asked for. */
  approvalRules: readonly ProtocolApproval[];
  /** Refs of the owners of its entities, as they were then. */
  owners: readonly string[];
  /** Oldest first; each fills a seat of its own. */
  approvals: readonly StoredApproval[];
  requestedBy: string;
  requestedAt: Instant;
  /** The request is over at this moment if nobody has decided. */
  lapsesAt: Instant;
  /** When it counts; closing it ends that. Absent: it was never in force. */
  inForce?: Interval;
  /** Who ended it, or the request for it, and why. Absent: nobody. */
  closing?: { by: string; at: Instant; because?: string };
  /** Absent: it was never in force. */
  reviewDueAt?: Instant;
  review?: OverrideReview & { by: string; at: Instant };
}

/** What the ledger tells of an override, after `override.`. */
export type OverrideHappening =
  | 'requested'
  | 'approved'
  | 'in-force'
  | 'refused'
  | 'withdrawn'
  | 'lapsed'
  | 'closed'
  | 'reviewed';
