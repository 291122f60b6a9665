export * from './calendar';
export * from './tiers';
export * from './time';
export * from './ledger';
export * from './evidence';
export * from './scorecards';
export * from './gate';
export * from './graph';
export { inStretches, sortInSteps, type Steps } from './steps';
