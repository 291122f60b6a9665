import type { Check } from '../types';
import { artifactAvailable } from './artifactAvailable';
import { continuityClassified } from './continuityClassified';
import { continuityPlanReviewed } from './continuityPlanReviewed';
import { dependenciesMatchTraffic } from './dependenciesMatchTraffic';
import { noDriftFromBaseline } from './driftFromBaseline';
import { driftHasCulprit } from './driftHasCulprit';
import {
  driftScanned,
  ignoreRulesCurrent,
  noDriftFromGit,
  noUnauthorisedChanges,
} from './driftScans';
import { killSwitchRehearsed } from './killSwitchRehearsed';
import { lastDeploymentSucceeded } from './lastDeploymentSucceeded';
import { migrationsReversible } from './migrationsReversible';
import { rollbackPlanCurrent } from './rollbackPlanCurrent';
import { rollbackRehearsed } from './rollbackRehearsed';
import { recoveryObjectivesDeclared } from './recoveryObjectivesDeclared';
import { rollbackSuccessRate } from './rollbackSuccessRate';
import { rollbackWithinRto } from './rollbackWithinRto';
import { standbyParity } from './standbyParity';

export {
  artifactAvailable,
  continuityClassified,
  continuityPlanReviewed,
  dependenciesMatchTraffic,
  driftHasCulprit,
  driftScanned,
  ignoreRulesCurrent,
  killSwitchRehearsed,
  lastDeploymentSucceeded,
  migrationsReversible,
  noDriftFromBaseline,
  noDriftFromGit,
  noUnauthorisedChanges,
  rollbackPlanCurrent,
  rollbackRehearsed,
  recoveryObjectivesDeclared,
  rollbackSuccessRate,
  rollbackWithinRto,
  standbyParity,
};

/** The checks that come with the suite. Modules add their own. */
export const builtinChecks: readonly Check[] = [
  rollbackPlanCurrent,
  continuityPlanReviewed,
  lastDeploymentSucceeded,
  dependenciesMatchTraffic,
  migrationsReversible,
  rollbackRehearsed,
  artifactAvailable,
  rollbackWithinRto,
  rollbackSuccessRate,
  killSwitchRehearsed,
  continuityClassified,
  recoveryObjectivesDeclared,
  driftScanned,
  noDriftFromGit,
  noUnauthorisedChanges,
  ignoreRulesCurrent,
  noDriftFromBaseline,
  standbyParity,
  driftHasCulprit,
];
