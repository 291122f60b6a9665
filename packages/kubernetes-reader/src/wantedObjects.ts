import type { Wanted } from './types';

/** Versions that no server has any more, by where their kinds are now. */
const GONE: Record<string, Record<string, string>> = {
  'extensions/v1beta1': {
    DaemonSet: 'apps/v1',
    Deployment: 'apps/v1',
    Ingress: 'networking.k8s.io/v1',
    NetworkPolicy: 'networking.k8s.io/v1',
    ReplicaSet: 'apps/v1',
  },
  'networking.k8s.io/v1beta1': { Ingress: 'networking.k8s.io/v1' },
  'batch/v1beta1': { CronJob: 'batch/v1' },
  'policy/v1beta1': { PodDisruptionBudget: 'policy/v1' },
  'autoscaling/v2beta1': { HorizontalPodAutoscaler: 'autoscaling/v2' },
  'autoscaling/v2beta2': { HorizontalPodAutoscaler: 'autoscaling/v2' },
  'autoscaling/v1': { HorizontalPodAutoscaler: 'autoscaling/v2' },
};

/** A desired object, and where it is looked for. */
export interface WantedObject {
  readonly wanted: Wanted;
  readonly value: object;
}

/**
 * The objects of a value, lists taken apart. What is none is left out: whoever compares
 * says so.
 *
 * @param namespace - of objects that name none
 */
export function wantedObjects(
  value: unknown,
  namespace: string,
): WantedObject[] {
  if (typeof value !== 'object' || value === null) return [];
  if (
    'items' in value &&
    Array.isArray(value.items) &&
    'kind' in value &&
    String(value.kind).endsWith('List')
  ) {
    return value.items.flatMap(item => wantedObjects(item, namespace));
  }
  if (!('apiVersion' in value && 'kind' in value && 'metadata' in value)) {
    return [];
  }
  const { apiVersion, kind, metadata } = value;
  if (
    typeof apiVersion !== 'string' ||
    typeof kind !== 'string' ||
    typeof metadata !== 'object' ||
    metadata === null ||
    !('name' in metadata) ||
    typeof metadata.name !== 'string'
  ) {
    return [];
  }
  const own = 'namespace' in metadata ? metadata.namespace : undefined;
  return [
    {
      value,
      wanted: {
        apiVersion: GONE[apiVersion]?.[kind] ?? apiVersion,
        kind,
        // A server leaves it out for what has no namespace.
        namespace: typeof own === 'string' ? own : namespace,
        name: metadata.name,
      },
    },
  ];
}
