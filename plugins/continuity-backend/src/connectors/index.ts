export { createConnectorFeature } from './createConnectorFeature';
export { portalUrl } from './portalUrl';
export { pauseAfter } from './pushPace';
export { readConnectors } from './readConnectors';
