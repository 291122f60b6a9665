export * from './types';
export * from './culprit';
export * from './life';
export {
  makeBaseline,
  MOST_BASELINE_BYTES,
  type BaselineSnapshot,
} from './baseline/makeBaseline';
export { compareWithBaseline } from './baseline/compareWithBaseline';
export { compareRegions, type ParityOptions } from './parity/compareRegions';
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
