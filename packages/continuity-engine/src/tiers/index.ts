export * from './types';
export { defaultTierSettings } from './defaultTierSettings';
export { describeContinuity } from './describeContinuity';
export { ENVIRONMENT_ROLES, IMPACT_CATEGORIES } from './fields';
export { parseContinuitySpec } from './parseContinuitySpec';
export { parseTierSettings } from './parseTierSettings';
