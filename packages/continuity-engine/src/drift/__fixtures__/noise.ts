import type { Edit } from './edits';
import type { pairs } from './pairs';

export type Base = keyof typeof pairs;

/** Two spellings of one state: none of them is drift. */
export interface Noise {
  readonly why: string;
  /** An issue of Argo CD, or a page of the documentation of Kubernetes or Argo CD. */
  readonly source: string;
  readonly base: Base;
  readonly desired?: readonly Edit[];
  readonly live?: readonly Edit[];
  /** Ignore rules that somebody wrote for it, as in their file. */
  readonly rules?: readonly object[];
  /** Live objects that stand in no Git. */
  readonly beside?: readonly object[];
}

const POD = '/spec/template/spec';
const API = `${POD}/containers/0`;

const argo = (name: string) => `Argo CD, Diffing Customization: ${name}`;
const k8s = (name: string) => `Kubernetes documentation: ${name}`;

const env = [
  { name: 'LOG_LEVEL', value: 'info' },
  {
    name: 'DB_PASSWORD',
    valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
  },
  { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
];

export const n = (
  base: Base,
  why: string,
  source: string,
  desired: readonly Edit[] = [],
  live: readonly Edit[] = [],
  more: Pick<Noise, 'rules' | 'beside'> = {},
): Noise => ({ base, why, source, desired, live, ...more });

const QUANTITIES = argo('Known Kubernetes types in CRDs (resource limits)');
const SERVER_SET = k8s('Server-Side Apply, field management');
const DEFAULTS = k8s('API reference, defaults of Deployment v1 apps');

export const noise: readonly Noise[] = [
  n('deployment', 'cpu as a decimal', QUANTITIES, [
    [`${API}/resources/requests/cpu`, '0.1'],
  ]),
  n('deployment', 'cpu as a number', QUANTITIES, [
    [`${API}/resources/limits/cpu`, 1],
  ]),
  n('deployment', 'cpu in thousandths', QUANTITIES, [
    [`${API}/resources/limits/cpu`, '1000m'],
  ]),
  n('deployment', 'memory in another unit', QUANTITIES, [
    [`${API}/resources/limits/memory`, '1024Mi'],
  ]),
  n('deployment', 'memory in bytes', QUANTITIES, [
    [`${API}/resources/requests/memory`, 268435456],
  ]),
  n(
    'deployment',
    'environment in another order',
    k8s('EnvVar, merge key name'),
    [[`${API}/env`, [...env].reverse()]],
  ),
  n(
    'deployment',
    'an environment value that is empty',
    argo('omitempty'),
    [[`${API}/env/-`, { name: 'EMPTY', value: '' }]],
    [[`${API}/env/-`, { name: 'EMPTY' }]],
  ),
  n('deployment', 'labels null', k8s('Objects, null values'), [
    ['/spec/template/metadata/annotations', null],
  ]),
  n('deployment', 'an empty security context', DEFAULTS, [
    [`${POD}/securityContext`, {}],
  ]),
  n('deployment', 'empty lists', DEFAULTS, [
    [`${POD}/tolerations`, []],
    [`${POD}/nodeSelector`, {}],
  ]),
  n('deployment', 'creationTimestamp null', argo('creationTimestamp: null'), [
    ['/metadata/creationTimestamp', null],
    ['/spec/template/metadata/creationTimestamp', null],
  ]),
  n('deployment', 'a status in Git', argo('ignoreResourceStatusField'), [
    ['/status', { replicas: 0 }],
  ]),
  n(
    'deployment',
    'another revision',
    'kubectl rollout history',
    [],
    [['/metadata/annotations/deployment.kubernetes.io~1revision', '12']],
  ),
  n(
    'deployment',
    'the last applied configuration',
    k8s('Declarative Management'),
    [],
    [
      [
        '/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration',
        '{}',
      ],
    ],
  ),
  n(
    'deployment',
    'an explicit default: replicas',
    DEFAULTS,
    [['/spec/replicas', undefined]],
    [['/spec/replicas', 1]],
  ),
  n('deployment', 'explicit false', DEFAULTS, [
    [`${POD}/hostNetwork`, false],
    [`${POD}/hostPID`, false],
    ['/spec/paused', false],
    [`${API}/stdin`, false],
    [`${API}/tty`, false],
  ]),
  n('deployment', 'explicit zero', DEFAULTS, [
    ['/spec/minReadySeconds', 0],
    [`${API}/readinessProbe/initialDelaySeconds`, 0],
  ]),
  n(
    'deployment',
    'volumes in another order',
    k8s('Volume, merge key name'),
    [[`${POD}/volumes/-`, { name: 'tmp', emptyDir: {} }]],
    [
      [
        `${POD}/volumes`,
        [
          { name: 'tmp', emptyDir: {} },
          { name: 'config', configMap: { name: 'payments', defaultMode: 420 } },
        ],
      ],
    ],
  ),
  n(
    'deployment',
    'a volume of no kind is an emptyDir',
    k8s('Volume'),
    [[`${POD}/volumes/-`, { name: 'tmp' }]],
    [[`${POD}/volumes/-`, { name: 'tmp', emptyDir: {} }]],
  ),
  n(
    'deployment',
    'extensions/v1beta1 in Git',
    k8s('Deprecated API Migration Guide'),
    [
      ['/apiVersion', 'extensions/v1beta1'],
      ['/spec/selector', undefined],
    ],
  ),
  n(
    'deployment',
    'apps/v1beta2 in Git',
    k8s('Deprecated API Migration Guide'),
    [['/apiVersion', 'apps/v1beta2']],
  ),
  n(
    'deployment',
    'a limit is a request',
    k8s('Resource Management for Pods'),
    [[`${API}/resources`, { limits: { cpu: '2' } }]],
    [[`${API}/resources`, { limits: { cpu: '2' }, requests: { cpu: '2' } }]],
  ),
  n(
    'deployment',
    'a probe to a port that is a text',
    k8s('IntOrString'),
    [[`${API}/readinessProbe/httpGet/port`, '8080']],
    [[`${API}/readinessProbe/httpGet/port`, 8080]],
  ),
  n('deployment', 'the old name of the service account', k8s('PodSpec'), [
    [`${POD}/serviceAccountName`, undefined],
    [`${POD}/serviceAccount`, 'payments'],
  ]),
  n(
    'deployment',
    'mounts in another order',
    k8s('VolumeMount, merge key mountPath'),
    [[`${API}/volumeMounts/-`, { name: 'config', mountPath: '/a' }]],
    [
      [
        `${API}/volumeMounts`,
        [
          { name: 'config', mountPath: '/a' },
          { name: 'config', mountPath: '/etc/app' },
        ],
      ],
    ],
  ),
  n(
    'deployment',
    'labels that Helm adds',
    'Helm 3, adopted resources',
    [],
    [
      ['/metadata/labels/app.kubernetes.io~1managed-by', 'Helm'],
      ['/metadata/annotations/meta.helm.sh~1release-name', 'payments'],
      ['/metadata/annotations/meta.helm.sh~1release-namespace', 'shop'],
    ],
  ),
  n(
    'deployment',
    'tracking of Argo CD',
    'Argo CD, Resource Tracking',
    [],
    [
      ['/metadata/labels/argocd.argoproj.io~1instance', 'payments'],
      ['/metadata/annotations/argocd.argoproj.io~1tracking-id', 'payments:x'],
    ],
  ),
  n('deployment', 'an explicit strategy', DEFAULTS, [
    ['/spec/strategy', { type: 'RollingUpdate' }],
  ]),
  n(
    'deployment',
    'projected token with its default',
    k8s('Projected Volumes'),
    [
      [
        `${POD}/volumes/-`,
        {
          name: 't',
          projected: { sources: [{ serviceAccountToken: { path: 't' } }] },
        },
      ],
    ],
    [
      [
        `${POD}/volumes/-`,
        {
          name: 't',
          projected: {
            defaultMode: 420,
            sources: [
              { serviceAccountToken: { path: 't', expirationSeconds: 3600 } },
            ],
          },
        },
      ],
    ],
  ),
  n(
    'statefulSet',
    'storage in bytes',
    'argoproj/argo-cd: volumeClaimTemplates out of sync',
    [
      [
        '/spec/volumeClaimTemplates/0/spec/resources/requests/storage',
        '10737418240',
      ],
    ],
  ),
  n(
    'statefulSet',
    'claim with its kind',
    'argoproj/argo-cd: volumeClaimTemplates out of sync',
    [
      ['/spec/volumeClaimTemplates/0/apiVersion', 'v1'],
      ['/spec/volumeClaimTemplates/0/kind', 'PersistentVolumeClaim'],
      ['/spec/volumeClaimTemplates/0/metadata/creationTimestamp', null],
    ],
  ),
  n('daemonSet', 'an explicit update strategy', k8s('DaemonSet'), [
    ['/spec/updateStrategy', { rollingUpdate: { maxUnavailable: '1' } }],
  ]),
  n('service', 'ports in another order', k8s('ServicePort, merge key port'), [
    [
      '/spec/ports',
      [
        { name: 'grpc', port: 9090 },
        { name: 'http', port: 80, targetPort: 8080 },
      ],
    ],
  ]),
  n('service', 'an explicit session affinity', k8s('Service'), [
    ['/spec/sessionAffinity', 'None'],
    ['/spec/publishNotReadyAddresses', false],
  ]),
  n(
    'service',
    'a headless one',
    k8s('Headless Services'),
    [
      ['/spec/type', undefined],
      ['/spec/clusterIP', 'None'],
    ],
    [
      ['/spec/type', 'ClusterIP'],
      ['/spec/externalTrafficPolicy', undefined],
      ['/spec/clusterIP', 'None'],
      ['/spec/clusterIPs', ['None']],
      ['/spec/ports/0/nodePort', undefined],
      ['/spec/ports/1/nodePort', undefined],
    ],
  ),
  n(
    'service',
    'a load balancer',
    k8s('Type LoadBalancer'),
    [['/spec/type', 'LoadBalancer']],
    [
      ['/spec/type', 'LoadBalancer'],
      ['/spec/allocateLoadBalancerNodePorts', true],
      ['/metadata/finalizers', ['service.kubernetes.io/load-balancer-cleanup']],
    ],
  ),
  n('ingress', 'v1beta1 in Git', k8s('Deprecated API Migration Guide'), [
    ['/apiVersion', 'extensions/v1beta1'],
    [
      '/spec/rules/0/http/paths/0/backend',
      { serviceName: 'web', servicePort: 80 },
    ],
  ]),
  n('configMap', 'explicitly mutable', k8s('ConfigMap'), [
    ['/immutable', false],
  ]),
  n('configMap', 'empty annotations', argo('omitempty'), [
    ['/metadata/annotations', {}],
    ['/metadata/labels', null],
  ]),
  n('secret', 'data instead of stringData', k8s('Secret'), [
    ['/stringData', undefined],
    ['/data/password', 'Y29ycmVjdC1ob3JzZQ=='],
  ]),
  n('secret', 'base64 over lines', k8s('Secret'), [
    ['/stringData', undefined],
    ['/data/password', 'Y29ycmVjdC1o\nb3JzZQ==\n'],
  ]),
  n('secret', 'an explicit type', k8s('Secret types'), [['/type', 'Opaque']]),
  n(
    'autoscaler',
    'autoscaling/v1 in Git',
    k8s('HorizontalPodAutoscaler v1'),
    [
      ['/apiVersion', 'autoscaling/v1'],
      ['/spec/metrics', undefined],
      ['/spec/behavior', undefined],
      ['/spec/targetCPUUtilizationPercentage', 70],
    ],
    [
      ['/spec/behavior', undefined],
      ['/spec/metrics/1', undefined],
    ],
  ),
  n('networkPolicy', 'explicit policy types', k8s('Network Policies'), [
    ['/spec/policyTypes', ['Ingress']],
  ]),
  n('role', 'annotations null', argo('omitempty'), [
    ['/metadata/annotations', null],
  ]),
  n('webhook', 'a placeholder bundle', 'cert-manager, CA Injector', [
    ['/webhooks/0/clientConfig/caBundle', 'Cg=='],
  ]),
  n(
    'webhook',
    'another bundle after a renewal',
    'cert-manager, CA Injector',
    [],
    [['/webhooks/0/clientConfig/caBundle', 'LS0tLS1CRUdJTjI=']],
  ),
  n(
    'customResource',
    'preserveUnknownFields false',
    argo('CRD preserveUnknownFields'),
    [['/spec/preserveUnknownFields', false]],
  ),
  n('customResource', 'no status yet', argo('status of CRDs'), [
    ['/status', { conditions: [], storedVersions: [] }],
  ]),
  n(
    'claim',
    'access modes in another order',
    k8s('Persistent Volumes'),
    [['/spec/accessModes', ['ReadOnlyMany', 'ReadWriteOnce']]],
    [['/spec/accessModes', ['ReadWriteOnce', 'ReadOnlyMany']]],
  ),
  n('cronJob', 'explicit defaults', k8s('CronJob'), [
    ['/spec/suspend', false],
    ['/spec/concurrencyPolicy', 'Allow'],
  ]),
  n('quota', 'amounts as numbers', QUANTITIES, [
    ['/spec/hard/requests.cpu', 10],
    ['/spec/hard/pods', '50'],
  ]),
  n('budget', 'a count as a number', k8s('IntOrString'), [
    ['/spec/minAvailable', 2],
  ]),
  n(
    'namespace',
    'what the server sets',
    SERVER_SET,
    [],
    [
      ['/metadata/uid', 'x'],
      ['/metadata/resourceVersion', '1'],
      ['/metadata/selfLink', '/api/v1/namespaces/shop'],
      ['/metadata/generation', 9],
      ['/metadata/managedFields', []],
    ],
  ),
];
