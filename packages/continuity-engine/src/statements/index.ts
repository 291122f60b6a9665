export * from './types';
export { decodeBase64, encodeBase64 } from './base64';
export {
  makeDecisionStatement,
  type StatableDecision,
} from './makeDecisionStatement';
export { preAuthEncoding } from './preAuthEncoding';
export type { StatementExpectations } from './checkExpectations';
export {
  verifyDecisionStatement,
  type StatementVerification,
} from './verifyDecisionStatement';
export {
  BASELINE_PREDICATE,
  makeBaselineStatement,
  verifyBaselineStatement,
  type BaselineExpectations,
  type BaselinePredicate,
  type BaselineStatement,
} from './baselineStatement';
