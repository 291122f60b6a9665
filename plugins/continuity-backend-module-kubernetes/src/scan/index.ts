export { ChangeWatch } from './ChangeWatch';
export { compareParity } from './compareParity';
export { connect, type ClusterLink } from './connect';
export { scanCluster, type TrackedLabel } from './scanCluster';
