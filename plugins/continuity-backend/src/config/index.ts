export { readContinuitySettings } from './readContinuitySettings';
export type { ContinuitySettings, FeedSettings } from './types';
