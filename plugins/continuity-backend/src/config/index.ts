export { readContinuitySettings } from './readContinuitySettings';
export type {
  ContinuitySettings,
  FeedSettings,
  FreezeNoticeSettings,
} from './types';
