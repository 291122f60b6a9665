export { BlastRadii } from './BlastRadii';
export { createCatalogGraph, createGraphFeature } from './createGraphFeature';
export type { GraphProjection, GraphSnapshot } from './types';
