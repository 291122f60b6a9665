export { CollectorError } from './CollectorError';
export type {
  CollectedEnvironment,
  CollectedReport,
  CollectedService,
  CollectorProblem,
  CollectorRun,
  EvidenceCollector,
  ServiceWalk,
} from './types';
