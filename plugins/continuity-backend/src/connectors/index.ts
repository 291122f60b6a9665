export { createConnectorFeature } from './createConnectorFeature';
export { describeFailure } from './describeFailure';
export { portalUrl } from './portalUrl';
export { pauseAfter } from './pushPace';
export { readConnectors } from './readConnectors';
