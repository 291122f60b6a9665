export { ArgocdClient } from './ArgocdClient';
export { ArgocdSilence } from './ArgocdSilence';
export { readApplications, type ApplicationState } from './readApplications';
export { whichApplications } from './whichApplications';
