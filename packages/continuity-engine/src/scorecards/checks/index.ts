import type { Check } from '../types';
import { continuityPlanReviewed } from './continuityPlanReviewed';
import { lastDeploymentSucceeded } from './lastDeploymentSucceeded';
import { rollbackPlanCurrent } from './rollbackPlanCurrent';

export { continuityPlanReviewed, lastDeploymentSucceeded, rollbackPlanCurrent };

/** The checks that come with the suite. Modules add their own. */
export const builtinChecks: readonly Check[] = [
  rollbackPlanCurrent,
  continuityPlanReviewed,
  lastDeploymentSucceeded,
];
