export { KnexDecisionStore, type DecisionStore } from './DecisionStore';
export { GateService, type Asker, type GateQuestion } from './GateService';
export { createGateRoutes, describeAsker, readQuestion } from './routes';
