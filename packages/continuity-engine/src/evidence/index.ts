export * from './types';
export {
  createEvidenceRegistry,
  type EvidenceRegistry,
} from './createEvidenceRegistry';
export { defineEvidenceKind } from './defineEvidenceKind';
export * from './kinds';
export {
  lastGoodReleases,
  type GoodRelease,
  type ReleaseArtifact,
} from './lastGoodReleases';
export {
  latestEvidence,
  nextEvidenceChange,
  type EvidenceQuery,
} from './latestEvidence';
export { materialise } from './materialise';
export { recentEvidence, type RecentEvidence } from './recentEvidence';
export { parseSubmission, type ParsedSubmission } from './parseSubmission';
export { problemsOf } from './schemaProblems';
