export {
  IMPORT_FORMATS,
  importDefinitions,
  importDefinitionsInSteps,
  type ImportFormat,
} from './importDefinitions';
export type { ImportOptions, ImportResult } from './ImportCollector';
