export * from './types';
export * from './approvals';
export * from './readiness';
export { changeMachine } from './changeMachine';
