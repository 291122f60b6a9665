import type { EvidenceKind } from '../types';
import { artifactAvailability } from './artifactAvailability';
import { continuityPlanReview } from './continuityPlanReview';
import { deployment } from './deployment';
import { driftCulprits } from './driftCulprits';
import { driftScan } from './driftScan';
import { migrationAnalysis } from './migrationAnalysis';
import { killSwitch } from './killSwitch';
import { observedDependencies } from './observedDependencies';
import { regionFailover } from './regionFailover';
import { rollbackExecution } from './rollbackExecution';
import { rollbackPlan } from './rollbackPlan';
import { rollbackRehearsal } from './rollbackRehearsal';

export {
  artifactAvailability,
  continuityPlanReview,
  deployment,
  driftCulprits,
  driftScan,
  migrationAnalysis,
  killSwitch,
  observedDependencies,
  regionFailover,
  rollbackExecution,
  rollbackPlan,
  rollbackRehearsal,
};
export type { ArtifactAvailabilityPayload } from './artifactAvailability';
export type { ContinuityPlanReviewPayload } from './continuityPlanReview';
export type { DeploymentPayload } from './deployment';
export {
  DRIFT_CULPRITS_SOURCE,
  MOST_UNANSWERED,
  type DriftCulpritsPayload,
} from './driftCulprits';
export {
  MOST_DRIFT_FINDINGS,
  unlistedIn,
  type DriftScanFinding,
  type DriftScanPayload,
} from './driftScan';
export type { KillSwitchPayload } from './killSwitch';
export {
  MOST_MIGRATION_FINDINGS,
  type MigrationAnalysisPayload,
} from './migrationAnalysis';
export {
  MOST_OBSERVED_REFS,
  type ObservedDependenciesPayload,
} from './observedDependencies';
export type { RegionFailoverPayload } from './regionFailover';
export {
  rollbackSeconds,
  type RollbackExecutionPayload,
} from './rollbackExecution';
export type { RollbackPlanPayload } from './rollbackPlan';
export {
  MOST_REHEARSAL_LINES,
  type RollbackRehearsalPayload,
} from './rollbackRehearsal';

/** The kinds that come with the suite. Modules add their own. */
export const builtinEvidenceKinds: readonly EvidenceKind[] = [
  deployment,
  continuityPlanReview,
  rollbackPlan,
  observedDependencies,
  regionFailover,
  migrationAnalysis,
  rollbackRehearsal,
  artifactAvailability,
  rollbackExecution,
  killSwitch,
  driftScan,
  driftCulprits,
];
