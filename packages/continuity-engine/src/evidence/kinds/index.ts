import type { EvidenceKind } from '../types';
import { continuityPlanReview } from './continuityPlanReview';
import { deployment } from './deployment';
import { rollbackPlan } from './rollbackPlan';

export { continuityPlanReview, deployment, rollbackPlan };
export type { ContinuityPlanReviewPayload } from './continuityPlanReview';
export type { DeploymentPayload } from './deployment';
export type { RollbackPlanPayload } from './rollbackPlan';

/** The kinds that come with the suite. Modules add their own. */
export const builtinEvidenceKinds: readonly EvidenceKind[] = [
  deployment,
  continuityPlanReview,
  rollbackPlan,
];
