import type {
  DeploymentEnvironment,
  GateSettings,
  TierSettings,
} from '@continuity/engine';

/** The `continuity.*` configuration, checked and completed with defaults. */
export interface ContinuitySettings {
  tiers: TierSettings;
  gate: GateSettings;
  /** Where a service is deployed that declares no environments itself. */
  environments: DeploymentEnvironment[];
  /** Milliseconds between two readings of the catalog. */
  catalogRefreshMs: number;
}
