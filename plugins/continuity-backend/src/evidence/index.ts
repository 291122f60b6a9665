export { EvidenceService, type SubmissionResult } from './EvidenceService';
export { KnexEvidenceStore, type EvidenceStore } from './EvidenceStore';
export { createEvidenceRoutes } from './routes';
