export {
  IMPORT_FORMATS,
  importDefinitions,
  type ImportFormat,
} from './importDefinitions';
export type { ImportOptions, ImportResult } from './ImportCollector';
