export { KnexDecisionStore, type DecisionStore } from './DecisionStore';
export {
  GateService,
  type Asker,
  type GateQuestion,
  type RecordedInPlace,
} from './GateService';
export { createGateRoutes, describeAsker, readQuestion } from './routes';
