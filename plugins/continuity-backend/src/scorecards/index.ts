export {
  createScorecardFeature,
  type ScorecardFeature,
} from './createScorecardFeature';
export { layoutOf } from './fingerprints';
export { narrowTo } from './narrowTo';
export { rowsOf } from './resultRow';
export { isExempt, stateOf } from './states';
export type { StoredChange as StoredResultChange } from './types';
