/** An object as in Git, and as an API server returns it. */
export interface Pair {
  readonly desired: object;
  readonly live: object;
}

/** Deployments, Services and ConfigMaps of many services; some changed by hand. */
export function createPairs(count: number, changedEvery: number): Pair[] {
  return Array.from({ length: count }, (_, place) => {
    const isChanged = place % changedEvery === 0;
    const name = `service-${Math.floor(place / 3)}`;
    switch (place % 3) {
      case 0:
        return deployment(name, isChanged);
      case 1:
        return service(name, isChanged);
      default:
        return configMap(name, isChanged);
    }
  });
}

const served = (place: string) => ({
  uid: `uid-${place}`,
  resourceVersion: '48213',
  generation: 3,
  creationTimestamp: '2026-10-01T08:00:00Z',
  managedFields: [
    {
      manager: 'argocd-controller',
      operation: 'Apply',
      time: '2026-10-01T08:00:00Z',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:spec': { 'f:replicas': {}, 'f:template': {} } },
    },
  ],
});

function deployment(name: string, isChanged: boolean): Pair {
  const env = Array.from({ length: 20 }, (_, at) => ({
    name: `SETTING_${at}`,
    value: `value ${at}`,
  }));
  const labels = { app: name };
  const container = (image: string) => ({
    name: 'app',
    image,
    env,
    ports: [{ name: 'http', containerPort: 8080 }],
    resources: {
      requests: { cpu: '100m', memory: '256Mi' },
      limits: { cpu: '1', memory: '1Gi' },
    },
    readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
    volumeMounts: [{ name: 'config', mountPath: '/etc/app' }],
  });
  const meta = { name, namespace: 'shop', labels };
  const wanted = container(`registry.example.com/${name}:1.0.0`);
  return {
    desired: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: meta,
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [wanted],
            volumes: [{ name: 'config', configMap: { name } }],
          },
        },
      },
    },
    live: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...meta, ...served(name) },
      spec: {
        replicas: isChanged ? 5 : 2,
        progressDeadlineSeconds: 600,
        revisionHistoryLimit: 10,
        selector: { matchLabels: labels },
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
        },
        template: {
          metadata: { creationTimestamp: null, labels },
          spec: {
            restartPolicy: 'Always',
            terminationGracePeriodSeconds: 30,
            dnsPolicy: 'ClusterFirst',
            schedulerName: 'default-scheduler',
            securityContext: {},
            containers: [
              {
                ...wanted,
                imagePullPolicy: 'IfNotPresent',
                env: [...env].reverse(),
                ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
                readinessProbe: {
                  httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' },
                  timeoutSeconds: 1,
                  periodSeconds: 10,
                  successThreshold: 1,
                  failureThreshold: 3,
                },
                terminationMessagePath: '/dev/termination-log',
                terminationMessagePolicy: 'File',
              },
            ],
            volumes: [
              { name: 'config', configMap: { name, defaultMode: 420 } },
            ],
          },
        },
      },
      status: { replicas: 2, readyReplicas: 2 },
    },
  };
}

function service(name: string, isChanged: boolean): Pair {
  const metadata = { name, namespace: 'shop' };
  const selector = { app: name };
  return {
    desired: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector, ports: [{ port: 80, targetPort: 8080 }] },
    },
    live: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, ...served(name) },
      spec: {
        type: isChanged ? 'NodePort' : 'ClusterIP',
        clusterIP: '10.3.4.5',
        clusterIPs: ['10.3.4.5'],
        internalTrafficPolicy: 'Cluster',
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        sessionAffinity: 'None',
        selector,
        ports: [{ port: 80, protocol: 'TCP', targetPort: 8080 }],
      },
      status: { loadBalancer: {} },
    },
  };
}

function configMap(name: string, isChanged: boolean): Pair {
  const metadata = { name, namespace: 'shop' };
  const data = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`key-${at}`, `value ${at}`]),
  );
  return {
    desired: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data },
    live: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...metadata, ...served(name) },
      data: isChanged ? { ...data, 'key-1': 'by hand' } : data,
    },
  };
}
