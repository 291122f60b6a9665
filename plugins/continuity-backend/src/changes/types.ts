import type {
  ChangeContent,
  ChangeEvent,
  ChangeRisk,
  ChangeState,
  Instant,
  ReadinessSnapshot,
  ReleaseClass,
} from '@continuity/engine';
import type { ChangeOutcome } from '@continuity/plugin-continuity-common';

/** A review of a change that is over. */
export interface ChangeReview {
  summary: string;
  followUp: string;
  by: string;
  at: Instant;
}

/** A change as it is now. */
export interface StoredChange {
  /** UUID. */
  id: string;
  /** From 1; one more with every change of what it says and of its state. */
  revision: number;
  /** The revision in which what it says was last changed. */
  contentRevision: number;
  state: ChangeState;
  /** In force: the chosen one, else the computed one. */
  class: ReleaseClass;
  content: ChangeContent;
  /** Refs of everybody who wrote a part of it. */
  authors: string[];
  createdBy: string;
  createdAt: Instant;
  updatedBy: string;
  updatedAt: Instant;
  seats: { filled: number; required: number };
  /** As it was when something last happened to it. */
  risk: ChangeRisk;
  /** As a standard change for which nobody has to be asked. */
  preApproved: boolean;
  /** What was approved. Absent: nothing. */
  readiness?: ReadinessSnapshot;
  /** By entity: what was deployed, or asked to be, instead of what was approved. */
  observedDigests: Record<string, string>;
  /** Absent: it is not suspended. */
  suspension?: { at: Instant; because: string[] };
  escalateAt?: Instant;
  /** When somebody has to look at it by the clock. Absent: never. */
  dueAt?: Instant;
  /** When its readiness was last compared. Absent: it is not watched. */
  watchedAt?: Instant;
  outcome?: ChangeOutcome;
  review?: ChangeReview;
  reviewDueAt?: Instant;
  retrospective: boolean;
}

/** What lists show of a change. */
export type ChangeHead = Pick<
  StoredChange,
  | 'id'
  | 'revision'
  | 'state'
  | 'class'
  | 'createdBy'
  | 'createdAt'
  | 'updatedAt'
  | 'seats'
  | 'retrospective'
> & {
  title: string;
  entities: string[];
  environments: string[];
  window?: { start: Instant; end: Instant };
  implementer?: string;
  suspended: boolean;
};

export type ApprovalState =
  | 'counts'
  | 'suspended'
  | 'superseded'
  | 'withdrawn'
  | 'expired';

/** Somebody approved or refused a change, on just what was there. */
export interface StoredApproval {
  id: string;
  changeId: string;
  contentRevision: number;
  by: string;
  decision: 'approve' | 'reject';
  comment?: string;
  at: Instant;
  expiresAt: Instant;
  readiness: ReadinessSnapshot;
  /** Refs of those whom they stood in for when they gave it. Absent: nobody. */
  inPlaceOf?: readonly string[];
  /** Only what counts fills a seat. */
  state: ApprovalState;
  ended?: { at: Instant; because: string };
}

/** What a change said in a revision. */
export interface StoredRevision {
  changeId: string;
  revision: number;
  at: Instant;
  by: string;
  comment?: string;
  content: ChangeContent;
}

/** An event of the machine, or something that changes no state. */
export type Happened =
  | ChangeEvent
  | 'create'
  | 'approval'
  | 'withdraw'
  | 'escalate'
  | 'overdue';

/** Something that happened to a change. */
export interface Happening {
  /** Also of the ledger entry. */
  id: string;
  changeId: string;
  at: Instant;
  by: string;
  event: Happened;
  from: ChangeState;
  to: ChangeState;
  /** Of the change, afterwards. */
  revision: number;
  comment?: string;
  /** On what evidence, or because of what; sentences. */
  details: string[];
}

/** States in which a change has its time, so that others cannot have it. */
export const TIMED_STATES: readonly ChangeState[] = [
  'approved',
  'scheduled',
  'implementing',
];

/** States in which what was approved is compared with what there is. */
export const WATCHED_STATES: readonly ChangeState[] = ['approved', 'scheduled'];

/** Who acts where no person does. */
export const ITSELF = 'service:continuity';
