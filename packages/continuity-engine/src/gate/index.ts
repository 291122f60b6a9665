export * from './types';
export { decide } from './decide';
export { matchPolicies } from './matchPolicies';
export {
  defaultGateSettings,
  defaultPolicies,
  NOT_PRODUCTION,
} from './defaults';
export { parseGateSettings, type GateVocabulary } from './parseGateSettings';
