import type { Check } from '../types';
import { continuityPlanReviewed } from './continuityPlanReviewed';
import { dependenciesMatchTraffic } from './dependenciesMatchTraffic';
import { lastDeploymentSucceeded } from './lastDeploymentSucceeded';
import { rollbackPlanCurrent } from './rollbackPlanCurrent';

export {
  continuityPlanReviewed,
  dependenciesMatchTraffic,
  lastDeploymentSucceeded,
  rollbackPlanCurrent,
};

/** The checks that come with the suite. Modules add their own. */
export const builtinChecks: readonly Check[] = [
  rollbackPlanCurrent,
  continuityPlanReviewed,
  lastDeploymentSucceeded,
  dependenciesMatchTraffic,
];
