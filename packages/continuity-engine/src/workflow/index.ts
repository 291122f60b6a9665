export * from './types';
export { eventsFrom, finalStates, step } from './step';
