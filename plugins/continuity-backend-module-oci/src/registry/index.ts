export {
  RegistryClient,
  type Found,
  type FoundBlob,
  type FoundManifest,
  type Patience,
} from './RegistryClient';
export { RegistrySilence } from './RegistrySilence';
