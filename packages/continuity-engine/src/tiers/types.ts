/**
 * A continuity tier: a promise class for recovery. Tiers are ordered by `maxRto`,
 * the shortest first; a service belongs to the first tier whose `maxRto` its
 * recovery time objective does not exceed.
 */
export interface TierDefinition {
  /** Stable identifier, e.g. `tier-1`. */
  id: string;
  /** What people call it, e.g. `Mission critical`. */
  title: string;
  /** Longest recovery time objective of the tier, ISO 8601 duration. */
  maxRto: string;
}

export type ImpactCategory =
  | 'financial'
  | 'regulatory'
  | 'customer'
  | 'safety'
  | 'reputation'
  | 'operational';

/** One line of a business impact analysis (ISO 22301: when is an outage intolerable?). */
export interface Impact {
  category: ImpactCategory;
  /** ISO 8601 duration after which an outage is intolerable in this category (MTPD). */
  intolerableAfter: string;
  description?: string;
}

export type EnvironmentRole = 'primary' | 'secondary' | 'standby';

/** A place a service is deployed to. The same name may stand once per region. */
export interface DeploymentEnvironment {
  name: string;
  /** Absent: the environment is not bound to a region. */
  region?: string;
  /** Absent means `primary`. */
  role?: EnvironmentRole;
}

export interface ContinuityDependency {
  /** Entity ref, e.g. `component:default/ledger`. */
  ref: string;
  /** Absent means `hard`: this service fails when the dependency does. */
  strength?: 'hard' | 'soft';
  /** Members of one group stand in for each other. */
  group?: string;
  /** How many members of the group must live. Absent means 1. */
  minAvailable?: number;
  /**
   * Place in the recovery of this service: dependencies of the same step are recovered
   * side by side, those of a later one after them. Absent: beside all of them.
   */
  recoveryStep?: number;
}

/** What is agreed with the vendor of a third-party service (`Resource` of type `saas`). */
export interface SaasContract {
  /** Who sells it, e.g. `Nordgate AS`. */
  vendor: string;
  /** Availability that the contract promises, 0 to 1. Absent: it promises none. */
  sla?: number;
  /** When the vendor answers, in words, e.g. `24x7` or `Mon-Fri 08:00-18:00 CET`. */
  supportHours?: string;
  /** Where it is written down how to leave the vendor. Absent: nowhere. */
  exitPlan?: string;
  /** Where the vendor keeps data, e.g. `eu-central-1` or `CH`. Absent: not known. */
  dataRegions?: string[];
  /** Entity refs of what could take its place. Absent: nothing is known to. */
  substitutes?: string[];
}

/** The optional `spec.continuity` block of a Component, Resource, System or API. */
export interface ContinuitySpec {
  tier?: string;
  /** Recovery time objective, ISO 8601 duration. */
  rto?: string;
  /** Recovery point objective, ISO 8601 duration. `PT0S` means no loss is tolerable. */
  rpo?: string;
  impact?: Impact[];
  /** Entity ref of a User or Group who decides to roll back. */
  rollbackOwner?: string;
  environments?: DeploymentEnvironment[];
  dependencies?: ContinuityDependency[];
  /**
   * Share of the time, 0 to 1, in which it works itself while everything that it needs
   * does: measured, or the SLA of who runs it. Absent: not known, which is not 1.
   */
  availability?: number;
  /** Share of the time, 0 to 1, that it promises with all that it needs. */
  availabilityTarget?: number;
  /** How long its own recovery takes once all that it needs is back, ISO 8601 duration. */
  recoveryTime?: string;
  /** For a `Resource` of type `saas`. */
  saas?: SaasContract;
}

/** An objective and where it came from. */
export interface Objective {
  /** ISO 8601 duration. */
  duration: string;
  seconds: number;
  source: 'declared' | 'impact-analysis';
}

export type TierFindingId =
  | 'tier-weaker-than-impact'
  | 'tier-stricter-than-impact'
  | 'rto-exceeds-impact'
  | 'rto-exceeds-every-tier'
  | 'unknown-tier'
  | 'invalid-declaration';

/** A disagreement between what was declared and what follows from it. */
export interface TierFinding {
  id: TierFindingId;
  message: string;
  remedy: string;
}

/** Rule for formal continuity planning: any condition that holds puts the service in scope. */
export interface PlanningRule {
  /** Tier ids that are always in scope. */
  tiers: string[];
  /** In scope when the RTO is at most this, ISO 8601 duration. */
  rtoAtMost?: string;
  /** In scope when the RPO is at most this, ISO 8601 duration. */
  rpoAtMost?: string;
  /** In scope when the impact analysis names one of these categories. */
  impactCategories?: ImpactCategory[];
}

export interface TierSettings {
  /** Ordered, shortest `maxRto` first. */
  tiers: TierDefinition[];
  planning: PlanningRule;
}

/** Who a service is for continuity: what was declared, what follows, and what does not fit. */
export interface ContinuityProfile {
  /**
   * `unclassified`: neither tier, RTO nor impact is declared (or none is usable).
   * That is not the lowest tier; it is not known, and `remedy` says how to change it.
   */
  classification: 'classified' | 'unclassified';
  /** The tier in force: the declared one, else the derived one. Absent when unclassified. */
  tier?: { id: string; title: string; source: 'declared' | 'derived' };
  /** The tier the RTO meets; kept also when a different tier is declared. */
  derivedTier?: { id: string; title: string };
  rto?: Objective;
  rpo?: Objective;
  findings: TierFinding[];
  /** `unknown` for an unclassified service: nobody has said what an outage would mean. */
  planning: { inScope: 'yes' | 'no' | 'unknown'; reasons: string[] };
  /** How to classify the service. Present when unclassified. */
  remedy?: string;
}
