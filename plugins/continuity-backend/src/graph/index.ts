export { createCatalogGraph, createGraphFeature } from './createGraphFeature';
export type { GraphProjection, GraphSnapshot } from './types';
