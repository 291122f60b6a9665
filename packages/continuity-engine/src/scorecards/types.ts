import type { FilterPredicate } from '@backstage/filter-predicates';
import type { ContinuityProfile } from '../tiers/types';
import type {
  Evidence,
  EvidenceKind,
  LatestEvidence,
  Verdict,
} from '../evidence/types';
import type { Instant } from '../time/types';

/** The answer of one check about one service, with everything needed to act on it. */
export interface CheckResult {
  check: string;
  verdict: Verdict;
  /** Why, in a sentence with the numbers. */
  reason: string;
  /** What to do next. Absent only on a pass. */
  remedy?: string;
  /** Ids of the evidence that was used. */
  evidence: string[];
  /** The first moment at which time alone can change the result. Absent: never. */
  until?: Instant;
}

/** What a check may look at. Pure: everything comes in through here. */
export interface CheckContext {
  now: Instant;
  entityRef: string;
  profile: ContinuityProfile;
  /** The environment the question is about. */
  environment: string;
  region?: string;
  /** The newest evidence of a kind by *observed* time, not after `now`. */
  latest<T>(kind: EvidenceKind<T>): LatestEvidence<T>;
  /**
   * Every piece of a kind that still counts, newest first; name the kind in `history`, or
   * only the newest may be there.
   */
  recent<T>(kind: EvidenceKind<T>): Evidence<T>[];
  /** Like `recent`, of every environment and region: for what is compared across them. */
  everywhere<T>(kind: EvidenceKind<T>): Evidence<T>[];
}

/** Which services something is for; all conditions hold together. Empty: every one. */
export interface Applicability {
  /** What the entity must be, as a filter predicate of Backstage. */
  entities?: FilterPredicate;
  /** Ids of tiers; `unclassified` stands for services without one. */
  tiers?: readonly string[];
}

/** A check: one question about a service, judged from declarations and evidence. */
export interface Check {
  /** Kebab-case, stable: policies name it. */
  id: string;
  title: string;
  question: string;
  needs: EvidenceKind<never>[] | EvidenceKind[];
  /** Kinds of which it looks at every piece that still counts. Absent: none. */
  history?: EvidenceKind<never>[] | EvidenceKind[];
  /** Which services it is about. Absent: every one. Scorecards leave it out for others. */
  appliesTo?: Applicability;
  evaluate(context: CheckContext): Omit<CheckResult, 'check'>;
}
