export * from './types';
export { decide } from './decide';
export {
  defaultGateSettings,
  defaultPolicies,
  NOT_PRODUCTION,
} from './defaults';
export { parseGateSettings, type GateVocabulary } from './parseGateSettings';
