export { createContinuity, type ContinuityOptions } from './createContinuity';
