export * from './types';
export { overrideMachine } from './overrideMachine';
export { overrideApprovals } from './overrideApprovals';
export {
  parseOverrideContent,
  parseOverrideReview,
} from './parseOverrideContent';
