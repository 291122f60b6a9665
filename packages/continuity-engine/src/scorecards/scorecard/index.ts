export * from './types';
export {
  appliesTo,
  isInAudience,
  type ApplicabilitySubject,
  type Applies,
} from './applies';
export { defaultScorecards } from './defaultScorecards';
export { judgeScorecard, type ScorecardSubject } from './judgeScorecard';
export { nextSteps } from './nextSteps';
export {
  parseScorecardSettings,
  type ScorecardVocabulary,
} from './parseScorecardSettings';
