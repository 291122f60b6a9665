export { createScorecardNotifications } from './createScorecardNotifications';
