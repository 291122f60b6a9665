import type { Instant } from '@continuity/engine';
import type {
  HeldAnswer,
  HeldDeployment,
} from '@continuity/plugin-continuity-node';

/** `over`: that system does not hold it any more, whatever was decided. */
export type HeldState = 'waiting' | 'approved' | 'rejected' | 'over';

/** A held deployment with what is known of it. */
export interface StoredHeld extends HeldDeployment {
  /** Id of the system that holds it. */
  holder: string;
  group: string;
  expiresAt: Instant;
  state: HeldState;
  entityRef?: string;
  /** Since when it is denied by what nothing known ends. Absent: it is not. */
  deniedSince?: Instant;
  decisionId?: string;
  /** Of the newest answer. Absent: there is none yet. */
  print?: string;
  /** What has to be told. Absent: nothing. */
  answer?: HeldAnswer;
  /** Not before then, because that system asked for it or could not be reached. */
  tellAt?: Instant;
  reports: number;
  failures: number;
  problem?: string;
}

/** One that this replica looks at, until its claim ends. */
export interface ClaimedHeld extends StoredHeld {
  claimedBy: string;
  /** Hints that there were when it was claimed. */
  hints: number;
}

/** What a look at one came to. */
export interface LookOutcome {
  state: HeldState;
  entityRef?: string;
  deniedSince?: Instant;
  decisionId?: string;
  print?: string;
  answer?: HeldAnswer;
  tellAt?: Instant;
  reports: number;
  failures: number;
  problem?: string;
  /** Absent: never again. */
  lookAt?: Instant;
}
