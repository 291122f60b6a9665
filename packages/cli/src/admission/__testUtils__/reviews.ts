import { randomUUID } from 'node:crypto';

/**
 * Requests as the API server sends them, of the shape that the page "Dynamic Admission
 * Control" of the Kubernetes documentation shows in full under "Request".
 */

export interface ReviewParts {
  group?: string;
  kind?: string;
  /** Name of the resource in a URL, e.g. `deployments`. */
  resource?: string;
  operation?: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';
  subResource?: string;
  namespace?: string;
  username?: string;
  object?: object | null;
  oldObject?: object | null;
  dryRun?: boolean;
}

/** A review of a Deployment that is created, unless its parts say otherwise. */
export function reviewOf(parts: ReviewParts = {}) {
  const {
    group = 'apps',
    kind = 'Deployment',
    resource = 'deployments',
    namespace = 'payments',
    operation = 'CREATE',
    subResource,
    object = deploymentOf(),
  } = parts;
  return {
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid: randomUUID(),
      kind: { group, version: 'v1', kind },
      resource: { group, version: 'v1', resource },
      ...(subResource && { subResource }),
      requestKind: { group, version: 'v1', kind },
      requestResource: { group, version: 'v1', resource },
      ...(subResource && { requestSubResource: subResource }),
      name: 'payments-api',
      namespace,
      operation,
      userInfo: {
        username: parts.username ?? 'anna@alpenrand.example',
        uid: '014fbff9a07c',
        groups: ['system:authenticated', 'payments'],
        extra: { 'some-key': ['some-value1', 'some-value2'] },
      },
      object: operation === 'DELETE' ? null : object,
      oldObject: parts.oldObject ?? null,
      options: { apiVersion: 'meta.k8s.io/v1', kind: 'CreateOptions' },
      dryRun: parts.dryRun ?? false,
    },
  };
}

export const DIGEST = `sha256:${'a'.repeat(64)}`;
export const IMAGE = `registry.example/payments/api:2.4.0@${DIGEST}`;

export interface WorkloadParts {
  /** What it is labelled with as `app.kubernetes.io/name`. Empty: nothing. */
  service?: string;
  images?: string[];
  annotations?: Record<string, string>;
  templateAnnotations?: Record<string, string>;
  replicas?: number;
  ownerReferences?: object[];
}

export function podTemplateOf(parts: WorkloadParts = {}) {
  const { images = [IMAGE], templateAnnotations } = parts;
  return {
    metadata: {
      creationTimestamp: null,
      labels: labelsOf(parts),
      ...(templateAnnotations && { annotations: templateAnnotations }),
    },
    spec: {
      containers: images.map((image, at) => ({
        name: `container-${at}`,
        image,
        resources: {},
        terminationMessagePath: '/dev/termination-log',
        imagePullPolicy: 'IfNotPresent',
      })),
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
    },
  };
}

export function deploymentOf(parts: WorkloadParts = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(parts),
    spec: {
      replicas: parts.replicas ?? 2,
      selector: { matchLabels: { app: 'payments' } },
      template: podTemplateOf(parts),
      strategy: { type: 'RollingUpdate' },
    },
    status: {},
  };
}

/** What the replica set controller makes of a Deployment, or somebody by hand. */
export function podOf(parts: WorkloadParts = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: 'payments-api-5d4f8c7b9-', ...metadataOf(parts) },
    spec: podTemplateOf(parts).spec,
    status: {},
  };
}

export const POD = { group: '', kind: 'Pod', resource: 'pods' };

/** The owner of a pod of a Deployment. */
export const REPLICA_SET_OWNER = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  name: 'payments-api-5d4f8c7b9',
  uid: '0a1d9d9e-4b8a-4a55-9d64-5b6f6a1c7a11',
  controller: true,
  blockOwnerDeletion: true,
};
export const REPLICA_SET_CONTROLLER =
  'system:serviceaccount:kube-system:replicaset-controller';

function metadataOf(parts: WorkloadParts) {
  const { annotations, ownerReferences } = parts;
  return {
    name: 'payments-api',
    namespace: 'payments',
    labels: labelsOf(parts),
    ...(annotations && { annotations }),
    ...(ownerReferences && { ownerReferences }),
  };
}

function labelsOf({ service = 'payments-api' }: WorkloadParts) {
  return service === '' ? { app: 'x' } : { 'app.kubernetes.io/name': service };
}
