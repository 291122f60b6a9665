export * from './types';
export { DependencyGraph } from './DependencyGraph';
export { GraphBuilder } from './GraphBuilder';
export { applyChanges, applyChangesInSteps } from './applyChanges';
export { measureImpact, measureImpactInSteps } from './impact/measureImpact';
export type { OutageImpact } from './impact/OutageImpact';
export type { AffectedList } from './impact/AffectedList';
export { defaultRoots, ROOT_KIND } from './points/defaultRoots';
export { explainSinglePoint } from './points/explainSinglePoint';
export { PointExplainer } from './points/PointExplainer';
export {
  findSinglePoints,
  findSinglePointsInSteps,
  type SinglePoints,
} from './points/findSinglePoints';
export {
  findCutSets,
  findCutSetsInSteps,
  type CutSetOptions,
} from './cutsets/findCutSets';
export {
  composeAvailability,
  composeAvailabilityInSteps,
  type AvailabilityOptions,
} from './availability/composeAvailability';
export { ABSTRACT_KINDS } from './abstractKinds';
export { orderGraph, orderGraphInSteps } from './order/orderGraph';
export {
  composeRecovery,
  composeRecoveryInSteps,
  recoveryTime,
  recoveryTimesInSteps,
} from './recovery/composeRecovery';
export {
  findGraphFindings,
  findGraphFindingsInSteps,
  type GraphFindingOptions,
} from './findings/findGraphFindings';
export { pathSteps, type ShortPath } from './findings/Ways';
export {
  FINDING_SEVERITIES,
  judgeSeverity,
  type JudgedFinding,
  type SeverityContext,
} from './findings/judgeSeverity';
export {
  simulateCascade,
  summarizeCascadeInSteps,
  type CascadeSummary,
  type TimedOutage,
} from './cascade/simulateCascade';
export * from './thirdParty/types';
export {
  defaultThirdPartyRule,
  judgeThirdParty,
  judgeThirdPartyInSteps,
} from './thirdParty/judgeThirdParty';
