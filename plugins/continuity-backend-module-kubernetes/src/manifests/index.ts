export { ManifestReader } from './ManifestReader';
export { manifestsUrl } from './manifestsUrl';
