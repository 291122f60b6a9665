export * from './types';
export { DependencyGraph } from './DependencyGraph';
export { GraphBuilder } from './GraphBuilder';
export { applyChanges } from './applyChanges';
export { measureImpact } from './impact/measureImpact';
export type { OutageImpact } from './impact/OutageImpact';
export type { AffectedList } from './impact/AffectedList';
export { defaultRoots, ROOT_KIND } from './points/defaultRoots';
export { explainSinglePoint } from './points/explainSinglePoint';
export { findSinglePoints, type SinglePoints } from './points/findSinglePoints';
export { findCutSets, type CutSetOptions } from './cutsets/findCutSets';
export {
  composeAvailability,
  type AvailabilityOptions,
} from './availability/composeAvailability';
export { ABSTRACT_KINDS } from './abstractKinds';
export { orderGraph } from './order/orderGraph';
export { composeRecovery, recoveryTime } from './recovery/composeRecovery';
export {
  findGraphFindings,
  type GraphFindingOptions,
} from './findings/findGraphFindings';
export { simulateCascade, type TimedOutage } from './cascade/simulateCascade';
export * from './thirdParty/types';
export {
  defaultThirdPartyRule,
  judgeThirdParty,
} from './thirdParty/judgeThirdParty';
