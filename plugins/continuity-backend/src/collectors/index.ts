export { createCollectorFeature } from './createCollectorFeature';
export { readCollectors } from './readCollectors';
