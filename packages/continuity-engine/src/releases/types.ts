import type { ReleaseClass } from '../calendar/types';

/**
 * What is known of a release. A part that is absent is not known, and what is not known
 * counts as its worst.
 */
export interface ReleaseFacts {
  /** Tier id or `unclassified`. */
  tier?: string;
  /** What fails with the service, by the dependency graph. */
  blastRadius?: {
    /** Business functions that fail. */
    businessFunctions: number;
    /** Services of the strictest tier that fail, the released one aside. */
    criticalServices: number;
  };
  /** `none`, or whether the database can be migrated back without losing data. */
  migration?: 'none' | 'reversible' | 'irreversible';
  /** What is changed besides code. */
  touches?: readonly ('configuration' | 'infrastructure')[];
  size?: {
    /** Files changed. */
    files: number;
    /** Lines added and removed. */
    lines: number;
  };
  /** Dependencies of which the major version changes, by name. */
  majorUpdates?: readonly string[];
  /** What is in force at the planned time: titles of freezes, and of peaks. */
  calendar?: { freezes: readonly string[]; peaks: readonly string[] };
  /** Deployments of the service lately, and how many of them failed. */
  history?: { deployments: number; failed: number };
  /** Whether the pipeline conforms to its template. */
  pipeline?: 'conformant' | 'divergent';
  /** Reference of the incident that the release is to end. Absent: there is none. */
  incident?: string;
}

/** A condition over one fact; a rule may have several, and all must hold. */
export interface ReleaseConditions {
  /** Tier ids or `unclassified`. */
  tiers?: readonly string[];
  /** Fails at least so many. */
  businessFunctions?: number;
  criticalServices?: number;
  migration?: readonly ('reversible' | 'irreversible')[];
  touches?: readonly ('configuration' | 'infrastructure')[];
  /** At least so many changed. */
  files?: number;
  lines?: number;
  majorUpdates?: true;
  /** Deploys into one. */
  into?: readonly ('freeze' | 'peak')[];
  /** At least this share of the last deployments failed, 0 to 1. */
  failureRate?: number;
  pipeline?: 'divergent';
  incident?: true;
}

/** A condition by the name of its fact. */
export type ReleaseCondition = keyof ReleaseConditions;

/** When a release is of more than the lowest class. */
export interface ClassificationRule {
  /** Kebab-case. */
  id: string;
  title: string;
  when: ReleaseConditions;
  class: Exclude<ReleaseClass, 'standard'>;
  /** What to do if the class is not wanted. */
  remedy?: string;
}

/** Who has to approve. */
export interface ProtocolApproval {
  /** Kebab-case. */
  id: string;
  title: string;
  /** So many different people. */
  required: number;
  /**
   * Of whom: members of these groups, or owners of what is released. Nobody else counts.
   */
  from: { groups?: readonly string[]; owners?: true };
  /** Who does not count though they belong to those. Absent: the author. */
  except?: readonly ('author' | 'committer' | 'implementer')[];
}

/** What a class binds a release to. */
export interface ReleaseProtocol {
  approvals: readonly ProtocolApproval[];
  /** Ids of checks that must pass. */
  checks: readonly string[];
  /** Whether it may begin only while no calendar closes. */
  windows: 'open-only' | 'any';
  /** Who is told, in words. */
  communication: readonly string[];
  /** ISO 8601: how soon after the end it is reviewed. Absent: it is not. */
  reviewWithin?: string;
}

/** How releases are classified, and what follows. */
export interface ReleaseSettings {
  rules: readonly ClassificationRule[];
  protocols: Readonly<Record<ReleaseClass, ReleaseProtocol>>;
  /** With fewer deployments than this, how many of them failed says nothing. */
  minDeployments: number;
}

/** What a rule came to. */
export interface JudgedRule {
  rule: string;
  title: string;
  class: ReleaseClass;
  /** `unknown`: a fact is not known, so it counts as if the rule was met. */
  outcome: 'met' | 'not-met' | 'unknown';
  /** What and why, in plain words. */
  explanation: string;
  /** Absent when the rule is not met, or there is nothing to be done. */
  remedy?: string;
}

/** What a release is, and why. */
export interface Classification {
  class: ReleaseClass;
  /** Those that decide first, then others that count, then those that are not met. */
  rules: JudgedRule[];
  protocol: ReleaseProtocol;
}
