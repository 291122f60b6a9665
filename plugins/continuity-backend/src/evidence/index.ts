export { CatalogSubjects } from './CatalogSubjects';
export {
  EvidenceService,
  type EvidenceArrivals,
  type SubmissionResult,
} from './EvidenceService';
export { collectorSource } from './collectorSource';
export { KnexEvidenceStore, type EvidenceStore } from './EvidenceStore';
export { keptText } from './keptText';
export { maskSecrets } from './maskSecrets';
export { createEvidenceRoutes } from './routes';
