export type { LoadedSnapshot } from './CatalogContent';
export type { LoadedProjection } from './CatalogProjection';
export {
  createCatalogProjection,
  type CatalogProjectionOptions,
} from './createCatalogProjection';
export { READ_KINDS } from './documents';
export type {
  CatalogProjection,
  CatalogService,
  CatalogSnapshot,
} from './types';
export type { BookedOccurrence, WindowBook, WindowState } from './WindowBook';
export {
  environmentsBound,
  predicateMatches,
  scopeReasons,
} from './windowScope';
