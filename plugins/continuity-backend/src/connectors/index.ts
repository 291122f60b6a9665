export { createConnectorFeature } from './createConnectorFeature';
export { portalUrl } from './portalUrl';
export { readConnectors } from './readConnectors';
