export { readKubernetesSettings } from './readKubernetesSettings';
export type {
  ClusterSettings,
  ClusterToken,
  KubernetesSettings,
} from './types';
