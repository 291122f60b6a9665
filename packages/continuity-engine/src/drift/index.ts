export * from './types';
export { MOST_CHANGES } from './describeChanges';
export {
  detectConfigurationDrift,
  type ConfigurationPair,
} from './detectConfigurationDrift';
export { DEPLOYING_MANAGERS, detectDrift } from './detectDrift';
export { parseIgnoreRules } from './ignore/parseIgnoreRules';
export { describeRef, groupOf } from './objects';
export { parseManifests } from './parseManifests';
export { scanPayload, type ScanContext } from './scanPayload';
