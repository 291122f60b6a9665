export type { DeclaredFunction } from './businessFunctions';
export type { LoadedSnapshot } from './CatalogContent';
export type { LoadedProjection } from './CatalogProjection';
export {
  createCatalogProjection,
  type CatalogProjectionOptions,
} from './createCatalogProjection';
export { READ_KINDS } from './documents';
export { presentUnreadable } from './presentUnreadable';
export type {
  CatalogProjection,
  CatalogService,
  CatalogSnapshot,
  UnreadableCalendar,
} from './types';
export type { BookedOccurrence, WindowBook, WindowState } from './WindowBook';
export {
  environmentsBound,
  predicateMatches,
  scopeReasons,
} from './windowScope';
