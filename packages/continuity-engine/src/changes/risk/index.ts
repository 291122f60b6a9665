export { rankRisk } from './rankRisk';
export type { ChangeRisk, RiskFactor, RiskFacts } from './types';
