export {
  createScorecardFeature,
  type ScorecardFeature,
} from './createScorecardFeature';
