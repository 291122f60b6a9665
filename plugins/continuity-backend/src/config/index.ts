export { readContinuitySettings } from './readContinuitySettings';
export type {
  ContinuitySettings,
  FeedSettings,
  FreezeNoticeSettings,
  ReviewNoticeSettings,
} from './types';
