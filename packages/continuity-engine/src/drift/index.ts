export * from './types';
export { MOST_CHANGES } from './describeChanges';
export {
  detectConfigurationDrift,
  type ConfigurationPair,
} from './detectConfigurationDrift';
export { DEPLOYING_MANAGERS, detectDrift } from './detectDrift';
export { parseIgnoreRules } from './ignore/parseIgnoreRules';
export { describeRef } from './objects';
export { scanPayload, type ScanContext } from './scanPayload';
