export { createCampaignNotifications } from './createCampaignNotifications';
