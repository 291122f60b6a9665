export {
  dayOf,
  decideExemption,
  MAX_EXEMPTION_DAYS,
  presentLife,
  revokeExemption,
  stateOf,
  type ExemptionLife,
  type ExemptionStep,
  type Stepped,
} from './exemptionLife';
export { lifeOf, lifeRowOf, type LifeRow } from './lifeRow';
