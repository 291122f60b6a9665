import type { Check } from '../types';
import { continuityPlanReviewed } from './continuityPlanReviewed';
import { dependenciesMatchTraffic } from './dependenciesMatchTraffic';
import { lastDeploymentSucceeded } from './lastDeploymentSucceeded';
import { migrationsReversible } from './migrationsReversible';
import { rollbackPlanCurrent } from './rollbackPlanCurrent';
import { rollbackRehearsed } from './rollbackRehearsed';

export {
  continuityPlanReviewed,
  dependenciesMatchTraffic,
  lastDeploymentSucceeded,
  migrationsReversible,
  rollbackPlanCurrent,
  rollbackRehearsed,
};

/** The checks that come with the suite. Modules add their own. */
export const builtinChecks: readonly Check[] = [
  rollbackPlanCurrent,
  continuityPlanReviewed,
  lastDeploymentSucceeded,
  dependenciesMatchTraffic,
  migrationsReversible,
  rollbackRehearsed,
];
