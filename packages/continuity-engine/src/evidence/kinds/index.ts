import type { EvidenceKind } from '../types';
import { continuityPlanReview } from './continuityPlanReview';
import { deployment } from './deployment';
import { observedDependencies } from './observedDependencies';
import { regionFailover } from './regionFailover';
import { rollbackPlan } from './rollbackPlan';

export {
  continuityPlanReview,
  deployment,
  observedDependencies,
  regionFailover,
  rollbackPlan,
};
export type { ContinuityPlanReviewPayload } from './continuityPlanReview';
export type { DeploymentPayload } from './deployment';
export {
  MOST_OBSERVED_REFS,
  type ObservedDependenciesPayload,
} from './observedDependencies';
export type { RegionFailoverPayload } from './regionFailover';
export type { RollbackPlanPayload } from './rollbackPlan';

/** The kinds that come with the suite. Modules add their own. */
export const builtinEvidenceKinds: readonly EvidenceKind[] = [
  deployment,
  continuityPlanReview,
  rollbackPlan,
  observedDependencies,
  regionFailover,
];
