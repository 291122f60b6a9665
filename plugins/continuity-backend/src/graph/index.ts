export { BlastRadii } from './BlastRadii';
export { createCatalogGraph, createGraphFeature } from './createGraphFeature';
export { ownerOf as entityOwner } from './model/entityFacts';
export { EntityReaches, type EntityReach } from './EntityReaches';
export { isSaas } from './model/nodeKinds';
export { csvOf } from './view/csv';
export { isFresh } from './view/freshness';
export { readDay } from './view/readDay';
export {
  KnexSaasDecisionStore,
  type SaasDecisionStore,
  type StoredSaasDecision,
} from './saas/SaasDecisionStore';
export type { GraphProjection, GraphSnapshot } from './types';
