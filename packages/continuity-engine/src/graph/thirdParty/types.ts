/** When a third-party service belongs into continuity planning. */
export interface ThirdPartyRule {
  /** In planning when something of these tiers fails without it. */
  tiers: readonly string[];
  /** Whether it is in planning when a business function fails without it. */
  businessFunctions: boolean;
  /**
   * In planning when its contract promises less and anything fails without it, 0 to 1.
   * Absent: only what fails without it and promises more counts.
   */
  slaAtLeast?: number;
}

/** A decision that the rule proposes; people record theirs beside it. */
export interface ThirdPartyJudgement {
  /** `unknown` is not a no: somebody has to say what `reasons` miss. */
  inPlanning: 'yes' | 'no' | 'unknown';
  /** Every condition that holds, or why none does, in words. */
  reasons: string[];
  /**
   * How many fail without it, and how many of them nobody has classified. A system or an
   * API without a tier is not among the latter: it stands for others.
   */
  failing: number;
  unclassified: number;
  /** Business functions that fail without it, by name. */
  functions: string[];
  /** How many go on without it because something stands in, or degrade. */
  absorbed: number;
  /** What a plan would need of its contract and nobody has said, with what to do. */
  gaps: { field: string; message: string; remedy: string }[];
}
