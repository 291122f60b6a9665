import type { ReleaseClass } from '../../calendar/types';
import type { ProtocolApproval } from '../../releases/types';

/** Which changes something is asked of. An absent part excludes nothing. */
export interface ChangeSelector {
  /** Tier ids or `unclassified`. */
  tiers?: readonly string[];
  classes?: readonly ReleaseClass[];
}

/** How changes are judged, approved and watched over. Durations are ISO 8601. */
export interface ChangeSettings {
  /** Which changes have to say what. Absent: none has to. */
  requires: {
    rollbackPlan?: ChangeSelector;
    tests?: ChangeSelector;
    communication?: ChangeSelector;
  };
  approvals: {
    /** How long an approval counts. */
    validFor: string;
    /** After how long without all approvals somebody else is told. */
    escalateAfter: string;
    /** Refs of groups and users who are told then. Empty: the owners of the entities. */
    escalateTo: readonly string[];
  };
  /** When a standard change needs nobody's approval. Absent: never. */
  preApproval?: {
    /** Of each entity lately, at least. */
    deployments: number;
    /** Share of those that succeeded, above 0 and up to 1. */
    successRate: number;
  };
  /** A change that nobody touched for so long before it began expires. */
  expiresAfter: string;
  overrides: OverrideSettings;
  unauthorised: UnauthorisedSettings;
}

/** Breaking the glass: going ahead although a freeze or a check stands against it. */
export interface OverrideSettings {
  /** Longest that one lasts. */
  maxDuration: string;
  /** Tiers that two people have to approve it for; for others one. */
  twoPeopleTiers: readonly string[];
  /** Who may approve; whoever asked for it never counts. */
  approvals: ProtocolApproval['from'];
  /** With two people: the second one belongs to one of these groups. Absent: no matter. */
  secondFrom?: readonly string[];
  /** How soon after its end it is to be reviewed. */
  reviewWithin: string;
}

/** Deployments without an approved change. */
export interface UnauthorisedSettings {
  /**
   * Which deployments need a change. Absent: those for which a policy of the gate demands
   * one. `never`: nobody looks.
   */
  when?:
    | 'never'
    | {
        /** Tier ids or `unclassified`. */
        tiers?: readonly string[];
        environments?: readonly string[];
        /** Environments that are not looked at. */
        exceptEnvironments?: readonly string[];
      };
  /** How long after the planned time a deployment is still that of the change. */
  grace: string;
  /** Within so long after a finding the same artifact opens no other one. */
  quietFor: string;
  /** Whether an emergency change is drafted, to be approved afterwards. */
  retrospective: boolean;
}
