export { admitCalendarPrograms } from './admitCalendarPrograms';
export {
  createPublishingFeature,
  type PublishingFeatureOptions,
} from './createPublishingFeature';
