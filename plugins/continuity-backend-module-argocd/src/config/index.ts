export { readArgocdSettings } from './readArgocdSettings';
export type { ArgocdSettings, InstanceSettings } from './types';
