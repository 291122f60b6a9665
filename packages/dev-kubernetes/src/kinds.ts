/** A kind that the server serves. */
export interface ServedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

const served = (
  apiVersion: string,
  kind: string,
  plural: string,
  namespaced: boolean = true,
): ServedKind => ({ apiVersion, kind, plural, namespaced });

/** The kinds of a cluster on which nobody installed anything. */
export const SERVED_KINDS: readonly ServedKind[] = [
  served('v1', 'ConfigMap', 'configmaps'),
  served('v1', 'Namespace', 'namespaces', false),
  served('v1', 'Secret', 'secrets'),
  served('v1', 'Service', 'services'),
  served('v1', 'ServiceAccount', 'serviceaccounts'),
  served('apps/v1', 'DaemonSet', 'daemonsets'),
  served('apps/v1', 'Deployment', 'deployments'),
  served('apps/v1', 'StatefulSet', 'statefulsets'),
  served(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
  ),
  served('batch/v1', 'CronJob', 'cronjobs'),
  served('batch/v1', 'Job', 'jobs'),
  served('networking.k8s.io/v1', 'Ingress', 'ingresses'),
  served('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies'),
  served('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets'),
  served('rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles', false),
];
