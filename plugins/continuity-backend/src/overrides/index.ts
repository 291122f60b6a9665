export { createOverrideFeature } from './createOverrideFeature';
export { OverrideFacts } from './OverrideFacts';
export { KnexOverrideStore, type OverrideStore } from './OverrideStore';
