export { readContinuitySettings } from './readContinuitySettings';
export type { ContinuitySettings } from './types';
