import type { Instant, Interval } from '../../time';

/** When a field was written, as far as anybody knows. Both ends belong to it. */
export interface DriftWindow {
  readonly from: Instant;
  readonly to: Instant;
  /** Who owns the field says so, or the scans before and after. */
  readonly by: 'owner' | 'scans';
}

/** Something that was allowed to write, or did, and when. */
export interface DriftCandidate {
  readonly kind: 'change' | 'deployment' | 'override';
  /** Of the change, the override, or the evidence of the deployment. */
  readonly id: string;
  readonly title: string;
  readonly interval: Interval;
}

/** What is known of the place at the time of a finding. */
export interface DriftHistory {
  /** Of the entity, the environment and the region. */
  readonly candidates: readonly DriftCandidate[];
  /**
   * From when on deployments to the place were reported. Absent: never, so that none is
   * known does not say that there was none.
   */
  readonly deploymentsSince?: Instant;
  /** More happened than was read, so that what is not there may have been. */
  readonly isCut?: boolean;
}

/** What of a finding says who is answerable for it. */
export interface DriftTrace {
  /** Absent: not recorded. */
  readonly ownedAt?: Instant;
  /** Whether a manager that deploys owns the field. */
  readonly authorised: 'yes' | 'no' | 'unknown';
  readonly firstSeen: Instant;
  /** When a scan last looked without seeing it. Absent: none did. */
  readonly unseenAt?: Instant;
}

/**
 * Who is answerable for a finding.
 *
 * `ambiguous`: several may be, or one whose time does not cover all of when it may have been
 * written. `unknown`: when it was written, or what happened then, is not known. Neither
 * counts as an answer.
 */
export interface DriftCulprit {
  readonly standing: 'attributed' | 'unauthorised' | 'ambiguous' | 'unknown';
  /** One sentence. */
  readonly reason: string;
  readonly window?: DriftWindow;
  /** Those that may be, at most ten. */
  readonly candidates: readonly DriftCandidate[];
}
