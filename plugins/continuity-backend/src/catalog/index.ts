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
