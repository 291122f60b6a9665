import type { StoredObject } from './ObjectStore';

const CREATED = '2026-10-01T08:00:00Z';

const by = (manager: string, time: string, fieldsV1: object) => ({
  manager,
  operation: 'Update',
  apiVersion: 'apps/v1',
  time,
  fieldsType: 'FieldsV1',
  fieldsV1,
});

const image = (at: object) => ({
  'f:spec': {
    'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"api"}': at } } },
  },
});

/** What Git says of the shop, as rendered. */
export const SHOP_MANIFESTS = `
apiVersion: v1
kind: ConfigMap
metadata: {name: shop, namespace: shop}
data: {mode: strict}
---
apiVersion: v1
kind: Secret
metadata: {name: db, namespace: shop}
stringData: {password: correct-horse}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      containers: [{name: api, image: "registry.example.com/api:1.4.2"}]
`;

/** The same as an API server returns it: with defaults, and with who wrote what. */
export function recordedShop(): StoredObject[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'shop',
        uid: 'a1c0ffee-0000-4000-8000-000000000001',
        creationTimestamp: CREATED,
        labels: { 'kubernetes.io/metadata.name': 'shop' },
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'kube-root-ca.crt', namespace: 'shop' },
      data: { 'ca.crt': '-----BEGIN CERTIFICATE-----\n' },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'shop', namespace: 'shop', creationTimestamp: CREATED },
      data: { mode: 'strict' },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'db', namespace: 'shop', creationTimestamp: CREATED },
      type: 'Opaque',
      data: { password: Buffer.from('correct-horse').toString('base64') },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'api', namespace: 'shop', creationTimestamp: CREATED },
      spec: {
        clusterIP: '10.3.4.5',
        clusterIPs: ['10.3.4.5'],
        internalTrafficPolicy: 'Cluster',
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        ports: [{ port: 80, protocol: 'TCP', targetPort: 8080 }],
        selector: { app: 'api' },
        sessionAffinity: 'None',
        type: 'ClusterIP',
      },
      status: { loadBalancer: {} },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'api',
        namespace: 'shop',
        generation: 4,
        creationTimestamp: CREATED,
        annotations: { 'deployment.kubernetes.io/revision': '4' },
        managedFields: [
          by('argocd-controller', CREATED, image({ 'f:image': {} })),
        ],
      },
      spec: {
        progressDeadlineSeconds: 600,
        replicas: 2,
        revisionHistoryLimit: 10,
        selector: { matchLabels: { app: 'api' } },
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
        },
        template: {
          metadata: { creationTimestamp: null, labels: { app: 'api' } },
          spec: {
            containers: [
              {
                name: 'api',
                image: 'registry.example.com/api:1.4.2',
                imagePullPolicy: 'IfNotPresent',
                resources: {},
                terminationMessagePath: '/dev/termination-log',
                terminationMessagePolicy: 'File',
              },
            ],
            dnsPolicy: 'ClusterFirst',
            restartPolicy: 'Always',
            schedulerName: 'default-scheduler',
            securityContext: {},
            terminationGracePeriodSeconds: 30,
          },
        },
      },
      status: { replicas: 2, readyReplicas: 2, observedGeneration: 4 },
    },
  ];
}

/** The Deployment after somebody edited its image by hand. */
export function hotfixed(objects: readonly StoredObject[]): StoredObject {
  const found = objects.find(({ kind }) => kind === 'Deployment');
  if (!found) throw new Error('There is no Deployment to edit.');
  const copy = structuredClone(found) as unknown as {
    metadata: { managedFields: unknown[] };
    spec: { template: { spec: { containers: { image: string }[] } } };
  };
  copy.spec.template.spec.containers[0].image =
    'registry.example.com/api:1.4.3-hotfix';
  copy.metadata.managedFields = [
    by('kubectl-edit', '2026-11-29T21:14:03Z', image({ 'f:image': {} })),
  ];
  return copy as unknown as StoredObject;
}

/** An autoscaler that stands in no Git. */
export function autoscalerOf(deployment: string): StoredObject {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: deployment, namespace: 'shop' },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: deployment,
      },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [],
    },
  };
}
