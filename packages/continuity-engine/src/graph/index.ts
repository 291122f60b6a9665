export * from './types';
export { DependencyGraph } from './DependencyGraph';
export { GraphBuilder } from './GraphBuilder';
export { applyChanges } from './applyChanges';
export { measureImpact } from './impact/measureImpact';
export type { OutageImpact } from './impact/OutageImpact';
export type { AffectedList } from './impact/AffectedList';
