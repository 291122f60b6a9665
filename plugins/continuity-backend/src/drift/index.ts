export { createDriftFeature } from './createDriftFeature';
