export { ChangeWatch } from './ChangeWatch';
export { connect, type ClusterLink } from './connect';
export { scanCluster, type TrackedLabel } from './scanCluster';
