export * from './createContinuityClient';
