export * from './types';
export * from './approvals';
export { changeMachine } from './changeMachine';
