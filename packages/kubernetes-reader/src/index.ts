/**
 * Reads desired objects from a Kubernetes API.
 *
 * @packageDocumentation
 */
export { askOverHttp, type HttpAccess } from './askOverHttp';
export { ClusterError } from './ClusterError';
export { clusterOf, type ApiCluster, type Listed } from './clusterOf';
export { readCluster } from './readCluster';
export type { ClusterAnswer, ReadOptions } from './readOptions';
export type {
  Answer,
  Ask,
  Cluster,
  KindIn,
  ListOptions,
  Wanted,
} from './types';
export { wantedObjects, type WantedObject } from './wantedObjects';
export { watchChanges, type WatchRequest } from './watchChanges';
