export { createCampaignFeature } from './createCampaignFeature';
