export {
  KubernetesServer,
  type Asked,
  type KubernetesServerOptions,
} from './KubernetesServer';
export type { StoredObject } from './ObjectStore';
export {
  autoscalerOf,
  hotfixed,
  recordedShop,
  SHOP_MANIFESTS,
} from './recordedShop';
