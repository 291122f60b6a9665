export * from './types';
export { decide } from './decide';
export { defaultGateSettings, defaultPolicies } from './defaults';
export { parseGateSettings, type GateVocabulary } from './parseGateSettings';
