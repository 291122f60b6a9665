import { n, type Noise } from './noise';

const POD = '/spec/template/spec';
const API = `${POD}/containers/0`;
const DB = `${POD}/containers/0`;
const CLAIM = '/spec/volumeClaimTemplates/0';

const argo = (issue: number) => `argoproj/argo-cd#${issue}`;

const spread = (fields: object) => ({
  maxSkew: 1,
  topologyKey: 'topology.kubernetes.io/zone',
  whenUnsatisfiable: 'DoNotSchedule',
  labelSelector: { matchLabels: { app: 'payments-api' } },
  ...fields,
});

const sidecar = {
  name: 'otc-container',
  image: 'otel/opentelemetry-collector:0.110.0',
  imagePullPolicy: 'IfNotPresent',
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

const rule = (fields: object) => ({
  reason: 'The platform decides this, not the team',
  expires: '2027-06-30',
  ...fields,
});

const autoscaler = (kind: string, name: string, apiVersion = 'apps/v1') => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: `${name}-scaler`, namespace: 'shop' },
  spec: { scaleTargetRef: { apiVersion, kind, name }, maxReplicas: 9 },
});

/** What people reported as drift to Argo CD, Flux and Kubernetes, and is none. */
export const upstream: readonly Noise[] = [
  n(
    'deployment',
    'half a cpu as thousandths',
    argo(17682),
    [
      [`${API}/resources/limits/cpu`, '0.5'],
      [`${API}/resources/requests/cpu`, '0.1'],
    ],
    [[`${API}/resources/limits/cpu`, '500m']],
  ),
  n(
    'statefulSet',
    'memory and cpu as the server persists them',
    argo(21135),
    [
      [
        `${DB}/resources`,
        {
          requests: { memory: '1000M', cpu: '1000m' },
          limits: { memory: '1000M' },
        },
      ],
    ],
    [
      [
        `${DB}/resources`,
        { requests: { memory: '1G', cpu: '1' }, limits: { memory: '1G' } },
      ],
    ],
  ),
  n(
    'deployment',
    'memory in Gi beside spread constraints',
    argo(16400),
    [
      [`${POD}/topologySpreadConstraints`, [spread({})]],
      [`${API}/resources/limits/memory`, '1024Mi'],
    ],
    [[`${POD}/topologySpreadConstraints`, [spread({})]]],
  ),
  n(
    'deployment',
    'resources that the server fills in empty',
    argo(13004),
    [[`${API}/resources`, undefined]],
    [[`${API}/resources`, {}]],
  ),
  n(
    'deployment',
    'empty requests and limits',
    'GreptimeTeam/helm-charts#362',
    [[`${API}/resources`, { requests: {}, limits: {} }]],
    [[`${API}/resources`, {}]],
  ),
  n('deployment', 'a number of a quantity in another type', argo(6008), [
    [`${API}/resources/requests`, { cpu: 0.1, memory: '0.25Gi' }],
  ]),
  n(
    'statefulSet',
    'claims without apiVersion and kind',
    argo(11143),
    [],
    [
      [`${CLAIM}/apiVersion`, 'v1'],
      [`${CLAIM}/kind`, 'PersistentVolumeClaim'],
      [`${CLAIM}/status`, undefined],
    ],
  ),
  n(
    'statefulSet',
    'claims with a creationTimestamp and a status',
    argo(4126),
    [],
    [
      [`${CLAIM}/metadata/creationTimestamp`, '2020-08-19T21:48:28Z'],
      [`${CLAIM}/status`, { phase: 'Bound' }],
    ],
  ),
  n(
    'statefulSet',
    'the mode of the volumes of claims',
    argo(16707),
    [[`${CLAIM}/spec/volumeMode`, 'Filesystem']],
    [[`${CLAIM}/spec/storageClassName`, 'standard']],
  ),
  n(
    'statefulSet',
    'claims of which Git says apiVersion and kind',
    'minio/minio#18770',
    [
      [`${CLAIM}/apiVersion`, 'v1'],
      [`${CLAIM}/kind`, 'PersistentVolumeClaim'],
    ],
    [
      [`${CLAIM}/apiVersion`, undefined],
      [`${CLAIM}/kind`, undefined],
    ],
  ),
  n('statefulSet', 'storage in other units', 'kubernetes/kubernetes#74819', [
    [`${CLAIM}/spec/resources/requests/storage`, '10240Mi'],
  ]),
  n(
    'deployment',
    'creationTimestamp null in Git, a date in the cluster',
    argo(1009),
    [['/metadata/creationTimestamp', null]],
    [['/metadata/creationTimestamp', '2019-01-14T11:11:53Z']],
  ),
  n(
    'cronJob',
    'creationTimestamp null in every template',
    'argoproj/gitops-engine#128',
    [
      ['/metadata/creationTimestamp', null],
      ['/spec/jobTemplate/metadata', { creationTimestamp: null }],
      ['/spec/jobTemplate/spec/template/metadata', { creationTimestamp: null }],
    ],
  ),
  n(
    'customResource',
    'creationTimestamp null and an empty status',
    argo(4157),
    [
      ['/metadata/creationTimestamp', null],
      [
        '/status',
        {
          acceptedNames: { kind: '', plural: '' },
          conditions: null,
          storedVersions: null,
        },
      ],
    ],
  ),
  n(
    'autoscaler',
    'memory before cpu',
    argo(1079),
    [
      [
        '/spec/metrics',
        [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
          {
            type: 'Resource',
            resource: {
              name: 'memory',
              target: { type: 'AverageValue', averageValue: '500Mi' },
            },
          },
        ],
      ],
    ],
    [
      [
        '/spec/metrics',
        [
          {
            type: 'Resource',
            resource: {
              name: 'memory',
              target: { type: 'AverageValue', averageValue: '500Mi' },
            },
          },
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
      ],
    ],
  ),
  n(
    'autoscaler',
    'metrics in the order of the controller',
    'kubernetes/kubernetes#74099',
    [
      [
        '/spec/metrics/-',
        {
          type: 'Pods',
          pods: {
            metric: { name: 'rps' },
            target: { type: 'AverageValue', averageValue: '1k' },
          },
        },
      ],
    ],
    [
      [
        '/spec/metrics/-',
        {
          type: 'Pods',
          pods: {
            metric: { name: 'rps' },
            target: { type: 'AverageValue', averageValue: '1000' },
          },
        },
      ],
    ],
  ),
  n(
    'autoscaler',
    'metrics swapped by a newer controller',
    argo(11328),
    [],
    [
      [
        '/spec/metrics',
        [
          {
            type: 'Resource',
            resource: {
              name: 'memory',
              target: { type: 'AverageValue', averageValue: '524288000' },
            },
          },
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
      ],
    ],
  ),
  n('autoscaler', 'autoscaling/v2beta2 in Git', argo(9145), [
    ['/apiVersion', 'autoscaling/v2beta2'],
  ]),
  n('autoscaler', 'policies in another order', argo(17964), [
    [
      '/spec/behavior/scaleUp',
      {
        policies: [
          { type: 'Percent', value: 100, periodSeconds: 15 },
          { type: 'Pods', value: 4, periodSeconds: 15 },
        ],
      },
    ],
  ]),
  n(
    'deployment',
    'an environment variable that is empty',
    argo(18142),
    [
      [`${API}/env/-`, { name: 'os_proxy', value: '' }],
      [`${API}/env/-`, { name: 'os_no_proxy', value: null }],
    ],
    [
      [`${API}/env/-`, { name: 'os_proxy' }],
      [`${API}/env/-`, { name: 'os_no_proxy' }],
    ],
  ),
  n(
    'deployment',
    'an empty list of variables',
    'konstructio/gitops-template#129',
    [[`${API}/env`, []]],
    [[`${API}/env`, undefined]],
  ),
  n('deployment', 'empty objects for absent ones', argo(18213), [
    [`${POD}/affinity`, {}],
    [`${POD}/imagePullSecrets`, []],
    ['/metadata/annotations', { team: 'payments' }],
    [`${API}/livenessProbe`, null],
  ]),
  n('secret', 'stringData in Git', argo(763), [
    ['/data', undefined],
    ['/stringData', { password: 'correct-horse', username: 'payments' }],
  ]),
  n('secret', 'a key in both, stringData wins', 'argoproj/argo-cd#814', [
    ['/data/password', 'b2xk'],
  ]),
  n('secret', 'an empty stringData', argo(9368), [
    ['/stringData', {}],
    ['/data/password', 'Y29ycmVjdC1ob3JzZQ=='],
  ]),
  n(
    'webhook',
    'a bundle that a Pod writes at its start',
    argo(1487),
    [],
    [['/webhooks/0/clientConfig/caBundle', 'bmV3LWNh']],
  ),
  n(
    'webhook',
    'an empty bundle in Git',
    'actions/actions-runner-controller#614',
    [['/webhooks/0/clientConfig/caBundle', '']],
  ),
  n(
    'webhook',
    'a bundle of an operator',
    'elastic/cloud-on-k8s#8001',
    [],
    [
      ['/webhooks/0/clientConfig/caBundle', 'ZWxhc3RpYw=='],
      ['/webhooks/0/matchConditions', []],
    ],
  ),
  n(
    'webhook',
    'a selector that the provider adds, by rule',
    'cert-manager/cert-manager#4114',
    [],
    [
      [
        '/webhooks/0/namespaceSelector',
        {
          matchExpressions: [
            { key: 'control-plane', operator: 'DoesNotExist' },
          ],
        },
      ],
    ],
    {
      rules: [
        rule({
          kind: 'MutatingWebhookConfiguration',
          paths: ['.webhooks[].namespaceSelector'],
        }),
      ],
    },
  ),
  n(
    'webhook',
    'a failure policy that is raised once it runs, by rule',
    'deployKF/deployKF#169',
    [['/webhooks/0/failurePolicy', 'Ignore']],
    [['/webhooks/0/failurePolicy', 'Fail']],
    {
      rules: [rule({ paths: ['.webhooks[].failurePolicy'] })],
    },
  ),
  n(
    'service',
    'node ports that nobody asked for',
    argo(18764),
    [],
    [
      ['/spec/ports/0/nodePort', 30123],
      ['/spec/ports/1/nodePort', 30124],
    ],
  ),
  n(
    'service',
    'no node ports of a load balancer',
    argo(7941),
    [
      ['/spec/type', 'LoadBalancer'],
      ['/spec/allocateLoadBalancerNodePorts', false],
    ],
    [
      ['/spec/type', 'LoadBalancer'],
      ['/spec/allocateLoadBalancerNodePorts', false],
      ['/spec/ports/0/nodePort', undefined],
      ['/spec/ports/1/nodePort', undefined],
    ],
  ),
  n(
    'service',
    'the cluster IP that was given out',
    'stakater/application#294',
    [['/spec/clusterIP', undefined]],
    [
      ['/spec/clusterIP', '10.100.7.8'],
      ['/spec/clusterIPs', ['10.100.7.8']],
    ],
  ),
  n('service', 'the protocol of ports', argo(6300), [
    ['/spec/ports/0/protocol', 'TCP'],
    ['/spec/ports/1/protocol', undefined],
  ]),
  n(
    'service',
    'ports sorted otherwise with a protocol that is filled in',
    'argoproj/gitops-engine#347',
    [
      [
        '/spec/ports',
        [
          { name: 'grpc', port: 9090, protocol: 'TCP' },
          { name: 'http', port: 80, targetPort: 8080 },
        ],
      ],
    ],
  ),
  n(
    'customResource',
    'preserveUnknownFields that the server drops',
    argo(6401),
    [['/spec/preserveUnknownFields', false]],
    [['/metadata/generation', 2]],
  ),
  n(
    'customResource',
    'a status in Git',
    argo(3240),
    [
      [
        '/status',
        {
          acceptedNames: { kind: 'Queue', plural: 'queues' },
          conditions: [],
          storedVersions: ['v1'],
        },
      ],
    ],
    [
      [
        '/status',
        {
          conditions: [{ type: 'Established', status: 'True' }],
          storedVersions: ['v1'],
        },
      ],
    ],
  ),
  n('customResource', 'no conversion', argo(2239), [
    ['/spec/conversion', { strategy: 'None' }],
  ]),
  n(
    'customResource',
    'names that the server fills in',
    'actions/actions-runner-controller#4137',
    [
      ['/spec/preserveUnknownFields', false],
      [
        '/spec/names',
        {
          kind: 'Queue',
          plural: 'queues',
          singular: 'queue',
          listKind: 'QueueList',
        },
      ],
    ],
  ),
  n('ingress', 'a status of the controller', argo(1704), [
    ['/status', { loadBalancer: {} }],
  ]),
  n(
    'ingress',
    'no path type in v1beta1',
    'camptocamp/devops-stack#724',
    [
      ['/apiVersion', 'networking.k8s.io/v1beta1'],
      [
        '/spec/rules/0/http/paths/0',
        { path: '/', backend: { serviceName: 'web', servicePort: 80 } },
      ],
    ],
    [['/spec/rules/0/http/paths/0/pathType', 'ImplementationSpecific']],
  ),
  n(
    'claim',
    'the volume that was bound',
    argo(5810),
    [],
    [
      ['/spec/volumeName', 'pvc-9f1'],
      ['/metadata/annotations/pv.kubernetes.io~1bind-completed', 'yes'],
    ],
  ),
  n(
    'claim',
    'the class of the cluster',
    argo(12840),
    [],
    [
      ['/spec/storageClassName', 'gp3-csi'],
      ['/spec/volumeMode', 'Filesystem'],
    ],
  ),
  n(
    'deployment',
    'replicas of an autoscaler that is in the cluster alone',
    argo(2748),
    [],
    [['/spec/replicas', 8]],
    { beside: [autoscaler('Deployment', 'payments-api')] },
  ),
  n(
    'deployment',
    'fewer replicas in Git than the autoscaler keeps',
    argo(5105),
    [['/spec/replicas', 1]],
    [['/spec/replicas', 2]],
    { beside: [autoscaler('Deployment', 'payments-api')] },
  ),
  n(
    'deployment',
    'no replicas in Git, scaled by hand and by the autoscaler',
    argo(1603),
    [['/spec/replicas', undefined]],
    [['/spec/replicas', 6]],
    {
      beside: [autoscaler('Deployment', 'payments-api', 'extensions/v1beta1')],
    },
  ),
  n(
    'statefulSet',
    'replicas of a StatefulSet under an autoscaler',
    argo(3002),
    [],
    [['/spec/replicas', 5]],
    { beside: [autoscaler('StatefulSet', 'ledger-db')] },
  ),
  n(
    'deployment',
    'replicas by rule, without an autoscaler',
    'fluxcd/kustomize-controller#1627',
    [],
    [['/spec/replicas', 4]],
    { rules: [rule({ kind: 'Deployment', pointers: ['/spec/replicas'] })] },
  ),
  n(
    'deployment',
    'a sidecar of OpenTelemetry, by rule',
    argo(17968),
    [
      [
        '/spec/template/metadata/annotations',
        { 'sidecar.opentelemetry.io/inject': 'true' },
      ],
    ],
    [
      [
        '/spec/template/metadata/annotations',
        { 'sidecar.opentelemetry.io/inject': 'true' },
      ],
      [`${POD}/containers/-`, sidecar],
    ],
    {
      rules: [
        rule({
          paths: [
            '.spec.template.spec.containers[] | select(.name == "otc-container")',
          ],
        }),
      ],
    },
  ),
  n(
    'deployment',
    'sidecars of one platform, by the beginning of their names',
    'kyverno/kyverno#2269',
    [],
    [
      [`${POD}/containers/-`, { ...sidecar, name: 'platform-logs' }],
      [`${POD}/containers/-`, { ...sidecar, name: 'platform-metrics' }],
      [`${POD}/volumes/-`, { name: 'platform-logs', emptyDir: {} }],
    ],
    {
      rules: [
        rule({
          paths: [
            '.spec.template.spec.containers[] | select(.name | startswith("platform-"))',
            '.spec.template.spec.volumes[] | select(.name | startswith("platform-"))',
          ],
        }),
      ],
    },
  ),
  n(
    'deployment',
    'an annotation that a policy engine writes, by rule',
    'kyverno/kyverno#2269',
    [],
    [
      [
        '/metadata/annotations/kyverno.io~1last-request-time',
        '2021-08-18T20:12:25Z',
      ],
    ],
    {
      rules: [
        rule({
          paths: ['.metadata.annotations["kyverno.io/last-request-time"]'],
        }),
      ],
    },
  ),
  n(
    'deployment',
    'a restart trigger of a tool, by rule',
    'deployKF/deployKF#169',
    [],
    [
      [
        '/spec/template/metadata/annotations',
        { 'deploykf.org/restart-trigger': '7' },
      ],
    ],
    {
      rules: [
        rule({
          pointers: [
            '/spec/template/metadata/annotations/deploykf.org~1restart-trigger',
            '/spec/template/metadata/annotations',
          ],
        }),
      ],
    },
  ),
  n(
    'deployment',
    'an object that is compared as the server returns it',
    'fluxcd/kustomize-controller#459',
    [],
    [
      ['/metadata/generation', 42],
      ['/metadata/resourceVersion', '99'],
      ['/status', { observedGeneration: 42 }],
    ],
  ),
];

/** Kinds of which there is no pair to start from. */
export const alone: readonly {
  readonly why: string;
  readonly source: string;
  readonly desired: string;
  readonly live: string;
}[] = [
  {
    why: 'rules of an aggregated role',
    source: argo(2382),
    desired: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: test-clusterrole}
aggregationRule: {clusterRoleSelectors: [{matchLabels: {rbac.example.com/aggregate-to-test: "true"}}]}
rules: []
`,
    live: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: test-clusterrole, uid: a}
aggregationRule: {clusterRoleSelectors: [{matchLabels: {rbac.example.com/aggregate-to-test: "true"}}]}
rules:
- {apiGroups: [""], resources: [services, endpoints], verbs: [get, list, watch]}
- {apiGroups: [""], resources: [pods], verbs: [get, list]}
`,
  },
  {
    why: 'an aggregated role of which Git has no rules',
    source: 'kyverno/kyverno#4866',
    desired: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: kyverno}
aggregationRule: {clusterRoleSelectors: [{matchLabels: {app: kyverno}}]}
`,
    live: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: kyverno, annotations: {rbac.authorization.kubernetes.io/autoupdate: "true"}}
aggregationRule: {clusterRoleSelectors: [{matchLabels: {app: kyverno}}]}
rules: [{apiGroups: ["*"], resources: ["*"], verbs: [get]}]
`,
  },
  {
    why: 'backends of a route that its definition fills in',
    source: 'argoproj/argo-helm#3538',
    desired: `
kind: List
apiVersion: v1
items:
- apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: {name: httproutes.gateway.networking.k8s.io}
  spec: &definition
    group: gateway.networking.k8s.io
    scope: Namespaced
    names: {kind: HTTPRoute, plural: httproutes}
    versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                rules:
                  type: array
                  items:
                    type: object
                    properties:
                      backendRefs:
                        type: array
                        items:
                          type: object
                          properties:
                            group: {type: string, default: ""}
                            kind: {type: string, default: Service}
                            weight: {type: integer, default: 1}
                            name: {type: string}
                            port: {type: integer}
- apiVersion: gateway.networking.k8s.io/v1
  kind: HTTPRoute
  metadata: {name: argocd, namespace: argocd}
  spec: {rules: [{backendRefs: [{name: argocd-server, port: 80}]}]}
`,
    live: `
kind: List
apiVersion: v1
items:
- apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: {name: httproutes.gateway.networking.k8s.io}
  spec: &definition
    group: gateway.networking.k8s.io
    scope: Namespaced
    conversion: {strategy: None}
    names: {kind: HTTPRoute, plural: httproutes, listKind: HTTPRouteList, singular: httproute}
    versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                rules:
                  type: array
                  items:
                    type: object
                    properties:
                      backendRefs:
                        type: array
                        items:
                          type: object
                          properties:
                            group: {type: string, default: ""}
                            kind: {type: string, default: Service}
                            weight: {type: integer, default: 1}
                            name: {type: string}
                            port: {type: integer}
- apiVersion: gateway.networking.k8s.io/v1
  kind: HTTPRoute
  metadata: {name: argocd, namespace: argocd, generation: 1}
  spec: {rules: [{backendRefs: [{group: "", kind: Service, name: argocd-server, port: 80, weight: 1}]}]}
  status: {parents: []}
`,
  },
  {
    why: 'durations of a certificate',
    source: 'cert-manager documentation: Certificate, duration and renewBefore',
    desired: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: shop, namespace: shop}
spec: {secretName: shop-tls, duration: 2160h, renewBefore: 1h30m, dnsNames: [shop.example.com]}
`,
    live: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: shop, namespace: shop, generation: 2}
spec: {secretName: shop-tls, duration: 2160h0m0s, renewBefore: 90m, dnsNames: [shop.example.com]}
status: {conditions: []}
`,
  },
  {
    why: 'the interval of a release',
    source: 'Flux documentation: HelmRelease, interval',
    desired: `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: shop}
spec: {interval: 60m, chartRef: {kind: OCIRepository, name: shop}}
`,
    live: `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: shop, labels: {kustomize.toolkit.fluxcd.io/name: apps, kustomize.toolkit.fluxcd.io/namespace: flux-system}}
spec: {interval: 1h0m0s, chartRef: {kind: OCIRepository, name: shop}}
status: {observedGeneration: 1}
`,
  },
];
