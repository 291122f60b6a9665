export { CollectorError } from './CollectorError';
export { placesOf, type ServedPlace, type Serving } from './placesOf';
export { RepeatedScans } from './RepeatedScans';
export type {
  CollectedEnvironment,
  CollectedReport,
  CollectedService,
  CollectorProblem,
  CollectorRun,
  EvidenceCollector,
  ServiceWalk,
} from './types';
