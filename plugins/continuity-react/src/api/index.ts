export * from './ContinuityApi';
export * from './createContinuityApi';
export * from './types';
