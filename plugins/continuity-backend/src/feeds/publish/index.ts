export { admitCalendarPrograms } from './admitCalendarPrograms';
export { createPublishingFeature } from './createPublishingFeature';
