export * from './types';
export { compareReadiness, stillApproved } from './compareReadiness';
