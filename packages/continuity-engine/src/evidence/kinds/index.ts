import type { EvidenceKind } from '../types';
import { continuityPlanReview } from './continuityPlanReview';
import { deployment } from './deployment';
import { migrationAnalysis } from './migrationAnalysis';
import { observedDependencies } from './observedDependencies';
import { regionFailover } from './regionFailover';
import { rollbackPlan } from './rollbackPlan';
import { rollbackRehearsal } from './rollbackRehearsal';

export {
  continuityPlanReview,
  deployment,
  migrationAnalysis,
  observedDependencies,
  regionFailover,
  rollbackPlan,
  rollbackRehearsal,
};
export type { ContinuityPlanReviewPayload } from './continuityPlanReview';
export type { DeploymentPayload } from './deployment';
export {
  MOST_MIGRATION_FINDINGS,
  type MigrationAnalysisPayload,
} from './migrationAnalysis';
export {
  MOST_OBSERVED_REFS,
  type ObservedDependenciesPayload,
} from './observedDependencies';
export type { RegionFailoverPayload } from './regionFailover';
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
];
