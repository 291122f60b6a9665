export * from './types';
export {
  campaignDays,
  type CampaignDay,
  type CampaignStay,
  type LevelTurn,
} from './campaignDays';
export { campaignMachine } from './campaignMachine';
export {
  blockersOf,
  countStandings,
  outcomeOf,
  type AlikeServices,
} from './campaignProgress';
export {
  campaignReminders,
  dueReminder,
  nextMoment,
  type CampaignReminder,
} from './campaignReminders';
export { campaignSpan, dayInZone } from './campaignSpan';
export { checkCampaign, type CampaignVocabulary } from './checkCampaign';
export { isInCampaign, type CampaignSubject } from './isInCampaign';
export { towardsLevel, type TowardsRow } from './towardsLevel';
