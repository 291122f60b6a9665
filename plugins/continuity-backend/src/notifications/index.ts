export { createCampaignNotifications } from './campaigns';
export { createChangeNotifications } from './changes';
export { createFreezeNotifications } from './createFreezeNotifications';
export { createReviewNotifications } from './reviews';
export { createScorecardNotifications } from './scorecards';
