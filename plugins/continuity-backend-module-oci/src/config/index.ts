export { readOciSettings } from './readOciSettings';
export type { OciSettings, RegistryAuth, RegistrySettings } from './types';
