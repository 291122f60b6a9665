import type { Problem } from '../../time';

/** Where an override stands. */
export type OverrideState =
  | 'requested'
  | 'in-force'
  | 'in-review'
  | 'reviewed'
  | 'refused'
  | 'withdrawn'
  | 'lapsed';

/** What happens to an override. */
export type OverrideEvent =
  /** The last seat is filled; from then on it counts. */
  | 'approve'
  | 'refuse'
  | 'withdraw'
  /** Nobody decided in time. */
  | 'lapse'
  /** By hand, or because its time is over. */
  | 'close'
  | 'review';

/** What guards look at. */
export interface OverrideContext {
  approvals: { isComplete: boolean; missing?: string };
  /** What its review lacks; empty when it is complete. */
  review: readonly Problem[];
}

/** What an override is to pass over, for what, why and for how long. */
export interface OverrideContent {
  /**
   * Rules of the gate that do not count meanwhile, as a decision names them:
   * `freeze:<calendar>#<window>`, `maintenance:<calendar>#<window>`, `check:<id>`.
   */
  rules: readonly string[];
  reason: string;
  /** Reference of the incident. */
  incident: string;
  /** Canonical refs. */
  entities: readonly string[];
  environments: readonly string[];
  /** Absent: every region of those environments. */
  regions?: readonly string[];
  /** ISO 8601, from the last approval on. */
  duration: string;
}

/** What came of an override, for its review. */
export interface OverrideReview {
  /** What was done under it. */
  summary: string;
  /** Whether it was needed. */
  justified: boolean;
  /** What is to be done so that it is not needed again. */
  followUp: string;
}
