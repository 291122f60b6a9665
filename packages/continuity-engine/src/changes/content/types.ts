import type { ReleaseClass } from '../../calendar/types';
import type { ReleaseFacts } from '../../releases/types';
import type { Interval } from '../../time';

/** How to go back, who decides, until when, and what becomes of the data. */
export interface ChangeRollbackPlan {
  /** In their order. */
  steps: readonly string[];
  /** Ref of the User or Group that decides. */
  decisionOwner: string;
  /** ISO 8601: how long after the start the decision is due. */
  decisionDeadline: string;
  /** ISO 8601: how long going back takes once it is decided. */
  expectedDuration: string;
  /** What becomes of what was written in between. */
  dataHandling: string;
}

/** How it was tried before. */
export interface ChangeTest {
  summary: string;
  /** An http(s) address of the result. */
  link?: string;
}

/** What only whoever changes it knows of the release. */
export type DeclaredFacts = Pick<
  ReleaseFacts,
  'migration' | 'touches' | 'size' | 'majorUpdates' | 'pipeline'
>;

/** What a change says of itself, checked for form; what is absent was not said yet. */
export interface ChangeContent {
  title: string;
  /** What is changed and why. */
  description?: string;
  /** Canonical refs of what is changed. */
  entities: readonly string[];
  environments: readonly string[];
  /** Absent: every region of those environments. */
  regions?: readonly string[];
  /** `sha256:...` of what is deployed, by entity ref. */
  digests?: Readonly<Record<string, string>>;
  /** When it is planned. Half-open. */
  window?: Interval;
  /** Absent: what the rules say. */
  class?: ReleaseClass;
  /** Why the class is below what the rules say. */
  classReason?: string;
  /** Reference of the incident that it is to end. */
  incident?: string;
  /** What is done, step by step. */
  plan?: string;
  rollbackPlan?: ChangeRollbackPlan;
  tests?: readonly ChangeTest[];
  /** Who is told what, and when. */
  communication?: string;
  /** Ref of the user who carries it out. Absent: not decided. */
  implementer?: string;
  /** Refs of the users who wrote what is released. */
  committers?: readonly string[];
  facts?: DeclaredFacts;
}

/** What a change of some class must say, by policy. */
export interface ContentDemands {
  class: ReleaseClass;
  /** What the rules say; a class below it needs a reason. */
  computedClass: ReleaseClass;
  rollbackPlan: boolean;
  tests: boolean;
  communication: boolean;
  /** Strictest recovery time objective of its entities, ISO 8601. Absent: none has one. */
  rto?: string;
}
