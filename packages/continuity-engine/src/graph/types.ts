import type { EnvironmentRole } from '../tiers';

/**
 * `hard`: what depends fails when the dependency does. `soft`: it degrades, and never
 * fails because of it.
 */
export type Strength = 'hard' | 'soft';

/** What a node is worth while something is down; each is worse than the one before. */
export type NodeState = 'fine' | 'degraded' | 'failed';

/** A region in which a node runs, and what it does there. */
export interface Placement {
  region: string;
  /** `primary` and `secondary` serve; `standby` serves only after a failover. Absent: `primary`. */
  role?: EnvironmentRole;
}

/** Something that may fail, e.g. a catalog entity. Everything but its name may be unknown. */
export interface GraphNode {
  /** Unique name, e.g. `component:default/payments-api`. Case matters. */
  node: string;
  /** e.g. `service`, `business-function`, `system`, `saas`. */
  kind?: string;
  /** Id of a tier, e.g. `tier-1`. */
  tier?: string;
  /** Recovery time objective. */
  rtoSeconds?: number;
  /** Recovery point objective; 0 means that no loss is tolerable. */
  rpoSeconds?: number;
  /**
   * The share of time, 0 to 1, in which the node itself works while everything that it
   * depends on does: a contractual SLA or a measurement. Absent: unknown, which is not 1.
   */
  availability?: number;
  /** What the node promises with all of its dependencies, 0 to 1. Absent: nothing to miss. */
  availabilityTarget?: number;
  /**
   * How long its own recovery takes once everything that it needs is back. Absent:
   * unknown; sums over it are then lower bounds and say so.
   */
  recoverySeconds?: number;
  /** Absent or empty: nobody has said where it runs, so no region takes it along. */
  placements?: readonly Placement[];
  /** Who answers for it, e.g. `group:default/team-payments`. */
  owner?: string;
}

/** `from` depends on `to`. */
export interface GraphEdge {
  from: string;
  /** A name that is no declared node is kept, as unknown, and reported. */
  to: string;
  /** Absent means `hard`. */
  strength?: Strength;
  /**
   * Members of one group of one `from` stand in for each other. The group is soft only
   * when all of its edges are.
   */
  group?: string;
  /**
   * How many members must live. Absent means 1. Where edges of a group disagree, the
   * largest counts.
   */
  minAvailable?: number;
  /**
   * Place in the recovery of `from`, 0 to 254: dependencies with the same number are
   * recovered side by side, those with a larger one after them. Absent: beside all.
   */
  recoveryStep?: number;
  /** Where the edge was declared, for explanations, e.g. `dependsOn`. */
  source?: string;
}

/** What one node declares from now on; it replaces all that it declared before. */
export type NodeChange =
  | { node: GraphNode; edges: readonly GraphEdge[] }
  /** Others may still depend on it; then it is an unknown node. */
  | { removed: string };

/** A redundancy group as it counts. */
export interface GraphGroup {
  owner: string;
  group: string;
  strength: Strength;
  /** As declared; when larger than the group, all members are needed. */
  minAvailable: number;
  /** Distinct, by name. */
  members: string[];
}

/** A node that an outage reaches. */
export interface Affected {
  node: string;
  /** 0 for what is down itself, else the wave in which it is reached. */
  hops: number;
  /**
   * A shortest explanation: begins with something that is down, ends with the node, and
   * each depends on the one before. Of several, from the node backwards, the first by name.
   */
  path: string[];
}

/** What is down. */
export interface Outage {
  down?: readonly string[];
  /**
   * Nodes that run only in these regions are down. Those that go on elsewhere only as
   * `standby` are degraded.
   */
  regions?: readonly string[];
}

/** A node whose failure alone brings roots down. */
export interface SinglePoint {
  node: string;
  /** The roots that fall, by name; never the node itself. */
  roots: string[];
}

/** How a single point of failure brings a root down, and what would prevent it. */
export interface SinglePointExplanation {
  node: string;
  root: string;
  /** From the node to the root, each depends on the one before. */
  path: string[];
  /** Groups on the way of which the node takes so many members that they fall. */
  tippedGroups: {
    owner: string;
    group: string;
    minAvailable: number;
    members: string[];
    failed: string[];
  }[];
  /** In words: what would shield the root. */
  shield: string;
}

/** Minimal cut sets of a root: sets that bring it down together, and no part of which does. */
export interface CutSets {
  root: string;
  /** Sizes looked at. */
  maxSize: number;
  /** Each by name, the smallest first. Never the root itself. */
  cutSets: string[][];
  /**
   * `false`: there are more than could be listed or computed; `because` says why. What
   * is listed is right all the same.
   */
  complete: boolean;
  because?: string;
}

/** The availability of a root with everything that it depends on. */
export interface ComposedAvailability {
  root: string;
  /** Nothing is available less often than this, 0 to 1. */
  lower: number;
  /** Nothing is available more often than this; equal to `lower` when exact. */
  upper: number;
  exact: boolean;
  /** Why there are only bounds, in words. */
  because?: string;
  /** Nodes that matter and whose availability nobody has declared, by name. */
  missing: string[];
  /** How many there are, should `missing` be cut short. */
  missingCount: number;
}

/** How long it takes until a node is back when all that it depends on has to be recovered. */
export interface ComposedRecovery {
  node: string;
  seconds: number;
  /** `false`: some on the way have no recovery time, so it is at least this long. */
  exact: boolean;
  /** The longest way, first recovered first, ends with the node. */
  path: string[];
  /** Nodes without a recovery time on any way, by name; cut short at 100. */
  missing: string[];
}

export type GraphFindingId =
  | 'rto-inversion'
  | 'rpo-inversion'
  | 'tier-inversion'
  | 'recovery-exceeds-rto'
  | 'availability-below-target'
  | 'availability-unknown'
  | 'cycle'
  | 'self-dependency'
  | 'unknown-reference'
  | 'group-too-small'
  | 'single-point-of-failure';

/** How bad a finding is for whom it concerns; the rule stands in docs/graph.md. */
export type FindingSeverity = 'high' | 'medium' | 'low';

/** A severity, and the part of the rule that says so, as a sentence. */
export interface SeverityJudgement {
  severity: FindingSeverity;
  because: string;
}

/** Something in the graph that cannot hold, with its proof and its remedy. */
export interface GraphFinding extends SeverityJudgement {
  id: GraphFindingId;
  /** Whom it concerns: who has the objective, the dependency or the root. */
  node: string;
  /** Owner of `node`, where known. */
  owner?: string;
  /** The other end, e.g. the dependency whose RTO is too long. */
  about?: string;
  /**
   * From the node to what it is about, along dependencies. At most 200: of a longer one
   * the beginning, and the end.
   */
  path: string[];
  /** How many are left out of a longer path, before its end. Absent: none. */
  leftOut?: number;
  /** What was compared, e.g. `{ rtoSeconds: 3600, dependencyRtoSeconds: 7200 }`. */
  numbers: Record<string, number>;
  message: string;
  remedy: string;
}

/** Findings with a bound; the counts are not bounded. */
export interface GraphFindings {
  findings: GraphFinding[];
  /** All that there are, also those beyond the limit. */
  counts: Partial<Record<GraphFindingId, number>>;
  /** Of those that are listed. */
  severities: Record<FindingSeverity, number>;
  /** `true` when `findings` does not have all of them. */
  truncated: boolean;
}

/** Deployment or recovery waves. */
export interface GraphOrder {
  /** Dependencies first; inside a wave everything may go at once. Each by name. */
  waves: string[][];
  /** Nodes that depend on each other in a circle and so stay together, each by name. */
  components: string[][];
  /** Soft dependencies that lie on a circle and therefore do not order anything. */
  softIgnored: number;
}

/** An objective that an outage breaks. */
export type Breach =
  | {
      objective: 'rto';
      node: string;
      objectiveSeconds: number;
      /** When it is broken, seconds after the outage began. */
      atSeconds: number;
      /** When the node is back; at least this, when `exact` is false. */
      backSeconds: number;
      exact: boolean;
      path: string[];
    }
  | {
      objective: 'rpo';
      node: string;
      objectiveSeconds: number;
      atSeconds: number;
      /** What may be lost: the longest RPO among what failed and has to be restored. */
      lossSeconds: number;
      /** From what is restored to the node. */
      path: string[];
    };

/** A node in the course of an outage; times are seconds after it began. */
export interface CascadeNode extends Affected {
  state: 'failed' | 'degraded';
  /** When it is fine again; at least this, when `exact` is false. */
  backSeconds: number;
  exact: boolean;
}

/** An outage from its beginning until everything is back. */
export interface Cascade {
  lengthSeconds: number;
  /** First failed, then degraded; each by time of return. */
  nodes: CascadeNode[];
  /** The first broken first. */
  breaches: Breach[];
  /** When the last is back. */
  backSeconds: number;
  exact: boolean;
  /** Groups that lost members and hold. */
  absorbed: {
    owner: string;
    group: string;
    minAvailable: number;
    failed: string[];
    left: string[];
  }[];
  /** Failed nodes without a recovery time, by name: their returns are lower bounds. */
  missing: string[];
}
